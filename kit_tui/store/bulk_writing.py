"""The rows of an import written: set by set, by what stands in the temporary table, in as little time as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit_tui.domain.wording import Refused, message
from kit_tui.models import Change
from kit_tui.store import indexing
from kit_tui.store.writing import dependents

if TYPE_CHECKING:
    from kit_tui.store.bulk import Import

CHANGED = message("Somebody changed these records while the file was read: import it again.")


def write(importing: Import, operation: int) -> None:
    """Write the rows with their changes and their search entries, within a transaction.

    Raises `Refused` when a record is not the one any more that a row was compared with.
    """
    _write_changed(importing, operation)
    _write_new(importing, operation)
    _catch_up(importing, operation)


def _write_new(importing: Import, operation: int) -> None:
    execute, table = importing.core.execute, importing.model._meta.table_name
    kept = "given" if importing.keep_ids else "CAST(NULL AS INTEGER)"
    taken = f'SELECT max(id) AS id FROM "{table}" UNION ALL SELECT max({kept}) FROM incoming'
    ((first,),) = importing.core.rows(f"SELECT coalesce(max(id), 0) FROM ({taken}) AS taken")
    importing.numbered_from = first
    record = f"coalesce({kept}, number + ?)"
    columns = ", ".join(f'"{column}"' for column in importing.columns)
    new = "FROM incoming WHERE target IS NULL ORDER BY number"
    execute(
        f'INSERT INTO "{table}" (id, version, created_at, updated_at, sort_key, {columns})'
        f" SELECT {record}, 1, ?, ?, sort_key, {columns} {new}",
        (first, importing.now, importing.now),
    )
    execute(
        f'INSERT INTO change (operation_id, "table", record, version) SELECT ?, ?, {record}, 1 {new}',
        (operation, table, first),
    )
    if importing.register.findable:
        indexing.put_many(importing.core, importing.register, record, new, (first,))


def _write_changed(importing: Import, operation: int) -> None:
    execute, table = importing.core.execute, importing.model._meta.table_name
    changed = "FROM incoming WHERE target IS NOT NULL ORDER BY target"  # which the search index takes fastest
    columns = ", ".join(f'"{column}" = i."{column}"' for column in importing.columns)
    for record in importing.rekeyed:  # set aside for the moment: records may exchange their keys
        execute(f'UPDATE "{table}" SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL', (importing.now, record))
    written = execute(
        f'UPDATE "{table}" SET version = seen + 1, updated_at = ?, deleted_at = NULL, sort_key = i.sort_key,'
        f' {columns} FROM incoming i WHERE i.target = "{table}".id AND "{table}".version = i.seen',
        (importing.now,),
    )
    if written != importing.summary().changed:
        raise Refused(CHANGED)
    execute(
        'INSERT INTO change (operation_id, "table", record, version, before, after)'
        f" SELECT ?, ?, target, seen + 1, before, after {changed}",
        (operation, table),
    )
    if importing.register.findable:
        indexing.drop(importing.core, importing.register, importing.targets())
        indexing.put_many(importing.core, importing.register, "target", changed, ())
    for model, ids in dependents(importing.core, importing.model, importing.renamed).items():
        indexing.put(importing.core, model, ids)


def _catch_up(importing: Import, operation: int) -> None:
    """Index anew the rows that are found by what others have renamed since the first was prepared."""
    meanwhile = Change.select(Change.table, Change.record).where(
        (Change.operation > importing.begun) & (Change.operation < operation)
    )
    renamed: dict[str, set[int]] = {}
    for table, record in importing.core.reader.rows(meanwhile):
        renamed.setdefault(table, set()).add(record)
    for table, records in renamed.items():
        found = dependents(importing.core, importing.core.models[table], records)
        indexing.put(importing.core, importing.model, found.get(importing.model, ()))
