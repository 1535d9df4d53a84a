"""Many records at once: checked and prepared before the lock is taken, then written set by set.

Rows are laid down in a temporary table of this connection, which no other session sees or waits for.  The lock is
held only while the database copies them over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import peewee as pw

from kit_tui.domain import roles
from kit_tui.domain.clock import stamp
from kit_tui.domain.fields import Field, Value
from kit_tui.domain.fold import index_entry
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.models.base import Values
from kit_tui.store import bulk_writing, indexing, log, rules
from kit_tui.store.bulk_rules import Problem, together
from kit_tui.store.core import Core, blank_values
from kit_tui.store.declare import Register
from kit_tui.store.plain import MANY, Touched
from kit_tui.store.reader import BATCH
from kit_tui.store.settings import policies
from kit_tui.store.writing import as_json, is_renamed, log_operation, new_name, number_of

__all__ = ["MANY_PROBLEMS", "Import", "Problem", "Summary"]

MANY_PROBLEMS = 1000
"""After so many problems an import stops looking for more."""
_AWAY = message("The server was away while the rows were written, and none of them are: import the file again.")
_LAID = ("number", "line", "target", "seen", "given", "before", "after", "sort_key", "words", "tokens")
"""What the temporary table says of a row, before the record's own columns."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import makes of its rows."""

    new: int
    changed: int
    unchanged: int
    operation: int = 0


