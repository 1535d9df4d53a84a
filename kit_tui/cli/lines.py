"""What commands print: columns that line up for people, JSON and CSV for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from kit_tui.domain.text import cell_width, cut
from kit_tui.domain.wording import Message, message
from kit_tui.store.plain import Cell, Ref

if TYPE_CHECKING:
    from kit_tui.cli.session import Session
    from kit_tui.domain.fields import Field, Value

DELETED = message("(deleted)")
_MEASURED = 500
_WIDEST = 60


def out(line: str) -> None:
    """One line on standard output."""
    sys.stdout.write(line + "\n")


def print_columns(
    session: Session,
    headings: Sequence[Message | str],
    rows: Iterable[Sequence[Message | str]],
    right: Sequence[bool] = (),
) -> None:
    """Rows under headings, each column as wide as its first few hundred cells need; those of `right` hold numbers.

    Only the last column's texts are never cut.
    """
    worded = (tuple(session.say(cell) for cell in row) for row in chain([headings], rows))
    first = list(islice(worded, _MEASURED))
    limits = [*[_WIDEST] * (len(headings) - 1), sys.maxsize]
    needed = (max(map(cell_width, column)) for column in zip(*first, strict=True))
    widths = list(map(min, needed, limits))
    sides = right or [False] * len(widths)
    for row in chain(first, worded):
        out("  ".join(map(_filled, row, widths, limits, sides)).rstrip())


def print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """The rows as a JSON array, written as they come, one a line."""
    import json

    opening = "["
    for row in rows:
        sys.stdout.write(opening + "\n" + json.dumps(row, ensure_ascii=False))
        opening = ","
    out("[]" if opening == "[" else "\n]")


def print_csv(names: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """The rows as CSV under their names, written as they come."""
    import csv

    writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def shown(field: Field, cell: Cell, beside: Mapping[str, Value]) -> Message | str:
    """What a list or a record shows of a value."""
    if isinstance(cell, Ref):
        return cell.title
    return cell if isinstance(cell, Message) else field.show(cell, beside)


def _filled(text: str, width: int, limit: int, right: bool) -> str:
    text = cut(text, limit)
    space = " " * (width - cell_width(text))
    return space + text if right else text + space
