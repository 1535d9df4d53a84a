"""Deleted records brought back, together with what pointed to them and was deleted with them."""

from __future__ import annotations

from collections.abc import Iterable

import peewee as pw

from kit_tui.models import Change
from kit_tui.store import rules
from kit_tui.store.core import Core
from kit_tui.store.plain import Edit


def bring_back(core: Core, slug: str, records: Iterable[int]) -> list[Edit]:
    """The edits that bring records back, and all that pointed to them and was deleted by the same operation."""
    table = core.keeper(slug).model._meta.table_name
    edits = {(table, record): Edit(slug, record, gone=False) for record in records}
    waiting = list(edits)
    while waiting:
        table, record = waiting.pop()
        for other, one in _deleted_with(core, table, record):
            if (other, one) not in edits:
                values = core.reader.values(core.models[other], [one])[one]
                edits[other, one] = Edit(core.keeper_of(other, values).slug, one, gone=False)
                waiting.append((other, one))
    return list(edits.values())


def _deleted_with(core: Core, table: str, record: int) -> list[tuple[str, int]]:
    """The deleted records that point to one, and were deleted by the operation that deleted it."""
    mine = (Change.table == table) & (Change.record == record)
    operation = core.reader.scalar(Change.select(pw.fn.MAX(Change.operation)).where(mine))
    found = []
    for other, name in rules.pointers(core, core.models[table]):
        its_last = (Change.record == other.id) & (Change.version == other.version)
        query = (
            other.select(other.id)
            .join(Change, on=its_last)
            .where(
                other.deleted_at.is_null(False)
                & (getattr(other, name) == record)
                & (Change.table == other._meta.table_name)
                & (Change.operation == operation)
            )
        )
        found += [(other._meta.table_name, row[0]) for row in core.reader.rows(query)]
    return found
