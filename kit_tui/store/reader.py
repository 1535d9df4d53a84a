"""Queries on the connection of the thread that asks, answered with plain rows, the database's troubles in words."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import peewee as pw

from kit_tui.domain.wording import Message
from kit_tui.models import Record
from kit_tui.store.database import AnyDatabase
from kit_tui.store.entries import BATCH as BATCH

_HIGHEST = 2**63 - 1  # a database takes no higher number, not even to say that it has none


class _Shape(NamedTuple):
    """How the records of a model are read: once made, since having Peewee make it takes longer than the reading."""

    names: tuple[str, ...]
    select: str
    readers: tuple[tuple[str, Callable[[Any], Any]], ...]


@cache
def _shape(model: type[Record]) -> _Shape:
    fields = [model.id, model.version, model.deleted_at, *(getattr(model, name) for name in model.described())]
    columns = ", ".join(f'"{f.column_name}"' for f in fields)
    return _Shape(
        tuple(f.name for f in fields),
        f'SELECT {columns} FROM "{model._meta.table_name}" WHERE "id" IN',
        tuple((f.name, f.python_value) for f in fields if isinstance(f, pw.DateField)),
    )


class Reader:
    """What gauges and registers read through.  Every thread has a connection of its own, kept open.

    `sees_scores` is False for those whose role is not shown personal scores.
    """

    def __init__(self, database: AnyDatabase, *, sees_scores: bool = True) -> None:
        self._database = database
        self.sees_scores = sees_scores

    def past_indexes(self, field: pw.Field) -> Any:
        """A field in a condition for whose sake the database does not go by an index."""
        return self._database.past_indexes(field)

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """The rows of a select, days as `date`."""
        return self._database.steadily(lambda: list(query.tuples().execute(self._database)))

    def each(self, query: Any, size: int = 2000) -> Iterator[tuple[Any, ...]]:
        """The rows of a large select as the database stores them, without a converter at work."""
        with self._database.translating():
            cursor = self._database.execute(query)
            while rows := cursor.fetchmany(size):
                yield from rows

    def ids(self, query: Any) -> array[int]:
        """The ids that a select of nothing else finds, however many: 4 bytes each."""
        return self._database.steadily(lambda: array("i", chain.from_iterable(iter(self._database.execute(query)))))

    def row(self, query: Any) -> tuple[Any, ...] | None:
        """The first row of a select, or None."""
        found = self.rows(query.limit(1))
        return found[0] if found else None

    def scalar(self, query: Any) -> Any:
        """The first value of the first row, or None."""
        found = self.row(query)
        return found[0] if found else None

    def values(self, model: type[Record], ids: Iterable[int]) -> dict[int, dict[str, Any]]:
        """Records by id as values by field name, references as ids; `id` and `deleted_at` are among them."""
        shape, mark = _shape(model), self._database.param
        wanted = (i for i in ids if i <= _HIGHEST)
        found: dict[int, dict[str, Any]] = {}
        for batch in pw.chunked(wanted, BATCH):
            marks = ", ".join([mark] * len(batch))
            for row in self._all(f"{shape.select} ({marks})", batch):
                values = dict(zip(shape.names, row, strict=True))
                for name, read in shape.readers:
                    values[name] = read(values[name])
                found[row[0]] = values
        return found

    def _all(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._database.steadily(lambda: self._database.execute_sql(sql, parameters).fetchall())

    def pointing(self, model: type[Record], reference: str, ids: Iterable[int]) -> Iterator[int]:
        """The ids of the records of a model, deleted ones too, that refer to some records."""
        field = getattr(model, reference)
        for batch in pw.chunked(ids, BATCH):
            yield from (row[0] for row in self.rows(model.select(model.id).where(field.in_(batch))))

    def titles(self, model: type[Record], ids: Iterable[int | None]) -> dict[int, Message | str]:
        """What records are called, by id: one query a table, however many they are."""
        wanted = {i for i in ids if i is not None}
        return self.named(model, self.values(model, wanted)) if wanted else {}

    def named(self, model: type[Record], records: Mapping[int, Mapping[str, Any]]) -> dict[int, Message | str]:
        """What records are called whose values have been read already."""
        names = {
            reference: self.titles(getattr(model, reference).rel_model, (r[reference] for r in records.values()))
            for reference in model.title_of
        }
        return {
            i: model.named(r, {ref: str(by_id.get(r[ref], "")) for ref, by_id in names.items()})
            for i, r in records.items()
        }
