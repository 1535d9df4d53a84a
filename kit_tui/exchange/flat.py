"""Records as flat rows for programs: field name to value, a reference as its title with the id beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kit_tui.domain.fields import Field, Value
from kit_tui.exchange.naming import ID, file_fields, id_heading
from kit_tui.store.plain import Entry, Ref, RegisterInfo


def flat_names(info: RegisterInfo) -> list[str]:
    """The names of a flat row's values."""
    names = [ID]
    for field in file_fields(info):
        names += [field.name, id_heading(field)] if field.kind == "reference" else [field.name]
    return names


def flat(info: RegisterInfo, entry: Entry) -> dict[str, Any]:
    """A record as one JSON object: days in ISO form, choices as codes, shares in percent, flags true or false."""
    beside = entry.plain()
    row: dict[str, Any] = {ID: entry.id}
    for field in file_fields(info):
        value = entry.values[field.name]
        if field.kind == "reference":
            row[field.name] = str(value.title) if isinstance(value, Ref) else None
            row[id_heading(field)] = value.id if isinstance(value, Ref) else None
        else:
            row[field.name] = flat_value(field, beside[field.name], beside)
    return row


def flat_value(field: Field, value: Value, beside: dict[str, Value]) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if field.kind == "flag":
        return bool(value)
    if isinstance(value, int) and field.shares and field.shares(beside):
        return value / 100
    return value
