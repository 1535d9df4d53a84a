"""Until when a visitor is here, who receives them, and what has still to be applied for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import peewee as pw

from kit_tui.domain.deadlines import application_due
from kit_tui.domain.wording import message
from kit_tui.models import Institution, Person, Visit
from kit_tui.registers.columns import person_name
from kit_tui.registers.phrases import Clause, coming, line, near_day, period, word, year_of
from kit_tui.store.reader import Reader


class VisitLine(NamedTuple):
    """What the line of a visit is made of; `host` and `home` may be unknown."""

    id: int
    visitor: int
    status: str
    start: dt.date
    end: dt.date | None
    visa: str
    basis: str
    applied_on: dt.date | None
    host: str | None
    home: str | None

    def phase(self, today: dt.date) -> str:
        """Where the visit stands by status and dates: over, ahead, here or late."""
        if self.status in ("finished", "cancelled"):
            return "over"
        if self.start > today:
            return "ahead"
        return "here" if self.end is None or self.end >= today else "late"


def visit_lines(reader: Reader, condition: Any) -> list[VisitLine]:
    """The visits that fulfil a condition, earliest first."""
    host = Person.alias("host")
    query = (
        Visit.select(
            Visit.id,
            Visit.visitor,
            Visit.status,
            Visit.start,
            Visit.end,
            Visit.visa,
            Visit.basis,
            Visit.applied_on,
            person_name(host),
            Institution.name,
        )
        .join_from(Visit, host, pw.JOIN.LEFT_OUTER, on=(Visit.host == host.id))
        .join_from(Visit, Institution, pw.JOIN.LEFT_OUTER, on=(Visit.institution == Institution.id))
        .where(condition)
        .order_by(Visit.start)
    )
    return [VisitLine(*row) for row in reader.rows(query)]


def here(visit: VisitLine, today: dt.date) -> tuple[Clause, ...]:
    """Until when a visitor is on site, and with whom; says so when nobody has confirmed that they came."""
    return _stay(visit, today), _host(visit)


def answer_visits(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """From where, until when or when, with whom, and by when to apply."""
    return {
        visit.id: line(_home(visit), *_when(visit, today), _host(visit), _application(visit, today))
        for visit in visit_lines(reader, Visit.id.in_(ids))
    }


def _when(visit: VisitLine, today: dt.date) -> tuple[Clause, ...]:
    status = word(Visit, "status", visit.status)
    match visit.phase(today):
        case "over":
            return year_of(visit.start), period(visit.start, visit.end), status
        case "ahead":
            return status, coming(visit.start, visit.end, today)
        case "here":
            return (_stay(visit, today),)
        case _:
            assert visit.end
            return (message("was to leave {day}, still {status}", day=near_day(visit.end, today), status=status),)


def _stay(visit: VisitLine, today: dt.date) -> Clause:
    confirmed, status = visit.status == "on_site", word(Visit, "status", visit.status)
    if visit.end is None:
        return message("on site") if confirmed else message("{status}, by its dates on site", status=status)
    day, left = near_day(visit.end, today), (visit.end - today).days
    if not confirmed:
        return message("{status}, by its dates on site until {day}", status=status, day=day)
    return message("on site until {day} ({n} days)", one="on site until {day} ({n} day)", day=day, n=left)


def _application(visit: VisitLine, today: dt.date) -> Clause:
    if visit.status != "planned" or visit.applied_on:
        return ""
    due = application_due(visit.start, visit.visa, visit.basis)
    day = near_day(due, today)
    return message("application overdue since {day}", day=day) if due < today else message("apply by {day}", day=day)


def _host(visit: VisitLine) -> Clause:
    return message("host {name}", name=visit.host) if visit.host else ""


def _home(visit: VisitLine) -> Clause:
    return message("from {place}", place=visit.home) if visit.home else ""
