"""Gauges of faculty mobility: the stays of the Faculty Training Mobility Program and what came of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import peewee as pw

from kit_tui.domain.wording import Message, message
from kit_tui.gauges.gauge import When, earliest, living
from kit_tui.gauges.stays import BACK, stays
from kit_tui.gauges.tally import Tally
from kit_tui.models import Event, Outcome, Stay
from kit_tui.store.reader import Reader

_OF_PROGRAMME = Stay.programme == "faculty_training"
_HAS_COME_BACK = _OF_PROGRAMME & Stay.status.in_(BACK)


def _its_briefings() -> Any:
    return (Event.stay == Stay.id) & (Event.kind == "briefing") & living(Event)


def _briefing_held(when: When) -> Any:
    return pw.fn.EXISTS(Event.select(pw.Value(1)).where(_its_briefings(), Event.start <= when.day))


def _briefing_days(reader: Reader, ids: Sequence[int], when: When) -> Mapping[int, Any]:
    """The first briefing's day of each stay that has one."""
    first = Event.select(pw.fn.MIN(Event.start)).where(_its_briefings())
    held = Stay.select(Stay.id, pw.NodeList((first,)).converter(Event.start.python_value)).where(Stay.id.in_(ids))
    return {i: day for i, day in reader.rows(held) if day}


def _briefing_detail(stay: Mapping[str, Any], when: When, briefing: Any) -> Message:
    back, due = stay["end"], stay["briefing_due"]
    if briefing:
        held = briefing <= when.day
        return message("briefing on {day}", day=briefing) if held else message("briefing fixed for {day}", day=briefing)
    if not due:
        return message("back on {back}, no briefing", back=back)
    if due < when.day:
        return message("back on {back}, no briefing, overdue since {due}", back=back, due=due)
    return message("back on {back}, no briefing, due on {due}", back=back, due=due)


def _its_outcomes(when: When, verified: int) -> Any:
    """A stay's outcomes up to the day; one without a date counts for the stay, though in no year."""
    return (
        (Outcome.stay == Stay.id)
        & living(Outcome)
        & (Outcome.verified == verified)
        & (Outcome.date.is_null() | (Outcome.date <= when.day))
    )


def _has_outcome(when: When, *, verified: int = 1) -> Any:
    return pw.fn.EXISTS(Outcome.select(pw.Value(1)).where(_its_outcomes(when, verified)))


def _outcome_numbers(reader: Reader, ids: Sequence[int], when: When) -> Mapping[int, Any]:
    """How many outcomes of each stay are verified, and how many are not."""
    verified, not_yet = (Outcome.select(pw.fn.COUNT(Outcome.id)).where(_its_outcomes(when, flag)) for flag in (1, 0))
    return {i: numbers for i, *numbers in reader.rows(Stay.select(Stay.id, verified, not_yet).where(Stay.id.in_(ids)))}


def _outcome_detail(stay: Mapping[str, Any], when: When, numbers: Any) -> Message:
    verified, not_yet = numbers
    if verified:
        return message("{n} outcomes", one="{n} outcome", n=verified)
    if not_yet:
        return message("{n} outcomes, not verified yet", one="{n} outcome, not verified yet", n=not_yet)
    return message("back on {back}, no outcome yet", back=stay["end"])


def _of_faculty(outcome: Any, kind: str) -> Any:
    """Outcomes of one kind that came of the programme; those of unit projects are none of faculty mobility's."""
    ours = Stay.select(Stay.id).where(living(Stay), _OF_PROGRAMME)
    return (outcome.kind == kind) & outcome.stay.in_(ours)


def _outcomes(code: str, kind: str) -> Tally:
    """The gauge that counts the programme's verified outcomes of one kind, each in the year of its date."""
    of_kind = _of_faculty(Outcome, kind)
    dated, verified = Outcome.date.is_null(False), Outcome.verified == 1
    return Tally(
        code=code,
        reads=(Outcome, Stay),
        earliest=earliest(Outcome.date, of_kind),
        model=Outcome,
        register="outcomes",
        among=lambda when: of_kind & (when.in_year(Outcome.date) | ~dated),
        counts=lambda when: verified & when.reached(Outcome.date),
        nearest=lambda when: ~verified & dated,
        remarks=(
            (lambda n: message("{n} not verified yet", n=n), lambda when: ~verified & dated),
            (lambda n: message("{n} without a date, counted in no year", n=n), lambda when: verified & ~dated),
        ),
        detail=_outcome_line,
    )


def _outcome_line(outcome: Mapping[str, Any], when: When, repeats: Any) -> Message:
    if not outcome["date"]:
        return message("no date, counted in no year")
    if not outcome["verified"]:
        return message("{day}, not verified yet", day=outcome["date"])
    if outcome["date"] > when.day:
        return message("not before {day}", day=outcome["date"])
    if repeats:
        return message("{day}, the same DOI is counted already", day=outcome["date"])
    return message("{day}, verified", day=outcome["date"])


def _repeats() -> Any:
    """Whether an earlier record has the same paper: a DOI counts once, in the year of its first record."""
    first = Outcome.alias("first")
    earlier = (first.date < Outcome.date) | ((first.date == Outcome.date) & (first.id < Outcome.id))
    same = (first.doi == Outcome.doi) & (first.doi != "") & (first.verified == 1) & living(first)
    return pw.fn.EXISTS(first.select(pw.Value(1)).where(same, earlier, _of_faculty(first, "joint_paper")))


def _repeated(reader: Reader, ids: Sequence[int], when: When) -> Mapping[int, Any]:
    """Those that repeat a paper."""
    return {i: True for (i,) in reader.rows(Outcome.select(Outcome.id).where(Outcome.id.in_(ids), _repeats()))}


_RECORDED_PAPERS = _outcomes("faculty-papers", "joint_paper")

FACULTY = (
    stays("faculty-stays", "faculty_training", "faculty-stays"),
    Tally(
        code="faculty-outcomes",
        reads=(Stay, Outcome),
        earliest=earliest(Stay.end, _HAS_COME_BACK),
        model=Stay,
        register="faculty-stays",
        among=lambda when: _HAS_COME_BACK & (Stay.end <= when.day),
        counts=_has_outcome,
        nearest=lambda when: _has_outcome(when, verified=0),
        facts=_outcome_numbers,
        detail=_outcome_detail,
    ),
    _outcomes("faculty-students", "enrolled_student"),
    replace(
        _RECORDED_PAPERS,
        counts=lambda when: _RECORDED_PAPERS.counts(when) & ~_repeats(),
        facts=_repeated,
    ),
    Tally(
        code="faculty-briefings",
        reads=(Stay, Event),
        earliest=earliest(Stay.end, _HAS_COME_BACK),
        model=Stay,
        register="faculty-stays",
        among=lambda when: _HAS_COME_BACK & when.reached(Stay.end),
        counts=_briefing_held,
        overdue=lambda when: (Stay.briefing_due < when.day) & ~_briefing_held(when),
        nearest=lambda when: ~_briefing_held(when),
        facts=_briefing_days,
        detail=_briefing_detail,
    ),
)
"""In the order of the catalogue."""
