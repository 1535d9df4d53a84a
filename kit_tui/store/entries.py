"""The entries of the search index: what their ids hold, and how some of them are told in SQL."""

from __future__ import annotations

from typing import NamedTuple

RECORD_BITS = 40
"""So many of the lowest bits of an entry's id are its record's id; its register's number stands above them."""
DELETED = 1 << 52
"""The bit above those, in the ids of deleted records' entries."""


BATCH = 1000
"""As many are asked for at a time: a statement takes so many parameters, and not any number of them."""


class Held(NamedTuple):
    """The SQL, from FROM on, for entries that hold what is looked for, its parameters, and their id in it."""

    sql: str
    values: tuple[object, ...]
    id: str = "id"
