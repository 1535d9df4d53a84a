"""What needs doing, by when: briefings, reports, applications, agreements that end, and statuses that are wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import peewee as pw

from kit_tui.domain.dates import months_before
from kit_tui.domain.deadlines import EXPIRY_STEPS, LONGEST_NOTICE, SOON_DAYS, application_due, expiry_step
from kit_tui.domain.wording import Message, message
from kit_tui.models import Agreement, Event, Institution, Person, Stay, Visit
from kit_tui.registers.columns import as_day, person_name
from kit_tui.registers.phrases import near_day, word
from kit_tui.store.plain import Attention
from kit_tui.store.reader import Reader


def of_stays(register: str, programmes: tuple[str, ...]) -> Callable[[Reader, dt.date], Iterable[Attention]]:
    """What needs doing about the stays of some programmes, which `register` keeps."""

    def attention(reader: Reader, today: dt.date) -> Iterator[Attention]:
        stays = partial(_stays, reader, Stay.programme.in_(programmes))
        yield from _briefings(register, stays, today)
        yield from _reports(register, stays, today)
        yield from _contradictions(register, stays, today)

    return attention


def of_visits(reader: Reader, today: dt.date) -> Iterator[Attention]:
    """The applications that are due, or should have been made, for visits still planned."""
    horizon = today + dt.timedelta(days=SOON_DAYS)
    query = (
        Visit.select(Visit.id, Visit.start, Visit.visa, Visit.basis, person_name(Person))
        .join(Person, on=(Visit.visitor == Person.id))
        .where(
            Visit.deleted_at.is_null()
            & (Visit.status == "planned")
            & Visit.applied_on.is_null()
            & (Visit.start <= months_before(horizon, -LONGEST_NOTICE))
        )
    )
    for visit, start, visa, basis, who in reader.rows(query):
        due = application_due(start, visa, basis)
        if due > horizon:
            continue
        day = near_day(start, today)
        what = (
            message("Visit application: {who}, from {day}, short-stay visa", who=who, day=day)
            if visa == "short"
            else message("Visit application: {who}, from {day}", who=who, day=day)
        )
        yield Attention(due, _level(due, today), what, "visits", visit)


def of_agreements(reader: Reader, today: dt.date) -> Iterator[Attention]:
    """Signed agreements that end within 90, 60 or 30 days; those that renew themselves are announced as such."""
    query = (
        Agreement.select(Agreement.id, Agreement.end, Agreement.auto_renew, Agreement.kind, Institution.name)
        .join(Institution, on=(Agreement.institution == Institution.id))
        .where(
            Agreement.deleted_at.is_null()
            & (Agreement.status == "signed")
            & Agreement.end.between(today, today + dt.timedelta(days=max(EXPIRY_STEPS)))
        )
    )
    for agreement, end, renews, code, place in reader.rows(query):
        step, kind = expiry_step(end, today), word(Agreement, "kind", code)
        what = (
            message("Agreement renews itself within {n} days: {place}, {kind}", n=step, place=place, kind=kind)
            if renews
            else message("Agreement ends within {n} days: {place}, {kind}", n=step, place=place, kind=kind)
        )
        yield Attention(end, _level(end, today), what, "agreements", agreement)


Stays = Callable[..., list[tuple[Any, ...]]]
"""The stays of a register that fulfil a condition: id, status, start, end, who, where, and further columns."""


def _stays(reader: Reader, programmes: Any, condition: Any, *extra: Any) -> list[tuple[Any, ...]]:
    query = (
        Stay.select(Stay.id, Stay.status, Stay.start, Stay.end, person_name(Person), Institution.name, *extra)
        .join_from(Stay, Person, on=(Stay.person == Person.id))
        .join_from(Stay, Institution, on=(Stay.institution == Institution.id))
        .where(Stay.deleted_at.is_null() & programmes & (Stay.status != "cancelled") & condition)
    )
    return reader.rows(query)


def _briefings(register: str, stays: Stays, today: dt.date) -> Iterator[Attention]:
    """Briefings not held yet and due soon or overdue, unless one is fixed for a day on or before it is due."""
    session = Event.alias("session")
    of_stay = (session.stay == Stay.id) & (session.kind == "briefing") & session.deleted_at.is_null()
    held = session.select(pw.Value(1)).where(of_stay & (session.start <= today))
    fixed = as_day(session.select(pw.fn.MIN(session.start)).where(of_stay))
    due_soon = Stay.briefing_due <= today + dt.timedelta(days=SOON_DAYS)
    for stay, _, _, end, who, place, due, day in stays(due_soon & ~pw.fn.EXISTS(held), Stay.briefing_due, fixed):
        if day is None or day > due:
            yield Attention(due, _level(due, today), _briefing(who, place, end, day, today), register, stay)


def _briefing(who: str, place: str, end: dt.date | None, fixed: dt.date | None, today: dt.date) -> Message:
    if fixed:
        return message("Briefing: {who}, {place}, fixed for {day}", who=who, place=place, day=near_day(fixed, today))
    if end and end <= today:
        return message("Briefing: {who}, {place}, back on {day}", who=who, place=place, day=near_day(end, today))
    return message("Briefing: {who}, {place}", who=who, place=place)


def _reports(register: str, stays: Stays, today: dt.date) -> Iterator[Attention]:
    missing = Stay.reported_on.is_null() & (Stay.status != "reported")
    due_soon = Stay.report_due <= today + dt.timedelta(days=SOON_DAYS)
    for stay, _, _, _, who, place, due in stays(missing & due_soon, Stay.report_due):
        yield Attention(
            due, _level(due, today), message("Report: {who}, {place}", who=who, place=place), register, stay
        )


def _contradictions(register: str, stays: Stays, today: dt.date) -> Iterator[Attention]:
    leaving, back = ("planned", "approved"), ("returned", "reported")
    too_late = (Stay.status.in_(leaving) & (Stay.start <= today)) | ((Stay.status == "away") & (Stay.end < today))
    too_early = (Stay.status.in_(back) & (Stay.end > today)) | ((Stay.status == "away") & (Stay.start > today))
    for stay, code, start, end, who, place in stays(too_late | too_early):
        of_start = code in leaving or start > today
        day = start if of_start else end
        text = _CONTRADICTIONS[of_start, day > today]
        what = message(text, status=word(Stay, "status", code), day=near_day(day, today), who=who, place=place)
        yield Attention(None, "check", what, register, stay)


_CONTRADICTIONS = {
    (True, False): "Still {status}, but began {day}: {who}, {place}",
    (True, True): "Already {status}, but begins {day}: {who}, {place}",
    (False, False): "Still {status}, but ended {day}: {who}, {place}",
    (False, True): "Already {status}, but ends {day}: {who}, {place}",
}
"""By whether it is about the stay's start, and whether that day is still to come."""


def _level(due: dt.date, today: dt.date) -> str:
    return "today" if due == today else "overdue" if due < today else "soon"
