"""Proof that the database is whole: the file, its references, the search index, the log and the versions."""

from __future__ import annotations

from collections.abc import Iterator

import peewee as pw

from kit_tui.domain.wording import Message, message
from kit_tui.models import Change, SearchEntry
from kit_tui.store import indexing
from kit_tui.store.core import Core, references


def check(core: Core) -> list[Message]:
    """Everything that is wrong, in plain words with what mends it; nothing when the database is whole."""
    return [*_file(core), *_dangling(core), *_index(core), *_versions(core)]


def _file(core: Core) -> Iterator[Message]:
    for row in core.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield message("The file is damaged ({what}): restore a backup.", what=row[0])
    for table, record, *_ in core.rows("PRAGMA foreign_key_check"):
        yield message("Record {id} of {table} points to a record that is not there.", id=record, table=table)


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
                    "Record {id} of {table} points to a deleted record by {field}: bring that back or edit it.",
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
    if not records == found == entries or not indexing.agrees(core):
        yield message("The search index does not match the records: run kit-tui reindex.")


def _versions(core: Core) -> Iterator[Message]:
    """Whether each record stands at the version that the log gave it last, and the log has no gaps."""
    for table, model in core.models.items():
        logged = (
            Change.select(Change.record, pw.fn.MAX(Change.version).alias("last"), pw.fn.COUNT(Change.id).alias("steps"))
            .where(Change.table == table)
            .group_by(Change.record)
            .alias("logged")
        )
        query = (
            model.select(model.id)
            .join(logged, pw.JOIN.LEFT_OUTER, on=(model.id == logged.c.record))
            .where(logged.c.last.is_null() | (logged.c.last != model.version) | (logged.c.steps != model.version))
            .limit(20)
        )
        for (record,) in core.reader.rows(query):
            yield message(
                "The log of record {id} of {table} does not match its version: it was changed by another program.",
                id=record,
                table=table,
            )
