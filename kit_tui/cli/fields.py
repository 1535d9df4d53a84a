"""FIELD=VALUE as it is typed on the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kit_tui.cli.session import Misused, Session
from kit_tui.domain.fields import Field, Value
from kit_tui.domain.wording import Refused, message
from kit_tui.exchange.naming import file_fields, find_field
from kit_tui.store.errors import Invalid
from kit_tui.store.plain import Condition, RegisterInfo

_ASSIGNMENT = re.compile(r"([^=]+)=(.*)", re.DOTALL)
_CONDITION = re.compile(r"(.+?)(!=|>=|<=|=)(.*)", re.DOTALL)


def read_values(
    session: Session, info: RegisterInfo, typed: Iterable[str], beside: dict[str, Value]
) -> dict[str, Value]:
    """The values that FIELD=VALUE words give, references as ids; `beside` is what the record holds already.

    Raises `Misused` for a word of another form or a field that isn't there, `Invalid` for values that can't be read.
    """
    texts: dict[str, tuple[Field, str]] = {}
    for word in typed:
        match = _ASSIGNMENT.fullmatch(word)
        if not match:
            raise Misused(message('"{word}" is not FIELD=VALUE.', word=word))
        field = _field(info, file_fields(info), match[1])
        texts[field.name] = field, match[2]
    values: dict[str, Value] = {}
    problems = {}
    for field, text in sorted(texts.values(), key=lambda word: _needs_others(word[0])):
        try:
            values[field.name] = _read(session, field, text, beside | values)
        except Refused as refused:
            problems[field.name] = refused.message
    if problems:
        raise Invalid(problems)
    return values


def read_conditions(session: Session, info: RegisterInfo, typed: Iterable[str]) -> tuple[Condition, ...]:
    """The filters that FIELD=VALUE words stand for (also !=, >=, <=; without a value, that the field is blank or not).

    A column that the list works out may be named as well.  Raises `Misused` for a word of another form or a field
    that isn't there, `Refused` for a value that can't be read.
    """
    conditions: list[Condition] = []
    for field, op, text in sorted((_parted(info, word) for word in typed), key=lambda word: _needs_others(word[0])):
        beside = {one.field: one.value for one in conditions if one.op == "="}
        if text:
            conditions.append(Condition(field.name, op, _read(session, field, text, beside)))
        else:
            conditions.append(Condition(field.name, "blank" if op == "=" else "filled"))
    return tuple(conditions)


def _parted(info: RegisterInfo, word: str) -> tuple[Field, str, str]:
    """The field, the comparison and the value of a filter."""
    match = _CONDITION.fullmatch(word)
    if not match:
        raise Misused(message('"{word}" is not FIELD=VALUE.', word=word))
    name, op, text = match.groups()
    if not text.strip() and op not in ("=", "!="):
        raise Misused(message('"{word}" has no value to compare with.', word=word))
    return (
        _field(info, [*file_fields(info), *(column.field for column in info.worked_out.values())], name),
        op,
        text.strip(),
    )


def _needs_others(field: Field) -> bool:
    """Whether a value is read by what is named beside it, a measure by its gauge, and so comes last."""
    return field.kind == "measure"


def _field(info: RegisterInfo, fields: Sequence[Field], name: str) -> Field:
    if field := find_field(fields, name.strip()):
        return field
    raise Misused(
        message(
            '"{name}" is not a field of {register}. Its fields are {fields}.',
            name=name,
            register=info.label,
            fields=[field.name for field in fields],
        )
    )


def _read(session: Session, field: Field, text: str, beside: dict[str, Value]) -> Value:
    if field.kind == "reference":
        return session.store.resolve(field, text)
    return field.read(text, today=session.today(), beside=beside)
