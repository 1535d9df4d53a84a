"""What is done from the command line: finding, and taking in a file."""

from __future__ import annotations

import csv
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import mean, median

from tests.benchmarks.figures import MILLISECONDS, ROWS_A_SECOND, SHARE, TIMES, Figure, Reach, seconds
from tests.benchmarks.generate import people
from tests.benchmarks.office import Office

_LOOKS = 0.002
"""Seconds between two looks whether another could write."""


def find_command(office: Office) -> Iterator[Figure]:
    """`kit-tui find`, beside what it takes to load the libraries that it stands on."""
    ours, yardstick = [], []
    for _ in range(office.effort.starts + 1):
        yardstick.append(seconds(lambda: office.run(sys.executable, "-c", "import click, peewee")))
        ours.append(seconds(lambda: office.kit_tui("find", "佐藤")))
    ratio = median(ours[1:]) / median(yardstick[1:])
    yield Figure('kit-tui find, "import click, peewee" = 1', ratio, Reach(3, TIMES))
    yield Figure("- as it is", median(ours[1:]), MILLISECONDS)


def take_in(office: Office) -> Iterator[Figure]:
    """`kit-tui import` of a file of people that are all new; whether the register is whole afterwards."""
    path = office.home / "people.csv"
    rows = office.effort.rows
    _write(path, rows)
    looks = _Looks(office.path)
    took = seconds(lambda: office.kit_tui("import", "people", str(path)))
    held = looks.share_refused()
    office.kit_tui("check")  # raises unless it passes, as everything that is run
    assert "imported" in office.kit_tui("history", "people", f"staff_no:N{rows:07}").stdout
    yield Figure(f"Import of {rows:,} people", rows / took, Reach(20_000, ROWS_A_SECOND, at_least=True))
    yield Figure("- of that time nobody else could write", held, Reach(0.5, SHARE))


class _Looks:
    """Looks again and again, from the start until it is asked, whether the register could be written to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._refused: list[bool] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def share_refused(self) -> float:
        """The share of the looks in which it could not."""
        self._stop.set()
        self._thread.join()
        return mean(self._refused)

    def _look(self) -> None:
        with closing(sqlite3.connect(self._path, timeout=0, isolation_level=None)) as connection:
            while not self._stop.wait(_LOOKS):
                try:
                    connection.execute("BEGIN IMMEDIATE")
                    connection.execute("ROLLBACK")
                    self._refused.append(False)
                except sqlite3.OperationalError:
                    self._refused.append(True)


def _write(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        everyone = people(rows, seed=9)
        first = next(everyone)
        writer = csv.DictWriter(file, list(first))
        writer.writeheader()
        for person in (first, *everyone):
            writer.writerow(person | {"staff_no": str(person["staff_no"]).replace("P", "N")})
