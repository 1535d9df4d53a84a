"""What the office has promised and what it has published."""

from __future__ import annotations

from kit_tui.domain.roles import Action
from kit_tui.domain.wording import message
from kit_tui.models import Published, Target
from kit_tui.registers.answers.results import answer_published, answer_targets
from kit_tui.store.declare import Column, Register

TARGETS = Register(
    slug="targets",
    number=16,
    label=message("Targets"),
    one=message("target"),
    area="directory",
    model=Target,
    columns=(
        Column("gauge", 24),
        Column("academic_year", 4, message("Year")),
        Column("value"),
        Column("role"),
    ),
    form=(("gauge", "academic_year", "role", "value"),),
    year_field="academic_year",
    guard=Action.TARGETS,
    answers=answer_targets,
)

PUBLISHED = Register(
    slug="published",
    number=17,
    label=message("Published figures"),
    one=message("published figure"),
    area="directory",
    model=Published,
    columns=(
        Column("gauge", 24),
        Column("academic_year", 4, message("Year")),
        Column("value"),
        Column("source"),
        Column("note"),
    ),
    form=(("gauge", "academic_year", "value"), ("source", "note")),
    year_field="academic_year",
    guard=Action.TARGETS,
    answers=answer_published,
)
