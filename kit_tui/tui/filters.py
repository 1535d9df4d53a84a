"""Filters of a list: what is typed for a field, the conditions that it makes, and how they are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from kit_tui.domain import years
from kit_tui.domain.fields import Field, Value
from kit_tui.domain.wording import Message, message
from kit_tui.store import Condition

RANGES = frozenset({"date", "year", "whole", "yen", "measure"})
"""Kinds of fields whose values have an order: "2015..2018" is a filter of theirs."""
TEXTS = frozenset({"text", "notes", "email", "url", "orcid", "ror", "doi"})
"""Kinds of fields in which a part of the text is looked for."""

BLANK, FILLED = message("blank"), message("not blank")
_UNTIL = ".."


class Filter(NamedTuple):
    """What one field must be: in conditions for the store, and in words for the user."""

    field: Field
    conditions: tuple[Condition, ...]
    words: Message | str

    @property
    def told(self) -> Message:
        """The filter as it stands above the list."""
        return message("{field}: {value}", field=self.field.label, value=self.words)


def is_value(field: Field, value: Value, words: Message | str) -> Filter:
    """The field is this value."""
    return Filter(field, (Condition(field.name, "=", value),), words)


def is_blank(field: Field) -> Filter:
    """Nothing stands in the field."""
    return Filter(field, (Condition(field.name, "blank"),), BLANK)


def is_filled(field: Field) -> Filter:
    """Something stands in the field."""
    return Filter(field, (Condition(field.name, "filled"),), FILLED)


def in_year(field: Field, year: int) -> Filter:
    """A day of the academic year stands in the field, or the year itself."""
    words = years.short_year(year)
    if field.kind == "year":
        return is_value(field, year, words)
    return Filter(field, _between(field, years.first_day(year), years.last_day(year)), words)


def typed(field: Field, text: str, today: dt.date) -> Filter:
    """The filter that a text stands for: a value, a part of a text, or a range ("2015..2018", "2015..", "..2018").

    Raises `Refused` with the sentence to show when the text can't be read.
    """
    if field.kind in TEXTS:
        return Filter(field, (Condition(field.name, "contains", text.strip()),), message('"{text}"', text=text.strip()))
    if field.kind in RANGES and _UNTIL in text:
        return _range(field, text, today)
    value = field.read(text, today=today)
    return is_value(field, value, field.show(value))


def _range(field: Field, text: str, today: dt.date) -> Filter:
    low, high = (field.read(part, today=today) if part.strip() else None for part in text.split(_UNTIL, 1))
    if low is None and high is None:
        return is_filled(field)
    if high is None:
        words = message("{low} or more", low=field.show(low))
        words = message("from {low}", low=field.show(low)) if field.kind in ("date", "year") else words
    elif low is None:
        words = message("up to {high}", high=field.show(high))
    else:
        words = message("{low} to {high}", low=field.show(low), high=field.show(high))
    return Filter(field, _between(field, low, high), words)


def _between(field: Field, low: Value, high: Value) -> tuple[Condition, ...]:
    bounds = ((">=", low), ("<=", high))
    return tuple(Condition(field.name, op, value) for op, value in bounds if value is not None)


def conditions(filters: Iterable[Filter]) -> tuple[Condition, ...]:
    """The conditions of several filters, all of which must hold."""
    return tuple(condition for one in filters for condition in one.conditions)
