"""Taking operations back: what that takes, what stands in its way, and what is possible all the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import peewee as pw

from kit_tui.domain import roles
from kit_tui.domain.operations import in_words, when
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.models import Change, Operation
from kit_tui.store import log, operations, rules, writing
from kit_tui.store.core import Core, references
from kit_tui.store.errors import InTheWay, Invalid
from kit_tui.store.plain import Done, Edit, Touched
from kit_tui.store.reader import BATCH

_NAMED = 3
"""As many of the operations that stand in the way are named."""

Which: TypeAlias = tuple[str, int]
"""A record: its table and its id."""


class Part(NamedTuple):
    """One change of an operation: its place in the log, the record, and what was there before and after."""

    id: int
    table: str
    record: int
    before: str | None
    after: str | None

    @property
    def which(self) -> Which:
        return self.table, self.record

    @property
    def names(self) -> frozenset[str]:
        """The fields that were changed; none of a record that was made."""
        return frozenset(json.loads(self.after)) if self.after else frozenset()

    @property
    def brought(self) -> bool:
        """Whether the record was made or brought back, so that it is deleted to take that back."""
        return self.before is None or self.after is not None and '"deleted_at":null' in self.after


_PART = (Change.id, Change.table, Change.record, Change.before, Change.after)


class Undoing:
    """An operation that is to be taken back, as far as it has not been; `total` counts its records.

    `blocked` holds those that stay as they are, with the later operations that stand in the way where these are known,
    and `leaving` those that are deleted.  Raises `Refused` when the operation is somebody else's (and the role does
    not allow that), or there is nothing to take back.
    """

    def __init__(self, core: Core, number: int) -> None:
        self.core, self.number = core, number
        columns = (Operation.login, Operation.kind, Operation.rows)
        row = core.reader.row(Operation.select(*columns).where(Operation.id == number))
        if row is None:
            raise Refused(message("There is no operation {n}.", n=number))
        login, kind, rows = row
        own = login == core.actor.login
        roles.require(core.role, roles.Action.UNDO_OWN if own else roles.Action.UNDO_ANY)
        self.kind = "redo" if kind == "undo" else "undo"
        if not rows:
            raise Refused(message("Operation {n} changed no records: there is nothing to undo.", n=number))
        self.records = self._count()
        self._taken_back = taken_back(core, number)
        self.total = self.records - len(self._taken_back)
        if not self.total:
            raise Refused(message("Operation {n} has been undone already.", n=number))
        self.blocked: dict[Which, set[int]] = {}
        self.leaving: set[Which] = set()
        self._restored: dict[Which, frozenset[str]] = {}
        self._pointing: list[Which] = []

    def parts(self) -> Iterator[list[Part]]:
        """The changes that have not been taken back yet, the last first, so many at a time."""
        query = Change.select(*_PART).where(Change.operation == self.number).order_by(Change.id.desc()).limit(BATCH)
        rows = self.core.reader.rows(query)
        while rows:
            parts = [Part(*row) for row in rows]
            yield [part for part in parts if part.which not in self._taken_back]
            rows = self.core.reader.rows(query.where(Change.id < parts[-1].id))

    def look(self) -> None:
        """Find out which records have to stay.

        Of an operation on a single record it is not asked here whether others point to that: the write refuses it.
        """
        alike: dict[frozenset[str], frozenset[str]] = {}
        for parts in self.parts():
            for table, some in by_table(parts).items():
                self._find_later(table, some)
            self.leaving.update(part.which for part in parts if part.brought)
            for part in parts:
                names = part.names | self._restored.get(part.which, frozenset())
                self._restored[part.which] = alike.setdefault(names, names)
        staying = [which for which in self.blocked if which in self.leaving]
        if self.total > 1:
            self._keep(staying)
            self._keep(list(self._pointed()))

    def edits(self) -> list[Edit]:
        """The edits that take back what nothing stands in the way of, the last change first."""
        found: list[Edit] = []
        for parts in self.parts():
            stand = {
                table: self.core.reader.values(self.core.models[table], {part.record for part in some})
                for table, some in by_table(parts).items()
            }
            found += [self._back(p, stand[p.table][p.record]) for p in parts if p.which not in self.blocked]
        return found

    def refusal(self, why: Message | None = None) -> InTheWay:
        """The refusal that says what stands in the way: a rule, or later operations."""
        later = set().union(*self.blocked.values())
        later |= {log.last_of(self.core, *which) for which in self._pointing[:_NAMED]}
        told: list[Message] = [self._told(number) for number in sorted(later, reverse=True)[:_NAMED]]
        if len(later) > _NAMED or len(self._pointing) > _NAMED:
            told.append(message("others"))
        if self.total == 1:
            ((table, record),) = self.blocked
            sentence = message(
                "{title} has been changed since by {operations}: take that back first, or edit the record.",
                title=self.core.refs(table, [record])[record].title,
                operations=told,
            )
        else:
            sentence = message(
                "{n} of {total} records can't be taken back: {why}",
                n=len(self.blocked),
                total=self.total,
                why=why or message("they have been changed since, or are in use, by {operations}.", operations=told),
            )
        return InTheWay(sentence, self.number, self.total, len(self.blocked))

    def block(self, edit: Edit) -> None:
        """Have the record of an edit stay as it is."""
        table = self.core.keeper(edit.register).model._meta.table_name
        self.blocked.setdefault((table, edit.id or 0), set())

    def _count(self) -> int:
        records = Change.select(Change.table, Change.record).where(Change.operation == self.number).distinct()
        return int(self.core.reader.scalar(pw.Select([records], [pw.fn.COUNT(pw.SQL("*"))])))

    def _find_later(self, table: str, parts: Iterable[Part]) -> None:
        """Block the records in which later operations that stand have changed the same."""
        mine: dict[int, list[Part]] = {}
        for part in parts:
            mine.setdefault(part.record, []).append(part)
        query = Change.select(*_PART, Operation.id, Operation.undoes).join(
            Operation, on=(Change.operation == Operation.id)
        )
        later = (Change.table == table) & Change.record.in_(list(mine)) & (Change.operation > self.number)
        by_record: dict[int, list[tuple[Part, int, int | None]]] = {}
        for *columns, operation, undoes in self.core.reader.rows(query.where(later).order_by(Change.id.desc())):
            by_record.setdefault(columns[2], []).append((Part(*columns), operation, undoes))
        for record, steps in by_record.items():
            for step, operation in _standing(steps, self.number):
                if any(_meet(one, step) for one in mine[record]):
                    self.blocked.setdefault(step.which, set()).add(operation)

    def _pointed(self) -> Iterator[Which]:
        """Those that would be deleted while living records point to them that are no part of this."""
        tables: dict[str, list[int]] = {}
        for table, record in self.leaving:
            tables.setdefault(table, []).append(record)
        for table, records in tables.items():
            mine = Change.select(Change.record).where((Change.operation == self.number) & (Change.table == table))
            some = records if len(records) <= BATCH else mine
            for record, other, field, pointing in rules.pointing_to(self.core, self.core.models[table], some):
                which = (other, pointing)
                is_turned_away = which not in self.blocked and field in self._restored.get(which, ())
                is_outside = which not in self.leaving and not is_turned_away
                if is_outside and (table, record) in self.leaving:
                    self._pointing.append(which)
                    yield table, record

    def _keep(self, staying: list[Which]) -> None:
        """Have records that would be deleted stay, and those with them that they point to."""
        while staying:
            table, record = which = staying.pop()
            self.leaving.discard(which)
            self.blocked.setdefault(which, set())
            model = self.core.models[table]
            values = self.core.reader.values(model, [record])[record]
            far = ((f._meta.table_name, values[name]) for name, f in references(model).items())
            staying += [one for one in far if one in self.leaving]

    def _back(self, part: Part, values: Mapping[str, Any]) -> Edit:
        """The edit that takes a change back from the record that stands at `values`."""
        slug = self.core.keeper_of(part.table, values).slug
        if part.brought:
            return Edit(slug, part.record, None, gone=True)
        was = log.decoded(self.core.models[part.table], part.before)
        return Edit(slug, part.record, None, gone=False) if "deleted_at" in was else Edit(slug, part.record, None, was)

    def _told(self, number: int) -> Message:
        found = operations.summary(self.core, number)
        register = self.core.declared.get(found.register)
        done = in_words(found.kind, (register.one, register.label) if register else None, found.title, found.rows)
        return message(
            "operation {n} ({login}, {time}, {what})", n=number, login=found.login, time=when(found.at), what=done
        )


def take_back(core: Core, number: int, *, rest: bool = False, operation: str = "") -> tuple[Done, Touched]:
    """Take an operation back, within a transaction; with `rest` only what nothing stands in the way of.

    `operation` is a unique name for doing so.  Raises `Refused`, `InTheWay` among them, `InUse` and `Invalid`.
    """
    undoing = Undoing(core, number)
    undoing.look()
    edits, why = undoing.edits(), None
    if not undoing.blocked:
        try:
            with core.database.atomic():
                return writing.apply(core, edits, number, undoing.kind, operation)
        except Invalid as invalid:
            if undoing.total == 1:
                raise
            why = invalid.message
    while wrong := writing.invalid(core, edits):
        for edit in wrong:
            undoing.block(edit)
        edits = [edit for edit in edits if edit not in wrong]
    if not (rest and edits):
        raise undoing.refusal(why)
    return writing.apply(core, edits, number, undoing.kind, operation)


def by_table(parts: Iterable[Part]) -> dict[str, list[Part]]:
    """Changes by the tables of their records."""
    tables: dict[str, list[Part]] = {}
    for part in parts:
        tables.setdefault(part.table, []).append(part)
    return tables


def _meet(mine: Part, later: Part) -> bool:
    """Whether a later change of the record must be taken back before this one: of another field it need not."""
    turned = mine.brought or "deleted_at" in mine.names or "deleted_at" in later.names
    return turned or not mine.names.isdisjoint(later.names)


def _standing(steps: Iterable[tuple[Part, int, int | None]], number: int) -> Iterator[tuple[Part, int]]:
    """Those of a record's changes after operation `number` that stand, of which the last comes first.

    What was undone and its undoing cancel out, and so do an undoing and what took that back.
    """
    cancelled: set[int] = set()
    for part, operation, undoes in steps:
        if operation in cancelled:
            continue
        if undoes is not None:
            cancelled.add(undoes)
        if undoes is None or undoes < number:
            yield part, operation


def taken_back(core: Core, number: int) -> set[Which]:
    """The records of an operation for which it has been taken back, and that has not been taken back in its turn."""
    undoers = operations.undoers(core, [number])
    cancelled: dict[int, set[Which]] = {}
    for operation in sorted(undoers, reverse=True):
        query = Change.select(Change.table, Change.record).where(Change.operation == operation)
        standing = set(core.reader.rows(query)) - cancelled.get(operation, set())
        cancelled.setdefault(undoers[operation].undoes, set()).update(standing)
    return cancelled.get(number, set())
