"""What every table has, and what a model may say about its records."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, NamedTuple, TypeAlias

import peewee as pw

from kit_tui.domain.fields import Value
from kit_tui.domain.fold import fold
from kit_tui.domain.wording import Message, message
from kit_tui.models.fields import Described

Values: TypeAlias = dict[str, Value]
"""A record's values by field name; a reference is the id it points to."""
Problem: TypeAlias = tuple[str, Message]
"""The field at fault and the sentence that says what to do."""


_TEXTS = frozenset({"text", "notes", "doi", "url", "email"})


class Unique(NamedTuple):
    """Fields that no two living records may share, unless one of them is blank or has the value of `unless`."""

    fields: tuple[str, ...]
    unless: tuple[str, Value] | None = None


class Record(pw.Model):
    """One record of a register.  Deleting sets `deleted_at`; `version` goes up with every change.

    `sort_key` is what lists are ordered by unless asked otherwise: never NULL, compared in code-point order.
    """

    id = pw.AutoField()
    version = pw.IntegerField(default=1)
    created_at = pw.TextField()
    updated_at = pw.TextField()
    deleted_at = pw.TextField(null=True)
    sort_key = pw.TextField(default="")

    uniques: ClassVar[tuple[Unique, ...]] = ()
    """What no two living records may share."""
    indexed: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of fields by which gauges and look-ups read the living records.

    SQLite reads an index alone, without the rows, only if `deleted_at` is in it too.
    """
    no_overlap: ClassVar[str] = ""
    """The reference whose records' `start` to `end` must not overlap (a person's employments)."""
    warn_overlap: ClassVar[str] = ""
    """The reference whose records' times may overlap, with a warning (a person's stays)."""
    named_by: ClassVar[tuple[str, ...]] = ()
    """Fields that name the record: its exact name is one of them, and others that refer to it are found by them."""
    several: ClassVar[tuple[str, ...]] = ()
    """Fields that hold several names, with semicolons between."""
    words_of: ClassVar[tuple[str, ...]] = ()
    """References whose names this record is found by as well."""
    read_as: ClassVar[tuple[str, ...]] = ()
    """Fields whose lists run in the order of the sort key, which is indexed: a name goes by its reading."""
    repeated: ClassVar[tuple[str, ...]] = ()
    """Fields in which one record often says what the last one did, and does no harm if it does so wrongly.

    What was used last is offered for them; never for names, days, numbers and notes.
    """
    worked_out: ClassVar[tuple[str, ...]] = ()
    """Fields that `suggest` fills in a new record that leaves them blank, whichever way it comes in."""
    alternatives: ClassVar[tuple[str, ...]] = ()
    """References of which a record has one: once one is filled, a form passes over the others."""
    day_of: ClassVar[Mapping[str, str]] = {}
    """By status, the day on which it began: whoever sets the status with one key sets an empty day to today."""
    checks: ClassVar[Mapping[str, str]] = {}
    """Rules over several columns that the table keeps itself, in SQL by name; those of fields come by themselves."""
    title_of: ClassVar[tuple[str, ...]] = ()
    """References whose titles this record's title is made of."""
    alike: ClassVar[tuple[str, ...]] = ()
    """Fields whose names make a likely duplicate when another record has one of them."""
    alike_within: ClassVar[str] = ""
    """The field that must be the same too before a likely duplicate is one."""

    class Meta:
        legacy_table_names = False

    @classmethod
    def described(cls) -> dict[str, Described]:
        """The fields that users meet, in the order of declaration."""
        return {f.name: f for f in cls._meta.sorted_fields if isinstance(f, Described)}

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> Message | str:
        """What the record is called in a list of references; `names` holds the titles of its `title_of`.

        A record without a name of its own is called by words, which are said in the reader's language.
        """
        raise NotImplementedError

    @classmethod
    def derive(cls, values: Values) -> None:
        """Fill in what follows from the rest, in place."""

    @classmethod
    def check(cls, values: Mapping[str, Value]) -> Iterator[Problem]:
        """What is wrong with the record as a whole: to begin with, an end before its start.

        Each field by itself has been read already.
        """
        start, end = values.get("start"), values.get("end")
        if isinstance(start, dt.date) and isinstance(end, dt.date) and end < start:
            yield "end", message("The end, {end}, is before the start, {start}.", end=end, start=start)

    @classmethod
    def doubts(cls, values: Mapping[str, Value]) -> Iterator[Message]:
        """What looks odd about the record by itself, and is not refused."""
        return iter(())

    @classmethod
    def texts(cls, values: Mapping[str, Value]) -> list[str]:
        """The texts the record is found by besides its names: the other text fields, unless a model knows better."""
        return [
            str(values[name])
            for name, field in cls.described().items()
            if field.kind in _TEXTS and name not in cls.named_by and values.get(name)
        ]

    @classmethod
    def names(cls, values: Mapping[str, Value]) -> list[str]:
        """The texts that name the record, for those who look for it or for what refers to it."""
        return cls.spelled(cls.named_by, values)

    @classmethod
    def spelled(cls, fields: Iterable[str], values: Mapping[str, Value]) -> list[str]:
        """The names that stand in some fields, each by itself."""
        names = []
        for field in fields:
            if text := values.get(field):
                names += _each_name(str(text)) if field in cls.several else [str(text)]
        return names

    @classmethod
    def suggest(cls, values: Mapping[str, Value], policies: Mapping[str, str]) -> Values:
        """Values worth offering in fields that are still empty."""
        return {}

    @classmethod
    def suggest_words(cls, values: Mapping[str, Value]) -> Mapping[str, Message]:
        """Texts worth offering in fields that are still empty, to be worded in the user's language."""
        return {}

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        """The `sort_key` of the record."""
        return ""


def _each_name(text: str) -> list[str]:
    return [name.strip() for name in re.split("[;；、]", text) if name.strip()]


def day_key(values: Mapping[str, Value], name: str = "start") -> str:
    """A day as a sort key; none sorts first."""
    day = values.get(name)
    return day.isoformat() if isinstance(day, dt.date) else ""


def name_key(values: Mapping[str, Value], name: str = "title") -> str:
    """A name as a sort key."""
    return fold(str(values.get(name) or ""))[:200]
