"""The columns of a list: which of them fit, how wide they are, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.text import cell_width, pad
from kit_tui.domain.wording import Message
from kit_tui.store.plain import Cell, ColumnInfo, Ref, Row

GAP = 2
"""Free cells between two columns."""
_NARROWEST = 6
_GROWING = frozenset({"text", "notes", "reference", "email", "url"})


class Placed(NamedTuple):
    """A column that is shown: its place among the row's cells, and its width in terminal cells."""

    at: int
    column: ColumnInfo
    width: int

    @property
    def grows(self) -> bool:
        """Whether more room shows more of it."""
        return self.column.field.kind in _GROWING


def fit(columns: Sequence[ColumnInfo], headings: Sequence[str], width: int, *, grow: bool = True) -> list[Placed]:
    """The columns that `width` cells have room for, from the first on; the last may be narrowed down to its heading.

    With `grow`, what is left over is shared by those that hold text.
    """
    placed: list[Placed] = []
    room = width
    for at, (column, heading) in enumerate(zip(columns, headings, strict=True)):
        wanted = max(column.width, cell_width(heading))
        one = Placed(at, column, min(wanted, room))
        if one.width < wanted and placed and not (one.grows and one.width >= max(_NARROWEST, cell_width(heading))):
            break
        placed.append(one)
        room -= one.width + GAP
        if room < 1:
            break
    return _widened(placed, room + GAP) if grow else placed


def _widened(placed: list[Placed], spare: int) -> list[Placed]:
    """The columns with spare cells shared out by their widths; none gets more than its own width again."""
    growing = sum(one.width for one in placed if one.grows)
    if spare <= 0 or not growing:
        return placed
    share = min(spare, growing)
    return [one._replace(width=one.width + share * one.width // growing) if one.grows else one for one in placed]


def row_text(placed: Sequence[Placed], texts: Sequence[str]) -> str:
    """The texts, one a column, as one line."""
    gap = " " * GAP
    return gap.join(pad(text, one.width, one.column.right) for one, text in zip(placed, texts, strict=True))


def row_texts(placed: Sequence[Placed], row: Row, say: Callable[[Message | str], str]) -> list[str]:
    """What stands in the shown columns of a row, worded."""
    beside: dict[str, Value] = {
        one.column.name: cell for one in placed if not isinstance(cell := row.cells[one.at], (Ref, Message))
    }
    return [say(cell_words(row.cells[one.at], one.column.field, beside)) for one in placed]


def cell_words(cell: Cell, field: Field, beside: Mapping[str, Value] | None = None) -> Message | str:
    """A cell in words: a reference by its title, a value as its field shows it."""
    if isinstance(cell, Ref):
        return cell.title
    if isinstance(cell, Message):
        return cell
    return field.show(cell, beside)


def flowed(widths: Sequence[int], room: int) -> list[list[int]]:
    """Columns by their places, `GAP` cells apart, on as many lines of `room` cells as they take; empty ones on none."""
    lines: list[list[int]] = []
    left = 0
    for at, width in enumerate(widths):
        if width and width <= left:
            lines[-1].append(at)
            left -= width + GAP
        elif width:
            lines.append([at])
            left = room - width - GAP
    return lines


def narrowed(wanted: Sequence[int], room: int) -> list[int]:
    """The widths of columns that stand `GAP` cells apart in `room` cells: the widest give way until all fit."""
    widths = list(wanted)
    while sum(widths) + GAP * (len(widths) - 1) > room and max(widths, default=0) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths
