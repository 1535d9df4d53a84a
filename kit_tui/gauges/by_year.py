"""A gauge over the years: what the records count, what was published, and what was aimed at."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from kit_tui.domain.targets import Point
from kit_tui.domain.years import academic_year
from kit_tui.gauges.gauge import When
from kit_tui.gauges.policy import Policy
from kit_tui.gauges.progress import GAUGES, Standing, as_of, read_points, read_published, stand
from kit_tui.store.reader import Reader


class YearLine(NamedTuple):
    """One academic year: how the gauge stands as of its last day, and the target point of the year itself, if any.

    The published figure and its difference from the records' own count are the standing's, which years to come lack.
    """

    year: int
    standing: Standing | None
    point: Point | None


def history(reader: Reader, policy: Policy, code: str, today: dt.date) -> list[YearLine]:
    """From the first year with a record, a published figure or a target to this one, and those to come with a target.

    Raises `KeyError`.
    """
    gauge, points, published = GAUGES[code], read_points(reader).get(code, []), read_published(reader).get(code, {})
    by_year = {point.year: point for point in points}
    now = academic_year(today)
    first = min((year for year in (gauge.first_year(reader), *by_year, *published) if year is not None), default=now)
    lines = []
    for year in range(min(first, now), now + 1):
        when = When(as_of(year, today), year)
        reading = gauge.read(reader, when, policy)
        lines.append(YearLine(year, stand(gauge, reading, when, policy, points, published), by_year.get(year)))
    return lines + [YearLine(year, None, by_year[year]) for year in sorted(by_year) if year > now]
