"""What is measured: figures, what each has to reach, and the table that they are printed in."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple


class Unit(NamedTuple):
    """How a figure is written: how many of the unit make one of what is measured, and the digits after the point."""

    sign: str
    of_one: float
    digits: int

    def write(self, value: float) -> str:
        return f"{value * self.of_one:,.{self.digits}f} {self.sign}".rstrip()


SECONDS, MILLISECONDS = Unit("s", 1, 2), Unit("ms", 1e3, 1)
BYTES, KILOBYTES, MEGABYTES = Unit("bytes", 1, 0), Unit("KB", 1e-3, 2), Unit("MB", 1e-6, 1)
NUMBER = Unit("", 1, 0)
TIMES, SHARE, ROWS_A_SECOND = Unit("x", 1, 2), Unit("%", 100, 0), Unit("rows/s", 1, 0)


class Reach(NamedTuple):
    """What a figure has to reach: at most so much, or at least."""

    limit: float
    unit: Unit
    at_least: bool = False

    def met(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        limit = f"{self.limit * self.unit.of_one:,g} {self.unit.sign}".rstrip()
        return f"{'≥' if self.at_least else '≤'} {limit}"


class Figure(NamedTuple):
    """One figure.  What only explains another one has nothing to reach and names its unit instead."""

    what: str
    value: float
    reach: Reach | Unit

    @property
    def met(self) -> bool:
        return isinstance(self.reach, Unit) or self.reach.met(self.value)

    def __str__(self) -> str:
        unit = self.reach if isinstance(self.reach, Unit) else self.reach.unit
        return unit.write(self.value)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def seconds(doing: Callable[[], object]) -> float:
    """How long something takes."""
    began = time.monotonic()
    doing()
    return time.monotonic() - began


def rows(figures: Mapping[str, Iterable[Figure]]) -> list[list[str]]:
    """The table of the figures of each register: what, reach, each register's figure, and whether all have met it."""
    by_what: dict[str, dict[str, Figure]] = {}
    for register, measured in figures.items():
        for figure in measured:
            by_what.setdefault(figure.what, {})[register] = figure
    table = [["what", "reach", *figures, "met?"]]
    for what, found in by_what.items():
        reach = next(iter(found.values())).reach
        verdict = "" if isinstance(reach, Unit) else "yes" if all(figure.met for figure in found.values()) else "NO"
        cells = [str(found.get(register, "")) for register in figures]
        table.append([what, "" if isinstance(reach, Unit) else str(reach), *cells, verdict])
    return table


def plain(table: Sequence[Sequence[str]]) -> str:
    """A table in columns."""
    widths = [max(map(_cells, column)) for column in zip(*table, strict=True)]
    lines = ("  ".join(cell + " " * (w - _cells(cell)) for cell, w in zip(row, widths, strict=True)) for row in table)
    return "\n".join(line.rstrip() for line in lines)


def markdown(table: Sequence[Sequence[str]]) -> str:
    """A table for the README."""
    head, *body = ["| " + " | ".join(row) + " |" for row in table]
    return "\n".join([head, "|---" * len(table[0]) + "|", *body])


def _cells(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
