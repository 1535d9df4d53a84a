"""The log read back, record by record: what was done to it, and what one did oneself last."""

from __future__ import annotations

import json
from typing import Any

import peewee as pw

from kit_tui.domain.fields import Field
from kit_tui.models import Change, Operation, Record
from kit_tui.models.fields import Described, Reference
from kit_tui.store.core import Core
from kit_tui.store.plain import Cell, Step

EXPORT = "export"
"""The kind of an operation that wrote registers to a file; its tables are their slugs."""


def history(core: Core, slug: str, record: int, limit: int = 200) -> tuple[Step, ...]:
    """What was done to a record, the latest first."""
    register = core.readable_keeper(slug)
    table = register.model._meta.table_name
    found = core.reader.rows(
        Change.select(
            Operation.id, Operation.at, Operation.login, Operation.kind, Change.version, Change.before, Change.after
        )
        .join(Operation, on=(Change.operation == Operation.id))
        .where((Change.table == table) & (Change.record == record))
        .order_by(Change.version.desc())
        .limit(limit)
    )
    return tuple(
        Step(operation, at, login, kind, version, changes(core, register.model, before, after))
        for operation, at, login, kind, version, before, after in found
    )


def changes(
    core: Core, model: type[Record], before: str | None, after: str | None
) -> tuple[tuple[Field | None, Cell, Cell], ...]:
    """What a change did, field by field: before and after."""
    was, now = decoded(model, before), decoded(model, after)
    described = model.described()
    return tuple(
        (
            described[name].describe() if name in described else None,
            worded(core, described.get(name), was[name]),
            worded(core, described.get(name), now[name]),
        )
        for name in now
        if name in described
    )


def worded(core: Core, field: Described | None, value: Any) -> Cell:
    """A value of the log as it is shown: a reference as what it is called now."""
    if isinstance(field, Reference) and value is not None:
        return core.refs(field.rel_model._meta.table_name, [value]).get(value)
    cell: Cell = value
    return cell


def decoded(model: type[Record], values: str | None) -> dict[str, Any]:
    """The values of a change as the log keeps them, as values of the model's fields."""
    plain: dict[str, Any] = json.loads(values) if values else {}
    return {
        name: value if value is None or not hasattr(model, name) else getattr(model, name).python_value(value)
        for name, value in plain.items()
    }


def last(core: Core) -> int:
    """The number of the latest operation; 0 before the first."""
    return core.reader.scalar(Operation.select(pw.fn.MAX(Operation.id))) or 0


def last_of(core: Core, table: str, record: int) -> int:
    """The number of the operation that a record was last part of."""
    mine = (Change.table == table) & (Change.record == record)
    found: int = core.reader.scalar(Change.select(pw.fn.MAX(Change.operation)).where(mine))
    return found


def last_added(core: Core, slug: str) -> dict[str, Any]:
    """The values of the living record that the actor added last in a register."""
    register = core.readable_keeper(slug)
    model = register.model
    query = (
        Change.select(Change.record)
        .join(Operation, on=(Change.operation == Operation.id))
        .join_from(Change, model, on=(Change.record == model.id))
        .where(
            (Change.table == model._meta.table_name)
            & (Change.version == 1)
            & (Operation.login == core.actor.login)
            & model.deleted_at.is_null()
        )
        .order_by(Change.id.desc())
    )
    for name, codes in register.fixed.items():
        query = query.where(getattr(model, name).in_(codes))
    found = core.reader.scalar(query)
    if found is None:
        return {}
    values = core.reader.values(model, [found])[found]
    return {name: values[name] for name in model.described()}


def last_used(core: Core, slug: str) -> dict[str, Any]:
    """Of those values, the ones that are likely to be used again."""
    names = core.keeper(slug).model.repeated
    last = last_added(core, slug) if names else {}
    return {name: last[name] for name in names if last.get(name) not in (None, "")}
