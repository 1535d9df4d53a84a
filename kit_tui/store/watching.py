"""Noticing the commits of others, on SQLite: `PRAGMA data_version` on a connection that is never in a transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable

from kit_tui.domain.wording import Message
from kit_tui.store.plain import MANY, Touched
from kit_tui.store.sqlite_database import Database

INTERVAL = 0.08
"""Seconds between two looks: a look costs microseconds, and a commit is to be on screen within 0.15 s."""

_SINCE = "SELECT id, uuid, tables, rows FROM operation WHERE id > ? ORDER BY id"
_CHANGED = 'SELECT DISTINCT "table", record FROM change WHERE operation_id = ?'


class Watcher:
    """A thread that tells of every commit but those in `own`, which holds the unique names of operations.

    When the database is moved away or replaced, `lost` hears what there is to say.
    """

    def __init__(
        self, database: Database, own: set[str], heard: Callable[[Touched], None], lost: Callable[[Message], None]
    ) -> None:
        self._database, self._own, self._heard, self._lose = database, own, heard, lost
        self._is_lost = False
        self._stop = threading.Event()
        self._last = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()
        self._ready.wait(5)

    def close(self) -> None:
        """Tell of nothing more."""
        self._stop.set()

    def _run(self) -> None:
        connection = sqlite3.connect(self._database.database, timeout=1, isolation_level=None)
        try:
            seen = self._version(connection)
            self._last = connection.execute("SELECT coalesce(max(id), 0) FROM operation").fetchone()[0]
            self._ready.set()
            while not self._stop.wait(INTERVAL):
                self._look_for_file()
                try:
                    version = self._version(connection)
                    if version != seen:
                        self._tell(connection)
                        seen = version
                except sqlite3.OperationalError:
                    continue  # the file is being replaced or is locked for a moment: look again
        finally:
            self._ready.set()
            connection.close()

    def _look_for_file(self) -> None:
        lost = self._database.lost
        if lost and not self._is_lost:
            self._lose(lost.message)
        self._is_lost = lost is not None

    @staticmethod
    def _version(connection: sqlite3.Connection) -> int:
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _tell(self, connection: sqlite3.Connection) -> None:
        tables: dict[str, frozenset[int] | None] = {}
        operations = []
        for operation, uuid, names, rows in connection.execute(_SINCE, (self._last,)).fetchall():
            self._last = operation
            if uuid in self._own:
                self._own.discard(uuid)
                continue
            operations.append(operation)
            if rows == 0 or rows > MANY:
                tables |= dict.fromkeys(names.split())
                continue
            for table, record in connection.execute(_CHANGED, (operation,)):
                known = tables.get(table, frozenset())
                tables[table] = None if known is None else known | {record}
        if operations:
            self._heard(Touched(tables, tuple(operations)))
