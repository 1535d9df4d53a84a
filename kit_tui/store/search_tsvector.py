"""The search index on PostgreSQL: the tokens of `search_entry` once more in a tsvector, which a GIN index looks up.

The tokens are the program's own and stand in it as they are: no language's dictionary has a hand in it, and places
are not kept.  Neighbouring tokens are therefore looked up as tokens at any place, and the words say whether they are
neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import peewee as pw

from kit_tui.domain.fold import like_pattern
from kit_tui.store.entries import DELETED, RECORD_BITS, Held

if TYPE_CHECKING:
    from kit_tui.store.database import AnyDatabase

_MARKS = f"CASE WHEN id >= {DELETED} THEN '# ' ELSE '' END || '#' || (id >> {RECORD_BITS}) || ' '"
_VECTOR = f"array_to_tsvector(string_to_array(rtrim({_MARKS} || tokens), ' '))"
"""The tokens of an entry, and marks by which the index knows its register and the deleted."""


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


class Tsvector:
    """The index of a PostgreSQL database."""

    every, either = " & ", " | "

    def __init__(self, database: AnyDatabase) -> None:
        self._database = database

    def begins(self, token: str) -> str:
        """The expression for a token that begins so."""
        return f"{_quoted(token)}:*"

    def stands(self, tokens: Sequence[str]) -> str:
        """The expression for tokens that all stand somewhere."""
        return f"({' & '.join(map(_quoted, tokens))})"

    def held(self, expression: str, phrases: Sequence[str], first: int, last: int) -> Held:
        """The entries from `first` to `last` for which an expression holds, and whose words have the phrases."""
        register = first >> RECORD_BITS
        mark = f"'#{register}' & " if register == last >> RECORD_BITS else "'#' & " if first >= DELETED else ""
        sql = "FROM search_entry WHERE vector @@ ?::tsquery AND id BETWEEN ? AND ?"
        sql += r" AND words LIKE ? ESCAPE '\'" * len(phrases)
        return Held(sql, (f"{mark}({expression})", first, last, *map(like_pattern, phrases)))

    def subquery(self, held: Held, first: int) -> pw.SQL:
        """The ids of entries less `first`, as a part of a condition.

        It is worked out first and apart: the planner would rather walk through a list in its order and look up each.
        """
        sql = f"(WITH matching AS MATERIALIZED (SELECT id {held.sql}) SELECT id - ? FROM matching)"
        return pw.SQL(self._database.marked(sql), (*held.values, first))

    def put(self, entries: Sequence[tuple[int, str, str]]) -> None:
        """Take in new entries: id, words and tokens."""
        sql = f"INSERT INTO search_entry (id, words, tokens, vector) SELECT id, words, tokens, {_VECTOR} FROM "
        arrays = "unnest(?::bigint[], ?::text[], ?::text[]) AS new (id, words, tokens)"
        if entries:
            self._database.run(sql + arrays, [list(column) for column in zip(*entries, strict=True)])

    def put_many(self, entry: str, rows: str, parameters: Sequence[object]) -> None:
        """Take in what SQL from FROM on finds, with the columns `words` and `tokens`; `entry` is an id in SQL."""
        new = f"(SELECT {entry} AS id, words, tokens {rows}) AS new"
        sql = f"INSERT INTO search_entry (id, words, tokens, vector) SELECT id, words, tokens, {_VECTOR} FROM {new}"
        self._database.run(sql, parameters)

    def drop(self, entries: Sequence[int]) -> None:
        """Forget the entries of those ids, if there are any."""
        self._database.run("DELETE FROM search_entry WHERE id = ANY(?)", (list(entries),))

    def many(self) -> AbstractContextManager[None]:
        """Within it nothing is different: PostgreSQL takes in many entries as it does one."""
        return nullcontext()

    def clear(self) -> None:
        """Forget all entries."""
        self._database.run("DELETE FROM search_entry")

    def agrees(self) -> bool:
        """Whether every entry is looked up by its own tokens, no more and no fewer."""
        sql = f"SELECT id, words FROM search_entry WHERE vector IS DISTINCT FROM {_VECTOR} LIMIT 1"
        return not self._database.fetch(sql)
