"""Every write: permission, rules, version, the record, the log and the search index, in one transaction."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import peewee as pw

from kit_tui.domain import roles
from kit_tui.domain.clock import stamp
from kit_tui.domain.fields import Value
from kit_tui.domain.wording import message
from kit_tui.models import Change, Operation, Record
from kit_tui.models.base import Values
from kit_tui.store import indexing, log, meeting, rules
from kit_tui.store.core import Core, blank_values, references
from kit_tui.store.declare import Register
from kit_tui.store.errors import Invalid, NotFound
from kit_tui.store.plain import MANY, Done, Edit, Theirs, Touched
from kit_tui.store.reader import BATCH


def apply(
    core: Core, edits: Sequence[Edit], undoes: int | None = None, kind: str = "", operation: str = ""
) -> tuple[Done, Touched]:
    """Carry out the edits as one operation, within a transaction; what was done, and what it touched.

    `operation` is a unique name for it.  Raises `Invalid`, `Conflict`, `InUse`, `NotFound` or `NotAllowed`.
    """
    for edit in edits:
        core.writable(edit.register)
        if edit.gone is not None:
            roles.require(core.role, roles.Action.DELETE)
    write = _Write(core, edits)
    for edit in edits:
        write.take(edit)
    write.see_that_nothing_points_to_what_is_gone()
    write.index()
    return write.log(kind or _kind(edits), operation, undoes)


def invalid(core: Core, edits: Sequence[Edit]) -> list[Edit]:
    """Those of the edits that break rules; nothing is written."""
    write, wrong = _Write(core, edits), []
    with core.database.atomic() as attempt:
        for edit in edits:
            try:
                write.take(edit)
            except Invalid:
                wrong.append(edit)
        attempt.rollback()
    return wrong


def _kind(edits: Sequence[Edit]) -> str:
    """What an operation does, by the first of its edits."""
    first = edits[0] if edits else Edit("")
    if first.gone is not None:
        return "delete" if first.gone else "restore"
    return "add" if first.id is None else "edit"


def new_name() -> str:
    """A unique name for an operation."""
    from uuid import uuid4

    return uuid4().hex


def number_of(core: Core, operation: str) -> int | None:
    """The number of the operation of that name, if it has been carried out."""
    found: int | None = core.reader.scalar(Operation.select(Operation.id).where(Operation.uuid == operation))
    return found


def already(core: Core, operation: str) -> tuple[Done, Touched] | None:
    """What the operation of that name did, if it has been carried out."""
    found = number_of(core, operation)
    if found is None:
        return None
    changes = core.reader.rows(
        Change.select(Change.table, Change.record, Change.version).where(Change.operation == found).order_by(Change.id)
    )
    _, ids, versions = zip(*changes, strict=True)
    return Done(found, ids, versions), _touched(found, changes)


def _touched(operation: int, changes: Iterable[Sequence[Any]]) -> Touched:
    """What an operation of our own touched, by its changes: table and record come first in each."""
    tables: dict[str, set[int]] = {}
    for table, record, *_ in changes:
        tables.setdefault(table, set()).add(record)
    whole = sum(map(len, tables.values())) > MANY
    return Touched({t: None if whole else frozenset(ids) for t, ids in tables.items()}, (operation,), own=True)


class _Write:
    """One transaction's work: the edits are taken one after another, each on what the last has left."""

    def __init__(self, core: Core, edits: Iterable[Edit]) -> None:
        self.core = core
        self.coming_back = {
            (core.keeper(edit.register).model._meta.table_name, edit.id)
            for edit in edits
            if edit.gone is False and edit.id is not None
        }
        self.now = stamp()
        self.results: list[tuple[int, int]] = []
        self.meanwhile: list[Theirs] = []
        self.changes: list[tuple[str, int, int, str | None, str | None]] = []
        self.written: dict[type[Record], set[int]] = {}
        self.renamed: dict[type[Record], set[int]] = {}
        self.gone: dict[type[Record], set[int]] = {}

    def take(self, edit: Edit) -> None:
        register = self.core.keeper(edit.register)
        for name in edit.values:
            self.core.field(register.slug, name)
        if edit.id is None:
            self._create(register, edit)
            return
        before = self.core.reader.values(register.model, [edit.id]).get(edit.id)
        if before is None or self.core.keeper_of(register.model._meta.table_name, before) is not register:
            raise NotFound(message("{register} has no record {id}.", register=register.label, id=edit.id))
        if edit.version is not None and before["version"] != edit.version:
            self._merge(register, edit, before)
        elif edit.gone is None:
            self._change(register, edit.id, before, edit.values)
        elif edit.gone != (before["deleted_at"] is not None):
            self._turn(register, edit.id, before, edit.gone)
        else:
            self.results.append((edit.id, before["version"]))

    def _create(self, register: Register, edit: Edit) -> None:
        values: Values = blank_values(register.model) | dict(edit.values)
        rules.tidy(self.core, register, values)
        rules.require(self.core, register, values, None)
        query = register.model.insert(
            {
                **values,
                "id": self.core.next_id(register.model),
                "created_at": self.now,
                "updated_at": self.now,
                "sort_key": register.model.sort_text(values),
            }
        )
        record: int = query.execute(self.core.database)
        self._note(register.model, record, 1, None, None)

    def _merge(self, register: Register, edit: Edit, before: Values) -> None:
        """Set what the edit changes on top of what others have changed since; raises `Conflict` for the same fields."""
        given, meanwhile = meeting.merged(self.core, register, edit, before)
        record = int(str(before["id"]))
        try:
            self._change(register, record, before, given)
        except Invalid as invalid:
            invalid.theirs, invalid.meanwhile = self.core.entry(register.slug, record), meanwhile
            raise
        self.meanwhile += meanwhile

    def _change(self, register: Register, record: int, before: Values, given: Mapping[str, Value]) -> None:
        model = register.model
        if before["deleted_at"] is not None:
            raise Invalid({"": message("The record has been deleted. Bring it back first.")})
        values: Values = {name: before[name] for name in model.described()} | dict(given)
        rules.follow(self.core, model, before, values)
        rules.tidy(self.core, register, values)
        changed = {name: value for name, value in values.items() if value != before[name]}
        version = int(str(before["version"]))
        if not changed:
            self.results.append((record, version))
            return
        rules.require(self.core, register, values, record)
        self._update(model, record, version, {**changed, "sort_key": model.sort_text(values)})
        self._note(model, record, version + 1, {name: before[name] for name in changed}, changed)
        if is_renamed(model, before, values):
            self.renamed.setdefault(model, set()).add(record)

    def _turn(self, register: Register, record: int, before: Values, gone: bool) -> None:
        """Delete a record, or bring it back."""
        model = register.model
        if gone:
            self.gone.setdefault(model, set()).add(record)
        else:
            values = {name: before[name] for name in model.described()}
            rules.require(self.core, register, values, record, self.coming_back)
        version, deleted_at = int(str(before["version"])), self.now if gone else None
        self._update(model, record, version, {"deleted_at": deleted_at})
        self._note(model, record, version + 1, {"deleted_at": before["deleted_at"]}, {"deleted_at": deleted_at})

    def _update(self, model: type[Record], record: int, version: int, values: Mapping[str, Any]) -> None:
        query = model.update({**values, "version": version + 1, "updated_at": self.now})
        query.where(model.id == record).execute(self.core.database)

    def _note(
        self,
        model: type[Record],
        record: int,
        version: int,
        before: Mapping[str, Value] | None,
        after: Mapping[str, Value] | None,
    ) -> None:
        self.results.append((record, version))
        self.changes.append((model._meta.table_name, record, version, as_json(before), as_json(after)))
        self.written.setdefault(model, set()).add(record)

    def see_that_nothing_points_to_what_is_gone(self) -> None:
        """Raises `InUse`.  Only when all edits are done: what points to a record may be deleted together with it."""
        for model, records in self.gone.items():
            rules.refuse_if_pointed_to(self.core, model, records)

    def index(self) -> None:
        """Index anew what was written, and what is found by the names that have changed."""
        for model, records in self.renamed.items():
            for dependent, ids in dependents(self.core, model, records).items():
                self.written.setdefault(dependent, set()).update(ids)
        for model, records in self.written.items():
            indexing.put(self.core, model, records)

    def log(self, kind: str, operation: str, undoes: int | None) -> tuple[Done, Touched]:
        """Write the operation and its changes; a write that changed nothing leaves none."""
        ids, versions = zip(*self.results, strict=True) if self.results else ((), ())
        if not self.changes:
            return Done(0, ids, versions, tuple(self.meanwhile)), Touched({}, own=True)
        number = log_operation(
            self.core,
            kind,
            sorted({table for table, *_ in self.changes}),
            len(self.changes),
            self.now,
            operation,
            undoes,
        )
        fields = [Change.operation, Change.table, Change.record, Change.version, Change.before, Change.after]
        for batch in pw.chunked(self.changes, BATCH):
            rows = [(number, *change) for change in batch]
            Change.insert_many(rows, fields=fields).execute(self.core.database)
        return Done(number, ids, versions, tuple(self.meanwhile)), _touched(number, self.changes)


