"""Gauges of the visiting units: their projects, the researchers who came, workshops, and the agreements behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import peewee as pw

from kit_tui.domain.wording import Message, message
from kit_tui.gauges.gauge import When, earliest, living
from kit_tui.gauges.stays import status_of
from kit_tui.gauges.tally import Condition, Facts, Tally, always, no_facts
from kit_tui.models import Agreement, Event, Project, Visit
from kit_tui.store.reader import Reader

_STILL_TO_COME = ("planned", "applied", "approved")
"""What is applied for is no more certain than what is approved: it stands apart as planned too."""


def _implemented(when: When) -> Any:
    return (Project.status == "implemented") & (Project.start.is_null() | (Project.start <= when.day))


def _implemented_in(field: str) -> Condition:
    return lambda when: _implemented(when) & (Project.field == field)


def _project_detail(project: Mapping[str, Any], when: When, fact: Any) -> Message:
    status = status_of(Project, project["status"])
    if project["start"] and project["start"] > when.day:
        return message("begins on {start}, {status}", start=project["start"], status=status)
    return message("{field}, {status}", field=Project.field.describe().choice(project["field"]), status=status)


def _came(visit: Any, when: When) -> Any:
    return (visit.start <= when.day) & visit.status.not_in((*_STILL_TO_COME, "cancelled"))


def _is_to_come(visit: Any) -> Any:
    return visit.status.in_(_STILL_TO_COME)


def _begun_in_year(visit: Any, when: When) -> Any:
    """Visits that begin in the academic year.

    A visit that prolongs another begins nothing: the researcher came once, and the period of that acceptance was
    renewed (受入期間の更新).  It adds neither to the distinct (実) nor to the gross number (延べ).
    """
    return when.in_year(visit.start) & visit.extends.is_null()


def _again(when: When, *, planned: bool = False) -> Any:
    """Whether the visitor has another visit in the year that counts for the same researcher before this one."""
    other = Visit.alias("other")
    earlier = (other.start < Visit.start) | ((other.start == Visit.start) & (other.id < Visit.id))
    before = (_came(other, when) | (_is_to_come(other) & earlier)) if planned else (_came(other, when) & earlier)
    same = (other.visitor == Visit.visitor) & living(other) & _begun_in_year(other, when)
    return pw.fn.EXISTS(other.select(pw.Value(1)).where(same, before))


def _repeated(reader: Reader, ids: Sequence[int], when: When) -> Mapping[int, Any]:
    """Those whose visitor has been counted already."""
    return {i: True for (i,) in reader.rows(Visit.select(Visit.id).where(Visit.id.in_(ids), _again(when)))}


def _visit_detail(visit: Mapping[str, Any], when: When, again: Any) -> Message:
    start, end, status = visit["start"], visit["end"], status_of(Visit, visit["status"])
    if visit["extends"]:
        return message("prolongs an earlier visit, which counts")
    if start > when.day:
        return message("begins on {start}, {status}", start=start, status=status)
    if again:
        return message("from {start}, this researcher is counted already", start=start)
    if end is None:
        return message("from {start}, {status}", start=start, status=status)
    return message("{start} to {end}, {status}", start=start, end=end, status=status)


def _visits(
    code: str,
    counts: Condition,
    planned: Condition,
    facts: Facts = no_facts,
    parts: tuple[tuple[Message, Condition], ...] = (),
) -> Tally:
    prolongs = Visit.extends.is_null(False)
    return Tally(
        code=code,
        reads=(Visit,),
        earliest=earliest(Visit.start),
        model=Visit,
        register="visits",
        among=lambda when: when.in_year(Visit.start),
        counts=lambda when: ~prolongs & counts(when),
        planned=lambda when: ~prolongs & planned(when),
        nearest=lambda when: ~prolongs & _is_to_come(Visit),
        parts=parts,
        remarks=(
            (
                lambda n: message(
                    "{n} prolong earlier visits and count as none",
                    one="{n} prolongs an earlier visit and counts as none",
                    n=n,
                ),
                lambda when: prolongs & _came(Visit, when),
            ),
        ),
        facts=facts,
        detail=_visit_detail,
    )


def _held(kind: str) -> Condition:
    return lambda when: (Event.kind == kind) & (Event.start <= when.day)


def _event_detail(event: Mapping[str, Any], when: When, fact: Any) -> Message:
    kind = Event.kind.describe().choice(event["kind"])
    if event["start"] > when.day:
        return message("{kind}, fixed for {day}", kind=kind, day=event["start"])
    return message("{kind}, {day}", kind=kind, day=event["start"])


def _active(when: When) -> Any:
    """Signed, started and not ended; one that was terminated was active until its end, renewing itself or not."""
    signed = (Agreement.status == "signed") & (
        Agreement.end.is_null() | (Agreement.auto_renew == 1) | (Agreement.end >= when.day)
    )
    terminated = (Agreement.status == "terminated") & (Agreement.end >= when.day)
    return (Agreement.start <= when.day) & (signed | terminated)


def _agreement_detail(agreement: Mapping[str, Any], when: When, fact: Any) -> Message:
    start, end, status = agreement["start"], agreement["end"], agreement["status"]
    if status in ("draft", "negotiating"):
        return status_of(Agreement, status)
    if start > when.day:
        return message("valid from {start}", start=start)
    if status == "signed" and agreement["auto_renew"]:
        return message("renews itself")
    if end is None:
        return message("no expiry")
    return message("ended on {end}", end=end) if end < when.day else message("until {end}", end=end)


UNITS = (
    Tally(
        code="unit-projects",
        reads=(Project,),
        earliest=earliest(Project.academic_year),
        model=Project,
        register="projects",
        among=lambda when: Project.academic_year == when.year,
        counts=_implemented,
        planned=lambda when: Project.status == "planned",
        nearest=lambda when: Project.status == "planned",
        parts=tuple((choice.label, _implemented_in(choice.code)) for choice in Project.field.answers),
        detail=_project_detail,
    ),
    _visits(
        "unit-visitors",
        counts=lambda when: _came(Visit, when) & ~_again(when),
        planned=lambda when: _is_to_come(Visit) & ~_again(when, planned=True),
        facts=_repeated,
        parts=((message("visits in all"), lambda when: _begun_in_year(Visit, when) & _came(Visit, when)),),
    ),
    _visits("unit-visits", counts=lambda when: _came(Visit, when), planned=lambda when: _is_to_come(Visit)),
    Tally(
        code="unit-events",
        reads=(Event,),
        earliest=earliest(Event.start, Event.kind.in_(("workshop", "seminar")), Event.stay.is_null()),
        model=Event,
        register="events",
        # what belongs to a stay was held abroad, and is faculty mobility's
        among=lambda when: Event.kind.in_(("workshop", "seminar")) & Event.stay.is_null() & when.in_year(Event.start),
        counts=lambda when: Event.start <= when.day,
        planned=lambda when: Event.start > when.day,
        nearest=lambda when: Event.start > when.day,
        parts=((message("workshops"), _held("workshop")), (message("seminars"), _held("seminar"))),
        detail=_event_detail,
    ),
    Tally(
        code="agreements-active",
        reads=(Agreement,),
        earliest=earliest(Agreement.start),
        model=Agreement,
        register="agreements",
        among=always,
        counts=_active,
        nearest=lambda when: Agreement.status.in_(("draft", "negotiating")) | (Agreement.start > when.day),
        detail=_agreement_detail,
    ),
)
"""In the order of the catalogue."""
