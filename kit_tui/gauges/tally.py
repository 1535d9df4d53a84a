"""Gauges that count the records of one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import peewee as pw

from kit_tui.domain.wording import Message
from kit_tui.gauges.gauge import (
    MOST_LINES,
    MOST_NEAREST,
    Gauge,
    Reading,
    When,
    Who,
    WhoLine,
    WhoList,
    living,
)
from kit_tui.gauges.policy import Policy
from kit_tui.models import Record
from kit_tui.store.reader import Reader

Condition: TypeAlias = Callable[[When], Any]
"""What must hold for a record, in SQL."""
Facts: TypeAlias = Callable[[Reader, Sequence[int], When], Mapping[int, Any]]
"""What a record's own values don't tell, for some records by id."""
Detail: TypeAlias = Callable[[Mapping[str, Any], When, Any], Message]
"""Why a record counts or does not: from its values, and from its fact if it has one."""


def always(when: When) -> Any:
    """The condition that holds for every record."""
    return pw.SQL("1 = 1")


def never(when: When) -> Any:
    """The condition that holds for no record."""
    return pw.SQL("1 = 0")


def no_facts(reader: Reader, ids: Sequence[int], when: When) -> Mapping[int, Any]:
    """Where a record's own values tell everything."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Tally(Gauge):
    """Counts records of `model`, listed in `register`: those `among` all that satisfy `counts`.

    For a share, those that satisfy `of` are the denominator (all of `among` unless said otherwise).  `remarks` are
    notes that are made if their condition holds for any record, with the number of those.
    """

    model: type[Record]
    register: str
    among: Condition
    counts: Condition
    detail: Detail
    facts: Facts = no_facts
    of: Condition = always
    planned: Condition = never
    overdue: Condition = never
    nearest: Condition = never
    parts: tuple[tuple[Message, Condition], ...] = ()
    remarks: tuple[tuple[Callable[[int], Message], Condition], ...] = ()

    def read(self, reader: Reader, when: When, policy: Policy) -> Reading:
        asked = [self._counted, self.of, self.planned, self.overdue]
        asked += [condition for _, condition in (*self.parts, *self.remarks)]
        numbers = [pw.fn.COUNT(self.model.id).filter(condition(when)) for condition in asked]
        ((counted, whole, planned, overdue, *rest),) = reader.rows(self._about(when, *numbers))
        split = len(self.parts)
        return Reading(
            counted,
            whole if self.name.share else None,
            planned,
            overdue,
            notes=tuple(say(n) for (say, _), n in zip(self.remarks, rest[split:], strict=True) if n),
            parts=tuple((label, n) for (label, _), n in zip(self.parts, rest[:split], strict=True) if n),
        )

    def who(self, reader: Reader, when: When, policy: Policy) -> Who:
        counted = self._counted(when)
        # NOT would lose the records for which the condition is neither true nor false, for want of a date
        rest = pw.Case(None, ((counted, 1),), 0) == 0
        return Who(
            self._list(reader, when, counted, MOST_LINES),
            self._list(reader, when, rest, MOST_LINES),
            self._list(reader, when, rest & self.nearest(when), MOST_NEAREST),
        )

    def _counted(self, when: When) -> Any:
        return self.of(when) & self.counts(when)

    def _about(self, when: When, *columns: Any) -> Any:
        return self.model.select(*columns).where(living(self.model), self.among(when))

    def _list(self, reader: Reader, when: When, condition: Any, most: int) -> WhoList:
        query = self._about(when, self.model.id).where(condition).order_by(self.model.sort_key, self.model.id)
        ids = [row[0] for row in reader.rows(query.limit(most))]
        records = reader.values(self.model, ids)
        titles, facts = reader.named(self.model, records), self.facts(reader, ids, when)
        return WhoList(
            tuple(WhoLine(self.register, i, titles[i], self.detail(records[i], when, facts.get(i))) for i in ids),
            len(ids) if len(ids) < most else self._total(reader, when, condition),
        )

    def _total(self, reader: Reader, when: When, condition: Any) -> int:
        return int(reader.scalar(self._about(when, pw.fn.COUNT(self.model.id)).where(condition)))
