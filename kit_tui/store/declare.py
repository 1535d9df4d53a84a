"""How a register is declared.  The declarations themselves stand in `kit_tui.registers`; the store is handed them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.roles import Action
from kit_tui.domain.wording import Message
from kit_tui.models import Record
from kit_tui.store.plain import Attention, ColumnInfo, RegisterInfo

if TYPE_CHECKING:
    from kit_tui.store.reader import Reader

Answers: TypeAlias = Callable[["Reader", Sequence[int], dt.date], Mapping[int, "Message | str"]]
"""What stands on the lines of some records today, by id: the answer to the usual telephone question."""


class HeldBy(NamedTuple):
    """The records whose words a column shows: those of a register that refer to its own and meet a condition."""

    register: str
    reference: str
    condition: Callable[[], Any]


class Computed(NamedTuple):
    """A column that is worked out: `expression` gives the SQL for one row of the register's table.

    `order` is what the list is sorted by for it, where that is not the column itself.  A list is searched for what
    the column shows by way of what it is `held_by`.
    """

    field: Field
    expression: Callable[[], Any]
    order: Callable[[], Any] | None = None
    held_by: HeldBy | None = None


class Column(NamedTuple):
    """A column of a list: a field of the table, of a record it refers to ("person.name_kana"), or a computed one."""

    of: str | Computed
    width: int = 0
    label: Message | None = None


class Relation(NamedTuple):
    """Records that belong on a card although they point to it by way of another: ("stay", "person")."""

    register: str
    path: tuple[str, ...]


class Register(NamedTuple):
    """A register: a table or a part of one, with what is shown, asked for and found.

    `number` is its place in the search index and never changes.  `form` holds field names in groups.  `sort` names
    columns and whether they run downwards; empty sorts by the table's stored key.  `findable` registers are searched by
    find anywhere.  A `view_of` register shows another's records and keeps none of its own; `adds` is then what "new"
    makes, and the reference that the record under the cursor fills.  `year_field` is the day or year that puts a record
    in an academic year.  `made_with` is what a record made on the spot for a reference begins with, and by which the
    likelier of those found for it are known; `made_from` what it takes from the record that it is made for, by its
    own field.  `takes_along` is what a record added from a card takes from references there that have another name,
    by that name.  `personal` registers are closed to viewers; `guard` is what writing
    takes.
    """

    slug: str
    number: int
    label: Message
    one: Message
    area: str
    model: type[Record]
    columns: tuple[Column, ...]
    form: tuple[tuple[str, ...], ...] = ()
    sort: tuple[tuple[str, bool], ...] = ()
    fixed: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    year_field: str = ""
    findable: bool = True
    view_of: str = ""
    adds: tuple[str, str] | None = None
    made_with: Mapping[str, Mapping[str, Value]] = MappingProxyType({})
    made_from: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    takes_along: Mapping[str, str] = MappingProxyType({})
    personal: bool = False
    guard: Action = Action.WRITE
    relations: tuple[Relation, ...] = ()
    answers: Answers | None = None
    attention: Callable[[Reader, dt.date], Iterable[Attention]] | None = None

    def describe(self, office: Mapping[str, str] = MappingProxyType({})) -> RegisterInfo:
        """The plain description of this register; a heading that names a policy of the office has its value in it."""
        fields = {name: f.describe() for name, f in self.model.described().items()}
        for name, codes in self.fixed.items():
            fields[name] = fields[name].narrowed(codes)
        for name in self.model.worked_out:
            fields[name] = replace(fields[name], worked_out=True)
        return RegisterInfo(
            slug=self.slug,
            label=self.label,
            one=self.one,
            area=self.area,
            table=self.model._meta.table_name,
            base=self.view_of or self.slug,
            fields=fields,
            columns=tuple(_describe(column, self.model, fields, office) for column in self.columns),
            form=self.form or (tuple(fields),),
            sort=self.sort,
            fixed=self.fixed,
            year_field=self.year_field,
            adds=self.adds,
            made_with=self.made_with,
            made_from=self.made_from,
            takes_along=self.takes_along,
            alternatives=self.model.alternatives,
            day_of=self.model.day_of,
            personal=self.personal,
        )


def _describe(
    column: Column, model: type[Record], fields: Mapping[str, Field], office: Mapping[str, str]
) -> ColumnInfo:
    if isinstance(column.of, Computed):
        name, described = column.of.field.name, column.of.field
    else:
        name = column.of
        described = fields[name] if name in fields else _far_field(model, name)
    label = column.label or described.label
    policies = {name: office[name] for name in label.values if name in office}
    return ColumnInfo(
        name=name,
        label=replace(label, values={**label.values, **policies}) if policies else label,
        field=described,
        width=column.width or described.width,
        right=described.kind in ("whole", "yen", "measure"),
    )


def _far_field(model: type[Record], path: str) -> Field:
    *references, last = path.split(".")
    for reference in references:
        model = getattr(model, reference).rel_model
    return model.described()[last].describe()
