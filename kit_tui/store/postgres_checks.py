"""What PostgreSQL can tell of the soundness of what it keeps."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

import peewee as pw

from kit_tui.domain.wording import Message, message
from kit_tui.store.database import dangling
from kit_tui.store.errors import Busy, StoreError

if TYPE_CHECKING:
    from kit_tui.store.database import AnyDatabase

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
_NOT_IN_USE = (
    "SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
    " WHERE NOT (indisvalid AND indisready) AND relnamespace = current_schema()::regnamespace"
)
_REFERENCES = (
    "SELECT t.relname, a.attname, far.relname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid"
    " JOIN pg_class far ON far.oid = c.confrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]"
    " WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2"
)


def damage(database: AnyDatabase, tables: Container[str]) -> Iterator[Message]:
    """Everything that is wrong with the tables, their indexes and the references between records."""
    for (table,) in database.fetch(_TABLES):
        try:
            database.fetch(f'SELECT sum(length(t::text)) FROM "{table}" t')
        except Busy:
            raise
        except (StoreError, pw.DatabaseError) as error:
            yield _damaged(f"{table}: {error.__cause__ or error}")
    for (index,) in database.fetch(_NOT_IN_USE):
        yield _damaged(str(index))
    for table, column, far in database.fetch(_REFERENCES):
        if table not in tables:
            continue
        lost = (
            f'SELECT t.id FROM "{table}" t LEFT JOIN "{far}" f ON f.id = t."{column}"'
            f' WHERE t."{column}" IS NOT NULL AND f.id IS NULL ORDER BY t.id LIMIT 20'
        )
        for (record,) in database.fetch(lost):
            yield dangling(table, record)


def _damaged(what: str) -> Message:
    return message("The database is damaged ({what}): restore a backup.", what=what)
