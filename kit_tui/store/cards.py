"""A record's card: its values, its answer line, and everything that points to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import peewee as pw

from kit_tui.domain.wording import Message
from kit_tui.store import log
from kit_tui.store.core import Core, references
from kit_tui.store.declare import Register
from kit_tui.store.lists import rows
from kit_tui.store.plain import Card, Related

SHOWN = 12
"""As many records of a register as a card lists; the rest are counted."""


def card(core: Core, slug: str, record: int) -> Card:
    """The card of a record; raises `NotFound`."""
    entry = core.entry(slug, record)
    register = core.keeper(slug)
    answer = core.answers(register, [record]).get(record, "")
    related = tuple(_related(core, register, record))
    return Card(entry, answer, related, log.history(core, slug, record, limit=5))


def _related(core: Core, register: Register, record: int) -> Iterator[Related]:
    """What points to the record, in the registers' order; what does so by way of others follows at its place."""
    by_way = {relation.register: relation.path for relation in register.relations}
    for other in core.declared.values():
        if other.view_of or not core.may_read(other):
            continue
        pointing = [name for name, far in references(other.model).items() if far is register.model]
        for name in pointing:
            label = other.label if len(pointing) == 1 else other.model.described()[name].verbose_name
            yield from _block(core, other, name, label, getattr(other.model, name) == record)
        if other.slug in by_way:
            yield from _block(core, other, "", other.label, _path_condition(other, by_way[other.slug], record))


def _path_condition(register: Register, path: tuple[str, ...], record: int) -> Any:
    """That following the references of `path` from a record of the register leads to `record`."""
    first, *rest = path
    field = getattr(register.model, first)
    if not rest:
        return field == record
    far = field.rel_model
    inner = getattr(far, rest[0])
    return field.in_(far.select(far.id).where((inner == record) & far.deleted_at.is_null()))


def _block(core: Core, other: Register, field: str, label: Message, condition: Any) -> Iterator[Related]:
    model = other.model
    living = model.deleted_at.is_null() & condition
    for name, codes in other.fixed.items():
        living &= getattr(model, name).in_(codes)
    order = [model.sort_key.desc() if other.sort and other.sort[0][1] else model.sort_key, model.id]
    ids = [row[0] for row in core.reader.rows(model.select(model.id).where(living).order_by(*order).limit(SHOWN))]
    if not ids:
        return
    total = core.reader.scalar(model.select(pw.fn.COUNT(model.id)).where(living)) if len(ids) == SHOWN else len(ids)
    titles, answers = core.reader.titles(model, ids), core.answers(other, ids)
    yield Related(
        register=other.slug,
        field=field,
        label=label,
        rows=tuple(rows(core, other.slug, ids)),
        titles=tuple(titles[i] for i in ids),
        details=tuple(answers.get(i, "") for i in ids),
        total=total,
    )
