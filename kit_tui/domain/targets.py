"""The arithmetic of targets: how many more are needed, and how a value stands against the pace line.

Shares are whole basis points (2950 is 29.5 %) and counts whole numbers; everything is compared in integers.  A value
comes as a numerator with a denominator, which is None for a count.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from kit_tui.domain.reading import quoted, tight
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.domain.years import academic_year, last_day

WHOLE = 10_000
"""100 % in basis points."""
ONE_POINT = 100
"""One percentage point in basis points."""

NOT_AVAILABLE = message("n/a")
"""What is shown for a share of nobody, which is not 0 %."""

_SHARE = re.compile(r"([0-9]{1,3})(?:\.([0-9]{1,2}))?%?")


class PointRole(StrEnum):
    """What a target point is: where the office started, a mark on the way, or the end."""

    BASELINE = "baseline"
    MILESTONE = "milestone"
    FINAL = "final"


class Status(StrEnum):
    """How a value stands against its target."""

    MET = "met"
    AHEAD = "ahead"
    ON_PACE = "on pace"
    BEHIND = "behind"
    CLOSED = "closed"
    NO_TARGET = "no target"

    @property
    def label(self) -> Message:
        """The word for the user."""
        return message(self.value)


class Point(NamedTuple):
    """A value, in basis points or units, that stands on the last day of an academic year."""

    year: int
    role: PointRole
    value: int

    @property
    def day(self) -> dt.date:
        """31 March that ends the point's academic year."""
        return last_day(self.year)


class Standing(NamedTuple):
    """How a value stands on a day.

    `target` is the point aimed at, in basis points or units, and `target_year` its academic year; after the final
    year they are the final ones.  `line` is where the pace line stands on the day, as an exact fraction (numerator,
    denominator) of basis points or units; None before the first point, after the last one and without a target.
    """

    target: int | None
    target_year: int | None
    line: tuple[int, int] | None
    status: Status

    @property
    def line_value(self) -> int | None:
        """The pace line in whole basis points or units, rounded down."""
        return None if self.line is None else self.line[0] // self.line[1]


def need(numerator: int, denominator: int | None, target: int) -> int | None:
    """How many more reach the target: 0 if it is met, None for a share of nobody."""
    if denominator is None:
        return max(0, target - numerator)
    if denominator == 0:
        return None
    missing = target * denominator - numerator * WHOLE
    return max(0, -(-missing // WHOLE))


def assess(numerator: int, denominator: int | None, points: Iterable[Point], day: dt.date) -> Standing:
    """How a value stands on `day`; the points may come in any order, one an academic year at most.

    A share of nobody has met nothing and is on no pace: with a target before it, it is behind.
    """
    path = sorted(points, key=lambda point: point.year)
    goals = [point for point in path if point.role != PointRole.BASELINE]
    goal = next((point for point in goals if point.year >= academic_year(day)), None)
    if goal:
        line = _line(path, day)
        return Standing(goal.value, goal.year, line, _status(numerator, denominator, goal.value, line))
    final = next((point for point in goals if point.role == PointRole.FINAL), None)
    if final:
        return Standing(final.value, final.year, None, Status.CLOSED)
    return Standing(None, None, None, Status.NO_TARGET)


def _line(path: list[Point], day: dt.date) -> tuple[int, int] | None:
    before = next((point for point in reversed(path) if point.day <= day), None)
    after = next((point for point in path if point.day > day), None)
    if before is None:
        return None
    if after is None:
        return before.value, 1
    span, passed = (after.day - before.day).days, (day - before.day).days
    return before.value * span + (after.value - before.value) * passed, span


def _status(numerator: int, denominator: int | None, target: int, line: tuple[int, int] | None) -> Status:
    if denominator == 0:
        return Status.BEHIND
    value, scale, unit = (numerator, 1, 1) if denominator is None else (numerator * WHOLE, denominator, ONE_POINT)
    if value >= target * scale:
        return Status.MET
    if line is None:
        return Status.BEHIND
    height, span = line
    if value * span >= (height + unit * span) * scale:
        return Status.AHEAD
    return Status.ON_PACE if value * span >= height * scale else Status.BEHIND


def percent(numerator: int, denominator: int, target: int | None = None) -> str:
    """A share in percent with one decimal, rounded half up; the denominator is not 0.

    With a target in basis points, what is printed is below the target exactly if the share is: where rounding would
    hide it, the share is truncated, to as many decimals as the target has.
    """
    tenths = (numerator * 2000 + denominator) // (2 * denominator)
    if target is not None and (tenths * 10 >= target) != (numerator * WHOLE >= target * denominator):
        hundredths = numerator * WHOLE // denominator
        if target % 10:
            return f"{hundredths // 100}.{hundredths % 100:02}"
        tenths = hundredths // 10
    return f"{tenths // 10}.{tenths % 10}"


def read_share(text: str) -> int:
    """The basis points of a percentage as typed: 30, 29.5, 29.75 %, ３０％.  Raises Refused."""
    match = _SHARE.fullmatch(tight(text))
    if match:
        share = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
        if share <= WHOLE:
            return share
    raise Refused(
        message(
            '"{text}" is not a percentage: type a number from 0 to 100 with at most two decimals, such as 29.5.',
            text=quoted(text),
        )
    )


def show_share(share: int) -> str:
    """Basis points as a percentage is typed: "30", "29.5", "29.75"."""
    whole, rest = divmod(share, 100)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)
