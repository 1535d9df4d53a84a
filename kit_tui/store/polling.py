"""Noticing the commits of others on SQLite: `PRAGMA data_version` on a connection that is never in a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from kit_tui.domain.wording import Message
from kit_tui.store.plain import Touched
from kit_tui.store.watching import INTERVAL, LONGEST, Watcher

if TYPE_CHECKING:
    from kit_tui.store.sqlite_database import Database


class Polling(Watcher):
    """Looks every moment, which costs microseconds.

    When the file is moved away or replaced, `lost` hears what there is to say.
    """

    def __init__(
        self, database: Database, own: set[str], heard: Callable[[Touched], None], lost: Callable[[Message], None]
    ) -> None:
        self._database, self._lose = database, lost
        self._is_lost = False
        super().__init__(own, heard)

    def _run(self) -> None:
        connection = sqlite3.connect(self._database.database, timeout=1, isolation_level=None)

        def fetch(sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
            return connection.execute(sql, parameters).fetchall()

        rest = INTERVAL
        try:
            seen = self._version(connection)
            self._begin(fetch)
            while not self._stop.wait(rest):
                self._look_for_file()
                try:
                    version = self._version(connection)
                    told = version != seen and self._tell(fetch)
                    seen = version
                except sqlite3.OperationalError:
                    continue  # the file is being replaced or is locked for a moment: look again
                rest = min(2 * rest, LONGEST) if told else INTERVAL
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
