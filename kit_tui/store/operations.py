"""The log by operation: the latest of them, filtered and paged, and one with all that it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import peewee as pw

from kit_tui.domain.clock import midnight
from kit_tui.domain.wording import Refused, message
from kit_tui.models import Change, Operation
from kit_tui.store import log
from kit_tui.store.core import Core
from kit_tui.store.errors import NotFound
from kit_tui.store.plain import Condition, Deed, Latest, Ref

_OPERATION = (
    *(Operation.id, Operation.at, Operation.login, Operation.kind),
    *(Operation.tables, Operation.rows, Operation.undoes),
)


_LOOKED_AT = 50
"""As many operations of one's own are looked at together for one that stands."""


def operations(
    core: Core, where: Sequence[Condition] = (), before: int | None = None, after: int | None = None, limit: int = 20
) -> list[Latest]:
    """The latest operations, the newest first, each with the first record it touched.

    Only those with a number below `before`, or the first ones above `after`.  A condition is on `login`, on
    `register` or on `day`, the last with = >= or <=.  Raises `NotFound` or `NotAllowed` for a register.
    """
    first = Change.select(pw.fn.MIN(Change.id)).where(Change.operation == Operation.id)
    query = Operation.select(*_OPERATION, Change.table, Change.record).join(
        Change, pw.JOIN.LEFT_OUTER, on=(Change.id == first)
    )
    for one in where:
        query = query.where(_condition(core, one))
    if before is not None:
        query = query.where(Operation.id < before)
    if after is not None:
        newer = query.where(Operation.id > after).order_by(Operation.id.asc()).limit(limit)
        return _told(core, core.reader.rows(newer)[::-1])
    return _told(core, core.reader.rows(query.order_by(Operation.id.desc()).limit(limit)))


def summary(core: Core, operation: int) -> Latest:
    """One operation as the latest ones are told; raises `Refused` when there is none of that number."""
    found = operations(core, before=operation + 1, limit=1)
    if found and found[0].operation == operation:
        return found[0]
    raise Refused(message("There is no operation {n}.", n=operation))


def deeds(core: Core, operation: int, after: int = 0, limit: int = 200) -> list[Deed]:
    """What an operation did to its records, in order, after the one of that number; nothing of personal scores
    for those who may not see them."""
    query = Change.select(
        Change.id, Change.table, Change.record, Change.version, Change.before, Change.after, Operation.kind
    ).join(Operation, on=(Change.operation == Operation.id))
    told = Change.table.in_([*core.models]) & Change.table.not_in(_closed(core))
    mine = (Change.operation == operation) & (Change.id > after) & told
    rows = core.reader.rows(query.where(mine).order_by(Change.id).limit(limit))
    refs = _refs(core, [(row[1], row[2]) for row in rows])
    found = []
    for number, table, record, version, before, now, kind in rows:
        if ref := refs.get((table, record)):
            changes = log.changes(core, core.models[table], before, now)
            found.append(Deed(number, ref, _kind(kind, version, before, now), changes))
    return found


def last_own(core: Core) -> int:
    """The number of the actor's last operation that has not been undone; raises `Refused` when there is none."""
    query = Operation.select(Operation.id).where(
        (Operation.login == core.actor.login) & Operation.undoes.is_null() & (Operation.rows > 0)
    )
    query = query.order_by(Operation.id.desc()).limit(_LOOKED_AT)
    numbers = [row[0] for row in core.reader.rows(query)]
    while numbers:
        taken = taken_back(core, numbers)
        for number in numbers:
            if number not in taken:
                return int(number)
        numbers = [row[0] for row in core.reader.rows(query.where(Operation.id < numbers[-1]))]
    raise Refused(message("You have nothing to undo."))


def logins(core: Core) -> list[str]:
    """Everybody who has done something, by login."""
    return [row[0] for row in core.reader.rows(Operation.select(Operation.login).distinct().order_by(Operation.login))]


