"""What the headings of a file stand for: a register's fields, by name or by label in either language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kit_tui.domain.fields import Field
from kit_tui.domain.fold import fold
from kit_tui.domain.wording import Message, message
from kit_tui.exchange.csv_file import BadFile
from kit_tui.exchange.naming import ID, file_fields, find_field
from kit_tui.store.plain import RegisterInfo


@dataclass(frozen=True, slots=True)
class Column:
    """What a file says of one field: its heading and its place in a row.

    `field` is None for the record's own id, at `id_at`.  A reference may be named by a key at `at`, by the id of its
    record at `id_at`, or by both, when the id decides.
    """

    heading: str
    field: Field | None
    at: int | None = None
    id_at: int | None = None

    @property
    def name(self) -> str:
        """The name of the value that the column gives."""
        return self.field.name if self.field else ID


def columns_of(info: RegisterInfo, headings: Sequence[str], file: str) -> tuple[Column, ...]:
    """The columns that the headings of a file name.

    Raises BadFile for a heading that is unknown, blank or there twice, and when a column is missing without which
    no row can be a record of the register.
    """
    named = len(headings)
    while not headings[named - 1]:  # a spreadsheet may leave commas at the end of each row
        named -= 1
    columns: dict[str, Column] = {}
    for at, heading in enumerate(headings[:named]):
        column = _column(info, heading, at, file)
        there = columns.get(column.name)
        columns[column.name] = _merged(there, column, file) if there else column
    _require(info, columns, file)
    return tuple(columns.values())


def _column(info: RegisterInfo, heading: str, at: int, file: str) -> Column:
    if not heading:
        raise BadFile(message("{file}: column {n} has no heading. Name it or delete it.", file=file, n=at + 1))
    if fold(heading) == ID:
        return Column(heading, None, id_at=at)
    if field := find_field(file_fields(info), heading):
        return Column(heading, field, at=at)
    name, underscore, last = heading.rpartition("_")
    if underscore and fold(last) == ID and (field := find_field(file_fields(info), name)) and field.kind == "reference":
        return Column(heading, field, id_at=at)
    raise BadFile(
        message(
            '{file}: "{heading}" is not a field of {register}. Its fields are {fields}.',
            file=file,
            heading=heading,
            register=info.label,
            fields=[_called(field) for field in file_fields(info)],
        )
    )


def _merged(one: Column, other: Column, file: str) -> Column:
    """A reference's two columns as one."""
    key, by_id = (one, other) if one.id_at is None else (other, one)
    if key.at is None or by_id.id_at is None:
        raise BadFile(
            message(
                '{file}: the columns "{first}" and "{second}" are the same field. Delete one of them.',
                file=file,
                first=one.heading,
                second=other.heading,
            )
        )
    return replace(key, id_at=by_id.id_at)


def _require(info: RegisterInfo, columns: dict[str, Column], file: str) -> None:
    """Refuse a file whose rows can't be read or be records.

    One that names records that exist may lack a required column, but not what a measure is read by: its gauge.
    """
    fields = [column.field for column in columns.values() if column.field]
    measured = any(field.kind == "measure" for field in fields)
    if not measured and (ID in columns or any(field.unique for field in fields)):
        return
    missing = [
        field
        for field in file_fields(info)
        if field.required
        and not field.default
        and not field.worked_out
        and field.name not in columns
        and len(info.fixed.get(field.name, ())) != 1
    ]
    if missing:
        raise BadFile(
            message(
                "{file}: the column {missing} is missing.",
                file=file,
                missing=[_called(field) for field in missing],
            )
        )


def _called(field: Field) -> Message:
    """A field by both of its names."""
    return message("{label} ({name})", label=field.label, name=field.name)
