"""One's place in a list of any length: the cursor, what is in sight, and the rows known around it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kit_tui.store import Ordering, Query, RegisterInfo, Row, Store, Touched
from kit_tui.tui.filters import Filter, conditions

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp

MARGIN = 100
"""Rows that are kept beyond either edge of the screen, so that the next steps need no reading."""
FIRST = 60
"""Rows that are read to begin with."""
_MOST_NEW = 20
"""An own write of more records than this leaves the cursor where it is."""


class _Reading(NamedTuple):
    """Rows from `start` on, and where the record one looked at stands now."""

    start: int
    rows: list[Row]
    place: int | None
    is_new: bool = False


class Window:
    """A list as it was asked for, and one's place in it.

    The first rows come at once; then the list is counted, then put in order as a whole, and from then on (`ordered`)
    any place of it is read equally fast and changes are mended.  `wanted` is where the cursor is going: it gets
    there, as `cursor`, when the rows around are known.  `top` is the first row on the screen of `height` rows.
    """

    def __init__(self, info: RegisterInfo, query: Query, filters: tuple[Filter, ...] = ()) -> None:
        self.info, self.filters = info, filters
        self.query = query._replace(where=conditions(filters))
        self.total = self.cursor = self.wanted = self.top = 0
        self.height = 1
        self.marked: set[int] = set()
        self.is_open = False
        self._start = 0
        self._rows: Sequence[Row] = ()
        self._counted = False
        self._ordering: Ordering | None = None
        self._lock = asyncio.Lock()
        self._missed: Touched | None = None

    @property
    def ordered(self) -> bool:
        """Whether the whole list is in order: as a whole, or because all of its rows are known."""
        return self._ordering is not None or (self._counted and len(self._rows) == self.total)

    @property
    def counted(self) -> bool:
        """Whether the length of the list is known."""
        return self._counted or self.ordered

    @property
    def narrowed(self) -> bool:
        """Whether less than the whole register was asked for."""
        return self.filtered or bool(self.query.text.strip())

    @property
    def filtered(self) -> bool:
        """Whether filters or an academic year are set, or the list is that of the deleted records."""
        return bool(self.filters) or self.query.year is not None or self.query.deleted

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.row(self.cursor)

    @property
    def in_sight(self) -> tuple[int, int, list[Row | None]]:
        """What the list looks like on the screen: the cursor, the first row's place, and the rows."""
        return self.cursor, self.top, [self.row(at) for at in range(self.top, self.top + self.height)]

    def row(self, at: int) -> Row | None:
        """The row at a place of the list, if it is known."""
        known = at - self._start
        return self._rows[known] if 0 <= known < len(self._rows) else None

    def resize(self, height: int) -> None:
        """Another number of rows fits on the screen."""
        self.height = max(1, height)
        self.aim(self.wanted)

    def aim(self, to: int, scroll: int = 0) -> bool:
        """Send the cursor to a row, what is in sight moving by `scroll`; whether it is there already."""
        self.wanted = max(0, min(to, self.total - 1))
        top = self._top_for(self.wanted, self.top + scroll)
        if not self._knows(top):
            return False
        self.cursor, self.top = self.wanted, top
        return True

    @property
    def runs_short(self) -> bool:
        """Whether one comes near the edge of what is known of the list."""
        first, last = self.top - MARGIN // 2, self.top + self.height + MARGIN // 2
        return not self._knows_rows(max(first, 0), min(last, self.total))

    async def open(self, kit: KitApp) -> None:
        """Read the first rows.  In an order of its own the whole list is put in order first: that may take long."""
        if self.query.sort:
            await self.order(kit)
        limit = max(self.height, FIRST)
        rows = await kit.quick(kit.store.window, self.query, 0, limit, self._ordering)
        self._rows, self.is_open = rows, True
        if self._ordering is None:
            self.total, self._counted = len(rows), len(rows) < limit

    async def count(self, kit: KitApp) -> None:
        """Count the list, unless that is known: the whole register is counted quickly, a part of it perhaps not."""
        if not self.counted:
            self.total = await (kit.slow if self.narrowed else kit.quick)(kit.store.count, self.query)
            self._counted = True

    async def order(self, kit: KitApp) -> None:
        """Put the list in order as a whole, and mend what was missed meanwhile."""
        async with self._lock:
            if self._ordering is None:
                self._ordering = await kit.slow(kit.store.ordering, self.query)
                self.total = len(self._ordering)
                self.aim(self.wanted)
        if missed := self._missed:
            self._missed = None
            await self.mend(kit, missed)

    async def fetch(self, kit: KitApp) -> None:
        """Read the rows where the cursor is going, and let it get there; if they are known, those around them."""
        goal, top = self.wanted, self._top_for(self.wanted, self.top)
        margin = MARGIN if self._knows(top) else 0
        start = max(0, top - margin)
        limit = top + self.height + margin - start
        ordering = self._ordering
        rows = await kit.quick(kit.store.window, self.query, start, limit, ordering)
        if ordering is self._ordering:
            self._start, self._rows = start, rows
            if not self.aim(self.wanted) and self.wanted == goal:  # fewer rows than there should be
                self.cursor, self.top = goal, top

    def miss(self, touched: Touched) -> None:
        """Remember a commit, to be mended when the list is shown again."""
        if self._concerns(touched):
            self._missed = merged(self._missed, touched) if self._missed else touched

    async def mend(self, kit: KitApp, touched: Touched) -> None:
        """Bring the list up to date after a commit; the cursor stays on its record, or goes to one just added."""
        if not self._concerns(touched):
            return
        async with self._lock:
            known = self._ordering
            if known is None:
                self.miss(touched)
                return
            ordering = await kit.quick(kit.store.update_ordering, known, touched)
            if ordering is None:
                ordering = await kit.slow(kit.store.ordering, self.query)
            row, at = self.current, self.cursor
            reading = await kit.quick(self._read_again, kit.store, known, ordering, touched, row)
            self._ordering, self.total = ordering, len(ordering)
            self._start, self._rows = reading.start, reading.rows
            self.marked &= self._still_there(touched, ordering)
            self._follow(reading, at)

    async def find(self, kit: KitApp, record: int) -> bool:
        """Send the cursor to a record; whether it is in the list."""
        await self.order(kit)
        assert self._ordering is not None
        place = await kit.quick(self._ordering.position, record)
        if place is not None and not self.aim(place):
            await self.fetch(kit)
        return place is not None

    def _read_again(
        self, store: Store, known: Ordering, ordering: Ordering, touched: Touched, row: Row | None
    ) -> _Reading:
        """On the lane: where the record one looks at stands now, and the rows around it."""
        added = self._added(known, ordering, touched)
        place = added if added is not None or row is None else ordering.position(row.id)
        if added is not None:
            top = self._top_for(added, self.top)
        else:
            top = self.top if place is None else self.top + place - self.cursor
        start = max(0, min(top, len(ordering)) - MARGIN)
        rows = store.window(self.query, start, self.height + 2 * MARGIN, ordering)
        return _Reading(start, rows, place, added is not None)

    def _added(self, known: Ordering, ordering: Ordering, touched: Touched) -> int | None:
        """Where a record stands that we have just added to the list."""
        ids = touched.tables.get(self.info.table)
        if not touched.own or not ids or len(ids) > _MOST_NEW:
            return None
        places = [ordering.position(record) for record in sorted(ids) if known.position(record) is None]
        return next((place for place in reversed(places) if place is not None), None)

    def _follow(self, reading: _Reading, at: int) -> None:
        """Put the cursor where its record has gone; the record keeps its line of the screen, except at the top."""
        if reading.is_new and reading.place is not None:
            self.aim(reading.place)
            return
        shift = 0 if reading.place is None else reading.place - at
        to = max(0, min(self.wanted + shift, self.total - 1))
        stays_at_top = self.top == 0 and to < self.height
        self.aim(to, 0 if stays_at_top else shift)

    def _still_there(self, touched: Touched, ordering: Ordering) -> set[int]:
        ids = touched.tables.get(self.info.table, frozenset())
        checked = self.marked if ids is None else self.marked & ids
        return self.marked - checked | {record for record in checked if ordering.position(record) is not None}

    def _concerns(self, touched: Touched) -> bool:
        """Whether what a commit touched can show in the list; what columns work out may come from any table."""
        if any(c.name not in self.info.fields and "." not in c.name for c in self.info.columns):
            return True
        shown = {self.info.fields[c.name.partition(".")[0]].table for c in self.info.columns}
        return not touched.tables.keys().isdisjoint({self.info.table, *shown})

    def _top_for(self, cursor: int, top: int) -> int:
        """What must be the first row in sight.

        A step over the edge moves half a screen at once: on a far line, drawing all rows anew at every step is slow.
        """
        if cursor == top + self.height or cursor == top - 1:
            top = cursor - self.height // 2
        top = max(min(top, cursor), cursor - self.height + 1)
        return max(0, min(top, self.total - self.height))

    def _knows(self, top: int) -> bool:
        return self._knows_rows(top, min(top + self.height, self.total))

    def _knows_rows(self, first: int, last: int) -> bool:
        return self._start <= first and last <= self._start + len(self._rows)


def merged(one: Touched, other: Touched) -> Touched:
    """Two commits as one."""
    tables: dict[str, frozenset[int] | None] = dict(one.tables)
    for table, ids in other.tables.items():
        known = tables.get(table, frozenset())
        tables[table] = None if ids is None or known is None else known | ids
    return Touched(tables, one.operations + other.operations)
