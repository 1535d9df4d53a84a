"""What crosses the store's door: frozen and plain, never a Peewee object."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.roles import Role
from kit_tui.domain.wording import Message


class Ref(NamedTuple):
    """A record as others refer to it: where it is, and its title."""

    register: str
    id: int
    title: Message | str
    deleted: bool = False


Cell: TypeAlias = "Value | Ref | Message"
"""What a list's cell or a record's field holds; a computed cell may be a sentence."""


class ColumnInfo(NamedTuple):
    """One column of a list.  `field` describes its values; `right` means numbers, aligned to the right."""

    name: str
    label: Message
    field: Field
    width: int
    right: bool = False


class RegisterInfo(NamedTuple):
    """A register, described: its words, its fields, the columns of its list and the fields of its form.

    `fixed` is its fixed filter.  `base` is the register that keeps the records of a view (`staff` shows people);
    a register that keeps its own is its own base.  `adds` says what a new record is in a view, and which of its
    fields the record under the cursor fills; `made_with`, by reference, what a record made on the spot begins with,
    and most of those that it points to are, and `made_from` what it takes from the record that it is made for.  What is
    added from a card takes the references there along, `takes_along` names those that fill one of another name.  Of
    the references `alternatives` a record has one; `day_of` names the day on which a status began.
    """

    slug: str
    label: Message
    one: Message
    area: str
    table: str
    base: str
    fields: Mapping[str, Field]
    columns: tuple[ColumnInfo, ...]
    form: tuple[tuple[str, ...], ...]
    sort: tuple[tuple[str, bool], ...]
    fixed: Mapping[str, tuple[str, ...]]
    year_field: str = ""
    adds: tuple[str, str] | None = None
    made_with: Mapping[str, Mapping[str, Value]] = MappingProxyType({})
    made_from: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    takes_along: Mapping[str, str] = MappingProxyType({})
    alternatives: tuple[str, ...] = ()
    day_of: Mapping[str, str] = MappingProxyType({})
    personal: bool = False

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns of the list by name, in their order: that of a row's cells."""
        return tuple(c.name for c in self.columns)

    @property
    def worked_out(self) -> dict[int, ColumnInfo]:
        """The columns of the list that are no fields, neither its own nor another register's, by their places."""
        return {at: c for at, c in enumerate(self.columns) if c.name not in self.fields and "." not in c.name}


class Condition(NamedTuple):
    """A filter on one field, or on a column that is worked out.

    `op` is one of = != >= <= contains blank filled.  A reference compares by id.
    """

    field: str
    op: str
    value: Value = None


class Query(NamedTuple):
    """A list as it was asked for.  `sort` names columns and whether they run downwards; empty is the register's own.

    `year` keeps the records of one academic year, in registers that have one.
    """

    register: str
    where: tuple[Condition, ...] = ()
    text: str = ""
    sort: tuple[tuple[str, bool], ...] = ()
    year: int | None = None
    deleted: bool = False


class Row(NamedTuple):
    """One line of a list: its cells in the order of the register's columns."""

    id: int
    version: int
    cells: tuple[Cell, ...]


class Entry(NamedTuple):
    """A record, whole: `values` by field name, references as `Ref`."""

    register: str
    id: int
    version: int
    title: Message | str
    values: Mapping[str, Cell]
    created_at: str
    updated_at: str
    deleted_at: str | None = None

    def plain(self) -> dict[str, Value]:
        """The values as they are saved: references as ids."""
        return {
            name: value.id if isinstance(value, Ref) else value
            for name, value in self.values.items()
            if not isinstance(value, Message)
        }


class Hit(NamedTuple):
    """A result of find: the record and the answer that stands on its line."""

    register: str
    id: int
    title: Message | str
    detail: Message | str
    deleted: bool = False


class Related(NamedTuple):
    """The records of one register that point to a card's record: the first of them, and how many there are.

    `field` is the reference they point with, empty where they come by way of others (the events of one's stays).
    """

    register: str
    field: str
    label: Message
    rows: tuple[Row, ...]
    titles: tuple[Message | str, ...]
    details: tuple[Message | str, ...]
    total: int


class Step(NamedTuple):
    """One version in a record's history: who, when, and what changed (field: before, after)."""

    operation: int
    at: str
    login: str
    kind: str
    version: int
    changes: tuple[tuple[Field | None, Cell, Cell], ...]


class Card(NamedTuple):
    """A record with its answer line, everything that points to it, and what was done to it last."""

    entry: Entry
    answer: Message | str
    related: tuple[Related, ...]
    history: tuple[Step, ...]


class Deed(NamedTuple):
    """What an operation did to one of its records; `number` is its place in the log."""

    number: int
    ref: Ref
    kind: str
    changes: tuple[tuple[Field | None, Cell, Cell], ...]


class Latest(NamedTuple):
    """An operation: who did what to which records, of which it names the first.

    `undoes` is the operation that it took back, 0 for any other kind; `taken_back` how many of its own records have
    been taken back since.  An export has a register and no record.
    """

    operation: int
    at: str
    login: str
    kind: str
    register: str
    record: int | None
    title: Message | str
    rows: int
    undoes: int = 0
    taken_back: int = 0


class AccountInfo(NamedTuple):
    """A login, what it may do, since when it is there, and when it was shut out if it was."""

    login: str
    role: Role
    created_at: str
    disabled_at: str | None


class Edit(NamedTuple):
    """One record's part in a write.

    `values` are the fields to set, references as ids; `id` is None for a new record.  `version` is what the writer
    has seen: what others have changed since in other fields stays, the same field is a conflict; None takes whatever
    stands there.  `gone` deletes (True) or brings back (False).
    """

    register: str
    id: int | None = None
    version: int | None = None
    values: Mapping[str, Value] = MappingProxyType({})
    gone: bool | None = None


class Theirs(NamedTuple):
    """A field that somebody else has changed since a writer saw the record: its value now, who did it, and when.

    It `clashes` when the writer sets it too, to something else.
    """

    field: Field
    value: Cell
    login: str
    at: str
    clashes: bool = False


class Done(NamedTuple):
    """A write that has been committed: its operation and the records, in the order of the edits.

    `meanwhile` is what others had changed in them since the writer saw them, and what stays so.
    """

    operation: int
    ids: tuple[int, ...]
    versions: tuple[int, ...]
    meanwhile: tuple[Theirs, ...] = ()


MANY = 1000
"""An operation of more records than this is announced as tables that changed as a whole."""


class Touched(NamedTuple):
    """What a commit changed: ids by table, or None for a table that changed as a whole.  `own` is ours."""

    tables: Mapping[str, frozenset[int] | None]
    operations: tuple[int, ...] = ()
    own: bool = False


class Attention(NamedTuple):
    """Something that needs doing: by when, what, and the record it is about.

    `level` is overdue, today, soon or check (a contradiction, without a day).
    """

    due: dt.date | None
    level: str
    what: Message
    register: str
    id: int