def log_operation(
    core: Core,
    kind: str,
    tables: Sequence[str],
    rows: int,
    at: str,
    operation: str = "",
    undoes: int | None = None,
) -> int:
    """Write the operation that a transaction's changes belong to; its id."""
    uuid = operation or new_name()
    core.own_operations.add(uuid)
    query = Operation.insert(
        id=core.next_id(Operation),
        uuid=uuid,
        login=core.actor.login,
        at=at,
        kind=kind,
        tables=" ".join(tables),
        rows=rows,
        undoes=undoes,
    )
    number: int = query.execute(core.database)
    return number


def note_export(core: Core, slugs: Sequence[str]) -> None:
    """Write down, within a write, that registers have been written to a file; nothing can be undone about it."""
    log_operation(core, log.EXPORT, slugs, 0, stamp())


def is_renamed(model: type[Record], before: Values, after: Values) -> bool:
    """Whether others that are found by a record's names are found by other names now."""
    return model.names(before) != model.names(after) or any(before[name] != after[name] for name in model.words_of)


def dependents(core: Core, model: type[Record], records: set[int]) -> dict[type[Record], set[int]]:
    """The records that are found by the names of these, by way of others too."""
    found: dict[type[Record], set[int]] = {}
    for other in core.models.values():
        for name in other.words_of:
            if references(other)[name] is model:
                ids = set(core.reader.pointing(other, name, records))
                if ids - found.get(other, set()):
                    found.setdefault(other, set()).update(ids)
                    for further, more in dependents(core, other, ids).items():
                        found.setdefault(further, set()).update(more)
    return found


def as_json(values: Mapping[str, Value] | None) -> str | None:
    """Values as the log keeps them: JSON, days as ISO text."""
    if values is None:
        return None
    plain = {name: v.isoformat() if isinstance(v, dt.date) else v for name, v in values.items()}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
