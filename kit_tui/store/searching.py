"""The search index on SQLite: an FTS5 table over the tokens of `search_entry`.

This is the one module of the store that knows how words are looked up.  An entry's id packs whether its record is
deleted, its register's number and the record's id, so a range of ids is one register and no join is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import peewee as pw

from kit_tui.domain.fold import Group, index_entry, index_words, like_pattern, query_groups
from kit_tui.domain.text import clean_text
from kit_tui.models import Record
from kit_tui.models.base import Values
from kit_tui.store.core import Core
from kit_tui.store.declare import Register
from kit_tui.store.opening import translated
from kit_tui.store.reader import BATCH

_RECORD_BITS, _REGISTER_BITS = 40, 12
_DELETED = 1 << (_RECORD_BITS + _REGISTER_BITS)
CANDIDATES = 200
"""As many matches of a register are ranked when one looks around; the rest are only counted by a list search."""
EVERY = 1_000_000
"""As many are when it must be known which records bear a name."""

_USUAL = {"hashsize": 1 << 20, "automerge": 4}
_BULK = {"hashsize": 16 << 20, "automerge": 0}
"""FTS5 gathers more bytes before it writes a piece of the index, and merges none meanwhile: half the time."""


class Found(NamedTuple):
    """A match: its record, and how well it fits (0 the very name, 1 it begins so, 2 it is in there)."""

    register: int
    record: int
    deleted: bool
    rank: int


def entry_id(register: Register, record: int, deleted: bool = False) -> int:
    """The id under which a record stands in the index."""
    return (_DELETED if deleted else 0) | register.number << _RECORD_BITS | record


def entry_range(register: Register, deleted: bool = False) -> tuple[int, int]:
    """The first and the last id that the living (or the deleted) records of a register may have in the index."""
    return entry_id(register, 0, deleted), entry_id(register, (1 << _RECORD_BITS) - 1, deleted)


def match_text(groups: Iterable[Group]) -> str:
    """The groups of a search as an FTS5 expression, in which everything typed is quoted."""
    parts = []
    for group in groups:
        if group.kind == "prefix":
            parts.append("(" + " OR ".join(f'"{token}"*' for token in group.tokens) + ")")
        else:
            parts.append('"' + " ".join(group.tokens) + '"')
    return " AND ".join(parts)


def matching(register: Register, text: str, deleted: bool = False) -> pw.SQL:
    """A subquery of the ids of the living (or the deleted) records of a register that hold `text`."""
    text, _ = clean_text(text)
    first, last = entry_range(register, deleted)
    groups = query_groups(text)
    if groups:
        return pw.SQL(
            "(SELECT rowid - ? FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?)",
            (first, match_text(groups), first, last),
        )
    return pw.SQL(
        "(SELECT id - ? FROM search_entry WHERE id BETWEEN ? AND ? AND words LIKE ? ESCAPE '\\')",
        (first, first, last, like_pattern(text)),
    )


def find(
    core: Core, text: str, registers: Sequence[Register], *, deleted: bool = False, most: int = CANDIDATES
) -> list[Found]:
    """The best matches of each register, best first, out of at most `most` each; deleted records last."""
    text, _ = clean_text(text)
    wanted = index_words([text]).split("\n")
    if not text:
        return []
    ranges = [entry_range(register) for register in registers]
    if deleted:
        ranges.append((_DELETED, 2 * _DELETED - 1))
    found: list[Found] = []
    for first, last in ranges:
        matches = [_found(entry, words, wanted) for entry, words in _candidates(core, text, first, last, most)]
        found += sorted(matches, key=lambda match: match.rank)
    return found


def _candidates(core: Core, text: str, first: int, last: int, most: int) -> list[tuple[int, str]]:
    groups = query_groups(text)
    if groups:
        sql = (
            "SELECT e.id, e.words FROM search_index i JOIN search_entry e ON e.id = i.rowid"
            " WHERE search_index MATCH ? AND i.rowid BETWEEN ? AND ? LIMIT ?"
        )
        parameters = (match_text(groups), first, last, most)
    else:
        sql = "SELECT id, words FROM search_entry WHERE words LIKE ? ESCAPE '\\' AND id BETWEEN ? AND ? LIMIT ?"
        parameters = (like_pattern(text), first, last, most)
    return core.rows(sql, parameters)


def _found(entry: int, words: str, wanted: Sequence[str]) -> Found:
    lines = words.split("\n")
    rank = 0 if set(wanted) & set(lines) else 1 if any(line.startswith(tuple(wanted)) for line in lines) else 2
    return Found(
        register=entry >> _RECORD_BITS & (1 << _REGISTER_BITS) - 1,
        record=entry & (1 << _RECORD_BITS) - 1,
        deleted=bool(entry & _DELETED),
        rank=rank,
    )


def words(core: Core, model: type[Record], records: Mapping[int, Values]) -> dict[int, tuple[str, str]]:
    """The folded search words of records, those of what they refer to included, and their tokens."""
    texts = {i: model.texts(values) for i, values in records.items()}
    for reference in model.words_of:
        far = getattr(model, reference).rel_model
        names = names_of(core, far, {v[reference] for v in records.values() if v[reference] is not None})
        for i, values in records.items():
            texts[i] += names.get(values[reference], [])
    return {i: index_entry(parts) for i, parts in texts.items()}


def names_of(core: Core, model: type[Record], ids: Iterable[object]) -> dict[object, list[str]]:
    """The names of records, and of what they are in turn found by (an event's stay: its person and host)."""
    records = core.reader.values(model, (i for i in ids if isinstance(i, int)))
    names: dict[object, list[str]] = {i: model.names(values) for i, values in records.items()}
    for reference in model.words_of:
        far = names_of(core, getattr(model, reference).rel_model, {v[reference] for v in records.values()})
        for i, values in records.items():
            names[i] = names[i] + far.get(values[reference], [])
    return names


def put(core: Core, model: type[Record], ids: Iterable[int]) -> None:
    """Index records anew: the living among their register's, the deleted at the end.  Within a write."""
    for batch in pw.chunked(ids, BATCH):
        _put(core, model, core.reader.values(model, batch))


def _put(core: Core, model: type[Record], records: Mapping[int, Values]) -> None:
    found_by = words(core, model, records)
    table = model._meta.table_name
    entries = []
    for i, values in records.items():
        register = core.keeper_of(table, values)
        if register.findable:
            dead = values["deleted_at"] is not None
            entries.append((entry_id(register, i, dead), entry_id(register, i, not dead), found_by[i]))
    _drop(core, [entry for now, before, _ in entries for entry in (now, before)])
    rows = [(now, *found) for now, _, found in entries]
    core.execute_many("INSERT INTO search_entry (id, words, tokens) VALUES (?, ?, ?)", rows)
    core.execute_many(
        "INSERT INTO search_index (rowid, tokens) VALUES (?, ?)", [(now, tokens) for now, _, tokens in rows]
    )


def put_many(core: Core, register: Register, record: str, rows: str, parameters: Sequence[object]) -> None:
    """Index new records of a register at one go, within a write.

    `rows` is SQL from FROM on, with the columns `words` and `tokens`; `record`, in SQL that takes `parameters`, is the
    id of a row's record.
    """
    parameters = (entry_id(register, 0), *parameters)
    core.execute(f"INSERT INTO search_entry (id, words, tokens) SELECT ? + {record}, words, tokens {rows}", parameters)
    _configure(core, _BULK)
    core.execute(f"INSERT INTO search_index (rowid, tokens) SELECT ? + {record}, tokens {rows}", parameters)
    _configure(core, _USUAL)


def _configure(core: Core, options: Mapping[str, int]) -> None:
    for option, value in options.items():
        core.execute("INSERT INTO search_index (search_index, rank) VALUES (?, ?)", (option, value))


def _drop(core: Core, entries: Sequence[int]) -> None:
    for entry in entries:
        for (tokens,) in core.rows("SELECT tokens FROM search_entry WHERE id = ?", (entry,)):
            core.execute(
                "INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', ?, ?)", (entry, tokens)
            )
            core.execute("DELETE FROM search_entry WHERE id = ?", (entry,))


def rebuild(core: Core) -> int:
    """Make the whole index anew from the records, within a write; the number of entries."""
    core.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    core.execute("DELETE FROM search_entry")
    for table, model in core.models.items():
        if any(register.findable for register in core.keepers[table]):
            put(core, model, [row[0] for row in core.reader.rows(model.select(model.id).order_by(model.id))])
    count: int = core.rows("SELECT count(*) FROM search_entry")[0][0]
    return count


def agrees(core: Core) -> bool:
    """Whether the index agrees with the entries that it was made from; raises `Busy` while another writes."""
    with translated(core.database):
        try:
            core.database.execute_sql("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
        except pw.OperationalError:
            raise
        except pw.DatabaseError:
            return False
    return True
