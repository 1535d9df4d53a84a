"""Where somebody is, when they are back, and what is still owed after the return."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import peewee as pw

from kit_tui.domain.wording import message
from kit_tui.models import Event, Institution, Outcome, Stay
from kit_tui.registers.phrases import Clause, coming, line, near_day, period, word, year_of
from kit_tui.store.reader import Reader


class StayLine(NamedTuple):
    """What the line of a stay is made of."""

    id: int
    person: int
    programme: str
    status: str
    start: dt.date
    end: dt.date | None
    briefing_due: dt.date | None
    report_due: dt.date | None
    reported_on: dt.date | None
    place: str

    def phase(self, today: dt.date) -> str:
        """Where the stay stands by status and dates: over, back, ahead, away or late."""
        if self.status in ("cancelled", "reported"):
            return "over"
        if self.status == "returned":
            return "back"
        if self.start > today:
            return "ahead"
        return "away" if self.end is None or self.end >= today else "late"


class Briefing(NamedTuple):
    """A briefing session of a stay; `time` is free text."""

    day: dt.date
    time: str


def stay_lines(reader: Reader, condition: Any) -> list[StayLine]:
    """The stays that fulfil a condition, earliest first."""
    query = (
        Stay.select(
            Stay.id,
            Stay.person,
            Stay.programme,
            Stay.status,
            Stay.start,
            Stay.end,
            Stay.briefing_due,
            Stay.report_due,
            Stay.reported_on,
            Institution.name,
        )
        .join(Institution, on=(Stay.institution == Institution.id))
        .where(condition)
        .order_by(Stay.start)
    )
    return [StayLine(*row) for row in reader.rows(query)]


def away(stay: StayLine, today: dt.date) -> tuple[Clause, ...]:
    """Where somebody is and when they are back; says so when nobody has confirmed that they left."""
    where = (
        message("away at {place}", place=stay.place)
        if stay.status == "away"
        else message("{status}, by its dates away at {place}", status=_status(stay), place=stay.place)
    )
    if stay.end is None:
        return where, message("return not fixed")
    day, left = near_day(stay.end, today), (stay.end - today).days
    if left == 0:
        return where, message("back today")
    return where, message("back {day} ({n} days)", one="back {day} ({n} day)", day=day, n=left)


def answer_stays(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """Where the person is or was, the briefing and the report, and how many outcomes came of it."""
    stays = stay_lines(reader, Stay.id.in_(ids))
    briefings = _briefings(reader, ids)
    outcomes = _outcomes(reader, ids)
    return {
        stay.id: line(
            *_whereabouts(stay, today),
            *_owed(stay, briefings[stay.id], today),
            message("{n} outcomes", one="{n} outcome", n=outcomes[stay.id]) if stay.id in outcomes else "",
        )
        for stay in stays
    }


def _whereabouts(stay: StayLine, today: dt.date) -> tuple[Clause, ...]:
    match stay.phase(today):
        case "over":
            there = message("{year} at {place}", year=year_of(stay.start), place=stay.place)
            return there, period(stay.start, stay.end), _status(stay)
        case "back":
            return (_return(stay, today),)
        case "ahead":
            return (
                message("{status} at {place}", status=_status(stay), place=stay.place),
                coming(stay.start, stay.end, today),
            )
        case "away":
            return away(stay, today)
        case _:
            assert stay.end
            day = near_day(stay.end, today)
            return (
                message(
                    "was to be back from {place} {day}, still {status}", place=stay.place, day=day, status=_status(stay)
                ),
            )


def _return(stay: StayLine, today: dt.date) -> Clause:
    if stay.end is None:
        return message("back from {place}", place=stay.place)
    day = near_day(stay.end, today)
    if stay.end > today:
        return message("{status}, by its dates at {place} until {day}", status=_status(stay), place=stay.place, day=day)
    return message("back from {place} since {day}", place=stay.place, day=day)


def _owed(stay: StayLine, briefings: Sequence[Briefing], today: dt.date) -> tuple[Clause, ...]:
    phase = stay.phase(today)
    if phase == "ahead" or stay.status == "cancelled":
        return ()
    if phase != "over":
        return _briefing(stay, briefings, today), _report(stay, today) if phase != "away" else ""
    held = any(briefing.day < today for briefing in briefings)
    return () if held else (_briefing(stay, briefings, today),)


def _briefing(stay: StayLine, briefings: Sequence[Briefing], today: dt.date) -> Clause:
    fixed = [briefing for briefing in briefings if briefing.day >= today]
    if fixed:
        day, time = near_day(min(fixed).day, today), min(fixed).time
        return message("briefing {day} {time}", day=day, time=time) if time else message("briefing {day}", day=day)
    if briefings:
        return message("briefing held {day}", day=near_day(max(briefings).day, today))
    if stay.briefing_due is None:
        needed = stay.programme == "faculty_training" and stay.phase(today) != "over"
        return message("briefing not fixed") if needed else ""
    due = near_day(stay.briefing_due, today)
    if stay.briefing_due < today:
        return message("briefing overdue since {day}", day=due)
    return message("briefing not fixed, due {day}", day=due)


def _report(stay: StayLine, today: dt.date) -> Clause:
    if stay.reported_on:
        return message("report of {day}", day=near_day(stay.reported_on, today))
    if stay.report_due is None:
        return ""
    due = near_day(stay.report_due, today)
    if stay.report_due < today:
        return message("report overdue since {day}", day=due)
    return message("report due {day}", day=due)


def _status(stay: StayLine) -> Clause:
    return word(Stay, "status", stay.status)


def _briefings(reader: Reader, ids: Sequence[int]) -> defaultdict[int, list[Briefing]]:
    query = Event.select(Event.stay, Event.start, Event.time).where(
        Event.stay.in_(ids) & (Event.kind == "briefing") & Event.deleted_at.is_null()
    )
    found: defaultdict[int, list[Briefing]] = defaultdict(list)
    for stay, day, time in reader.rows(query):
        found[stay].append(Briefing(day, time))
    return found


def _outcomes(reader: Reader, ids: Sequence[int]) -> dict[int, int]:
    query = (
        Outcome.select(Outcome.stay, pw.fn.COUNT(Outcome.id))
        .where(Outcome.stay.in_(ids) & Outcome.deleted_at.is_null())
        .group_by(Outcome.stay)
    )
    return dict(reader.rows(query))
