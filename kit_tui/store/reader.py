"""Queries on the connection of the thread that asks, answered with plain rows, the database's troubles in words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import peewee as pw

from kit_tui.models import Record
from kit_tui.store.opening import translated

BATCH = 1000
"""As many records are asked for at a time: a statement takes so many parameters, and not any number of them."""
_HIGHEST = 2**63 - 1  # a database takes no higher number, not even to say that it has none


class Reader:
    """What gauges and registers read through.  Every thread has a connection of its own, kept open.

    `sees_scores` is False for those whose role is not shown personal scores.
    """

    def __init__(self, database: pw.Database, *, sees_scores: bool = True) -> None:
        self._database = database
        self.sees_scores = sees_scores

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """The rows of a select, days as `date`."""
        with translated(self._database):
            return list(query.tuples().execute(self._database))

    def each(self, query: Any, size: int = 2000) -> Iterator[tuple[Any, ...]]:
        """The rows of a large select as the database stores them, without a converter at work."""
        with translated(self._database):
            cursor = self._database.execute(query)
            while rows := cursor.fetchmany(size):
                yield from rows

    def ids(self, query: Any) -> array[int]:
        """The ids that a select of nothing else finds, however many."""
        with translated(self._database):
            return array("q", chain.from_iterable(iter(self._database.execute(query))))

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
        fields = [model.id, model.version, model.deleted_at, *(getattr(model, name) for name in model.described())]
        names = [f.name for f in fields]
        wanted = (i for i in ids if i <= _HIGHEST)
        return {
            row[0]: dict(zip(names, row, strict=True))
            for batch in pw.chunked(wanted, BATCH)
            for row in self.rows(model.select(*fields).where(model.id.in_(batch)))
        }

    def pointing(self, model: type[Record], reference: str, ids: Iterable[int]) -> Iterator[int]:
        """The ids of the records of a model, deleted ones too, that refer to some records."""
        field = getattr(model, reference)
        for batch in pw.chunked(ids, BATCH):
            yield from (row[0] for row in self.rows(model.select(model.id).where(field.in_(batch))))

    def titles(self, model: type[Record], ids: Iterable[int | None]) -> dict[int, str]:
        """What records are called, by id: one query a table, however many they are."""
        wanted = {i for i in ids if i is not None}
        return self.named(model, self.values(model, wanted)) if wanted else {}

    def named(self, model: type[Record], records: Mapping[int, Mapping[str, Any]]) -> dict[int, str]:
        """What records are called whose values have been read already."""
        names = {
            reference: self.titles(getattr(model, reference).rel_model, (r[reference] for r in records.values()))
            for reference in model.title_of
        }
        return {
            i: model.named(r, {ref: by_id.get(r[ref], "") for ref, by_id in names.items()}) for i, r in records.items()
        }
