"""Two people, one record: what others have changed since a writer saw it, field by field."""

from __future__ import annotations

from typing import Any

from kit_tui.domain.fields import Value
from kit_tui.models import Change, Operation
from kit_tui.models.base import Values
from kit_tui.store import log, rules
from kit_tui.store.core import Core
from kit_tui.store.declare import Register
from kit_tui.store.errors import Conflict
from kit_tui.store.plain import Edit, Theirs


def merged(core: Core, register: Register, edit: Edit, before: Values) -> tuple[dict[str, Value], tuple[Theirs, ...]]:
    """What an edit still sets in a record that has moved on since its writer saw it, and what others changed there.

    Fields that the writer left as they had seen them stay as the others have them.  Raises `Conflict` where both
    changed a field, and where the fields don't tell: the record was deleted or brought back.
    """
    record, seen, now = int(str(before["id"])), edit.version or 0, int(str(before["version"]))
    steps = _since(core, register, record, seen)
    if edit.gone is not None or before["deleted_at"] is not None or len(steps) != now - seen:
        theirs = core.entry(register.slug, record)
        login, at = steps[-1][:2] if steps else ("?", theirs.updated_at)
        raise Conflict(theirs, login, at)
    fields = core.infos[register.slug].fields
    was, by = _what_was_seen(register, steps)
    given = dict(edit.values)
    changed: list[Theirs] = []
    for name in fields:
        if name not in was or was[name] == before[name]:
            continue
        mine = rules.tidied(fields[name], given[name]) if name in given else was[name]
        if mine == was[name]:
            given.pop(name, None)
        if mine != before[name] or name in given:  # the same value as well: who adds to what was seen may not lose it
            value = log.worded(core, register.model.described()[name], before[name])
            changed.append(Theirs(fields[name], value, *by[name], clashes=name in given))
    if clashing := [one for one in changed if one.clashes]:
        last = max(clashing, key=lambda one: one.at)
        raise Conflict(core.entry(register.slug, record), last.login, last.at, tuple(changed))
    return given, tuple(changed)


def _since(core: Core, register: Register, record: int, seen: int) -> list[tuple[Any, ...]]:
    """What was done to a record after the version that was seen, in order: who, when, before and after."""
    mine = (Change.table == register.model._meta.table_name) & (Change.record == record) & (Change.version > seen)
    return core.reader.rows(
        Change.select(Operation.login, Operation.at, Change.before, Change.after)
        .join(Operation, on=(Change.operation == Operation.id))
        .where(mine)
        .order_by(Change.version)
    )


def _what_was_seen(
    register: Register, steps: list[tuple[Any, ...]]
) -> tuple[dict[str, Value], dict[str, tuple[str, str]]]:
    """The values of the fields that steps changed as they were before, and who changed each last, and when."""
    was: dict[str, Value] = {}
    by: dict[str, tuple[str, str]] = {}
    for login, at, before, after in steps:
        was = log.decoded(register.model, before) | was
        by |= dict.fromkeys(log.decoded(register.model, after), (login, at))
    return was, by
