"""A copy of a register's file as it stands at one moment, taken while others write, and proven before it is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from kit_tui.domain.wording import Message, message
from kit_tui.store.errors import StoreError
from kit_tui.store.sqlite_troubles import translating

Told = Callable[[Message, float | None], object]
"""Hears how far something is: what is done, and which share of it; None where that can't be said."""

MODE = 0o600
"""It is about people: whoever wants to share the file itself opens it to others."""

_STEP = 256  # pages between two looks at the disk: so little waits to be written that nobody's save waits behind it
_PIECE, _PAUSE = 1 << 20, 0.002  # bytes that are read back at a time, and seconds in which others have the disk
_LOOK = 2_000_000  # steps of SQLite's machine between two looks at whether the user wants to stop
_NICE = 10  # how far the copying stands back behind those who work
_TARGET = {  # what befalls a file that is written
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
}


class Damaged(StoreError):
    """A copy is not whole, and perhaps neither is what it is a copy of; `what` is SQLite's word for it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            message(
                "The copy is damaged ({what}), and perhaps the register itself: nothing was kept of it. "
                "Run kit-tui check.",
                what=what,
            )
        )
        self.what = what


class Facts(NamedTuple):
    """What a copy has in common with what it is a copy of."""

    application: int
    version: int
    last: tuple[int, str, str] | None
    """The latest operation: its number, its unique name, and when it was."""
    rows: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> Facts:
        """Those of an open database, all as of one moment if it is in a transaction."""

        def one(sql: str) -> tuple[object, ...] | None:
            found: tuple[object, ...] | None = connection.execute(sql).fetchone()
            return found

        tables = [
            str(name)
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
            ).fetchall()
        ]
        last = one("SELECT id, uuid, at FROM operation ORDER BY id DESC LIMIT 1") if "operation" in tables else None
        rows = tuple((table, _number(one(f'SELECT count(*) FROM "{table}"'))) for table in tables)
        number, version = _number(one("PRAGMA application_id")), _number(one("PRAGMA user_version"))
        return cls(number, version, None if last is None else (_number(last), str(last[1]), str(last[2])), rows)


def copy(source: Path, target: Path, told: Told, *, live: bool = True) -> Facts:
    """Copy the database at `source` to `target`, where nothing is, and prove the copy; what it holds.

    It is as of the moment at which it began, on the disk in the end, and nobody else's to read.  Writers don't wait:
    what they write meanwhile goes to the log.  Of a `source` that is not `live`, nothing but the file is touched.
    Raises `StoreError`; no part of a copy is left then.
    """
    stop = threading.Event()

    def told_on(doing: Message, share: float | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        told(doing, share)

    with ThreadPoolExecutor(1, "copy", _stand_back) as worker:
        try:
            return worker.submit(_copy, source, target, told_on, live).result()
        finally:
            stop.set()


def opened(path: Path, *, alone: bool = False) -> sqlite3.Connection:
    """A connection to the database that is at `path`, without transactions of its own.

    `alone` is for a file that nobody writes to: it is read without a lock, and nothing is laid beside it.
    """
    how = "immutable=1" if alone else "mode=rw"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, timeout=15)


def _stand_back() -> None:
    """Let this thread run when others don't want to, where a thread can have a priority of its own."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


def _copy(source: Path, target: Path, told: Told, live: bool) -> Facts:
    _see_to_room(source, target)
    try:
        descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, MODE)
    except OSError as error:
        raise _cant_write(target, error.strerror or str(error)) from None
    try:
        facts = _copied(source, target, descriptor, told, live)
        _read_back(descriptor, message("checking {path}", path=target), told)
        _prove(target, facts, told)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
    return facts


def _copied(source: Path, target: Path, descriptor: int, told: Told, live: bool) -> Facts:
    """Fill `target` from `source`; what it must hold now."""
    doing = message("copying {path}", path=source)

    def step(_: int, left: int, total: int) -> None:
        told(doing, (total - left) / total if total else 1)
        _flush(descriptor)

    with translating(str(source)), _target_troubles(target), closing(opened(source, alone=not live)) as register:
        with closing(opened(target)) as fresh:
            for setting in ("journal_mode = off", "synchronous = off"):  # a half-made copy is thrown away
                fresh.execute(f"PRAGMA {setting}")
            register.execute("BEGIN")  # from here on, it is this moment's: else each write would begin it anew
            facts = Facts.of(register)
            register.backup(fresh, pages=_STEP, progress=step, sleep=0)
            register.execute("COMMIT")
        if live:
            register.execute("PRAGMA wal_checkpoint(PASSIVE)")  # or one of those who save would have to do it all
    return facts


def _prove(target: Path, facts: Facts, told: Told) -> None:
    """Raises `StoreError` unless the file is whole and holds what it must."""

    def look() -> None:
        told(message("checking {path}", path=target), None)

    look()
    with translating(str(target)), closing(opened(target, alone=True)) as fresh:
        wrong = _fault(fresh, look)
        if not wrong and Facts.of(fresh) != facts:
            wrong = "?"
    if wrong:
        raise Damaged(wrong)


def _fault(connection: sqlite3.Connection, look: Callable[[], None]) -> str:
    """What is wrong with a database from the first page to the last; empty when nothing is.

    `look` is called now and then; what it raises stops the reading with an `OperationalError`.
    """
    connection.set_progress_handler(look, _LOOK)
    try:
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if found == "ok" else found.partition("\n")[2] or found


def _flush(descriptor: int) -> None:
    """Have the disk keep what was written."""
    getattr(os, "fdatasync", os.fsync)(descriptor)


def _read_back(descriptor: int, doing: Message, told: Told) -> None:
    """Have memory forget what was written and hold what the disk has of it, for that is what is to be proven.

    SQLite by itself would read it here and there, and keep the disk from those who save.
    """
    _flush(descriptor)
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    size = os.fstat(descriptor).st_size
    for at in range(0, size, _PIECE):
        os.pread(descriptor, _PIECE, at)
        told(doing, at / size)
        time.sleep(_PAUSE)


def _see_to_room(source: Path, target: Path) -> None:
    folder = target.parent
    if not folder.is_dir():
        raise StoreError(message("There is no folder {folder}: make it, or give another path.", folder=folder))
    needed, free = source.stat().st_size, shutil.disk_usage(folder).free
    if needed > free:
        raise StoreError(
            message(
                "The disk of {folder} has no room for the copy: it takes {needed} MB, and {free} MB are free.",
                folder=folder,
                needed=f"{needed / 1e6:,.0f}",
                free=f"{free / 1e6:,.0f}",
            )
        )


@contextmanager
def _target_troubles(target: Path) -> Iterator[None]:
    """Within it, what befalls the file that is written is told apart from what befalls the one that is read."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) in _TARGET:
            raise _cant_write(target, str(error)) from None
        raise
    except OSError as error:
        raise _cant_write(target, error.strerror or str(error)) from None


def _cant_write(target: Path, why: str) -> StoreError:
    return StoreError(
        message(
            "The copy {path} can't be written ({why}): nothing was kept of it. Make room, or give another path.",
            path=target,
            why=why,
        )
    )


def _number(row: tuple[object, ...] | None) -> int:
    return int(str(row[0])) if row else 0
