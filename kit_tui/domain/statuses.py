"""The way a record's status goes from day to day: each answer of the field is the step after the one before it."""

from __future__ import annotations

from kit_tui.domain.fields import Field, Value

BROKEN_OFF = frozenset({"cancelled", "withdrawn", "no_show", "terminated"})
"""Answers that end something before its time: nothing comes to them by itself."""


def next_status(status: Field, now: Value) -> str | None:
    """The answer that follows `now`, or None at the end of the way, after a breaking off, and for an unknown one."""
    way = [choice.code for choice in status.choices if choice.code not in BROKEN_OFF]
    if now not in way[:-1]:
        return None
    return way[way.index(str(now)) + 1]
