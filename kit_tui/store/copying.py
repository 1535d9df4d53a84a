"""A register moved into another database, of whatever kind: ids, versions, log, settings and accounts with it."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

import peewee as pw

from kit_tui.domain import roles
from kit_tui.domain.wording import message
from kit_tui.models import HOUSEKEEPING, RECORDS, SearchEntry
from kit_tui.store.accounts import role_of
from kit_tui.store.core import Actor
from kit_tui.store.database import AnyDatabase
from kit_tui.store.errors import StoreError
from kit_tui.store.opening import connect, engine

_TABLES: tuple[type[pw.Model], ...] = (*RECORDS, *HOUSEKEEPING)
"""Each after those it refers to."""
_BATCH = 5000
_NOT_COUNTED = frozenset({"setting", "search_entry"})
"""Tables that are empty or not whatever a register holds: a new one has none of the rest."""


def move(source: str, target: str, actor: Actor) -> dict[str, int]:
    """Copy the register at one URL to another, where there is none or an empty one; how many records, by table.

    Nobody writes to either meanwhile.  Raises `NotAllowed` unless the actor is an administrator, and `StoreError`.
    """
    there = engine(target)
    database = connect(source)
    counts: dict[str, int] = {}
    try:
        roles.require(role_of(database, actor), roles.Action.BACKUP)
        with database.translating(), database.atomic():
            if not there.is_made():
                there.create(fill=lambda new: counts.update(copy(database, new)))
                return counts
            empty = there.connect()
            try:
                with empty.translating(), empty.atomic():
                    return copy(database, empty)
            finally:
                empty.close()
    finally:
        database.close()


def copy_file(contents: Path, target: AnyDatabase) -> None:
    """Copy what an SQLite file holds into empty tables, within a transaction; the file is only read."""
    with tempfile.TemporaryDirectory(prefix="kit-tui-") as folder:
        source = connect(str(shutil.copy(contents, Path(folder) / "contents.db")))
        try:
            copy(source, target)
        finally:
            source.close()


def copy(source: AnyDatabase, target: AnyDatabase) -> dict[str, int]:
    """Copy every table, within a transaction, and compare the two record by record; how many they are, by table.

    Raises `StoreError` when the target holds something before, or not the same afterwards.
    """
    for model in _TABLES:
        table = model._meta.table_name
        if table not in _NOT_COUNTED and target.fetch(f'SELECT 1 FROM "{table}" LIMIT 1'):
            raise StoreError(message("{path} holds records already: copy into an empty one.", path=target.name))
    target.run("DELETE FROM setting")
    for model in _TABLES:
        _copy_table(source, target, model)
    return counted(source, target)


def counted(source: AnyDatabase, target: AnyDatabase) -> dict[str, int]:
    """How many records both have, by table; raises `StoreError` unless they are all the same."""
    return {model._meta.table_name: _compared(source, target, model) for model in _TABLES}


def _copy_table(source: AnyDatabase, target: AnyDatabase, model: type[pw.Model]) -> None:
    table, columns = model._meta.table_name, _columns(model)
    own = [at for at, field in enumerate(columns.values()) if getattr(field, "rel_model", None) is model]
    pointing: list[tuple[object, ...]] = []
    for rows in _batches(source, model):
        if model is SearchEntry:
            target.index.put(rows)
            continue
        pointing += [(*(row[at] for at in own), row[0]) for row in rows if any(row[at] is not None for at in own)]
        bare = ([None if at in own else value for at, value in enumerate(row)] for row in rows)
        target.lay_down(table, list(columns), bare if own else rows)
    # what records of a table point to among themselves may come after them
    names = list(columns)
    changes = ", ".join(f'"{names[at]}" = ?' for at in own)
    for change in pointing:
        target.run(f'UPDATE "{table}" SET {changes} WHERE id = ?', change)
    target.renumber(table)
    target.learn(table)


def _compared(source: AnyDatabase, target: AnyDatabase, model: type[pw.Model]) -> int:
    """How many records of a table are the same in both; raises `StoreError` unless all are."""
    count = 0
    for mine, theirs in zip_longest(_batches(source, model), _batches(target, model)):
        if mine != theirs:
            table = model._meta.table_name
            raise StoreError(message("{table} is not the same after copying: nothing was kept.", table=table))
        count += len(mine)
    return count


def _batches(database: AnyDatabase, model: type[pw.Model]) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a table in the order of its key, which is their first column, days as ISO texts."""
    columns = list(_columns(model))
    quoted = ", ".join(f'"{column}"' for column in columns)
    select = f'SELECT {quoted} FROM "{model._meta.table_name}"'
    last: list[object] = []
    while True:
        beyond = f' WHERE "{columns[0]}" > ?' if last else ""
        found = database.fetch(f'{select}{beyond} ORDER BY "{columns[0]}" LIMIT {_BATCH}', last)
        if not found:
            return
        yield [tuple(v.isoformat() if isinstance(v, dt.date) else v for v in row) for row in found]
        last = [found[-1][0]]


def _columns(model: type[pw.Model]) -> Mapping[str, pw.Field]:
    """The columns of a table, its key first."""
    fields = sorted(model._meta.sorted_fields, key=lambda field: not field.primary_key)
    return {field.column_name: field for field in fields}
