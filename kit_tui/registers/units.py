"""Overseas units invited to KIT: their projects and the visits of their researchers."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.models import Project, Visit
from kit_tui.registers import attention
from kit_tui.registers.answers.results import answer_projects
from kit_tui.registers.answers.visits import answer_visits
from kit_tui.store.declare import Column, Register

PROJECTS = Register(
    slug="projects",
    number=14,
    label=message("Unit projects"),
    one=message("unit project"),
    area="units",
    model=Project,
    columns=(
        Column("academic_year", 4, message("Year")),
        Column("code"),
        Column("title", 25),
        Column("institution", 18),
        Column("status"),
        Column("lead"),
        Column("field", 24),
        Column("start"),
        Column("end"),
    ),
    form=(
        ("title", "field", "academic_year", "code"),
        ("institution", "agreement", "lead"),
        ("status", "start", "end"),
        ("notes",),
    ),
    sort=(("academic_year", True),),
    made_with={"lead": {"category": "faculty"}},
    year_field="academic_year",
    answers=answer_projects,
)

VISITS = Register(
    slug="visits",
    number=15,
    label=message("Incoming visits"),
    one=message("visit"),
    area="units",
    model=Visit,
    columns=(
        Column("visitor", 16),
        Column("institution", 17),
        Column("start"),
        Column("end"),
        Column("status"),
        Column("host"),
        Column("applied_on"),
        Column("project"),
        Column("ref_no", 13),
    ),
    form=(
        ("visitor", "institution", "project", "host"),
        ("start", "end", "basis", "visa"),
        ("status", "applied_on", "ref_no", "extends"),
    ),
    sort=(("start", True),),
    made_with={"visitor": {"category": "visitor"}, "host": {"category": "faculty"}},
    made_from={"visitor": {"home_institution": "institution"}},
    takes_along={"lead": "host"},
    year_field="start",
    answers=answer_visits,
    attention=attention.of_visits,
)
