"""Far places of a list: its end, a row in the midst of it, and the order that makes them near."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from statistics import median
from typing import NamedTuple

from kit_tui.store import Query, Store
from tests.benchmarks.figures import MILLISECONDS, SECONDS, Figure, Reach, seconds
from tests.benchmarks.office import Office
from tests.benchmarks.sights import PEOPLE, gauges_read, open_people, ordered, people
from tests.benchmarks.stopwatch import Stopwatch
from tests.terminal.harness import KEYS


def reach(office: Office) -> Iterator[Figure]:
    """From a key at the top of the list of people to the rows of the far place on the screen."""
    with office.open() as kit:
        total = kit.count(Query("people"))
        midst = total * 7 // 10
        last, middle = _Row.of(kit, total), _Row.of(kit, midst)
    with people(office) as app:
        ends = [_reached(app, KEYS["end"], last) for _ in range(office.effort.commits)]
    with office.python("-m", "tests.benchmarks.jumping", str(office.path), JUMP_TO=str(midst)) as app:
        open_people(app)
        jumps = [_reached(app, "J", middle) for _ in range(office.effort.commits)]
    yield Figure("The end of a list", median(ends), Reach(0.100, MILLISECONDS))
    yield Figure("A row in its midst: 700,000 of 1,000,000", median(jumps), Reach(0.100, MILLISECONDS))


def order(office: Office) -> Iterator[Figure]:
    """From a list's key to its length without "ordering..." beside it; and each column's order by itself."""
    times = [_opened(office) for _ in range(office.effort.rounds)]
    with office.open() as kit:
        info = kit.registers["people"]
        queries = [Query("people", sort=((name, True),)) for name in info.column_names if name in info.fields]
        slowest = max(seconds(partial(kit.ordering, query)) for query in queries)
    yield Figure("A list opened and in order from end to end", median(times), Reach(1, SECONDS))
    yield Figure("- the slowest of the register's own columns", slowest, Reach(1, SECONDS))


def _opened(office: Office) -> float:
    """Seconds from the list's key until it is in order."""
    with office.app() as app:
        app.came(partial(gauges_read, app))
        app.draw()
        mark = app.send(PEOPLE)
        return app.came(partial(ordered, app)) - mark.at


class _Row(NamedTuple):
    """What can be seen of a row of the list of people: how its texts begin, which a narrow column does not cut."""

    name: str
    kana: str
    unit: str

    @classmethod
    def of(cls, kit: Store, place: int) -> _Row:
        names = kit.registers["people"].column_names
        cells = dict(zip(names, kit.window(Query("people"), place - 1, 1)[0].cells, strict=True))
        return cls(*(str(cells[name] or "")[:5] for name in ("called", "name_kana", "unit")))

    def is_reached(self, app: Stopwatch) -> bool:
        """Whether the cursor is on it, and there are rows all around."""
        line = "" if app.cursor is None else app.lines[app.cursor]
        is_it = line[1:].startswith(self.name) and self.kana in line and self.unit in line
        return is_it and all(row[1] != " " for row in app.lines[6:-1])


def _reached(app: Stopwatch, key: str, row: _Row) -> float:
    """Seconds from a key to a screen full of rows with the cursor on this one; then one is back at the top."""
    mark = app.send(key)
    app.settle(0.3)
    at = app.came(partial(row.is_reached, app))
    app.send(KEYS["home"])
    app.settle(0.3)
    app.draw()
    return at - mark.at
