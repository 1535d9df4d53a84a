"""An operation of very many records taken back: looked at before the lock is taken, then written set by set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import peewee as pw

from kit_tui.domain import roles
from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.models import Change
from kit_tui.models.base import Values
from kit_tui.store import bulk_writing, indexing, log, rules
from kit_tui.store.bulk import Import
from kit_tui.store.core import Core
from kit_tui.store.declare import Register
from kit_tui.store.plain import MANY, Done, Touched
from kit_tui.store.reader import BATCH
from kit_tui.store.undoing import Part, Undoing
from kit_tui.store.writing import as_json, log_operation

_CHANGED = message("Somebody changed these records in this very moment: do it again.")


class ManyBack:
    """Takes back an operation on many records of one register; with `rest`, what nothing stands in the way of.

    Raises `Refused`, `InTheWay` among them.
    """

    def __init__(self, core: Core, undoing: Undoing, register: Register, *, rest: bool) -> None:
        self.core, self.undoing, self.register, self.rest = core, undoing, register, rest
        self.model, self.table = register.model, register.model._meta.table_name
        self.begun = log.last(core)
        self.gone: set[int] = set()
        self.why: Message | None = None
        self.changed = _Changed(core, register)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        self.undoing.look()
        self._allow()
        for parts in self.undoing.parts():
            going = [part for part in parts if part.which not in self.undoing.blocked]
            self.gone.update(part.record for part in going if part.brought)
            self.changed.add([(part.record, self._before(part)) for part in going if not part.brought])
            self._leave_out()
        if not self.gone:
            self._settle()

    def _before(self, part: Part) -> dict[str, Value]:
        """What a record held before the change, with its id."""
        return {**log.decoded(self.model, part.before), "id": part.record}

    def commit(self, operation: str = "") -> tuple[Done, Touched]:
        """Write it, within a transaction; raises `Refused` when somebody has changed the records meanwhile."""
        self.core.writable(self.register.slug)
        roles.require(self.core.role, roles.Action.DELETE)
        self._see_that_they_stand()
        gone = sorted(self.gone)
        for batch in pw.chunked(gone, BATCH):
            going = self.model.update(
                deleted_at=self.changed.now, updated_at=self.changed.now, version=self.model.version + 1
            )
            going.where(self.model.id.in_(batch)).execute(self.core.database)
        if gone or log.last(self.core) != self.begun:
            self._settle()
        ids = (*gone, *self.changed.targets())
        number = log_operation(
            self.core,
            self.undoing.kind,
            [self.table],
            len(ids),
            self.changed.now,
            operation,
            self.undoing.number,
        )
        self._log_gone(number)
        indexing.turn(self.core, self.register, gone)
        bulk_writing.write(self.changed, number)
        return Done(number, ids, ()), Touched({self.table: None}, (number,), own=True)

    def close(self) -> None:
        """Forget what has been prepared."""
        self.changed.close()

    def _log_gone(self, number: int) -> None:
        before, after = as_json({"deleted_at": None}), as_json({"deleted_at": self.changed.now})
        for batch in pw.chunked(self.gone, BATCH):
            self.core.execute(
                'INSERT INTO change (operation_id, "table", record, version, before, after)'
                f' SELECT ?, ?, id, version, ?, ? FROM "{self.table}" WHERE id IN ({", ".join("?" * len(batch))})',
                (number, self.table, before, after, *batch),
            )

    def _allow(self) -> None:
        """Raises `InTheWay` when records have to stay, unless the rest was asked for and there is one."""
        blocked = len(self.undoing.blocked)
        if blocked and not (self.rest and blocked < self.undoing.total):
            raise self.undoing.refusal(self.why)

    def _settle(self) -> None:
        """Look at the changed records together, until none is left that breaks a rule."""
        self.changed.settle()
        while self._leave_out():
            self.changed.settle()

    def _leave_out(self) -> bool:
        """Have the records stay that would break a rule; whether there were any."""
        problems = self.changed.problems
        if not problems:
            return False
        self.why = self.why or problems[0].message
        self.undoing.blocked |= {(self.table, problem.line): set() for problem in problems}
        self._allow()
        self.changed.leave_out({problem.line for problem in problems})
        return True

    def _see_that_they_stand(self) -> None:
        """Raises `Refused` when a record that is to go has been changed, or is pointed to, since it was looked at."""
        meanwhile: dict[str, set[int]] = {}
        since = Change.select(Change.table, Change.record).where(Change.operation > self.begun)
        for table, record in self.core.reader.rows(since):
            meanwhile.setdefault(table, set()).add(record)
        if not meanwhile.get(self.table, set()).isdisjoint(self.gone):
            raise Refused(_CHANGED)
        for table, records in meanwhile.items():
            if not rules.pointed_to(self.core, self.core.models[table], records, self.model).isdisjoint(self.gone):
                raise Refused(_CHANGED)


class _Changed(Import):
    """The records that get back what they held, or come back themselves, as an import of what they held before."""

    def _existing(self, rows: Sequence[tuple[int, Mapping[str, Value]]]) -> list[Values | None]:
        records = self.core.reader.values(self.model, [line for line, _ in rows])
        return [records[line] for line, _ in rows]


def prepare(core: Core, number: int, *, rest: bool) -> ManyBack | None:
    """How an operation of very many records is taken back; None when it is not of that kind.

    Raises `Refused`, `InTheWay` among them.
    """
    undoing = Undoing(core, number)
    if undoing.total <= MANY or (register := _only_register(core, undoing)) is None:
        return None
    return ManyBack(core, undoing, register, rest=rest)


def _only_register(core: Core, undoing: Undoing) -> Register | None:
    """The register of all the records, if it is one and each of them was changed once."""
    mine = Change.operation == undoing.number
    tables = {row[0] for row in core.reader.rows(Change.select(Change.table).where(mine).distinct())}
    changes = core.reader.scalar(Change.select(pw.fn.COUNT(Change.id)).where(mine))
    if len(tables) > 1 or changes != undoing.records:
        return None
    for register in core.keepers[tables.pop()]:
        records = register.model.select(pw.fn.COUNT(register.model.id))
        records = records.where(register.model.id.in_(Change.select(Change.record).where(mine)))
        for name, codes in register.fixed.items():
            records = records.where(getattr(register.model, name).in_(codes))
        if core.reader.scalar(records) == changes:
            return register
    return None
