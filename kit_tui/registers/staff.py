"""Administrative staff: their TOEIC scores, courses, stays overseas, and how many of them there are."""

from __future__ import annotations

from kit_tui.domain.toeic import THRESHOLD
from kit_tui.domain.wording import message
from kit_tui.models import Course, Headcount, Participation, Person, Score, Stay
from kit_tui.registers import attention
from kit_tui.registers.answers.people import answer_participations, answer_scores
from kit_tui.registers.answers.results import TOOK_PART, answer_courses, answer_headcounts
from kit_tui.registers.answers.stays import answer_stays
from kit_tui.registers.columns import best_date, best_score, computed, participants, qualifies
from kit_tui.registers.directory import CALLED, UNIT
from kit_tui.registers.programmes import PROGRAMMES, STAFF_STAYS
from kit_tui.store.declare import Column, Register

_ENOUGH = message("{score_threshold}+", score_threshold=THRESHOLD)

STAFF = Register(
    slug="staff",
    number=8,
    label=message("Scores"),
    one=message("staff member"),
    area="staff",
    model=Person,
    columns=(
        CALLED,
        Column("name_kana", 18),
        UNIT,
        computed("best", message("Best"), best_score, kind="whole", width=4),
        computed("best_on", message("Date"), best_date, kind="date", width=10),
        computed("qualifies", _ENOUGH, qualifies, kind="flag", width=4),
        Column("staff_no"),
        Column("name_roman"),
    ),
    fixed={"category": ("admin",)},
    findable=False,
    view_of="people",
    adds=("scores", "person"),
    personal=True,
)

SCORES = Register(
    slug="scores",
    number=9,
    label=message("All scores"),
    one=message("score"),
    area="staff",
    model=Score,
    columns=(
        Column("person", 14),
        Column("person.name_kana", 18),
        Column("date"),
        Column("test"),
        Column("listening", 3, message("L")),
        Column("reading", 3, message("R")),
        Column("total"),
        Column("course"),
    ),
    form=(("person", "test", "date"), ("listening", "reading", "total"), ("course",)),
    sort=(("date", True),),
    made_with={"person": {"category": "admin"}},
    year_field="date",
    findable=False,
    personal=True,
    answers=answer_scores,
)

COURSES = Register(
    slug="courses",
    number=10,
    label=message("Courses"),
    one=message("course"),
    area="staff",
    model=Course,
    columns=(
        Column("academic_year", 4, message("Year")),
        Column("name", 28),
        Column("kind"),
        computed("enrolled", message("Enrolled"), lambda: participants(Course, *TOOK_PART), kind="whole", width=8),
        computed("completed", message("Completed"), lambda: participants(Course, "completed"), kind="whole", width=9),
        Column("provider"),
        Column("start"),
        Column("end"),
        Column("hours"),
    ),
    form=(("name", "kind", "provider"), ("academic_year", "start", "end", "hours")),
    sort=(("academic_year", True),),
    year_field="academic_year",
    answers=answer_courses,
)

PARTICIPATIONS = Register(
    slug="participations",
    number=11,
    label=message("Participations"),
    one=message("participation"),
    area="staff",
    model=Participation,
    columns=(
        Column("person", 14),
        Column("course", 30),
        Column("status"),
        Column("hours"),
        Column("certificate_date", 11, message("Certificate")),
        Column("person.name_kana", 17),
    ),
    form=(("course", "person", "status"), ("hours", "certificate_date")),
    sort=(("course", False),),
    made_with={"person": {"category": "admin"}},
    answers=answer_participations,
)

STAYS = Register(
    slug=STAFF_STAYS,
    number=12,
    label=message("Overseas"),
    one=message("staff stay"),
    area="staff",
    model=Stay,
    columns=(
        Column("person", 14),
        Column("programme", 10),
        Column("institution", 17),
        Column("start"),
        Column("end"),
        Column("status"),
        Column("purpose"),
        Column("report_due"),
        Column("briefing_due", 12),
        Column("person.name_kana", 17),
    ),
    form=(
        ("person", "programme", "institution", "purpose", "status"),
        ("start", "end", "funding", "cost", "ref_no"),
        ("briefing_due", "report_due", "reported_on", "notes"),
    ),
    sort=(("start", True),),
    fixed={"programme": PROGRAMMES[STAFF_STAYS]},
    made_with={"person": {"category": "admin"}},
    year_field="start",
    answers=answer_stays,
    attention=attention.of_stays(STAFF_STAYS, PROGRAMMES[STAFF_STAYS]),
)

HEADCOUNTS = Register(
    slug="headcounts",
    number=13,
    label=message("Headcount"),
    one=message("headcount"),
    area="staff",
    model=Headcount,
    columns=(
        Column("academic_year", 4, message("Year")),
        Column("as_of"),
        Column("category", 20),
        Column("scope", 13),
        Column("count", 6, message("Number")),
        Column("source"),
    ),
    form=(("category", "scope"), ("academic_year", "as_of"), ("count", "source")),
    sort=(("as_of", True),),
    year_field="academic_year",
    answers=answer_headcounts,
)
