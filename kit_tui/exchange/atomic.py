"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kit_tui.domain.wording import Message, Refused, message
from kit_tui.exchange import place


class CantWrite(Refused):
    """The file can't be written, and nothing was."""


@contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """A path beside `path` to write to; what stands there in the end becomes `path` at once, or is gone.

    Raises CantWrite when there is a file already, unless it may be replaced, and when the system says no.
    """
    if folder := place.only_in():
        try:
            with folder.new(str(path), replace=replace) as beside:
                yield beside
        except FileExistsError:
            raise CantWrite(_is_there(path)) from None
        except OSError as error:
            raise CantWrite(_why_not(path, error)) from None
        return
    if path.exists() and not replace:
        raise CantWrite(_is_there(path))
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield beside
        beside.replace(path)
    except OSError as error:
        raise CantWrite(_why_not(path, error)) from None
    finally:
        with suppress(OSError):
            beside.unlink()


@contextmanager
def new_folder(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """As `new_file`, for a folder: files of the same name in one that is there are replaced, others stay."""
    place.refuse_folders(path)
    if path.exists() and not replace:
        raise CantWrite(_is_there(path))
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.mkdir()
        yield beside
        path.mkdir(exist_ok=True)
        for made in beside.iterdir():
            made.replace(path / made.name)
    except OSError as error:
        raise CantWrite(_why_not(path, error)) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _is_there(path: Path) -> Message:
    return message("{file} is there already. Choose another name, or replace it with --force.", file=str(path))


def _why_not(path: Path, error: OSError) -> Message:
    if not path.absolute().parent.is_dir():
        return message("There is no folder {folder}.", folder=str(path.absolute().parent))
    if isinstance(error, PermissionError):
        return message("You may not write to {folder}.", folder=str(path.absolute().parent))
    return message("{file} can't be written: {why}.", file=str(path), why=error.strerror or str(error))
