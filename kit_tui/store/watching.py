"""Telling of the commits of others: the log says what they changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from kit_tui.store.plain import MANY, Touched

Fetch: TypeAlias = Callable[[str, Sequence[object]], Sequence[tuple[Any, ...]]]
"""What gives the rows of a select, whose parameters are marked with `?`."""

_LAST = "SELECT coalesce(max(id), 0) FROM operation"
_SINCE = "SELECT id, uuid, tables, rows FROM operation WHERE id > ? ORDER BY id"
_CHANGED = 'SELECT DISTINCT "table", record FROM change WHERE operation_id = ?'


INTERVAL = 0.1
"""Seconds between two looks: a commit is to be on screen within 0.15 s."""
LONGEST = 1.0
"""Seconds between two looks at most, while others commit all the time."""


class Watcher:
    """A thread that tells of every commit but those in `own`, which holds the unique names of operations.

    While every look finds a commit, each rest is twice the one before: where many save all the time, nobody reads
    all the time.
    """

    def __init__(self, own: set[str], heard: Callable[[Touched], None]) -> None:
        self._own, self._heard = own, heard
        self._stop = threading.Event()
        self._last: int | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()
        self._ready.wait(5)

    def close(self) -> None:
        """Tell of nothing more."""
        self._stop.set()

    def _run(self) -> None:
        raise NotImplementedError

    def _begin(self, fetch: Fetch) -> None:
        """Have what is committed from here on told, and what has been since an earlier connection was lost."""
        if self._last is None:
            self._last = fetch(_LAST, ())[0][0]
        else:
            self._tell(fetch)
        self._ready.set()

    def _tell(self, fetch: Fetch) -> bool:
        """Tell what the log has that has not been told; whether it was anything of others."""
        tables: dict[str, frozenset[int] | None] = {}
        operations = []
        for operation, uuid, names, rows in fetch(_SINCE, (self._last,)):
            self._last = operation
            if uuid in self._own:
                self._own.discard(uuid)
                continue
            operations.append(operation)
            if rows == 0 or rows > MANY:
                tables |= dict.fromkeys(names.split())
                continue
            for table, record in fetch(_CHANGED, (operation,)):
                known = tables.get(table, frozenset())
                tables[table] = None if known is None else known | {record}
        if operations:
            self._heard(Touched(tables, tuple(operations)))
        return bool(operations)