def _condition(core: Core, one: Condition) -> Any:
    if one.field == "login":
        return Operation.login == one.value
    if one.field == "register":
        return _touches(core, str(one.value))
    if one.field == "day" and isinstance(one.value, dt.date):
        begin, end = midnight(one.value), midnight(one.value + dt.timedelta(days=1))
        since, until = Operation.at >= begin, Operation.at < end
        return {"=": since & until, ">=": since, "<=": until}[one.op]
    raise NotFound(message('There is no field "{name}". The fields are: {known}.', name=one.field, known=_FIELDS))


_FIELDS = "login, register, day"


def _touches(core: Core, slug: str) -> Any:
    """Whether an operation touched records of a register."""
    register = core.readable_keeper(slug)
    model = register.model
    table = model._meta.table_name
    named = _among_tables(table)
    exported = (Operation.kind == log.EXPORT) & _among_tables(register.slug)
    if not register.fixed:
        return named | exported
    ours = model.select(model.id)
    for name, codes in register.fixed.items():
        ours = ours.where(getattr(model, name).in_(codes))
    some = Change.select(Change.id).where(
        (Change.operation == Operation.id) & (Change.table == table) & Change.record.in_(ours)
    )
    return (named & pw.fn.EXISTS(some)) | exported


def _among_tables(name: str) -> Any:
    """Whether an operation names a table, or the slug of a register that it wrote to a file."""
    found = Operation.tables == name
    for pattern in (f"{name} %", f"% {name}", f"% {name} %"):
        found |= Operation.tables**pattern
    return found


def _told(core: Core, rows: Sequence[Sequence[Any]]) -> list[Latest]:
    refs = _refs(core, [(row[7], row[8]) for row in rows])
    back = taken_back(core, [row[0] for row in rows])
    found = []
    for number, at, login, kind, tables, count, undoes, table, record in rows:
        ref, exported = refs.get((table, record)), tables.split()[0] if kind == log.EXPORT else ""
        line = Latest(number, at, login, kind, "", None, "", count, undoes or 0, back.get(number, 0))
        if ref and core.may_read(core.declared[ref.register]):
            line = line._replace(register=ref.register, record=ref.id, title=ref.title)
        found.append(line._replace(register=exported) if exported in core.declared else line)
    return found


class Undoer(NamedTuple):
    """An operation that took back another, and how many records."""

    undoes: int
    rows: int


def undoers(core: Core, numbers: Iterable[int]) -> dict[int, Undoer]:
    """What took operations back, what took these back in their turn, and so on, by number."""
    found: dict[int, Undoer] = {}
    asked = list(numbers)
    while asked:
        query = Operation.select(Operation.id, Operation.undoes, Operation.rows).where(Operation.undoes.in_(asked))
        new = {number: Undoer(undoes, rows) for number, undoes, rows in core.reader.rows(query)}
        found |= new
        asked = list(new)
    return found


def taken_back(core: Core, numbers: Iterable[int]) -> dict[int, int]:
    """How many records of each operation have been taken back, where that has not been taken back in its turn."""
    found = undoers(core, numbers)
    taken: dict[int, int] = {}
    for number in sorted(found, reverse=True):
        if number not in taken:
            undoer = found[number]
            taken[undoer.undoes] = taken.get(undoer.undoes, 0) + undoer.rows
    return taken


def _refs(core: Core, which: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Ref]:
    """Records of several tables as others refer to them."""
    tables: dict[str, set[int]] = {}
    for table, record in which:
        if table in core.models:
            tables.setdefault(table, set()).add(record)
    return {(table, i): ref for table, ids in tables.items() for i, ref in core.refs(table, ids).items()}


def _closed(core: Core) -> list[str]:
    """The tables whose records the role is not shown."""
    kept = (register for register in core.declared.values() if not register.view_of)
    return [register.model._meta.table_name for register in kept if not core.may_read(register)]


def _kind(kind: str, version: int, before: str | None, after: str | None) -> str:
    """What a change did to its record, where an operation did not do the same to each."""
    if before is None:
        return kind if kind in ("import", "add") else "add"
    if '"deleted_at":' in (after or ""):
        return "restore" if '"deleted_at":null' in (after or "") else "delete"
    return "edit"
