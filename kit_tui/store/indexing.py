"""The search index: the folded words of every record and their tokens, kept up with every write.

How tokens are looked up is the database's own.  An entry's id packs whether its record is deleted, its register's
number and the record's id, so a range of ids is one register and no join is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import peewee as pw

from kit_tui.domain.fold import index_entry
from kit_tui.models import Record
from kit_tui.models.base import Values
from kit_tui.store.core import Core
from kit_tui.store.declare import Register
from kit_tui.store.entries import DELETED, RECORD_BITS
from kit_tui.store.reader import BATCH


def entry_id(register: Register, record: int, deleted: bool = False) -> int:
    """The id under which a record stands in the index."""
    return (DELETED if deleted else 0) | register.number << RECORD_BITS | record


def entry_range(register: Register, deleted: bool = False) -> tuple[int, int]:
    """The first and the last id that the living (or the deleted) records of a register may have in the index."""
    return entry_id(register, 0, deleted), entry_id(register, (1 << RECORD_BITS) - 1, deleted)


def deleted_range() -> tuple[int, int]:
    """The first and the last id that deleted records may have, of whatever register."""
    return DELETED, 2 * DELETED - 1


def unpacked(entry: int) -> tuple[int, int, bool]:
    """The number of an entry's register, its record, and whether that is deleted."""
    return (entry & ~DELETED) >> RECORD_BITS, entry & (1 << RECORD_BITS) - 1, bool(entry & DELETED)


def words(core: Core, model: type[Record], records: Mapping[int, Values]) -> dict[int, tuple[str, str]]:
    """The folded search words of records, the names of what they refer to included, and their tokens."""
    texts = {i: model.texts(values) for i, values in records.items()}
    for reference in model.words_of:
        far = getattr(model, reference).rel_model
        names = names_of(core, far, {v[reference] for v in records.values() if v[reference] is not None})
        for i, values in records.items():
            texts[i] += names.get(values[reference], [])
    return {i: index_entry(model.names(values), texts[i]) for i, values in records.items()}


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
    index = core.database.index
    index.drop([entry for now, before, _ in entries for entry in (now, before)])
    index.put([(now, *found) for now, _, found in entries])


def put_many(core: Core, register: Register, record: str, rows: str, parameters: Sequence[object]) -> None:
    """Index new records of a register at one go, within a write.

    `rows` is SQL from FROM on, with the columns `words` and `tokens`; `record`, in SQL that takes `parameters`, is the
    id of a row's record.
    """
    core.database.index.put_many(f"? + {record}", rows, (entry_id(register, 0), *parameters))


def turn(core: Core, register: Register, ids: Iterable[int]) -> None:
    """Have the entries of records that were deleted follow them to the end of the index.  Within a write."""
    if not register.findable:
        return
    living, deleted, index = entry_id(register, 0), entry_id(register, 0, deleted=True), core.database.index
    with index.many():
        for batch in pw.chunked(ids, BATCH):
            marks = ", ".join("?" * len(batch))
            entries = [living + i for i in batch]
            found = core.rows(f"SELECT id, words, tokens FROM search_entry WHERE id IN ({marks})", entries)
            index.drop(entries)
            index.put([(entry - living + deleted, words, tokens) for entry, words, tokens in found])


def drop(core: Core, register: Register, ids: Iterable[int]) -> None:
    """Forget the entries of some records, for others that `put_many` takes in.  Within a write."""
    with core.database.index.many():
        core.database.index.drop([entry_id(register, i, deleted) for i in ids for deleted in (False, True)])


def rebuild(core: Core) -> int:
    """Make the whole index anew from the records, within a write; the number of entries."""
    core.database.index.clear()
    for table, model in core.models.items():
        if any(register.findable for register in core.keepers[table]):
            put(core, model, [row[0] for row in core.reader.rows(model.select(model.id).order_by(model.id))])
    count: int = core.rows("SELECT count(*) FROM search_entry")[0][0]
    return count
