"""How a register's fields are named from outside: by field name, or by label in either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kit_tui.domain.fields import Field
from kit_tui.domain.fold import fold
from kit_tui.domain.wording import spellings
from kit_tui.store.plain import RegisterInfo

ID = "id"


def file_fields(info: RegisterInfo) -> tuple[Field, ...]:
    """The fields of a register in the order in which a file holds them: the form's, then the rest."""
    names = dict.fromkeys([*(name for group in info.form for name in group), *info.fields])
    return tuple(info.fields[name] for name in names)


def id_heading(field: Field) -> str:
    """The name under which the id of a reference stands beside it: "person_id"."""
    return f"{field.name}_{ID}"


def find_field(fields: Sequence[Field], text: str) -> Field | None:
    """The field that is called so, by its name or its label in either language; None if there is none."""
    wanted = fold(text)
    return next((field for field in fields if field.name == text), None) or next(
        (field for field in fields if wanted in _spellings(field)), None
    )


def _spellings(field: Field) -> Iterable[str]:
    yield fold(field.name)
    yield from map(fold, spellings(field.label))
