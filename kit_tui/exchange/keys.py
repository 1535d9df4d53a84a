"""How a file names the records that others refer to: by staff no., ROR or code, else by exact name; never by id."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from kit_tui.domain.fields import Field
from kit_tui.domain.wording import Refused, message
from kit_tui.store.errors import NotFound
from kit_tui.store.plain import Entry, Ref, RegisterInfo

if TYPE_CHECKING:
    from kit_tui.store import Store


def key_field(store: Store, table: str) -> str:
    """The field by which records of a table are named outright ("staff_no"); "" where there is none."""
    return next((field.name for field in _info(store, table).fields.values() if field.unique), "")


def _info(store: Store, table: str) -> RegisterInfo:
    return next(info for info in store.registers.values() if info.table == table)


class Keys:
    """What stands for the records that some entries refer to; read once for them all."""

    def __init__(self, store: Store, info: RegisterInfo, entries: Iterable[Entry]) -> None:
        self._keys: dict[str, dict[int, str]] = {}
        entries = list(entries)
        for field in info.fields.values():
            if field.kind == "reference" and (key := key_field(store, field.table)):
                ids = {ref.id for entry in entries if isinstance(ref := entry.values[field.name], Ref)}
                slug = next(other.slug for other in store.registers.values() if other.table == field.table)
                records = store.reader.values(store.declared(slug).model, ids)
                self._keys[field.name] = {record: str(values[key] or "") for record, values in records.items()}

    def of(self, field: Field, ref: Ref) -> str:
        """The key of a record that `field` points to, or its title."""
        return self._keys.get(field.name, {}).get(ref.id) or str(ref.title)


def resolve_key(store: Store, field: Field, text: str) -> int:
    """The record that a cell names by its key or its exact name.  Raises `NotFound` or `Ambiguous`."""
    if key := key_field(store, field.table):
        with suppress(NotFound):
            return _found(store.resolve(field, f"{key}:{text}"))
        if text.isdigit():  # as a name it would be taken for an id
            label = _info(store, field.table).label
            raise NotFound(message('{register} has no record "{text}".', register=label, text=text))
    elif text.isdigit():
        raise Refused(
            message(
                '{field}: "{text}" is an id: put it in the column {column}.',
                field=field.label,
                text=text,
                column=f"{field.name}_id",
            )
        )
    return _found(store.resolve(field, text))


def _found(record: int | None) -> int:
    if record is None:
        raise ValueError("a blank cell names no record")
    return record
