"""Faculty sent abroad, what came of it, and the events around stays and unit projects."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.models import Event, Outcome, Stay
from kit_tui.registers import attention
from kit_tui.registers.answers.results import answer_events, answer_outcomes
from kit_tui.registers.answers.stays import answer_stays
from kit_tui.registers.programmes import FACULTY_STAYS, PROGRAMMES
from kit_tui.store.declare import Column, Register

STAYS = Register(
    slug=FACULTY_STAYS,
    number=5,
    label=message("Faculty stays"),
    one=message("faculty stay"),
    area="faculty",
    model=Stay,
    columns=(
        Column("person", 14),
        Column("institution", 24),
        Column("start"),
        Column("end"),
        Column("status"),
        Column("purpose"),
        Column("briefing_due", 12),
        Column("report_due"),
        Column("person.name_kana", 17),
    ),
    form=(
        ("person", "institution", "purpose", "status"),
        ("start", "end", "funding", "cost", "ref_no"),
        ("briefing_due", "report_due", "reported_on", "notes"),
    ),
    sort=(("start", True),),
    fixed={"programme": PROGRAMMES[FACULTY_STAYS]},
    made_with={"person": {"category": "faculty"}},
    year_field="start",
    answers=answer_stays,
    attention=attention.of_stays(FACULTY_STAYS, PROGRAMMES[FACULTY_STAYS]),
)

OUTCOMES = Register(
    slug="outcomes",
    number=6,
    label=message("Outcomes"),
    one=message("outcome"),
    area="faculty",
    model=Outcome,
    columns=(
        Column("date"),
        Column("kind"),
        Column("title", 26),
        Column("verified", 8),
        Column("stay"),
        Column("project"),
        Column("doi"),
    ),
    form=(("stay", "project"), ("kind", "title", "date", "doi"), ("verified", "notes")),
    sort=(("date", True),),
    year_field="date",
    answers=answer_outcomes,
)

EVENTS = Register(
    slug="events",
    number=7,
    label=message("Events"),
    one=message("event"),
    area="faculty",
    model=Event,
    columns=(
        Column("start"),
        Column("time"),
        Column("title", 24),
        Column("kind", 12),
        Column("place", 13),
        Column("attendance"),
        Column("language"),
        Column("stay"),
        Column("project"),
    ),
    form=(
        ("kind", "title", "stay", "project"),
        ("start", "end", "time"),
        ("place", "language", "attendance"),
    ),
    sort=(("start", True),),
    year_field="start",
    answers=answer_events,
)
