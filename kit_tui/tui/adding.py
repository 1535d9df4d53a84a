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
    """Everything that can be added to a record, in the registers' order."""
    table = registers[entry.register].table
    return [
        Addition(info.slug, name, label, _taken_along(info, name, entry))
        for info in registers.values()
        if info.base == info.slug
        for name, label in _pointing(info, table)
    ]


def _pointing(info: RegisterInfo, table: str) -> Iterator[tuple[str, Message]]:
    """The references of a register's form that point to a table, each with what the new record is to it."""
    asked = {name for group in info.form for name in group}
    names = [name for name, field in info.fields.items() if field.table == table and name in asked]
    for name in names:
        role = message("{record} ({field})", record=info.one, field=info.fields[name].label)
        yield name, info.one if len(names) == 1 else role


def _taken_along(info: RegisterInfo, reference: str, entry: Entry) -> dict[str, Value]:
    """The values that the new record has in common with the card's: what both refer to, and the time.

    What happens at the same institution takes the whole time along, anything else (an event) its beginning only.
    What prolongs a record of its own kind begins on the day after it.
    """
    shared = {
        name: value.id
        for name, value in entry.values.items()
        if isinstance(value, Ref) and name in info.fields and name != reference and not value.deleted
    }
    return {**shared, **_time(info, reference, entry, whole="institution" in shared), reference: entry.id}


def _time(info: RegisterInfo, reference: str, entry: Entry, whole: bool) -> dict[str, Value]:
    start, end = entry.values.get("start"), entry.values.get("end")
    if "start" not in info.fields or not isinstance(start, dt.date):
        return {}
    if info.slug == entry.register:
        return {"start": end + _DAY} if isinstance(end, dt.date) else {}
    return {"start": start, "end": end} if whole and isinstance(end, dt.date) else {"start": start}
