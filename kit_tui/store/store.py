"""The store's door: everything that screens, commands, gauges and exchanges ask of the register."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from kit_tui.domain import roles
from kit_tui.domain.clock import today
from kit_tui.domain.fields import Field, Value
from kit_tui.domain.roles import Role
from kit_tui.domain.wording import Message
from kit_tui.store import cards, finding, lists, log, moving, operations, rules, settings, writing
from kit_tui.store.accounts import Accounts, role_of
from kit_tui.store.commits import Commits
from kit_tui.store.core import Core, blank_values
from kit_tui.store.declare import Register
from kit_tui.store.lists import Ordering
from kit_tui.store.plain import (
    Attention,
    Card,
    Condition,
    Deed,
    Done,
    Edit,
    Entry,
    Hit,
    Latest,
    Query,
    Ref,
    RegisterInfo,
    Row,
    Step,
    Touched,
)
from kit_tui.store.reader import Reader
from kit_tui.store.writing import new_name

if TYPE_CHECKING:
    from pathlib import Path

    from kit_tui.store.bulk import Import, Summary
    from kit_tui.store.keeping import Backup
    from kit_tui.store.sqlite_copy import Told

__all__ = ["Store"]


class Store:
    """An open register.  Every method may be called on any thread: each has a connection of its own, kept open.

    `example` says that what it holds is made up.
    """

    def __init__(self, core: Core, path: str, *, example: bool = False) -> None:
        self._core = core
        self.path = path
        self.example = example
        self.actor = core.actor
        self._commits = Commits(core, self.see_role)

    @property
    def role(self) -> Role:
        """What the actor may do."""
        return self._core.role

    @property
    def registers(self) -> Mapping[str, RegisterInfo]:
        """The registers by slug, in their order."""
        return self._core.infos

    @property
    def reader(self) -> Reader:
        """For gauges and registers: Peewee queries in, plain rows out."""
        return self._core.reader

    def declared(self, slug: str) -> Register:
        """The declaration of a register; raises `NotFound`."""
        return self._core.register(slug)

    # -- lists -------------------------------------------------------------------------------------------------
    def count(self, query: Query) -> int:
        """How many records the list holds."""
        return lists.count(self._core, query)

    def window(self, query: Query, offset: int, limit: int, ordering: Ordering | None = None) -> list[Row]:
        """The rows of a list from `offset` on, at most `limit`."""
        return lists.window(self._core, query, offset, limit, ordering)

    def rows(self, register: str, ids: Sequence[int]) -> list[Row]:
        """Some records as rows of a register's list, in the order of `ids`."""
        return lists.rows(self._core, register, ids)

    def ordering(self, query: Query) -> Ordering:
        """The whole order of a list, so that any place of it can be shown at once; for the slow lane."""
        return lists.ordering(self._core, query)

    def update_ordering(self, ordering: Ordering, touched: Touched) -> Ordering | None:
        """The order after a commit, or None when it has to be read anew."""
        return lists.update_ordering(self._core, ordering, touched)

    def each(self, query: Query, limit: int | None = None) -> Iterator[Entry]:
        """The first `limit` records of a list, or all of them, whole, in its order."""
        yield from lists.each(self._core, query, limit)

    # -- one record --------------------------------------------------------------------------------------------
    def entry(self, register: str, record: int) -> Entry:
        """A record, whole, deleted or not; raises `NotFound`."""
        return self._core.entry(register, record)

    def card(self, register: str, record: int) -> Card:
        """A record's card; raises `NotFound`."""
        return cards.card(self._core, register, record)

    def refs(self, table: str, ids: Sequence[int]) -> dict[int, Ref]:
        """Records of a table as others refer to them, by id; raises `NotAllowed`."""
        self._core.readable_table(table)
        return self._core.refs(table, ids)

    # -- finding -----------------------------------------------------------------------------------------------
    def find(self, text: str, limit: int = 10, registers: Sequence[str] | None = None) -> list[Hit]:
        """The best matches of each register, at most `limit` each; deleted records last.

        Registers in which something is called just so come first, else all stand in their order.
        """
        return finding.find(self._core, text, limit, registers)

    def choices(
        self, table: str, text: str, limit: int = 20, likely: Mapping[str, Value] = finding.ANY
    ) -> list[tuple[Ref, Message | str]]:
        """Living records that a reference may point to, the best match first; without a text, the latest ones.

        Those with the values of `likely` come before the others.  Raises `NotAllowed`.
        """
        self._core.readable_table(table)
        return finding.choices(self._core, table, text, limit, likely)

    def resolve(self, field: Field, text: str) -> int | None:
        """The record that a reference's text names (an id, staff_no:0123, code:, ror:, an exact name).

        Raises `NotFound`, `Ambiguous` or `NotAllowed`.
        """
        self._core.readable_table(field.table)
        return finding.resolve_field(self._core, field, text)

    def resolve_record(self, register: str, text: str, *, deleted: bool = False) -> int:
        """The record of a register that `text` names, with `deleted` a deleted one too if by its id.

        Raises `NotFound`, `Ambiguous` or `NotAllowed`.
        """
        return finding.resolve(self._core, self._core.readable_keeper(register).model._meta.table_name, text, deleted)

    # -- writing -----------------------------------------------------------------------------------------------
    def apply(self, edits: Sequence[Edit], kind: str = "", operation: str = "", undoes: int | None = None) -> Done:
        """Carry out edits as one operation, all or nothing.

        Raises `Invalid`, `Conflict`, `InUse`, `NotFound`, `NotAllowed` or `Busy`.  `operation` is a unique name for
        it: what has been done under that name is not done twice.
        """
        return self._commits.carry_out(lambda: (edits, undoes), kind, operation)

    def save(
        self,
        register: str,
        values: Mapping[str, Value],
        record: int | None = None,
        version: int | None = None,
        operation: str = "",
    ) -> Done:
        """Save a record, new without an id; only the given fields change.  Raises as `apply` does."""
        return self.apply([Edit(register, record, version, values)], operation=operation)

    def delete(self, register: str, records: Sequence[int]) -> Done:
        """Delete records so that they can be brought back; raises `InUse` when others point to one."""
        return self.apply([Edit(register, record, gone=True) for record in records])

    def bring_back(self, register: str, records: Sequence[int]) -> Done:
        """Bring deleted records back, with what pointed to them and was deleted by the same operation.

        Raises `Invalid` when a unique key has been taken or a reference is gone.
        """
        from kit_tui.store import returning

        return self._commits.carry_out(lambda: (returning.bring_back(self._core, register, records), None))

    def move(self, person: int, on: dt.date, unit: str, position: str, contract: str = "") -> Done:
        """Move a person to another unit or position from a day on; the old employment ends the day before."""

        def edits() -> tuple[list[Edit], None]:
            roles.require(self.role, roles.Action.WRITE)
            return moving.move(self._core, person, on, unit, position, contract), None

        return self._commits.carry_out(edits, "move")

    def leave(self, person: int, last_day: dt.date) -> Done:
        """End a person's employment with its last day."""

        def edits() -> tuple[list[Edit], None]:
            roles.require(self.role, roles.Action.WRITE)
            return moving.leave(self._core, person, last_day), None

        return self._commits.carry_out(edits, "leave")

    def warnings(self, register: str, values: Mapping[str, Value], record: int | None = None) -> list[Message]:
        """What looks odd about a record but is not refused: a likely duplicate, a time that overlaps."""
        self.require_write(register)
        return rules.warnings(self._core, register, dict(values), record)

    def problems(self, register: str, values: Mapping[str, Value], record: int | None = None) -> dict[str, Message]:
        """The rules that a record would break if it were saved with these values, by field."""
        keeper = self._core.writable(register)
        whole = blank_values(keeper.model) | dict(values)
        if record is not None and (before := self._core.reader.values(keeper.model, [record]).get(record)):
            rules.follow(self._core, keeper.model, before, whole)
        rules.tidy(self._core, keeper, whole)
        return rules.broken(self._core, keeper, whole, record)

    def suggestions(self, register: str, values: Mapping[str, Value]) -> dict[str, Value | Message]:
        """Values worth offering in fields that are still empty; a message is a text in the user's language."""
        model = self._core.writable(register).model
        offered = {**model.suggest(values, settings.policies(self._core.reader)), **model.suggest_words(values)}
        return {name: value for name, value in offered.items() if value not in (None, "") and not values.get(name)}

    def worked_out(self, register: str, values: Mapping[str, Value]) -> dict[str, Value]:
        """What follows from the values of a new record for fields that are not among them: deadlines, a year."""
        keeper = self._core.writable(register)
        whole = blank_values(keeper.model) | dict(values)
        rules.tidy(self._core, keeper, whole)
        filled = dict(whole)
        rules.fill(keeper.model, filled, settings.policies(self._core.reader), values)
        return {name: value for name, value in filled.items() if value != whole[name]}

    def last_values(self, register: str) -> dict[str, Value]:
        """The values of the record that the actor added last in the register; none when there is no such record."""
        self.require_write(register)
        return log.last_added(self._core, register)

    def last_used(self, register: str) -> dict[str, Value]:
        """Those of the last values that the next record is likely to have as well."""
        self.require_write(register)
        return log.last_used(self._core, register)

    # -- log ---------------------------------------------------------------------------------------------------
    def history(self, register: str, record: int) -> tuple[Step, ...]:
        """What was done to a record, the latest first."""
        return log.history(self._core, register, record)

    def latest(self, limit: int = 20) -> list[Latest]:
        """The latest operations, the newest first."""
        return operations.operations(self._core, limit=limit)

    def operations(
        self,
        where: Sequence[Condition] = (),
        before: int | None = None,
        after: int | None = None,
        limit: int = 100,
    ) -> list[Latest]:
        """The latest operations with a number below `before`, or the first above `after`; the newest first.

        A condition is on `login`, on `register` or on `day` (= >= <=).
        """
        return operations.operations(self._core, where, before, after, limit)

    def operation(self, number: int) -> Latest:
        """One operation; raises `Refused` when there is none of that number."""
        return operations.summary(self._core, number)

    def deeds(self, operation: int, after: int = 0, limit: int = 200) -> list[Deed]:
        """What an operation did to its records, in order, after the one of that number."""
        return operations.deeds(self._core, operation, after, limit)

    def logins(self) -> list[str]:
        """Everybody who has done something, by login."""
        return operations.logins(self._core)

    def undo(self, operation: int | None = None, *, rest: bool = False) -> tuple[Done, Latest]:
        """Take an operation back, the actor's own last one unless told which; what was done, and what it undid.

        Raises `Refused` when there is nothing to undo, and `InTheWay` when later changes stand in the way; with `rest`
        the records that these left alone are taken back all the same.  To take back an undo is to redo.
        """
        from kit_tui.store import bulk_undoing, undoing

        self.see_role()
        roles.require(self.role, roles.Action.UNDO_OWN)
        number = operations.last_own(self._core) if operation is None else operation
        undone, name = operations.summary(self._core, number), new_name()
        many = bulk_undoing.prepare(self._core, number, rest=rest)

        def work() -> Done:
            roles.require(self.role, roles.Action.UNDO_OWN)
            done, touched = writing.already(self._core, name) or (
                many.commit(name) if many else undoing.take_back(self._core, number, rest=rest, operation=name)
            )
            self._commits.tell(touched)
            return done

        with contextlib.closing(many) if many else contextlib.nullcontext():
            done = self._commits.once(work)
        return done, undone._replace(rows=len(set(done.ids)))

    # -- policies and duties -----------------------------------------------------------------------------------
    def settings(self) -> dict[str, str]:
        """Every policy by name."""
        return settings.policies(self._core.reader)

    def importing(self, register: str, *, keep_ids: bool = False) -> Import:
        """An import into a register, to be filled, settled and handed to `take_in`, all on one thread."""
        from kit_tui.store.bulk import Import

        return Import(self._core, self._core.keeper(register), keep_ids=keep_ids)

    def take_in(self, importing: Import) -> Summary:
        """Write an import's rows, all or nothing; raises `Refused` when the register has changed under them."""

        def work() -> Summary:
            roles.require(self.role, roles.Action.IMPORT)
            summary, touched = importing.commit()
            self._commits.tell(touched)
            return summary

        return self._commits.once(work)

    def whole(self) -> AbstractContextManager[None]:
        """Within it, everything written on this thread is one transaction, all or nothing, and nobody else writes.

        Raises `Busy` when another has been writing for too long, and `NotAllowed` when the account has been disabled.
        """
        return self._commits.whole()

    def set_setting(self, key: str, value: str) -> None:
        """Change a policy; raises `Refused` for an unknown one, `NotAllowed`."""
        name = new_name()
        self._commits.once(lambda: self._commits.tell(settings.set_setting(self._core, key, value, name)))

    def attention(self, day: dt.date | None = None) -> list[Attention]:
        """What needs attention, the most urgent first; contradictions, which have no day, last."""
        items = [
            item
            for register in self._core.declared.values()
            if register.attention is not None
            for item in register.attention(self.reader, day or today())
        ]
        return sorted(items, key=lambda item: (item.due is None, item.due or dt.date.max))

    # -- roles -------------------------------------------------------------------------------------------------
    def see_role(self) -> Role:
        """What the actor may do now, by which everything goes from here on; raises `NotAllowed` for one shut out."""
        self._core.take_role(role_of(self._core.database, self.actor))
        return self.role

    def require_read(self, register: str) -> None:
        """Raises `NotAllowed` unless the actor may read the register."""
        self._core.readable(register)

    def require_write(self, register: str) -> None:
        """Raises `NotAllowed` unless the actor may write what the register shows."""
        self._core.writable(register)

    def note_export(self, registers: Sequence[str]) -> None:
        """Leave to write registers to a file; if they hold personal scores, that stands in the log.

        Raises `NotAllowed`.
        """
        roles.require(self.role, roles.Action.EXPORT)
        personal = [slug for slug in registers if self._core.readable(slug).personal]
        if personal:
            with self.whole():
                roles.require(self.role, roles.Action.EXPORT)
                writing.note_export(self._core, personal)

    @property
    def accounts(self) -> Accounts:
        """Who may come in, for administrators."""
        return Accounts(self._core, self.whole, self._commits.tell)

    # -- life --------------------------------------------------------------------------------------------------
    def watch(self, heard: Callable[[Touched], None], lost: Callable[[Message], object] | None = None) -> None:
        """Have every commit told, ours and those of others, on whichever thread notices it.

        `lost` hears, in words, that the database has been moved away or replaced under us, or that its server is away.
        """

        self._commits.watch(heard, lost)

    def check(self) -> list[Message]:
        """What is wrong with the database, in plain words; nothing when it is whole."""
        from kit_tui.store import whole

        return whole.check(self._core)

    def clock_trouble(self) -> Message | None:
        """A sentence if this computer's clock is behind what the log has seen."""
        from kit_tui.store import whole_log

        return whole_log.clock_trouble(self._core)

    def back_up(self, wanted: Path | None, told: Told, *, replace: bool = False) -> Backup:
        """Back up the register while others work, to a file or a folder; what was made, and what went for it.

        Raises `StoreError` or `NotAllowed`.
        """
        from kit_tui.store import keeping

        return keeping.back_up(self._core, wanted, told, replace=replace)

    def reindex(self) -> int:
        """Make the search index anew, while nobody else writes; the number of entries.  Raises `NotAllowed`."""
        from kit_tui.store import indexing

        roles.require(self.role, roles.Action.WRITE)
        return self._commits.once(lambda: indexing.rebuild(self._core))

    def close(self) -> None:
        """Stop watching and reading, on all threads, and let go of this one's connection."""
        self._commits.close()
        self._core.database.leave()
