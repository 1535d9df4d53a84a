"""Who has a register's file open.

Each open register keeps a small file beside it, locked: the kernel lets go of the lock however a program ends, and a
copy of the files is not locked.  Who wants to be alone locks the folder, which those who come in do as well, together.
"""

from __future__ import annotations

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from kit_tui.domain.wording import Message, message
from kit_tui.store.errors import StoreError

_PATIENCE = 5.0  # seconds that one who comes in waits for another who wants to be alone
_LOOK = 0.05
_UNKNOWN = "?"


class Present(NamedTuple):
    """One who has the register open: the login, and the process on this host."""

    login: str
    process: int


class Presence:
    """That this process has the register at `register` open, until `leave` or its end."""

    def __init__(self, register: Path, login: str) -> None:
        self._process = os.getpid()
        self._path = register.with_name(f"{register.name}-in-{self._process}-{os.urandom(4).hex()}")
        fresh = self._path.with_name(f".{self._path.name}")
        self._descriptor: int | None = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)  # first: without a lock it would be taken for one left behind
        resemble(self._descriptor, register)
        os.write(self._descriptor, f"{login}\n{self._process}\n".encode())
        fresh.rename(self._path)

    def leave(self) -> None:
        """Take it back; a process that was forked off does not speak for the first one."""
        if self._descriptor is not None and os.getpid() == self._process:
            with suppress(OSError):  # what is left is unlocked, and removed by the next who looks
                self._path.unlink()
            os.close(self._descriptor)
            self._descriptor = None


def others(register: Path) -> list[Present]:
    """Who has the register open; what programs have left behind that were killed is removed."""
    beside = re.compile(re.escape(register.name) + r"-in-\d+-[0-9a-f]{8}")
    found: list[Present] = []
    for name in sorted(os.listdir(register.parent)):
        if beside.fullmatch(name):
            found.extend(_present(register.with_name(name)))
    return found


def refuse_others(register: Path) -> None:
    """Raises `StoreError`, naming them, while others have the register open."""
    there = others(register)
    if there:
        raise StoreError(
            message(
                "{n} others are in the register ({who}): ask them to leave it, then try again. A session that has been "
                "forgotten is ended by kit-tui sessions --end.",
                one="Somebody else is in the register ({who}): ask them to leave it, then try again. A session that "
                "has been forgotten is ended by kit-tui sessions --end.",
                n=len(there),
                who=[_named(present) for present in there],
            )
        )


@contextmanager
def alone_in(folder: Path) -> Iterator[int]:
    """Within it, no other program makes, opens or replaces a database in `folder`; its descriptor.

    The folder itself is what is locked, so nothing is left behind, whatever happens.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def coming_into(folder: Path) -> Iterator[None]:
    """Within it, nobody is alone in `folder`.  Raises `StoreError` when somebody is, for long."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        until = time.monotonic() + _PATIENCE
        while not _locked(descriptor, fcntl.LOCK_SH):
            if time.monotonic() > until:
                raise StoreError(
                    message("The register is just being migrated or restored: try again in a moment."),
                )
            time.sleep(_LOOK)
        yield
    finally:
        os.close(descriptor)


def resemble(descriptor: int, path: Path) -> None:
    """Give an open file the owner, the group and the mode of the one at `path`, as far as this user may.

    Where the group can't be had, no other group is let in instead.
    """
    like = path.stat()
    with suppress(PermissionError):
        os.fchown(descriptor, like.st_uid, -1)
    try:
        os.fchown(descriptor, -1, like.st_gid)
        os.fchmod(descriptor, like.st_mode & 0o777)
    except PermissionError:
        os.fchmod(descriptor, like.st_mode & 0o707)


def _locked(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _present(path: Path) -> Iterator[Present]:
    """Who keeps this file locked, if anybody does; else it is removed."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return
    except PermissionError:
        yield Present(_UNKNOWN, 0)
        return
    try:
        if _locked(descriptor, fcntl.LOCK_SH):
            with suppress(OSError):
                path.unlink()
        else:
            login, process, *_ = [*os.read(descriptor, 1000).decode(errors="replace").split("\n"), "", ""]
            yield Present(login or _UNKNOWN, int(process) if process.isdigit() else 0)
    finally:
        os.close(descriptor)


def _named(present: Present) -> Message:
    return message("{login}, process {n}", login=present.login, n=present.process)
