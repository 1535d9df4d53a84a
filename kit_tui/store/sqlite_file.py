"""A register in an SQLite file: made whole or not at all, opened with care, every refusal with its reason."""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from weakref import WeakSet

import peewee as pw

from kit_tui.domain.wording import message
from kit_tui.store import migrate
from kit_tui.store.errors import StoreError
from kit_tui.store.mounts import network_kind
from kit_tui.store.sqlite_troubles import translating

APPLICATION_ID = 0x4B495452
"""Marks a file as ours in its header: the letters KITR."""
OLDEST_SQLITE = (3, 35)
"""The first with RETURNING and DROP COLUMN, which saving and migrations use."""

_MAGIC = b"SQLite format 3\0"
_MODE = 0o600  # it is about people: whoever wants to share the file itself opens it to others
_COMPANIONS = ("-wal", "-shm", "-journal")
_TIMEOUT = 15  # seconds that a write waits for another's
_PRAGMAS = {
    "synchronous": 2,  # FULL: a commit outlives a power cut
    "foreign_keys": 1,
    "cache_size": -2000,  # KiB, for each connection: what is read often stays in the system's cache
    "threads": 1,  # beside the connection's own, for sorting: a register of a million takes a third less
    "journal_size_limit": 64 << 20,  # bytes that the log beside the file may keep after an import has filled it
}
_BULK_CACHE = -256_000  # KiB: an import meets every page of the indexes again and again


class SqliteFile:
    """The file at `path`, in WAL mode; `PRAGMA user_version` counts the migrations that it has had."""

    def __init__(self, path: str, migrations: Path = migrate.MIGRATIONS) -> None:
        self.path = Path(os.path.realpath(os.path.expanduser(path)))
        self.migrations = migrations

    def is_made(self) -> bool:
        """Whether there is a file, which may be none of ours."""
        return _size(self.path) > 0

    def create(self, contents: Path | None = None) -> None:
        """Make a database under another name and put it in its place, so that nobody meets half of one.

        It is empty, or a copy of the file `contents`, and nobody else's to read.
        Raises `StoreError`; of several programs that create one file, all but one are told that it is there.
        """
        self._check_place()
        fresh = self.path.with_name(f".{self.path.name}.new")
        with _alone_in(self.path.parent) as folder, translating(str(self.path)):
            if _size(self.path):
                raise StoreError(
                    message("There is a file at {path} already: move it away, or give another path.", path=self.path)
                )
            try:
                _remove(fresh)
                os.close(os.open(fresh, os.O_CREAT | os.O_EXCL, _MODE))
                if contents is None:
                    self._fill(fresh)
                else:
                    shutil.copyfile(contents, fresh)
                _remove(self.path)  # what an earlier database left behind would be taken for this one's
                os.replace(fresh, self.path)
                os.fsync(folder)
            finally:
                _remove(fresh)

    def connect(self) -> Database:
        """The database, connected on this thread, with its tables brought up to date; raises `StoreError` or `Busy`."""
        self._check_place()
        self._check_file()
        database = Database(self.path)
        with translating(str(self.path)):
            try:
                self._check_schema(database)
            except BaseException:
                database.close()
                raise
        return database

    def _fill(self, path: Path) -> None:
        database = Database(path)
        try:
            database.pragma("application_id", APPLICATION_ID)
            self._bring_up(database)
        finally:
            database.close()

    def _check_schema(self, database: Database) -> None:
        if database.pragma("application_id") != APPLICATION_ID:
            raise StoreError(
                message("{path} is a database of another program: give another path.", path=self.path),
            )
        version, known = database.pragma("user_version"), migrate.known(self.migrations)
        if version > known:
            raise StoreError(
                message(
                    "{path} is of a newer kit-tui (its tables are at {version}, here at {known}): update kit-tui.",
                    path=self.path,
                    version=version,
                    known=known,
                )
            )
        if version < known or database.pragma("journal_mode") != "wal":
            with _alone_in(self.path.parent):
                self._bring_up(database)

    def _bring_up(self, database: Database) -> None:
        if database.pragma("user_version") < migrate.known(self.migrations):
            database.pragma("user_version", migrate.migrate(database, self.migrations))
        database.pragma("journal_mode", "wal")

    def _check_place(self) -> None:
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise StoreError(
                message(
                    "SQLite {version} is too old, {oldest} is needed: use a Python with a newer one.",
                    version=sqlite3.sqlite_version,
                    oldest=".".join(map(str, OLDEST_SQLITE)),
                )
            )
        folder = self.path.parent
        if not os.path.isdir(folder):
            raise StoreError(
                message("There is no folder {folder}: make it, or give another path.", folder=folder),
            )
        if os.path.isdir(self.path):
            raise StoreError(message("{path} is a folder: give the path of a file.", path=self.path))
        if kind := network_kind(self.path):
            raise StoreError(
                message(
                    "{path} is on a network file system ({kind}), where SQLite loses records: "
                    "keep it on a disk of this computer.",
                    path=self.path,
                    kind=kind,
                )
            )
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise StoreError(
                message(
                    "You may not write in the folder {folder}, as the database needs: ask {owner} to allow it.",
                    folder=folder,
                    owner=_owner(folder),
                )
            )

    def _check_file(self) -> None:
        if not _size(self.path):
            raise StoreError(message("There is no database at {path}: make one with kit-tui init.", path=self.path))
        for path in (self.path, *_companions(self.path)):
            if path.exists() and not os.access(path, os.R_OK | os.W_OK):
                raise StoreError(
                    message(
                        "You may not read and write {path}: ask {owner} to allow it.", path=path, owner=_owner(path)
                    )
                )
        with self.path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise StoreError(message("{path} is not a database: give another path.", path=self.path))


