"""FIELD=VALUE as it is typed on the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
        field = _field(info, match[1])
        texts[field.name] = field, match[2]
    values: dict[str, Value] = {}
    problems = {}
    # A measure is read by the gauge that is named beside it, so it comes last.
    for name, (field, text) in sorted(texts.items(), key=lambda item: item[1][0].kind == "measure"):
        try:
            values[name] = _read(session, field, text, beside | values)
        except Refused as refused:
            problems[name] = refused.message
    if problems:
        raise Invalid(problems)
    return values


def read_condition(session: Session, info: RegisterInfo, word: str) -> Condition:
    """The filter that FIELD=VALUE stands for (also !=, >=, <=; without a value, that the field is blank or not).

    Raises `Misused` for a word of another form or a field that isn't there, `Refused` for a value that can't be read.
    """
    match = _CONDITION.fullmatch(word)
    if not match:
        raise Misused(message('"{word}" is not FIELD=VALUE.', word=word))
    name, op, text = match.groups()
    field = _field(info, name)
    if text.strip():
        return Condition(field.name, op, _read(session, field, text, {}))
    if op not in ("=", "!="):
        raise Misused(message('"{word}" has no value to compare with.', word=word))
    return Condition(field.name, "blank" if op == "=" else "filled")


def _field(info: RegisterInfo, name: str) -> Field:
    if field := find_field(info, name.strip()):
        return field
    raise Misused(
        message(
            '"{name}" is not a field of {register}. Its fields are {fields}.',
            name=name,
            register=info.label,
            fields=[field.name for field in file_fields(info)],
        )
    )


def _read(session: Session, field: Field, text: str, beside: dict[str, Value]) -> Value:
    if field.kind == "reference":
        return session.store.resolve(field, text)
    return field.read(text, today=session.today(), beside=beside)
