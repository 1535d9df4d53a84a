"""The rules that a record must keep: its own, and those that look at other records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from typing import Any

import peewee as pw

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.fold import fold_name
from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import Message, message
from kit_tui.models import Record
from kit_tui.models.base import Unique, Values
from kit_tui.store import searching
from kit_tui.store.core import Core, references
from kit_tui.store.declare import Register
from kit_tui.store.errors import InUse, Invalid
from kit_tui.store.plain import Ref
from kit_tui.store.reader import BATCH

_EVER = dt.date.max
SHOWN = 5
"""As many records as a refusal names."""


def tidy(core: Core, register: Register, values: Values) -> None:
    """Bring values into the form in which they are stored, in place: text cleaned, blanks as their column has them."""
    for name, field in core.infos[register.slug].fields.items():
        values[name] = tidied(field, values[name])
    complete(register, values)


def tidied(field: Field, value: Value) -> Value:
    """A value in the form in which it is stored."""
    if isinstance(value, str):
        value = value.strip() if value.isprintable() else clean_text(value, lines=field.kind == "notes")[0]
    return field.blank if value is None or value == "" else value


def complete(register: Register, values: Values) -> None:
    """Put in what follows from the register and from the other values, which are as they are stored, in place."""
    for name, codes in register.fixed.items():
        if len(codes) == 1 and not values.get(name):
            values[name] = codes[0]
    register.model.derive(values)


def fill(model: type[Record], values: Values, office: Mapping[str, str], given: Container[str] = ()) -> None:
    """Put what is worked out from the rest of a new record into its blank fields, in place, but for those `given`."""
    for name, value in model.suggest(values, office).items():
        if name in model.worked_out and name not in given and value is not None and values[name] is None:
            values[name] = value


def follow(core: Core, model: type[Record], before: Values, values: Values) -> None:
    """Have what was worked out from the rest of a record follow it, in place, unless it has been changed itself.

    A stay's deadlines move with its end, a score's total with its parts.
    """
    from kit_tui.store.settings import policies

    office = policies(core.reader)
    worked_out = {name: value for name, value in model.suggest(before, office).items() if before[name] == value}
    for name, value in model.suggest(values, office).items():
        if name in worked_out and values[name] == before[name] and value is not None:
            values[name] = value


def require(
    core: Core, register: Register, values: Values, record: int | None, coming_back: Collection[tuple[str, int]] = ()
) -> None:
    """Raises `Invalid` with every rule that the record breaks, unless it keeps them all."""
    if problems := broken(core, register, values, record, coming_back):
        raise Invalid(problems)


def broken(
    core: Core, register: Register, values: Values, record: int | None, coming_back: Collection[tuple[str, int]] = ()
) -> dict[str, Message]:
    """The rules that a record with these values breaks, by field.

    It may refer to deleted records that are `coming_back` (table and id) together with it.
    """
    problems: dict[str, Message] = {}
    for name, field in core.infos[register.slug].fields.items():
        if wrong := field.problem(values[name]):
            problems.setdefault(name, wrong)
    for name, wrong in (
        *register.model.check({**values, "id": record}),
        *_unknown(core, register.model, values, coming_back),
        *_among_others(core, register, values, record),
    ):
        problems.setdefault(name, wrong)
    return problems


def _among_others(core: Core, register: Register, values: Values, record: int | None) -> Iterator[tuple[str, Message]]:
    model = register.model
    for unique in model.uniques:
        if other := _taken(core, model, unique, values, record):
            labels = [core.infos[register.slug].fields[name].label for name in unique.fields]
            yield (
                unique.fields[0],
                message("{title} has the same {fields} already.", title=other.title, fields=labels),
            )
    if model.no_overlap:
        for other in _overlapping(core, model, model.no_overlap, values, record):
            yield "start", message("This overlaps with {title}.", title=other.title)


def _unknown(
    core: Core, model: type[Record], values: Values, coming_back: Collection[tuple[str, int]]
) -> Iterator[tuple[str, Message]]:
    for name, far in references(model).items():
        target, table = values.get(name), far._meta.table_name
        if target is None or (table, target) in coming_back:
            continue
        found = core.refs(table, [target]).get(target) if isinstance(target, int) else None
        if found is None or found.deleted:
            yield name, not_living(core, far, target, found)


def not_living(core: Core, far: type[Record], target: Value, found: Ref | None) -> Message:
    """Why a record can't be referred to: it is not there, or `found` deleted."""
    if found:
        return message("{title} has been deleted. Bring it back first.", title=found.title)
    label = core.keepers[far._meta.table_name][0].label
    return message("{register} has no record {id}.", register=label, id=target)


def _taken(core: Core, model: type[Record], unique: Unique, values: Values, record: int | None) -> Ref | None:
    wanted = [values.get(name) for name in unique.fields]
    if None in wanted or "" in wanted:
        return None
    if unique.unless and values.get(unique.unless[0]) == unique.unless[1]:
        return None
    same = _others(model, record)
    for name, value in zip(unique.fields, wanted, strict=True):
        same &= getattr(model, name) == value
    return _first(core, model, same)


def _others(model: type[Record], record: int | None) -> Any:
    living = model.deleted_at.is_null()
    return living if record is None else living & (model.id != record)


def _first(core: Core, model: type[Record], condition: Any) -> Ref | None:
    found = core.reader.scalar(model.select(model.id).where(condition))
    return core.refs(model._meta.table_name, [found])[found] if found is not None else None


