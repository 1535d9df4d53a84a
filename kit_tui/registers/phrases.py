"""Clauses that stand on a record's line, and how they are joined.

Every clause is a whole message, so that each language keeps its own order within it.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from kit_tui.domain.dates import days_inclusive, short_day
from kit_tui.domain.fields import Field
from kit_tui.domain.wording import Message, message
from kit_tui.domain.years import academic_year, short_year
from kit_tui.models import Record

Clause = Message | str
"""A part of a line; a plain string is the record's own text, an empty one is left out."""

_MANY_DAYS = 400
"""More days than these are told by the day on which they end."""
_HALF_YEAR = dt.timedelta(days=183)


def line(*clauses: Clause) -> Clause:
    """The clauses as one line, those that say nothing left out."""
    said = [clause for clause in clauses if clause != ""]
    return message("{clauses}", clauses=said) if said else ""


def near_day(day: dt.date, today: dt.date) -> Message:
    """The day as one says it: its year only where it is more than half a year away."""
    short = short_day(day)
    return short if abs(day - today) <= _HALF_YEAR else message("{day} {year}", day=short, year=day.year)


def period(start: dt.date, end: dt.date | None) -> Message:
    """From when to when, for what is over or written down as it stands."""
    if end is None:
        return message("since {start}", start=start)
    return message("{start} to {end}", start=start, end=end) if end != start else message("on {day}", day=start)


def coming(start: dt.date, end: dt.date | None, today: dt.date) -> Message:
    """From when and for how long, for what is still to come."""
    day = near_day(start, today)
    if end is None:
        return message("from {day}", day=day)
    days = days_inclusive(start, end)
    if days > _MANY_DAYS:
        return message("from {day} to {end}", day=day, end=end)
    return message("from {day} for {n} days", one="on {day}", day=day, n=days)


def year_of(day: dt.date) -> Message:
    """The academic year of a day."""
    return short_year(academic_year(day))


@cache
def _described(model: type[Record], name: str) -> Field:
    return model.described()[name].describe()


def word(model: type[Record], name: str, code: str) -> Clause:
    """The words of a code, as the field's choices have them; nothing for a blank one."""
    return _described(model, name).choice(code) if code else ""