class Import:
    """Rows for one register, on their way in.

    A row whose id or unique key is in the register changes that record, any other makes a new one.  With `keep_ids`
    every row makes a new one, and those that name an id keep it.
    """

    def __init__(self, core: Core, register: Register, *, keep_ids: bool = False) -> None:
        roles.require(core.role, roles.Action.IMPORT)
        roles.require(core.role, register.guard)
        self.core, self.register, self.keep_ids = core, register, keep_ids
        self.model = register.model
        self.problems: list[Problem] = []
        self.unchanged = 0
        self._number = 0
        self._name = new_name()
        self._written = Summary(0, 0, 0)
        self._connection = core.database.connection()
        self.now = stamp()
        self.fields = dict(core.infos[register.slug].fields)
        self.columns = [getattr(self.model, name).column_name for name in self.fields]
        self._office = policies(core.reader) if self.model.worked_out else None
        self._template = blank_values(self.model)
        self._keys = [("id",), *(unique.fields for unique in self.model.uniques if not unique.unless)]
        self._tests = [test for f in self.fields.values() if (test := _test(f))]
        self._names: dict[str, dict[object, list[str]]] = {name: {} for name in self.model.words_of}
        self.renamed: set[int] = set()
        self.rekeyed: set[int] = set()
        self.numbered_from = 0
        self._known_by_key: dict[int, int] = {}
        self.begun, self._settled = log.last(core), -1
        core.database.make_room(bulk=True)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = (getattr(self.model, name) for name in self.fields)
        typed = ", ".join(f'"{field.column_name}" {field.field_type}' for field in fields)
        self.core.execute("DROP TABLE IF EXISTS incoming")
        self.core.execute(
            "CREATE TEMP TABLE incoming (number INTEGER PRIMARY KEY, line INTEGER, target INTEGER, seen INTEGER,"
            f" given INTEGER, before TEXT, after TEXT, sort_key TEXT, words TEXT, tokens TEXT, {typed})"
        )

    # -- preparing, outside the lock ---------------------------------------------------------------------------
    def add(self, rows: Sequence[tuple[int, Mapping[str, Value]]]) -> None:
        """Take rows in: (line, values by field name as `Field.read` gives them, references as ids, perhaps `id`).

        What is wrong with them is found in `problems`.
        """
        existing = self._existing(rows)
        self._look_up([values for _, values in rows])
        laid: list[tuple[object, ...]] = []
        for (line, given), before in zip(rows, existing, strict=True):
            if len(self.problems) >= MANY_PROBLEMS:
                return
            if (row := self._prepared(line, given, before)) is not None:
                laid.append(row)
        self.core.database.lay_down("incoming", (*_LAID, *self.columns), laid)

    def _existing(self, rows: Sequence[tuple[int, Mapping[str, Value]]]) -> list[Values | None]:
        """The record that each row changes, or None for a new one."""
        if self.keep_ids:
            return [None] * len(rows)
        targets: list[int | None] = [None] * len(rows)
        for names in self._keys:
            by_key = self._by_key(names, [values for _, values in rows])
            if by_key:
                keys = (_key(names, values) for _, values in rows)
                targets = [target or by_key.get(key) for target, key in zip(targets, keys, strict=True)]
        records = self.core.reader.values(self.model, {target for target in targets if target is not None})
        return [records[target] if target is not None else None for target in targets]

    def _by_key(self, names: tuple[str, ...], rows: Sequence[Mapping[str, Value]]) -> dict[tuple[Value, ...], int]:
        """The living records that may have the rows' keys, by key."""
        first = [_stored(value) for values in rows if (value := values.get(names[0])) is not None]
        if not first:
            return {}
        columns = [f'"{getattr(self.model, name).column_name}"' for name in names]
        found = self.core.rows(
            f'SELECT id, {", ".join(columns)} FROM "{self.model._meta.table_name}"'
            f" WHERE {columns[0]} IN ({', '.join('?' * len(first))}) AND deleted_at IS NULL",
            first,
        )
        return {tuple(map(_stored, key)): record for record, *key in found}

    def _look_up(self, rows: Iterable[Mapping[str, Value]]) -> None:
        """Read once the names by which the rows are found: those of what they refer to."""
        for name, known in self._names.items():
            asked = {v for values in rows if isinstance(v := values.get(name), int)} - known.keys()
            if asked:
                known |= indexing.names_of(self.core, getattr(self.model, name).rel_model, asked)

    def _prepared(self, line: int, given: Mapping[str, Value], before: Values | None) -> tuple[object, ...] | None:
        """The row of the temporary table, or None when it is wrong or changes nothing."""
        values = self._values(given, before)
        count = len(self.problems)
        for name, wrong in self._wrong(values, before, given.get("id") if self.keep_ids else None):
            self.problems.append(Problem(line, name, wrong))
        if len(self.problems) > count:
            return None
        target = seen = was = now = None
        named = given.get("id")
        if before is not None:
            target, seen = before["id"], before["version"]
            if isinstance(named, int) and named != target:
                self._known_by_key[named] = int(str(target))
            changed = {name: v for name, v in values.items() if v != before[name]}
            if before["deleted_at"] is not None:
                changed["deleted_at"] = None
            if not changed:
                self.unchanged += 1
                return None
            was, now = as_json({name: before[name] for name in changed}), as_json(changed)
            self._note(before, values)
        found_by = self._found_by(values) if self.register.findable else ("", "")
        stored = map(_stored, values.values())
        self._number += 1
        return (self._number, line, target, seen, named, was, now, self.model.sort_text(values), *found_by, *stored)

    def _note(self, before: Values, after: Values) -> None:
        """Keep in mind what a change of the record means to others."""
        record = int(str(before["id"]))
        if is_renamed(self.model, before, after):
            self.renamed.add(record)
        if any(before[name] != after[name] for unique in self.model.uniques for name in unique.fields):
            self.rekeyed.add(record)

    def _values(self, given: Mapping[str, Value], before: Values | None) -> Values:
        values = self._template.copy() if before is None else {name: before[name] for name in self.fields}
        for name, value in given.items():
            if field := self.fields.get(name):
                values[name] = rules.tidied(field, value)
        rules.complete(self.register, values)
        if before is None and self._office and not (self.keep_ids and given.get("id")):  # what comes back is as it was
            rules.fill(self.model, values, self._office)
        return values

    def _wrong(self, values: Values, before: Values | None, given: Value) -> Iterator[tuple[str, Message]]:
        if before is not None and self.core.keeper_of(self.model._meta.table_name, before) is not self.register:
            label = self.register.label
            yield "id", message("{register} has no record {id}.", register=label, id=before["id"])
        for name, test in self._tests:
            if wrong := test(values[name]):
                yield name, wrong
        yield from self.model.check({**values, "id": given if before is None else before["id"]})

    def _found_by(self, values: Values) -> tuple[str, str]:
        """The words and the tokens by which the record is found."""
        texts = self.model.texts(values)
        for name, names in self._names.items():
            texts += names.get(values[name], [])
        return index_entry(self.model.names(values), texts)

    # -- writing -----------------------------------------------------------------------------------------------
    def summary(self) -> Summary:
        """What committing would do.  Raises nothing; see `problems`, which `settle` has completed."""
        ((new, changed),) = self.core.rows("SELECT count(*) - count(target), count(target) FROM incoming")
        return Summary(new, changed, self.unchanged)

    def settle(self) -> None:
        """Look at the rows together: keys that stand twice, keys that others have, times that overlap."""
        self.core.database.learn("incoming")
        self._settled = log.last(self.core)
        self.problems += together(self)

    def leave_out(self, lines: Iterable[int]) -> None:
        """Forget some rows and what is wrong with them."""
        for batch in pw.chunked(lines, BATCH):
            marks = ", ".join("?" * len(batch))
            self.core.execute(f"DELETE FROM incoming WHERE line IN ({marks})", batch)
        self.problems.clear()

    def targets(self) -> list[int]:
        """The records that rows change."""
        return [row[0] for row in self.core.rows("SELECT target FROM incoming WHERE target IS NOT NULL")]

    def commit(self) -> tuple[Summary, Touched]:
        """Write the rows as one operation, within a transaction.

        Raises `Refused` when they have problems, or the register has changed so that they break rules now.
        """
        if self.core.database.connection() is not self._connection:  # it was lost, and the rows with it
            return self._done_before()
        self._make_sure()
        summary = self.summary()
        if not summary.new and not summary.changed:
            return summary, Touched({}, own=True)
        table = self.model._meta.table_name
        number = log_operation(self.core, "import", [table], summary.new + summary.changed, stamp(), self._name)
        summary = self._written = replace(summary, operation=number)
        bulk_writing.write(self, number)
        if summary.new > MANY:
            for each in (table, "search_entry", "change"):
                self.core.database.learn(each)
        return summary, Touched({table: None}, (number,), own=True)

    def _done_before(self) -> tuple[Summary, Touched]:
        number = number_of(self.core, self._name)
        if number is None:
            raise Refused(_AWAY)
        return self._written, Touched({self.model._meta.table_name: None}, (number,), own=True)

    def renumbered(self) -> dict[int, int]:
        """The ids that rows name, once written, whose records have other ids here."""
        if self.keep_ids:
            return {}
        new = self.core.rows(
            "SELECT given, number + ? FROM incoming WHERE target IS NULL AND given IS NOT NULL",
            (self.numbered_from,),
        )
        return self._known_by_key | dict(new)

    def _make_sure(self) -> None:
        if log.last(self.core) != self._settled:
            known = len(self.problems)
            self.settle()
            if known < len(self.problems):
                raise Refused(bulk_writing.CHANGED)
        if self.problems:
            raise Refused(self.problems[0].message)

    def close(self) -> None:
        """Forget the rows."""
        self.core.execute("DROP TABLE IF EXISTS incoming")
        self.core.database.make_room(bulk=False)


def _key(names: Iterable[str], values: Mapping[str, Value]) -> tuple[Value, ...]:
    """The values of some fields as the database stores them."""
    return tuple([_stored(values.get(name)) for name in names])


def _stored(value: Value) -> Value:
    return value.isoformat() if isinstance(value, dt.date) else value


def _test(field: Field) -> tuple[str, Callable[[Value], Message | None]] | None:
    """A quick check of one field of a row whose cells have been read, or None where nothing can be wrong."""
    codes = frozenset(choice.code for choice in field.choices)
    if codes:
        return field.name, lambda value: None if value in codes else field.problem(value)
    if field.required or field.low is not None or field.high is not None:
        return field.name, field.problem
    return None
