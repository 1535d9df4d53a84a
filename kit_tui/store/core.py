"""What every part of the store works with: the database, who is asking, and the registers it was opened with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import peewee as pw

from kit_tui.domain.clock import today
from kit_tui.domain.fields import Field, Value
from kit_tui.domain.roles import Action, Role, allows, require
from kit_tui.domain.wording import Message, message
from kit_tui.models import RECORDS, Record
from kit_tui.models.base import Values
from kit_tui.models.fields import Reference
from kit_tui.store.database import AnyDatabase
from kit_tui.store.declare import Register
from kit_tui.store.errors import NotFound
from kit_tui.store.plain import Entry, Ref, RegisterInfo
from kit_tui.store.reader import Reader


class CameBy(StrEnum):
    """Who says that somebody is who they are."""

    ANY = ""
    SYSTEM = "system"
    """The operating system: it is the login under which this program runs."""
    SSH = "ssh"
    """A key that was handed in for an account."""


class Actor(NamedTuple):
    """Who is asking.  Without a role, the accounts say it (`accounts.role_of`)."""

    login: str
    role: Role | None = None
    by: CameBy = CameBy.ANY


class Core:
    """The open register, shared by the store's parts."""

    def __init__(
        self, database: AnyDatabase, actor: Actor, role: Role, registers: Sequence[Register], office: Mapping[str, str]
    ) -> None:
        self.database = database
        self.actor = actor
        self.declared = {register.slug: register for register in registers}
        self.infos: Mapping[str, RegisterInfo] = {register.slug: register.describe(office) for register in registers}
        self.reader = Reader(database)
        self.take_role(role)
        self.own_operations: set[str] = set()
        self.models: dict[str, type[Record]] = {}
        for model in (*RECORDS, *(register.model for register in registers)):
            self.models[model._meta.table_name] = model
        self.keepers: dict[str, tuple[Register, ...]] = {
            table: tuple(r for r in registers if not r.view_of and r.model is model)
            for table, model in self.models.items()
        }

    def take_role(self, role: Role) -> None:
        """Go by this role from now on."""
        self.role = role
        self.reader.sees_scores = allows(role, Action.READ_SCORES)

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Carry out a statement of our own on this thread's connection; how many rows it wrote."""
        return self.database.run(sql, parameters)

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a select of our own finds."""
        return self.database.fetch(sql, parameters)

    def next_id(self, model: type[pw.Model]) -> int:
        """The id of a table's next record, within a write: writes come one after another."""
        table = model._meta.table_name
        highest: int = self.rows(f'SELECT coalesce(max(id), 0) FROM "{table}"')[0][0]
        return highest + 1

    def register(self, slug: str) -> Register:
        """The register of that name; raises `NotFound`."""
        try:
            return self.declared[slug]
        except KeyError:
            known = ", ".join(sorted(self.declared))
            raise NotFound(
                message('There is no register "{slug}". The registers are: {known}.', slug=slug, known=known)
            ) from None

    def may_read(self, register: Register) -> bool:
        """Whether the role may read a register."""
        return self.reader.sees_scores or not register.personal

    def readable(self, slug: str) -> Register:
        """The register of that name, if the role may read it; raises `NotFound` or `NotAllowed`."""
        register = self.register(slug)
        if register.personal:
            require(self.role, Action.READ_SCORES)
        return register

    def keeper(self, slug: str) -> Register:
        """The register that keeps the records which `slug` shows."""
        register = self.register(slug)
        return self.declared[register.view_of] if register.view_of else register

    def readable_table(self, table: str) -> None:
        """Raises `NotAllowed` unless the role may read the registers that keep a table's records."""
        for register in self.keepers[table]:
            self.readable(register.slug)

    def writable(self, slug: str) -> Register:
        """The register that keeps what `slug` shows, if the role may write it; raises `NotFound` or `NotAllowed`."""
        register = self.keeper(slug)
        require(self.role, register.guard)
        return register

    def readable_keeper(self, slug: str) -> Register:
        """The register that keeps the records which `slug` shows, if the role may read it."""
        return self.readable(self.keeper(slug).slug)

    def keeper_of(self, table: str, values: Mapping[str, Value]) -> Register:
        """The register that a table's record belongs to, by the registers' fixed filters."""
        keepers = self.keepers[table]
        return next((r for r in keepers if all(values.get(f) in codes for f, codes in r.fixed.items())), keepers[0])

    def field(self, slug: str, name: str) -> Field:
        """A field of a register by its name; raises `NotFound`."""
        fields = self.infos[slug].fields
        if name not in fields:
            raise NotFound(
                message('There is no field "{name}". The fields are: {known}.', name=name, known=", ".join(fields))
            )
        return fields[name]

    def refs(self, table: str, ids: Iterable[int | None]) -> dict[int, Ref]:
        """Records of a table as others refer to them, by id."""
        model = self.models[table]
        records = self.reader.values(model, {i for i in ids if i is not None})
        titles = self.reader.named(model, records)
        return {
            i: Ref(self.keeper_of(table, r).slug, i, titles[i], r["deleted_at"] is not None) for i, r in records.items()
        }

    def entry(self, slug: str, record_id: int) -> Entry:
        """A record, whole, deleted or not; raises `NotFound` or `NotAllowed`."""
        register = self.readable_keeper(slug)
        found = self.entries(register.model, [record_id])
        if not found or found[0].register != register.slug:
            raise NotFound(message("{register} has no record {id}.", register=register.label, id=record_id))
        return found[0]

    def entries(self, model: type[Record], ids: Sequence[int]) -> list[Entry]:
        """Records of a table, whole, in the order of `ids`; those that are gone are left out."""
        records = self.reader.values(model, ids)
        titles = self.reader.named(model, records)
        refs = {
            name: self.refs(far._meta.table_name, {r[name] for r in records.values()})
            for name, far in references(model).items()
        }
        stamps = {
            i: (created, updated)
            for i, created, updated in self.reader.rows(
                model.select(model.id, model.created_at, model.updated_at).where(model.id.in_(list(records)))
            )
        }
        return [
            Entry(
                register=self.keeper_of(model._meta.table_name, values).slug,
                id=i,
                version=values["version"],
                title=titles[i],
                values={
                    name: refs[name].get(values[name]) if name in refs else values[name] for name in model.described()
                },
                created_at=stamps[i][0],
                updated_at=stamps[i][1],
                deleted_at=values["deleted_at"],
            )
            for i in ids
            if (values := records.get(i))
        ]

    def answers(
        self, register: Register, ids: Sequence[int], day: dt.date | None = None
    ) -> Mapping[int, Message | str]:
        """What stands on the lines of some records of a register, by id."""
        if register.answers is None or not ids:
            return {}
        return register.answers(self.reader, ids, day or today())


def references(model: type[Record]) -> dict[str, type[Record]]:
    """The references of a model by field name, and what they point to."""
    return {name: f.rel_model for name, f in model.described().items() if isinstance(f, Reference)}


def blank_values(model: type[Record]) -> Values:
    """The values of an empty record: each field's default."""
    return {name: getattr(model, name).default for name in model.described()}
