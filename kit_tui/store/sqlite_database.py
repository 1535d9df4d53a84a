"""An open SQLite file, as the store works with it."""

from __future__ import annotations

import os
import sqlite3
import time
import weakref
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import peewee as pw

from kit_tui.domain.wording import Message, message
from kit_tui.store.database import AnyDatabase, dangling
from kit_tui.store.errors import StoreError
from kit_tui.store.plain import Touched
from kit_tui.store.presence import Presence
from kit_tui.store.search_fts5 import Fts5
from kit_tui.store.sqlite_troubles import is_busy, translating

if TYPE_CHECKING:
    from kit_tui.store.watching import Watcher

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite lays beside a file, called after it."""

_TIMEOUT = 15  # seconds that a write waits for another's
_GLANCE = 25  # milliseconds after which it looks as often again as at first
_PRAGMAS = {
    "synchronous": 2,  # FULL: a commit outlives a power cut
    "foreign_keys": 1,
    "cache_size": -2000,  # KiB, for each connection: what is read often stays in the system's cache
    "threads": 1,  # beside the connection's own, for sorting: a register of a million takes a third less
    "journal_size_limit": 64 << 20,  # bytes that the log beside the file may keep after an import has filled it
}
_BULK_CACHE = -256_000  # KiB: an import meets every page of the indexes again and again


class Database(AnyDatabase, pw.SqliteDatabase):
    """Peewee's database, which knows the connections of its threads, so that they can be interrupted."""

    def __init__(self, path: Path, presence: Presence | None = None) -> None:
        self._file = _file_at(path)
        self._presence = presence and weakref.finalize(self, presence.leave)
        self._connections: WeakSet[_Connection] = WeakSet()
        super().__init__(str(path), timeout=_TIMEOUT, lock_type="IMMEDIATE", pragmas=_PRAGMAS, factory=self._connection)
        self.index = Fts5(self)

    @property
    def name(self) -> str:
        """The path of the file."""
        return str(self.database)

    @property
    def owned(self) -> bool:
        """Whether it is a file of whoever runs this program."""
        with suppress(OSError):
            return os.stat(self.database).st_uid == os.geteuid()
        return False

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
        """Begin to write; raises `StoreError` when it would be to a file that nobody opens any more.

        SQLite looks for the lock ten times a second at last: where many write, one waits for seconds then.
        """
        if lost := self.lost:
            raise lost
        connection, end = self.connection(), time.monotonic() + self.timeout
        connection.execute(f"PRAGMA busy_timeout = {min(_GLANCE, self.timeout * 1000)}")
        try:
            while not self._begun(lock_type, last=time.monotonic() >= end):
                pass
        finally:
            connection.execute(f"PRAGMA busy_timeout = {self.timeout * 1000}")

    def _begun(self, lock_type: str | None, *, last: bool) -> bool:
        """Whether the lock is ours; the last attempt raises instead."""
        try:
            super().begin(lock_type)
        except pw.OperationalError as error:
            if last or not is_busy(error):
                raise
            return False
        return True

    def rollback(self) -> None:
        """Take back what was begun, unless SQLite has done so itself, as it does on a full disk."""
        if self.connection().in_transaction:
            super().rollback()

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
        if self._presence:
            self._presence()

    def make_room(self, *, bulk: bool) -> None:
        """Let this thread's connection keep much more of the file in memory, for a bulk of records, or no longer.

        What it lays down for itself meanwhile is not overwritten with zeros when it is dropped.
        """
        cache = _BULK_CACHE if bulk else _PRAGMAS["cache_size"]
        for schema in ("main", "temp"):
            self.pragma("cache_size", cache, schema=schema)
        self.pragma("secure_delete", 0 if bulk else 1, schema="temp")

    def translating(self) -> AbstractContextManager[None]:
        """Within it, SQLite's errors are raised in words; broken rules stay `IntegrityError`."""
        return translating(self.name)

    def past_indexes(self, field: pw.Field) -> Any:
        """A field in a condition for whose sake SQLite does not go by an index.

        An index of the living records looks short to SQLite, which keeps no statistics; but it leads to all of them,
        in another order than they lie in, and that takes five times as long as looking through the table.
        """
        return pw.NodeList((pw.SQL("+"), field), glue="")

    def lay_down(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put many rows in a table by one statement, whose transaction is not peewee's, which would take the lock."""
        names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
        insert = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
        with self.translating():
            connection = self.connection()
            if self.in_transaction():
                connection.executemany(insert, rows)
                return
            connection.execute("BEGIN")
            try:
                connection.executemany(insert, rows)
            finally:
                connection.execute("COMMIT")

    def learn(self, table: str) -> None:
        """Nothing: SQLite goes by the indexes, whatever they hold."""

    def renumber(self, table: str) -> None:
        """Nothing: SQLite looks for the highest each time."""

    def damage(self, tables: Container[str]) -> Iterator[Message]:
        """What SQLite's own checks find."""
        for row in self.fetch("PRAGMA integrity_check"):
            if row[0] != "ok":
                yield message("The file is damaged ({what}): restore a backup with kit-tui restore FILE.", what=row[0])
        for table, record, *_ in self.fetch("PRAGMA foreign_key_check"):
            if table in tables:
                yield dangling(table, record)

    def watcher(self, own: set[str], heard: Callable[[Touched], None], lost: Callable[[Message], None]) -> Watcher:
        """What looks every moment whether the file has changed."""
        from kit_tui.store.polling import Polling

        return Polling(self, own, heard, lost)

    def _connection(self, *arguments: Any, **options: Any) -> _Connection:
        if lost := self.lost:  # else SQLite makes an empty file, or another is taken for this one
            raise lost
        connection = _Connection(*arguments, **options)
        self._connections.add(connection)
        return connection


class _Connection(sqlite3.Connection):
    """One that can be referred to weakly: it ends with its thread."""


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file a path leads to, whatever it is called."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
