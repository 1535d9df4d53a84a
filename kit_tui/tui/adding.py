"""What can be added to a record from its card, and what the new record takes along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, message
from kit_tui.store.plain import Entry, Ref, RegisterInfo

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Addition:
    """A register whose records point to the card's with `field`; `values` begin the new one."""

    register: str
    field: str
    label: Message
    values: Mapping[str, Value]


def additions(registers: Mapping[str, RegisterInfo], entry: Entry) -> list[Addition]:
    """Everything that can be added to a record, the likeliest first, else in the registers' order."""
    referring = _referring(registers, registers[entry.register].table)
    return [
        Addition(info.slug, name, label, _taken_along(info, name, entry))
        for info, name, label in sorted(referring, key=lambda one: _unlikely(one[0], one[1], entry))
    ]


def takes_additions(registers: Mapping[str, RegisterInfo], table: str) -> bool:
    """Whether anything can be added to the records of a table."""
    return any(True for _ in _referring(registers, table))


def _unlikely(info: RegisterInfo, reference: str, entry: Entry) -> tuple[int, bool]:
    """The higher, the less likely: a register about records of another kind, one that need not refer to any."""
    about = info.made_with.get(reference)
    if about is None:
        return 1, not info.fields[reference].required
    is_about = all(entry.values.get(name) == value for name, value in about.items())
    return (0 if is_about else 2), not info.fields[reference].required


def _referring(registers: Mapping[str, RegisterInfo], table: str) -> Iterator[tuple[RegisterInfo, str, Message]]:
    """The registers whose records may refer to a table, by which reference, and as what."""
    for info in registers.values():
        if info.base == info.slug:
            yield from ((info, name, label) for name, label in _pointing(info, table))


def _pointing(info: RegisterInfo, table: str) -> Iterator[tuple[str, Message]]:
    """The references of a register's form that point to a table, each with what the new record is to it."""
    asked = {name for group in info.form for name in group}
    names = [name for name, field in info.fields.items() if field.table == table and name in asked]
    for name in names:
        role = message("{record} ({field})", record=info.one, field=info.fields[name].label)
        yield name, info.one if len(names) == 1 else role


def _taken_along(info: RegisterInfo, reference: str, entry: Entry) -> dict[str, Value]:
    """The values that the new record has in common with the card's: what both refer to, and the time.

    Only what happens at the same institution takes the time along: an event has a day of its own, a briefing even
    after the stay.  What prolongs a record of its own kind begins on the day after it.
    """
    named = {info.takes_along.get(name, name): value for name, value in entry.values.items()}
    shared = {
        name: value.id
        for name, value in named.items()
        if isinstance(value, Ref) and name in info.fields and name != reference and not value.deleted
    }
    return {**shared, **_time(info, entry, "institution" in shared), reference: entry.id}


def _time(info: RegisterInfo, entry: Entry, same_place: bool) -> dict[str, Value]:
    days = {name: day for name in ("start", "end") if isinstance(day := entry.values.get(name), dt.date)}
    if info.slug == entry.register:
        return {"start": days["end"] + _DAY} if "end" in days else {}
    return {**days} if same_place and "start" in info.fields else {}
