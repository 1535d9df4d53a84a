"""Registers as files: CSV that a spreadsheet opens and `import` takes back, and JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.roles import Action, require
from kit_tui.domain.wording import Refused, message
from kit_tui.exchange.atomic import new_file, new_folder
from kit_tui.exchange.flat import flat, flat_names
from kit_tui.exchange.keys import Keys
from kit_tui.exchange.naming import file_fields
from kit_tui.store.plain import Cell, Entry, Query, Ref, RegisterInfo

if TYPE_CHECKING:
    from kit_tui.store import Store

_BATCH = 500
_TABLES = frozenset({".csv", ".xls", ".xlsx", ".ods"})
"""Whoever names a file that holds one table does not mean a folder."""


def export(store: Store, registers: Sequence[RegisterInfo], path: Path, *, replace: bool = False) -> None:
    """Write registers to `path`, by its ending: one as .csv or .json, several as .json or else a folder of CSV files.

    CSV files are in UTF-8 with a byte order mark, by which Excel knows it.  Values are written as they are, formulas
    too.  Raises `Refused` when the role does not allow it or the file can't be written.
    """
    require(store.role, Action.EXPORT)
    ending, many = path.suffix.lower(), len(registers) > 1
    folder = many and ending not in (".json", *_TABLES)
    if ending != ".json" and not folder:
        _refuse_ending(ending, many)
    with (new_folder if folder else new_file)(path, replace=replace) as new:
        if ending == ".json":
            with new.open("w", encoding="utf-8") as stream:
                _write_json(store, registers, stream)
        for info in registers if ending != ".json" else ():
            with _open_csv(new / f"{info.slug}.csv" if folder else new) as stream:
                _write_csv(store, info, stream)
        store.note_export([info.slug for info in registers])


def write_csv(store: Store, info: RegisterInfo, stream: TextIO) -> None:
    """Write a register as CSV: its id, then its fields; a reference as its key with the id beside it.

    Raises `NotAllowed`.
    """
    store.note_export([info.slug])
    _write_csv(store, info, stream)


def _refuse_ending(ending: str, many: bool) -> None:
    """Raises `Refused` unless CSV is written to a file with a name like that."""
    if many:
        raise Refused(message("Name a folder for CSV files, or a file that ends in .json."))
    if ending != ".csv":
        raise Refused(message("Name a file that ends in .csv or .json."))


def _write_csv(store: Store, info: RegisterInfo, stream: TextIO) -> None:
    fields = file_fields(info)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(flat_names(info))
    entries = store.each(Query(info.slug))
    while batch := list(islice(entries, _BATCH)):
        keys = Keys(store, info, batch)
        for entry in batch:
            writer.writerow([entry.id, *(cell for field in fields for cell in _cells(field, entry, keys))])


def _write_json(store: Store, registers: Sequence[RegisterInfo], stream: TextIO) -> None:
    """One register as an array of flat rows; several as an object of such arrays by register."""
    if len(registers) == 1:
        stream.writelines(_json_array(store, registers[0]))
        stream.write("\n")
        return
    opening = "{\n"
    for info in registers:
        stream.write(f"{opening}{json.dumps(info.slug)}: ")
        stream.writelines(_json_array(store, info))
        opening = ",\n"
    stream.write("\n}\n")


def _json_array(store: Store, info: RegisterInfo) -> Iterator[str]:
    opening = "[\n"
    for entry in store.each(Query(info.slug)):
        yield opening + json.dumps(flat(info, entry), ensure_ascii=False)
        opening = ",\n"
    yield "[]" if opening == "[\n" else "\n]"


def _open_csv(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8-sig", newline="")


def _cells(field: Field, entry: Entry, keys: Keys) -> tuple[Value, ...]:
    value = entry.values[field.name]
    if field.kind == "reference":
        return (keys.of(field, value), value.id) if isinstance(value, Ref) else ("", "")
    return (_written(field, value, entry),)


def _written(field: Field, value: Cell, entry: Entry) -> Value:
    """The value as `Field.read` takes it back."""
    if isinstance(value, int) and field.shares and field.shares(entry.plain()):
        from kit_tui.domain.targets import show_share

        return show_share(value)
    return "" if value is None else str(value)