class Database(pw.SqliteDatabase):
    """Peewee's database, which knows the connections of its threads, so that they can be interrupted."""

    def __init__(self, path: Path) -> None:
        self._file = _file_at(path)
        self._connections: WeakSet[_Connection] = WeakSet()
        super().__init__(str(path), timeout=_TIMEOUT, lock_type="IMMEDIATE", pragmas=_PRAGMAS, factory=self._connection)

    @property
    def lost(self) -> StoreError | None:
        """What there is to say when the path leads to another file than the one that was opened, or to none."""
        if _file_at(Path(self.database)) == self._file:
            return None
        return StoreError(
            message(
                "The database {path} has been moved, replaced or deleted while it was open, and nothing is saved: "
                "put it back, or quit and start again.",
                path=self.database,
            )
        )

    def begin(self, lock_type: str | None = None) -> None:
        """Begin to write; raises `StoreError` when it would be to a file that nobody opens any more."""
        if lost := self.lost:
            raise lost
        super().begin(lock_type)

    def interrupt(self) -> None:
        """Stop what all threads are reading, with an `OperationalError`; a write goes on to its end."""
        for connection in list(self._connections):
            with suppress(sqlite3.ProgrammingError):  # closed a moment ago
                if not connection.in_transaction:
                    connection.interrupt()

    def leave(self) -> None:
        """Let go of this thread's connection, and stop what the others are reading.

        What was written last goes from the log into the file itself, which people copy without what lies beside it.
        """
        if not self.is_closed():
            with suppress(pw.OperationalError):  # in the middle of a write
                self.pragma("wal_checkpoint")
                self.close()
        self.interrupt()  # not before: it would keep this connection from emptying the log as well

    def make_room(self, *, bulk: bool) -> None:
        """Let this thread's connection keep much more of the file in memory, for a bulk of records, or no longer.

        What it lays down for itself meanwhile is not overwritten with zeros when it is dropped.
        """
        cache = _BULK_CACHE if bulk else _PRAGMAS["cache_size"]
        for schema in ("main", "temp"):
            self.pragma("cache_size", cache, schema=schema)
        self.pragma("secure_delete", 0 if bulk else 1, schema="temp")

    def _connection(self, *arguments: Any, **options: Any) -> _Connection:
        if lost := self.lost:  # else SQLite makes an empty file, or another is taken for this one
            raise lost
        connection = _Connection(*arguments, **options)
        self._connections.add(connection)
        return connection


class _Connection(sqlite3.Connection):
    """One that can be referred to weakly: it ends with its thread."""


@contextmanager
def _alone_in(folder: Path) -> Iterator[int]:
    """Within it, no other program makes or migrates a database in `folder`; its descriptor.

    The folder itself is what is locked, so nothing is left behind, whatever happens.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def _size(path: Path) -> int:
    """The bytes in a file; 0 where there is none, and for what is no file but a pipe, say."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file a path leads to, whatever it is called."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _companions(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in _COMPANIONS]


def _remove(path: Path) -> None:
    for each in (path, *_companions(path)):
        each.unlink(missing_ok=True)


def _owner(path: Path) -> str:
    uid = path.stat().st_uid
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
