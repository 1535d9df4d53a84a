"""What a list's search asks of a record: that it holds the text, as the list shows it."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import peewee as pw

from kit_tui.domain.fields import Field
from kit_tui.domain.fold import fold
from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import spellings
from kit_tui.models.fields import Answer
from kit_tui.store import searching
from kit_tui.store.core import Core, references
from kit_tui.store.declare import Computed, HeldBy, Register


def holding(core: Core, register: Register, text: str, deleted: bool = False) -> Any:
    """The condition that a record is found by a text, or shows it in its list in words of ours.

    What stands within words is looked for where there is nothing else, as `searching` says.
    """
    keeper = core.keeper(register.slug)
    found = [*_found(core, keeper, text, deleted), *_labelled(core, register, text), *_held(core, register, text)]
    found = found or _found_within(core, keeper, text, deleted) or [pw.SQL("1 = 0")]
    return functools.reduce(lambda a, b: a | b, found)


def held_by(register: Register) -> list[HeldBy]:
    """By way of what else a register's list is searched than its own words and those of what it refers to."""
    return [c.of.held_by for c in register.columns if isinstance(c.of, Computed) and c.of.held_by]


def _found(core: Core, register: Register, text: str, deleted: bool) -> Iterator[Any]:
    """By the index; a register that is not in it, by its own texts and the names it refers to."""
    for field, keeper, gone in _looked_up(core, register, deleted):
        if (ids := searching.matching(core, keeper, text, gone)) is not None:
            yield field.in_(ids)
    if not register.findable:
        yield from _own_texts(register, text)


def _found_within(core: Core, register: Register, text: str, deleted: bool) -> list[Any]:
    return [
        field.in_(ids)
        for field, keeper, gone in _looked_up(core, register, deleted)
        if (ids := searching.matching_within(core, keeper, text, gone)) is not None
    ]


def _looked_up(core: Core, register: Register, deleted: bool) -> Iterator[tuple[Any, Register, bool]]:
    """The fields whose ids are looked up in the index, among the living or the deleted of which register."""
    model = register.model
    if register.findable:
        yield model.id, register, deleted
        return
    for name, target in references(model).items():
        for keeper in core.keepers[target._meta.table_name]:
            if keeper.findable:
                yield getattr(model, name), keeper, False


def _own_texts(register: Register, text: str) -> Iterator[Any]:
    text, _ = clean_text(text)
    for field in register.model.described().values():
        if isinstance(field, pw.TextField) and not isinstance(field, Answer):
            yield field.contains(text)


def _labelled(core: Core, register: Register, text: str) -> Iterator[Any]:
    """The columns of answers, by the words of those in either language."""
    for column in register.columns:
        if isinstance(column.of, Computed):
            field, value = column.of.field, column.of.expression
        elif column.of in core.infos[register.slug].fields:
            field, value = (
                core.infos[register.slug].fields[column.of],
                functools.partial(getattr, register.model, column.of),
            )
        else:
            continue
        if codes := _codes(field, text):
            yield value().in_(codes)


def _codes(field: Field, text: str) -> list[str]:
    """The answers whose labels hold a text: kanji and kana anywhere, two letters or more where a word begins."""
    wanted = fold(clean_text(text)[0])
    shortest, start = (2, " ") if wanted.isascii() else (1, "")
    if len(wanted) < shortest:
        return []
    return [
        choice.code
        for choice in field.choices
        if any(start + wanted in start + fold(label) for label in spellings(choice.label))
    ]


def _held(core: Core, register: Register, text: str) -> Iterator[Any]:
    """The columns that show words of other records, by these."""
    for by in held_by(register):
        other = core.declared[by.register]
        if (ids := searching.matching(core, other, text)) is not None:
            far = other.model
            living = far.deleted_at.is_null() & far.id.in_(ids) & by.condition()
            yield register.model.id.in_(far.select(getattr(far, by.reference)).where(living))
