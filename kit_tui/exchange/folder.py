"""An exchange folder: the only place of the host that a session by SSH reads and writes.

Files go by plain names in it, are opened from the open folder itself and never by way of a link, and there is a limit
to the size of each and of all together.
"""

from __future__ import annotations

import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple

from kit_tui.domain.wording import Refused, message

MOST_BYTES = 64 * 1024 * 1024
"""The largest file."""
MOST_IN_ALL = 4 * MOST_BYTES
_LONGEST_NAME = 120
_HALF_MADE = ".made-"
_FORGOTTEN = 24 * 60 * 60
"""Seconds after which what a session that died has begun to write is removed."""


class NotInFolder(Refused):
    """The name is none that the folder may hold, or what stands there is no plain file."""


class Held(NamedTuple):
    """A file in the folder: its name and how many bytes it has."""

    name: str
    size: int


class Folder:
    """A folder that is open.  `most` is the limit of a file in bytes, `in_all` of all of them."""

    def __init__(self, path: Path, *, most: int = MOST_BYTES, in_all: int = MOST_IN_ALL) -> None:
        self.path, self.most, self.in_all = path, most, in_all
        self.descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        self._remove_forgotten()

    def close(self) -> None:
        """Let go of it."""
        os.close(self.descriptor)

    def files(self) -> list[Held]:
        """The files in it by name."""
        return [Held(entry.name, _size(entry)) for entry in self._entries() if not entry.name.startswith(".")]

    def opener(self, name: str, flags: int) -> int:
        """Opens a file for `open(..., opener=)`, to be read.  Raises `NotInFolder`, and `OSError` as `open` does."""
        name = self._checked(name)
        descriptor = os.open(name, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=self.descriptor)
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
            os.close(descriptor)
            raise NotInFolder(message("{file} is no plain file.", file=name))
        return descriptor

    @contextmanager
    def new(self, name: str, *, replace: bool = False) -> Iterator[Path]:
        """A path in the folder to write to, which becomes `name` at once in the end, or is gone.

        Raises `NotInFolder`, also for a file that has become too large, and `FileExistsError` unless it may `replace`.
        """
        name = self._checked(name)
        if not replace and self._is_there(name):
            raise FileExistsError(name)
        made = f"{_HALF_MADE}{secrets.token_hex(8)}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        os.close(os.open(made, flags, 0o600, dir_fd=self.descriptor))
        try:
            yield self.path / made
            self.refuse_too_large(os.stat(made, dir_fd=self.descriptor, follow_symlinks=False).st_size)
            os.rename(made, name, src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)
        finally:
            with suppress(OSError):
                os.unlink(made, dir_fd=self.descriptor)

    def put(self, name: str, source: IO[bytes]) -> int:
        """Write what comes from a stream to a file, all or nothing; how many bytes it was.  Raises `NotInFolder`."""
        written = 0
        with self.new(name, replace=True) as path, path.open("wb") as file:
            while chunk := source.read(1 << 16):
                written += len(chunk)
                if written > self.most:
                    self.refuse_too_large(written)
                file.write(chunk)
        return written

    def get(self, name: str, target: IO[bytes]) -> None:
        """Write a file to a stream.  Raises `NotInFolder` and `OSError`."""
        with open(self._checked(name), "rb", opener=self.opener) as file:
            while chunk := file.read(1 << 16):
                target.write(chunk)
        target.flush()

    def remove(self, name: str) -> None:
        """Remove a file.  Raises `NotInFolder` and `OSError`."""
        os.unlink(self._checked(name), dir_fd=self.descriptor)

    def refuse_too_large(self, size: int) -> None:
        """Raises `NotInFolder` if a file of this size, or with the others, which include it, takes too much room."""
        if size > self.most:
            raise NotInFolder(message("The file is too large: {n} MB are the limit.", n=self.most >> 20))
        if sum(map(_size, self._entries())) > self.in_all:
            raise NotInFolder(
                message(
                    "Your exchange folder is full: {n} MB are the limit. Remove files that are not needed.",
                    n=self.in_all >> 20,
                )
            )

    def _entries(self) -> list[os.DirEntry[str]]:
        with os.scandir(self.descriptor) as entries:
            return sorted(entries, key=lambda entry: entry.name)

    def _is_there(self, name: str) -> bool:
        try:
            os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)
        except FileNotFoundError:
            return False
        return True

    @staticmethod
    def _checked(name: str) -> str:
        """The name.  Raises `NotInFolder` unless it is a plain one."""
        if not name or name.startswith((".", "-")) or "/" in name or "\\" in name or not name.isprintable():
            raise NotInFolder(
                message('"{name}" is no plain name of a file: give one without a folder.', name=name or " ")
            )
        if len(os.fsencode(name)) > _LONGEST_NAME:
            raise NotInFolder(message("The name of the file is too long."))
        return name

    def _remove_forgotten(self) -> None:
        for entry in self._entries():
            with suppress(OSError):
                if (
                    entry.name.startswith(_HALF_MADE)
                    and time.time() - entry.stat(follow_symlinks=False).st_mtime > _FORGOTTEN
                ):
                    os.unlink(entry.name, dir_fd=self.descriptor)


def _size(entry: os.DirEntry[str]) -> int:
    """How many bytes a file has; what is no file takes no room."""
    with suppress(OSError):
        if entry.is_file(follow_symlinks=False):
            return entry.stat(follow_symlinks=False).st_size
    return 0
