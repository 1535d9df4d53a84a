"""Where the files of this process may be: anywhere, or by plain names in one exchange folder.

Every file that comes in or goes out is opened here, so that a session by SSH can't be made to open another.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kit_tui.domain.wording import Refused, message
from kit_tui.exchange.folder import Folder

_only: list[Folder] = []


def only_in() -> Folder | None:
    """The exchange folder, if there is nothing else for this process."""
    return _only[-1] if _only else None


@contextmanager
def confined(folder: Folder) -> Iterator[None]:
    """Within it, the process, whose folder it becomes, opens files in that folder alone."""
    before = os.open(".", os.O_RDONLY | os.O_DIRECTORY)
    os.fchdir(folder.descriptor)
    _only.append(folder)
    try:
        yield
    finally:
        _only.pop()
        os.fchdir(before)
        os.close(before)


def opened_text(path: Path) -> TextIO:
    """A text in UTF-8, open to be read."""
    return open(path, encoding="utf-8-sig", newline="", opener=opener)


def opener(name: str, flags: int) -> int:
    """Opens a file that is to be read, for `open(..., opener=)`."""
    return os.open(name, flags) if (folder := only_in()) is None else folder.opener(name, flags)


def refuse_folders(path: Path) -> None:
    """Raises `Refused` where files have plain names: several are one file there."""
    if only_in() is not None:
        raise Refused(
            message("{file}: there are no folders in an exchange folder. Use one .json file.", file=str(path))
        )
