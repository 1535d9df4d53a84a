"""What a table has besides its columns, made from what its model says: indexes, and rules as CHECK constraints.

The database itself so refuses what no program should write.  The SQL is what SQLite and PostgreSQL have in common.
A rule that meets NULL holds, so that empty fields need no mention; steps are tested by a division of integers, for
a percent sign stands for a value with some drivers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import peewee as pw

from kit_tui.models.base import Record, Unique
from kit_tui.models.fields import Answer, Described, Flag, Text, Whole


def complete(model: type[Record]) -> None:
    """Give a model's table its indexes and checks, all named after the table.

    Indexes hold the living records alone, so that a deleted one never stands in the way of a unique field.
    """
    for unique in model.uniques:
        model.add_index(_unique_index(model, unique))
    for names in (*model.indexed, ("sort_key",)):
        model.add_index(_index(model, names, model.deleted_at.is_null(), "_".join(names)))
    model._meta.constraints = [pw.Check(rule, f"{model._meta.table_name}_{name}") for name, rule in _rules(model)]


def one_of(column: str, codes: Iterable[str]) -> str:
    """The rule that a column holds one of some codes."""
    return f"{column} IN ({', '.join(repr(str(code)) for code in codes)})"


def _index(model: type[Record], names: Iterable[str], where: Any, name: str, *, unique: bool = False) -> Any:
    fields = [getattr(model, field) for field in names]
    return model.index(*fields, unique=unique, where=where, name=f"{model._meta.table_name}_{name}")


def _unique_index(model: type[Record], unique: Unique) -> Any:
    where = model.deleted_at.is_null()
    for name in unique.fields:
        if getattr(model, name).null:
            where &= getattr(model, name).is_null(False)
    if unique.unless:
        name, value = unique.unless
        where &= getattr(model, name) != value
    return _index(model, unique.fields, where, "_".join((*unique.fields, "unique")), unique=True)


def _rules(model: type[Record]) -> Iterable[tuple[str, str]]:
    fields = model.described()
    for name, field in fields.items():
        if rule := _rule(field):
            yield name, rule
    if {"start", "end"} <= fields.keys():
        yield "days", '"end" >= "start"'
    yield from model.checks.items()


def _rule(field: Described) -> str:
    column = f'"{field.name}"'
    match field:
        case Answer(fixed=True):
            return one_of(column, [*(choice.code for choice in field.answers), *([] if field.required else [""])])
        case Whole(low=low, high=high, step=step):
            in_steps = f" AND {column} / {step} * {step} = {column}" if step > 1 else ""
            return f"{column} BETWEEN {low} AND {high}{in_steps}"
        case Flag():
            return f"{column} IN (0, 1)"
        case Answer() | Text() if field.required:
            return f"{column} <> ''"
        case _:
            return ""
