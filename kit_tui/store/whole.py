"""Proof that the database is whole: the storage, its references, the search index, the log and the versions."""

from __future__ import annotations

from collections.abc import Iterator

import peewee as pw

from kit_tui.domain.wording import Message, message
from kit_tui.models import SearchEntry
from kit_tui.store import indexing
from kit_tui.store.core import Core, references
from kit_tui.store.whole_log import clock_trouble, log_faults


def check(core: Core) -> list[Message]:
    """Everything that is wrong, in plain words with what mends it; nothing when the database is whole."""
    found = [*core.database.damage(core.models), *_dangling(core), *_index(core), *log_faults(core)]
    clock = clock_trouble(core)
    return [*found, clock] if clock else found


def _dangling(core: Core) -> Iterator[Message]:
    """Living records that point to deleted ones."""
    for table, model in core.models.items():
        for name, far in references(model).items():
            there = far.alias()
            query = (
                model.select(model.id)
                .join(there, on=(getattr(model, name) == there.id))
                .where(model.deleted_at.is_null() & there.deleted_at.is_null(False))
                .limit(20)
            )
            for (record,) in core.reader.rows(query):
                yield message(
                    "Record {id} of {table} points to a deleted record by {field}: bring that back with kit-tui undo, "
                    "or name another with kit-tui edit {register} {id} {field}=...",
                    register=_register(core, table, record),
                    id=record,
                    table=table,
                    field=name,
                )


def _index(core: Core) -> Iterator[Message]:
    """Whether the search index holds each record in its place and nothing else, and agrees with its entries."""
    entries = core.reader.scalar(SearchEntry.select(pw.fn.COUNT(SearchEntry.id)))
    records = found = 0
    for register in core.declared.values():
        if register.findable and not register.view_of:
            model = register.model
            living, deleted = (indexing.entry_id(register, 0, gone) for gone in (False, True))
            place = model.id + pw.Case(None, ((model.deleted_at.is_null(), living),), deleted)
            every = model.select(pw.fn.COUNT(model.id))
            for name, codes in register.fixed.items():
                every = every.where(getattr(model, name).in_(codes))
            records += core.reader.scalar(every)
            found += core.reader.scalar(every.join(SearchEntry, on=(SearchEntry.id == place)))
    if not records == found == entries or not core.database.index.agrees():
        yield message("The search index does not match the records: run kit-tui reindex.")


def _register(core: Core, table: str, record: int) -> str:
    """The name of the register that keeps a record."""
    values = core.reader.values(core.models[table], [record])[record]
    return core.keeper_of(table, values).slug
