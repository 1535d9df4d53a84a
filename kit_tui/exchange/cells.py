"""The cells of a file as values, at the speed of a file of a million rows: what repeats is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import TypeAlias

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.exchange.headings import Column
from kit_tui.models.fields import MOST

Resolve: TypeAlias = Callable[[Field, str], int]
"""The record that a cell names; raises Refused."""
Numbers: TypeAlias = Mapping[str, Mapping[int, int]]
"""By table, the ids of records in a file that have other ids here."""
Problem: TypeAlias = tuple[str, Message]
"""The name of the field at fault, and the sentence that says what to do."""
_Row: TypeAlias = Sequence[str]
_Read: TypeAlias = Callable[[_Row], Value]

_OWN_TEXT = frozenset({"text", "notes"})
_REPEATING = frozenset({"choice", "country", "date", "year", "whole", "yen", "flag"})
_REMEMBERED = 10_000


class Cells:
    """Reads the rows of a file under its columns.

    `resolve` finds a record by what stands in a reference's column (a staff no., a name); that there is a record of
    the id beside it, which may be `renumbered`, is for the store to see.  `removed` counts the control characters left
    out so far.
    """

    def __init__(self, columns: Sequence[Column], resolve: Resolve, renumbered: Numbers | None = None) -> None:
        self.removed = 0
        self._renumbered = renumbered or {}
        self._width = 1 + max(at for column in columns for at in (column.at, column.id_at) if at is not None)
        self._resolve = resolve
        self._readers = [(column.name, self._reader(column)) for column in columns]

    def read(self, row: _Row) -> tuple[dict[str, Value], list[Problem]]:
        """The values of a row by field name ("id" too if the file has it), and what is wrong with its cells."""
        if len(row) != self._width and (len(row) < self._width or any(row[self._width :])):
            return {}, [("", message("The row has {n} cells under {width} headings.", n=len(row), width=self._width))]
        try:
            return {name: read(row) for name, read in self._readers}, []
        except Refused:
            return {}, list(self._problems(row))

    def _problems(self, row: _Row) -> Iterator[Problem]:
        for name, read in self._readers:
            try:
                read(row)
            except Refused as refused:
                yield name, refused.message

    def _reader(self, column: Column) -> _Read:
        field = column.field
        if field is None:
            return _at(column.id_at, _record_id)
        if field.worked_out:
            field = replace(field, required=False)  # whether it is there in the end is for the store to see
        if field.kind == "reference":
            return self._reference(column, field)
        if field.kind in _OWN_TEXT:
            return self._own_text(column, field)
        if field.kind == "measure":
            return lambda row: field.read(row[column.at or 0], beside=self._beside(row, field))
        return _at(column.at, lru_cache(_REMEMBERED)(field.read) if field.kind in _REPEATING else field.read)

    def _own_text(self, column: Column, field: Field) -> _Read:
        at, lines, blank = column.at or 0, field.kind == "notes", field.blank

        def read(row: _Row) -> Value:
            cell = row[at]
            if cell.isascii() and cell.isprintable():
                text = cell.strip()
            else:
                text, removed = clean_text(cell, lines=lines)
                self.removed += removed
            return text or (field.read("") if field.required else blank)

        return read

    def _reference(self, column: Column, field: Field) -> _Read:
        renumbered = self._renumbered.get(field.table, {})

        def numbered(cell: str) -> int | None:
            record = _record_id(cell)
            return record if record is None else renumbered.get(record, record)

        if column.at is None:
            return _at(column.id_at, _or_blank(field, numbered))
        keyed = _at(column.at, lru_cache(_REMEMBERED)(_or_blank(field, partial(self._resolve, field))))
        id_at = column.id_at
        if id_at is None:
            return keyed
        return lambda row: numbered(row[id_at]) or keyed(row)

    def _beside(self, row: _Row, field: Field) -> dict[str, Value]:
        return {name: read(row) for name, read in self._readers if name != field.name}


def _at(at: int | None, read: Callable[[str], Value]) -> _Read:
    if at is None:
        raise ValueError("the column stands nowhere")
    return lambda row: read(row[at])


def _or_blank(field: Field, find: Callable[[str], int | None]) -> Callable[[str], Value]:
    """What the cells of a reference stand for: a record, or nothing where they are blank."""

    def read(cell: str) -> Value:
        text, _ = clean_text(cell)
        return find(text) if text else field.read("")

    return read


def _record_id(cell: str) -> int | None:
    text = cell.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) < 19 and 0 < int(text) <= MOST:
        return int(text)
    raise Refused(message('"{text}" is not an id. Leave it blank for a new record.', text=text))
