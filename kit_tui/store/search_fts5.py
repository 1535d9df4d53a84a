"""The search index on SQLite: an FTS5 table over the tokens of `search_entry`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import peewee as pw

from kit_tui.store.entries import BATCH, Held

if TYPE_CHECKING:
    from kit_tui.store.database import AnyDatabase

_USUAL = {"hashsize": 1 << 20, "automerge": 4}
_BULK = {"hashsize": 16 << 20, "automerge": 0}
"""FTS5 gathers more bytes before it writes a piece of the index, and merges none meanwhile: half the time."""


class Fts5:
    """The index of an SQLite database."""

    every, either = " AND ", " OR "

    def __init__(self, database: AnyDatabase) -> None:
        self._database = database

    def begins(self, token: str) -> str:
        """The expression for a token that begins so."""
        return f'"{token}"*'

    def stands(self, tokens: Sequence[str]) -> str:
        """The expression for tokens that stand next to each other."""
        return f'"{" ".join(tokens)}"'

    def held(self, expression: str, phrases: Sequence[str], first: int, last: int) -> Held:
        """The entries from `first` to `last` for which an expression holds."""
        sql = "FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?"
        return Held(sql, (expression, first, last), "rowid")

    def subquery(self, held: Held, first: int) -> pw.SQL:
        """The ids of entries less `first`, as a part of a condition."""
        return pw.SQL(f"(SELECT {held.id} - ? {held.sql})", (first, *held.values))

    def put(self, entries: Sequence[tuple[int, str, str]]) -> None:
        """Take in new entries: id, words and tokens."""
        self._database.lay_down("search_entry", ("id", "words", "tokens"), entries)
        self._database.lay_down("search_index", ("rowid", "tokens"), [(entry, tokens) for entry, _, tokens in entries])

    def put_many(self, entry: str, rows: str, parameters: Sequence[object]) -> None:
        """Take in what SQL from FROM on finds, with the columns `words` and `tokens`; `entry` is an id in SQL."""
        run = self._database.run
        run(f"INSERT INTO search_entry (id, words, tokens) SELECT {entry}, words, tokens {rows}", parameters)
        with self.many():
            run(f"INSERT INTO search_index (rowid, tokens) SELECT {entry}, tokens {rows}", parameters)

    def drop(self, entries: Sequence[int]) -> None:
        """Forget the entries of those ids, if there are any."""
        delete = "INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', ?, ?)"
        for batch in pw.chunked(entries, BATCH):
            marks = ", ".join("?" * len(batch))
            found = self._database.fetch(f"SELECT id, tokens FROM search_entry WHERE id IN ({marks})", batch)
            with self._database.translating():
                self._database.connection().executemany(delete, found)
            self._database.run(f"DELETE FROM search_entry WHERE id IN ({marks})", batch)

    @contextmanager
    def many(self) -> Iterator[None]:
        """Within it, many entries are taken in or forgotten."""
        self._configure(_BULK)
        yield
        self._configure(_USUAL)

    def clear(self) -> None:
        """Forget all entries."""
        self._database.run("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        self._database.run("DELETE FROM search_entry")

    def agrees(self) -> bool:
        """Whether the FTS5 table agrees with the entries that it was made from; raises `Busy` while another writes."""
        with self._database.translating():
            try:
                self._database.execute_sql(
                    "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"
                )
            except pw.OperationalError:
                raise
            except pw.DatabaseError:
                return False
        return True

    def _configure(self, options: Mapping[str, int]) -> None:
        for option, value in options.items():
            self._database.run("INSERT INTO search_index (search_index, rank) VALUES (?, ?)", (option, value))
