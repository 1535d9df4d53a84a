"""Makes kit.db.example: the office's published figures, and an openly fictional sample whose counts equal them.

The published figures and the target of 30 % by AY 2023 are those of the office's public page.  Everybody and
everything else is made up, the other targets included.  Run as `python -m tests.example.build PATH`.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from kit_tui import store
from kit_tui.domain import clock
from kit_tui.domain.fields import Value
from kit_tui.registers import REGISTERS
from tests.example import mobility, staff, units

DAY = dt.date(2018, 11, 22)
"""The day on which the example is set."""
_TOKYO = dt.timezone(dt.timedelta(hours=9))
PAGE = "KIT website, Globalization"


class Office:
    """The sample's clerks at work: every entry has its day and hour, and its name, so that builds are alike."""

    def __init__(self, path: str) -> None:
        self._stores = {
            login: store.open(path, store.Actor(login), REGISTERS) for login in ("sato", "suzuki", "tanaka")
        }
        self._moment = dt.datetime(2014, 4, 1, 9, tzinfo=_TOKYO)
        self._count = 0
        with self.at(self._moment):
            self._stores["sato"].set_setting("example", DAY.isoformat())
        self.people: dict[str, int] = {}
        self.institutions: dict[str, int] = {}
        self.noted: dict[str, int] = {}

    @contextmanager
    def at(self, moment: dt.datetime) -> Iterator[None]:
        """Within it, the clock stands at `moment`."""
        with (
            mock.patch.object(clock, "now", return_value=moment.astimezone(dt.UTC)),
            mock.patch.dict(os.environ, KIT_TODAY=moment.date().isoformat()),
        ):
            yield

    def on(self, day: dt.date, hour: int = 9, minute: int = 0) -> None:
        """Go on to a later moment."""
        self._moment = max(self._moment, dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=_TOKYO))

    def enter(self, register: str, rows: Sequence[Mapping[str, Value]], login: str = "suzuki") -> list[int]:
        """Enter records in one go; their ids."""
        self._count += 1
        self._moment += dt.timedelta(minutes=3)
        edits = [store.Edit(register, values=row) for row in rows]
        kind = "import" if len(edits) > 1 else "add"
        with self.at(self._moment):
            return list(self._stores[login].apply(edits, kind, f"example-{self._count:05}").ids)

    def one(self, register: str, login: str = "tanaka", **values: Value) -> int:
        """Enter one record; its id."""
        return self.enter(register, [values], login)[0]

    def change(self, register: str, record: int, login: str = "tanaka", **values: Value) -> None:
        """Change a record."""
        self._count += 1
        self._moment += dt.timedelta(minutes=3)
        with self.at(self._moment):
            self._stores[login].apply([store.Edit(register, record, values=values)], "", f"example-{self._count:05}")

    def close(self) -> None:
        """Go home."""
        for each in self._stores.values():
            each.close()


PUBLISHED: dict[str, dict[int, int]] = {
    "staff-long-stays": {2015: 1},
    "staff-short-stays": {2015: 3, 2016: 2, 2017: 3, 2018: 3},
    "unit-projects": {2014: 21, 2015: 40, 2016: 33},
}
TARGETS: list[tuple[str, int, str, int]] = [
    ("staff-toeic", 2015, "baseline", 2300),
    ("staff-toeic", 2023, "final", 3000),
    ("staff-short-stays", 2018, "milestone", 3),
    ("staff-short-stays", 2023, "final", 3),
    ("course-completion", 2023, "final", 7000),
    ("faculty-stays", 2015, "baseline", 3),
    ("faculty-stays", 2018, "milestone", 5),
    ("faculty-stays", 2023, "final", 8),
    ("faculty-outcomes", 2015, "baseline", 3000),
    ("faculty-outcomes", 2023, "final", 6000),
    ("faculty-briefings", 2018, "milestone", 10000),
    ("faculty-briefings", 2023, "final", 10000),
    ("unit-projects", 2014, "baseline", 21),
    ("unit-projects", 2018, "milestone", 35),
    ("unit-projects", 2023, "final", 40),
    ("unit-visitors", 2014, "baseline", 20),
    ("unit-visitors", 2018, "milestone", 60),
    ("unit-visitors", 2023, "final", 80),
    ("agreements-active", 2023, "final", 10),
]


def build(path: Path) -> None:
    """Make the example at `path`, which must not be there yet."""
    store.create(str(path))
    office = Office(str(path))
    office.enter(
        "published",
        [
            {"gauge": gauge, "academic_year": year, "value": value, "source": PAGE}
            for gauge, years in PUBLISHED.items()
            for year, value in years.items()
        ],
        "sato",
    )
    office.enter(
        "targets",
        [{"gauge": gauge, "academic_year": year, "role": role, "value": value} for gauge, year, role, value in TARGETS],
        "sato",
    )
    units.institutions(office)
    staff.people(office)
    mobility.faculty(office)
    units.projects(office)
    mobility.stays(office)
    staff.training(office)
    units.this_week(office)
    office.close()
    _settle(path)


def _settle(path: Path) -> None:
    """Bring everything into the one file, in the order of its tables."""
    import sqlite3

    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
    connection.execute("UPDATE schema_migration SET applied = '2018-11-22 00:00:00'")
    connection.execute("UPDATE operation SET uuid = 'example' WHERE kind = 'setting'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


if __name__ == "__main__":
    build(Path(sys.argv[1]))