def _overlapping(core: Core, model: type[Record], owner: str, values: Values, record: int | None) -> list[Ref]:
    start, end = values.get("start"), values.get("end")
    if values.get(owner) is None or not isinstance(start, dt.date):
        return []
    timed: Any = model  # what names an owner has a start and an end, and perhaps a status
    condition = (
        _others(model, record)
        & (getattr(model, owner) == values[owner])
        & (timed.start <= (end or _EVER))
        & (timed.end.is_null() | (timed.end >= start))
    )
    if "status" in model.described():
        condition &= timed.status != "cancelled"
    ids = [row[0] for row in core.reader.rows(model.select(model.id).where(condition).limit(SHOWN))]
    return list(core.refs(model._meta.table_name, ids).values())


def warnings(core: Core, slug: str, values: Values, record: int | None = None) -> list[Message]:
    """What looks odd but is not refused: a likely duplicate, a person of another kind, a time that overlaps."""
    model = core.keeper(slug).model
    said = [
        message("{title} (no. {id}) has the same name. Is it the same?", title=other.title, id=other.id)
        for other in _alike(core, slug, values, record)
    ]
    said += model.doubts(values)
    said += _unusual(core, slug, values)
    if model.warn_overlap and values.get("status") != "cancelled":
        said += [
            message("Also in this time: {title}.", title=other.title)
            for other in _overlapping(core, model, model.warn_overlap, values, record)
        ]
    return said


def _unusual(core: Core, slug: str, values: Values) -> Iterator[Message]:
    """References to records that are not what the register is about: a faculty stay of administrative staff."""
    for reference, usual in core.declared[slug].made_with.items():
        far = references(core.keeper(slug).model)[reference]
        target = values.get(reference)
        for record, found in core.reader.values(far, [target] if isinstance(target, int) else []).items():
            for name, value in usual.items():
                if found[name] != value:
                    field, title = far.described()[name].describe(), core.reader.named(far, {record: found})[record]
                    is_now = field.show(found[name])
                    yield message("{title}: {field} is {value}.", title=title, field=field.label, value=is_now)


def _alike(core: Core, slug: str, values: Values, record: int | None) -> list[Ref]:
    register = core.keeper(slug)
    model = register.model
    names = model.spelled(model.alike, values)
    keys = set(map(fold_name, names))
    found: dict[int, Ref] = {}
    for text in set(names):
        ids = [match.record for match in searching.find(core, text, [register]) if match.rank == 0]
        others = core.reader.values(model, (i for i in ids if i != record))
        for i, other in others.items():
            if model.alike_within and other[model.alike_within] != values.get(model.alike_within):
                continue
            if not keys.isdisjoint(map(fold_name, model.spelled(model.alike, other))):
                found |= core.refs(model._meta.table_name, [i])
    return list(found.values())[:SHOWN]


def refuse_if_pointed_to(core: Core, model: type[Record], records: Iterable[int]) -> None:
    """Raises `InUse` when living records point to one of these."""
    records = list(records)
    for other, name in pointers(core, model):
        for batch in pw.chunked(records, BATCH):
            mine = other.deleted_at.is_null() & getattr(other, name).in_(batch)
            if (pointed_to := core.reader.scalar(other.select(getattr(other, name)).where(mine))) is not None:
                raise _in_use(core, model, pointed_to)


def pointing_to(core: Core, model: type[Record], some: Any) -> Iterator[tuple[int, str, str, int]]:
    """The living records that point to some: which of these, and the table, the field and the id of the other.

    `some` are ids, or a select that finds them.
    """
    batches = [list(batch) for batch in pw.chunked(some, BATCH)] if isinstance(some, list) else [some]
    for other, name in pointers(core, model):
        for batch in batches:
            mine = other.deleted_at.is_null() & getattr(other, name).in_(batch)
            for record, pointing in core.reader.rows(other.select(getattr(other, name), other.id).where(mine)):
                yield record, other._meta.table_name, name, pointing


def pointed_to(core: Core, model: type[Record], records: Iterable[int], to: type[Record]) -> set[int]:
    """The records of `to` that living ones of a model point to, of which some are given."""
    found: set[int] = set()
    for name in (name for name, far in references(model).items() if far is to):
        for batch in pw.chunked(records, BATCH):
            mine = model.deleted_at.is_null() & model.id.in_(batch)
            found |= {row[0] for row in core.reader.rows(model.select(getattr(model, name)).where(mine))}
    return found - {None}


def pointers(core: Core, model: type[Record]) -> list[tuple[type[Record], str]]:
    """The references that may point to a model's records: the models that have them, and their names there."""
    return [(other, name) for other in core.models.values() for name, far in references(other).items() if far is model]


def _in_use(core: Core, model: type[Record], record: int) -> InUse:
    pointing: list[Ref] = []
    total = 0
    for other, name in pointers(core, model):
        mine = other.deleted_at.is_null() & (getattr(other, name) == record)
        ids = [row[0] for row in core.reader.rows(other.select(other.id).where(mine).limit(SHOWN))]
        pointing += core.refs(other._meta.table_name, ids).values()
        total += core.reader.scalar(other.select(pw.fn.COUNT(other.id)).where(mine))
    title = core.refs(model._meta.table_name, [record])[record].title
    return InUse(title, tuple(pointing[:SHOWN]), total)
