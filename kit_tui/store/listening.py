"""Noticing the commits of others on PostgreSQL: LISTEN, on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import psycopg

from kit_tui.domain.wording import Message, message
from kit_tui.store.plain import Touched
from kit_tui.store.postgres_database import CHANNEL, PAUSES, Connection
from kit_tui.store.watching import INTERVAL, LONGEST, Watcher

if TYPE_CHECKING:
    from kit_tui.store.postgres_database import Target

_GLANCE = 0.5  # seconds after which it is seen that nobody wants to be told any more


class Listening(Watcher):
    """Waits for what writes announce.  While the server is away, `lost` hears what there is to say."""

    def __init__(
        self, target: Target, own: set[str], heard: Callable[[Touched], None], lost: Callable[[Message], None]
    ) -> None:
        self._target, self._lose = target, lost
        self._is_away = False
        super().__init__(own, heard)

    def _run(self) -> None:
        attempt = 0
        while not self._stop.is_set():
            try:
                with self._target.connect() as connection:
                    self._listen(connection)
                attempt = 0
            except psycopg.Error:
                self._ready.set()
                if not self._is_away:
                    self._lose(message("The server of {path} is away: reconnecting.", path=self._target.name))
                    self._is_away, attempt = True, 0
                self._stop.wait(PAUSES[min(attempt, len(PAUSES) - 1)])
                attempt += 1

    def _listen(self, connection: Connection) -> None:
        def fetch(sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
            return connection.execute(sql.replace("?", "%s"), parameters).fetchall()

        connection.execute(f"LISTEN {CHANNEL}")
        self._begin(fetch)
        self._is_away, rest = False, INTERVAL
        while not self._stop.is_set():
            if list(connection.notifies(timeout=_GLANCE, stop_after=1)):
                self._tell(fetch)
                self._stop.wait(rest)
                rest = min(2 * rest, LONGEST)
            else:
                rest = INTERVAL
