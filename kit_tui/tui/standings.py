"""How far each target is, as read last: kept while the app runs, so that going from tab to tab reads nothing again."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterable
from typing import TYPE_CHECKING, TypeAlias

from kit_tui.store import Store, Touched

if TYPE_CHECKING:
    from kit_tui.gauges import Standing
    from kit_tui.tui.app import KitApp

Key: TypeAlias = tuple[str, int, dt.date]
"""A gauge's code, the academic year that is read, and the day as of which."""

_SETTINGS = "setting"
"""The table of the policies, on which gauges depend beside their own tables."""


class Standings:
    """The gauges of the year that the app looks at."""

    def __init__(self, kit: KitApp) -> None:
        self._kit = kit
        self._known: dict[Key, Standing] = {}
        self._fresh: set[Key] = set()

    def known(self, code: str) -> Standing | None:
        """A gauge as read last; None before the first reading."""
        return self._known.get(self._key(code))

    def stale(self, codes: Iterable[str]) -> list[str]:
        """Those of some gauges that have to be read, or read again."""
        return [code for code in codes if self._key(code) not in self._fresh]

    async def read(self, codes: Iterable[str]) -> AsyncIterator[Standing]:
        """Those of some gauges that have to be read, one after another.  Raises `Refused`."""
        for code in self.stale(codes):
            key = self._key(code)
            self._fresh.add(key)
            try:
                self._known[key] = await self._kit.slow(_read, self._kit.store, *key)
            except BaseException:
                self._fresh.discard(key)
                raise
            yield self._known[key]

    def touched(self, touched: Touched) -> None:
        """A commit changed records: the gauges that depend on them are to be read again."""
        if self._fresh:
            from kit_tui.gauges import GAUGES

            tables = touched.tables.keys()
            every = _SETTINGS in tables
            self._fresh -= {key for key in self._fresh if every or not GAUGES[key[0]].tables.isdisjoint(tables)}

    def _key(self, code: str) -> Key:
        from kit_tui.domain.years import last_day

        return code, self._kit.year, min(self._kit.today, last_day(self._kit.year))


def _read(store: Store, code: str, year: int, day: dt.date) -> Standing:
    from kit_tui.gauges import Policy, standing

    return standing(store.reader, Policy.of(store.settings()), code, day, year)
