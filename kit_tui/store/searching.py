"""Words looked up in the search index (see `indexing`): in whole registers by what they begin with, or within words.

What is looked for goes three ways, one after the other, until something is found: every word begins a word of the
record; so do names that were typed without their space ("ohnoken"); the text stands within words ("hno").  The last
can't go by the index and looks through the newest entries alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

import peewee as pw

from kit_tui.domain.fold import NAMES_END, Group, index_words, like_pattern, parted, query_groups
from kit_tui.domain.text import clean_text
from kit_tui.store.core import Core
from kit_tui.store.database import SearchIndex
from kit_tui.store.declare import Register
from kit_tui.store.entries import Held
from kit_tui.store.indexing import deleted_range, entry_range, unpacked

CANDIDATES = 200
"""As many matches of a register are ranked when one looks around; the rest are only counted by a list search."""
EVERY = 1_000_000
"""As many are when it must be known which records bear a name."""
LOOKED_THROUGH = 100_000
"""As many entries are looked through for what stands within words: that takes some 25 ms."""


class Found(NamedTuple):
    """A match: its record, and how well it fits.

    0 is its very name, 1 that something begins so or that what it refers to is called so, 2 that the text is in there.
    """

    register: int
    record: int
    deleted: bool
    rank: int


_Way: TypeAlias = Callable[[int, int], Held]
"""A way to look something up, for the first and the last entry of a range."""


def find(
    core: Core, text: str, registers: Sequence[Register], *, deleted: bool = False, most: int = CANDIDATES
) -> list[Found]:
    """The best matches of each register, best first, out of at most `most` each; deleted records last."""
    text, _ = clean_text(text)
    ranges = [entry_range(register) for register in registers]
    if deleted:
        ranges.append(deleted_range())
    for way in _ways(core.database.index, text) if text else ():
        if found := [match for first, last in ranges for match in _best(core, text, way(first, last), most)]:
            return found
    return []


def look(core: Core, text: str, registers: Sequence[Register], *, deleted: bool = False) -> list[Found]:
    """What to show to those who look around: as `find`, and where it finds nothing, what holds the text within words.

    For that, `LOOKED_THROUGH` entries are looked through in all: of registers that are too long the newest alone.
    """
    if found := find(core, text, registers, deleted=deleted):
        return found
    text, _ = clean_text(text)
    pieces = _pieces(text)
    ranges = _newest_ranges(core, registers, deleted) if pieces else ()
    return [match for first, last in ranges for match in _best(core, text, _like(pieces, first, last), CANDIDATES)]


def matching(core: Core, register: Register, text: str, deleted: bool = False) -> pw.SQL | None:
    """A subquery of the ids of the living (or the deleted) records of a register that hold `text`, as `find` goes.

    None where the register holds none.
    """
    text, _ = clean_text(text)
    first, last = entry_range(register, deleted)
    for way in _ways(core.database.index, text):
        held = way(first, last)
        if core.rows(f"SELECT 1 {held.sql} LIMIT 1", held.values):
            return core.database.index.subquery(held, first)
    return None


def matching_within(core: Core, register: Register, text: str, deleted: bool = False) -> pw.SQL | None:
    """A subquery of the ids of those among the newest records of a register that hold `text` within words.

    None for a text that needs no such search.
    """
    text, _ = clean_text(text)
    first, last = entry_range(register, deleted)
    pieces = _pieces(text)
    seen = max(first, _newest(core, first, last) - LOOKED_THROUGH + 1)
    return core.database.index.subquery(_like(pieces, seen, last), first) if pieces else None


def _ways(index: SearchIndex, text: str) -> list[_Way]:
    """How the index is asked for a text, the next way only where the one before finds nothing."""
    groups = query_groups(text)
    if not groups:
        return [partial(_like, [like_pattern(text)])]
    typed = [_expression(index, group) for group in groups]
    joined = [index.either.join([typed, *_joined(index, group)]) for typed, group in zip(typed, groups, strict=True)]
    ways = [typed] if typed == joined else [typed, joined]
    phrases = [group.plain for group in groups if group.kind == "phrase"]
    return [partial(index.held, index.every.join(f"({part})" for part in parts), phrases) for parts in ways]


def _expression(index: SearchIndex, group: Group) -> str:
    """A group of a search as an expression of the index, in which everything typed is quoted."""
    return _beginning(index, group.tokens) if group.kind == "prefix" else index.stands(group.tokens)


def _beginning(index: SearchIndex, tokens: Iterable[str]) -> str:
    return index.either.join(map(index.begins, tokens))


def _joined(index: SearchIndex, group: Group) -> list[str]:
    """Expressions for the two words that a group may be which was typed without their space."""
    pairs = parted(group.plain) if group.kind == "prefix" else []
    return [
        f"(({index.either.join(index.stands([token]) for token in first)}){index.every}({_beginning(index, second)}))"
        for first, second in pairs
    ]


def _like(patterns: Sequence[str], first: int, last: int) -> Held:
    each = " AND words LIKE ? ESCAPE '\\'" * len(patterns)
    return Held(f"FROM search_entry WHERE id BETWEEN ? AND ?{each}", (first, last, *patterns))


def _pieces(text: str) -> list[str]:
    """The patterns of what is looked for within words; none where all is kanji and kana, which are found so anyway."""
    groups = query_groups(text)
    looked_for = any(group.kind == "prefix" and len(group.plain) > 1 for group in groups)
    return [like_pattern(group.plain) for group in groups] if looked_for else []


def _newest_ranges(core: Core, registers: Iterable[Register], deleted: bool) -> Iterator[tuple[int, int]]:
    """The ranges that are looked through: short registers whole, and what is left shared by the long ones."""
    gone = (False, True) if deleted else (False,)
    ranges = [entry_range(register, deleted) for register in registers for deleted in gone]
    ends = [(first, _newest(core, first, last)) for first, last in ranges]
    left = LOOKED_THROUGH
    for at, (length, newest) in enumerate(sorted((newest - first, newest) for first, newest in ends)):
        share = min(length, left // (len(ends) - at))
        left -= share
        yield newest - share + 1, newest


def _newest(core: Core, first: int, last: int) -> int:
    """The last entry of a range; its first id, which is no record's, where it has none."""
    ((newest,),) = core.rows("SELECT max(id) FROM search_entry WHERE id BETWEEN ? AND ?", (first, last))
    return first if newest is None else int(newest)


def _best(core: Core, text: str, held: Held, most: int) -> list[Found]:
    """At most `most` matches, the best first."""
    wanted = tuple(index_words([text]).replace(" ", "").split("\n"))
    sql = f"SELECT id, words FROM search_entry WHERE id IN (SELECT {held.id} {held.sql} LIMIT ?)"
    found = [Found(*unpacked(entry), _rank(words, wanted)) for entry, words in core.rows(sql, (*held.values, most))]
    return sorted(found, key=lambda match: match.rank)


def _rank(words: str, wanted: tuple[str, ...]) -> int:
    """How well the words of a record fit; names are the same with or without their spaces."""
    words = words.replace(" ", "")
    names = words.partition(NAMES_END)[0].split("\n")
    if not set(wanted).isdisjoint(names):
        return 0
    return 1 if any(line.startswith(wanted) for line in words.split("\n")) else 2
