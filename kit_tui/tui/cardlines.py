"""A record's card as lines: what it is, its fields, everything that points to it, and what was done to it last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from kit_tui.domain.clock import local
from kit_tui.domain.operations import done_word
from kit_tui.domain.text import cell_width, pad
from kit_tui.domain.wording import Message, message
from kit_tui.store.plain import Card, Cell, ColumnInfo, Deed, Entry, Ref, RegisterInfo, Related, Step
from kit_tui.tui.widgets.columns import cell_words, narrowed
from kit_tui.tui.widgets.editing import wrapped
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine, heading

_WIDE = 100
"""Cells from which the fields stand in two columns."""
_COLUMNS = 5
"""As many of a register's columns say what a related record is."""
_BLANK = message("(blank)")


class At(NamedTuple):
    """A line's target: the record that it opens."""

    register: str
    id: int


class More(NamedTuple):
    """The target of the line that stands for the related records which a card does not list."""

    register: str
    field: str


class BringBack(NamedTuple):
    """The target of the line that brings a deleted record back."""


class History(NamedTuple):
    """The target of the lines that open the record's history."""


class CardLines:
    """Makes the lines of a card; `say` words, for the current language."""

    def __init__(self, registers: Mapping[str, RegisterInfo], say: Callable[[Message | str], str]) -> None:
        self._registers, self._say = registers, say

    def of(self, card: Card, width: int) -> Iterator[TextLine]:
        """The whole card in lines of so many cells."""
        entry = card.entry
        info = self._registers[entry.register]
        yield BLANK
        yield (Piece(" "), Piece(entry.title, ink="strong"), Piece("   "), Piece(info.one, ink="muted"))
        if entry.deleted_at:
            yield (Piece(" "), Piece(message("Deleted. Enter brings it back."), ink="behind", target=BringBack()))
        elif card.answer:
            yield from self._wrapped(card.answer, width, 1)
        yield BLANK
        yield from self._fields(entry, info, width)
        for related in card.related:
            yield BLANK
            yield from self._related(related, width)
        yield BLANK
        yield heading(message("History"))
        for step in card.history:
            yield from self._step(step, info)

    def _fields(self, entry: Entry, info: RegisterInfo, width: int) -> Iterator[TextLine]:
        """The fields that hold something, in the form's order; what is long comes after the rest."""
        beside = entry.plain()
        names = [name for group in info.form for name in group]
        words = {name: cell_words(entry.values[name], info.fields[name], beside) for name in names}
        filled = [name for name in names if words[name] != ""]
        labels = 3 + max((cell_width(self._say(info.fields[name].label)) for name in filled), default=0)
        columns = 2 if width >= _WIDE else 1
        room = width // columns - labels - 1
        short = [name for name in filled if "\n" not in str(words[name]) and cell_width(self._say(words[name])) <= room]

        def piece(name: str | None) -> tuple[Piece, ...]:
            if name is None:
                return ()
            value = entry.values[name]
            target = At(value.register, value.id) if isinstance(value, Ref) else None
            return Piece(info.fields[name].label, labels, "muted"), Piece(words[name], room, target=target)

        half = -(-len(short) // columns)
        for left, right in zip_longest(short[:half], short[half:]):
            yield (Piece(" "), *piece(left), Piece(" "), *piece(right))
        for name in filled:
            if name not in short:
                first, *rest = self._wrapped(words[name], width - labels, 0)
                yield (Piece(" "), Piece(info.fields[name].label, labels, "muted"), *first)
                yield from ((Piece("", labels + 1), *line) for line in rest)

    def _wrapped(self, words: Message | str, width: int, indent: int) -> Iterator[TextLine]:
        text = words if isinstance(words, str) else self._say(words)
        for start, end in wrapped(text, width - indent - 1, self._say):
            yield (Piece(" " * indent), Piece(text[start:end].rstrip("\n")))

    def _related(self, related: Related, width: int) -> Iterator[TextLine]:
        info = self._registers[related.register]
        role = message("{records}: {field}", records=info.label, field=related.label)
        label = info.label if related.label == info.label else role
        yield (Piece(" "), Piece(label, ink="accent"), Piece(f"  {related.total}", ink="muted"))
        kept = [at for at, column in enumerate(info.columns) if _tells(related, at, column)][:_COLUMNS]
        columns = [info.columns[at] for at in kept]
        cells = [
            _once([self._say(_worded(row.cells[at], info.columns[at])) for at in kept], columns) for row in related.rows
        ]
        widths = narrowed([max(map(cell_width, column)) for column in zip(*cells, strict=True)], width - 3)
        for row, words in zip(related.rows, cells, strict=True):
            to = At(related.register, row.id)
            parts = zip(words, widths, columns, strict=True)
            texts = (pad(text, cells, column.right) for text, cells, column in parts)
            yield (Piece("   ", target=to), Piece("  ".join(texts), target=to))
        if (rest := related.total - len(related.rows)) > 0:
            more = More(related.register, related.field) if related.field else None
            yield (Piece("   ", target=more), Piece(message("and {n} more", n=rest), ink="muted", target=more))

    def _step(self, step: Step, info: RegisterInfo) -> Iterator[TextLine]:
        to = History()
        yield (
            Piece("   ", target=to),
            Piece(f"{local(step.at):%Y-%m-%d %H:%M}", 18, target=to),
            Piece(step.login, 12, target=to),
            Piece(done_word(step.kind), 13, target=to),
            Piece(message("{changes}", changes=list(changes(step, info))), ink="muted", target=to),
        )


def changes(step: Step | Deed, info: RegisterInfo) -> Iterator[Message]:
    """What was changed in a record, field by field."""
    for field, before, after in step.changes:
        if field is not None:
            described = info.fields.get(field.name, field)
            yield message(
                "{field}: {before} -> {after}",
                field=described.label,
                before=cell_words(before, described) or _BLANK,
                after=cell_words(after, described) or _BLANK,
            )


def _worded(cell: Cell, column: ColumnInfo) -> Message | str:
    """A cell's words where no heading stands above it: of a flag its name, where it is up."""
    if column.field.kind == "flag":
        return column.field.label if cell else ""
    return cell_words(cell, column.field)


def _once(words: Sequence[str], columns: Sequence[ColumnInfo]) -> list[str]:
    """A line's words without a choice that a text says as well: a briefing that is called so."""
    kinds = [column.field.kind for column in columns]
    texts = {text for text, kind in zip(words, kinds, strict=True) if kind == "text"}
    return ["" if kind == "choice" and text in texts else text for text, kind in zip(words, kinds, strict=True)]


def _tells(related: Related, at: int, column: ColumnInfo) -> bool:
    """Whether a column says anything about the related records that their being on this card does not say."""
    is_the_card = related.field and column.name.split(".")[0] == related.field
    return not is_the_card and any(row.cells[at] not in (None, "") for row in related.rows)
