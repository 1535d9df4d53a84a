"""What a gauge is, and what comes of reading one."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, NamedTuple

import peewee as pw

from kit_tui.domain import years
from kit_tui.domain.catalogue import GAUGES as NAMES
from kit_tui.domain.catalogue import GaugeName
from kit_tui.domain.wording import Message
from kit_tui.gauges.policy import Policy
from kit_tui.models import Published, Target
from kit_tui.store.reader import Reader

MOST_LINES = 200
"""Lines of a list of who counts; `WhoList.total` says how many there are."""
MOST_NEAREST = 20


class When(NamedTuple):
    """The academic year that is read, and the day as of which: what is dated later is not there yet."""

    day: dt.date
    year: int

    @classmethod
    def on(cls, day: dt.date, year: int | None = None) -> When:
        """The academic year that holds `day`, or another one as it stands on that day."""
        return cls(day, years.academic_year(day) if year is None else year)

    def in_year(self, field: Any) -> Any:
        """Whether a day is in the academic year."""
        return field.between(years.first_day(self.year), years.last_day(self.year))

    def reached(self, field: Any) -> Any:
        """Whether a day is in the academic year and not after the day of reading."""
        return self.in_year(field) & (field <= self.day)


class Reading(NamedTuple):
    """What a gauge reads: a count, or a share of `denominator`.

    `planned` and `overdue` stand apart from both; `parts` are labelled counts of what the numerator is made of or
    goes with; `notes` say on what the reading rests and what to mind.
    """

    numerator: int
    denominator: int | None = None
    planned: int = 0
    overdue: int = 0
    notes: tuple[Message, ...] = ()
    parts: tuple[tuple[Message, int], ...] = ()


class WhoLine(NamedTuple):
    """One record that a gauge is about, with the reason why it counts or does not."""

    register: str
    id: int
    title: Message | str
    detail: Message


class WhoList(NamedTuple):
    """The first lines of a list, and how many there are."""

    lines: tuple[WhoLine, ...] = ()
    total: int = 0


class Who(NamedTuple):
    """Who counts, who does not, and who of these is nearest to it.  A role that sees no scores is told totals alone."""

    counts: WhoList
    others: WhoList
    nearest: WhoList


@dataclass(frozen=True, kw_only=True)
class Gauge(ABC):
    """A gauge of the catalogue: how it is read from the records.

    `reads` are the tables of its reading; `earliest` selects the day or the academic year of its first record.
    """

    code: str
    reads: tuple[type[pw.Model], ...]
    earliest: Any

    @property
    def name(self) -> GaugeName:
        """Its names in the catalogue."""
        return NAMES[self.code]

    @property
    def tables(self) -> frozenset[str]:
        """Names of the tables on which its standing depends: a change in any other one leaves it as it is."""
        models: tuple[type[pw.Model], ...] = (*self.reads, Target, Published)
        return frozenset(model._meta.table_name for model in models)

    def label(self, policy: Policy) -> Message:
        """What it is called under a policy."""
        return self.name.label

    def first_year(self, reader: Reader) -> int | None:
        """The academic year of its first record."""
        first = reader.scalar(self.earliest)
        return years.academic_year(first) if isinstance(first, dt.date) else first

    @abstractmethod
    def read(self, reader: Reader, when: When, policy: Policy) -> Reading:
        """What it reads."""

    @abstractmethod
    def who(self, reader: Reader, when: When, policy: Policy) -> Who:
        """The records behind the reading."""


def living(model: Any) -> Any:
    """Whether a record, of a model or an alias of one, is not deleted."""
    return model.deleted_at.is_null()


def earliest(field: Any, *conditions: Any) -> Any:
    """The query for the first day or year in a field of the living records."""
    return field.model.select(pw.fn.MIN(field)).where(living(field.model), *conditions)
