"""The directory that the areas share: people and their employments, institutions and agreements with them."""

from __future__ import annotations

from kit_tui.domain.clock import today
from kit_tui.domain.wording import message
from kit_tui.models import Agreement, Employment, Institution, Person
from kit_tui.registers import attention
from kit_tui.registers.answers.partners import answer_agreements, answer_institutions
from kit_tui.registers.answers.people import answer_employments, answer_people
from kit_tui.registers.columns import (
    STATES,
    agreement_state,
    agreements_in_force,
    computed,
    lasts,
    people_there,
    person_name,
    unit_on,
)
from kit_tui.store.declare import Column, HeldBy, Register, Relation

CALLED = computed("called", message("Name"), lambda: person_name(Person), order=lambda: Person.sort_key, width=14)
"""What a person is called, whose name may be known in Latin letters alone; sorted by the reading."""
UNIT = computed(
    "unit",
    message("Unit"),
    lambda: unit_on(today()),
    width=16,
    held_by=HeldBy("employments", "person", lambda: lasts(Employment, today())),
)
"""Where a person works today; a list is searched for it by the words of the employment, the position's too."""

PEOPLE = Register(
    slug="people",
    number=1,
    label=message("People"),
    one=message("person"),
    area="directory",
    model=Person,
    columns=(
        CALLED,
        Column("name_kana", 17),
        UNIT,
        Column("category", 15),
        Column("staff_no"),
        Column("name_roman"),
        Column("email"),
        Column("home_institution"),
    ),
    form=(
        ("name", "name_kana", "name_roman"),
        ("category", "staff_no", "email"),
        ("nationality", "home_institution", "orcid"),
        ("notes",),
    ),
    relations=(Relation("events", ("stay", "person")), Relation("outcomes", ("stay", "person"))),
    answers=answer_people,
)

EMPLOYMENTS = Register(
    slug="employments",
    number=2,
    label=message("Employments"),
    one=message("employment"),
    area="directory",
    model=Employment,
    columns=(
        Column("person", 14),
        Column("unit", 18),
        Column("position", 12),
        Column("start"),
        Column("end"),
        Column("contract"),
        Column("person.name_kana", 17),
    ),
    form=(("person", "contract"), ("unit", "position"), ("start", "end")),
    sort=(("start", True),),
    year_field="start",
    answers=answer_employments,
)

INSTITUTIONS = Register(
    slug="institutions",
    number=3,
    label=message("Institutions"),
    one=message("institution"),
    area="directory",
    model=Institution,
    columns=(
        Column("name", 28),
        Column("country", 14),
        Column("city", 12),
        computed(
            "agreements",
            message("Agreements"),
            lambda: agreements_in_force(Institution, today()),
            kind="whole",
            width=10,
        ),
        computed("abroad_now", message("There"), lambda: people_there(Institution, today()), kind="whole", width=6),
        Column("name_native"),
        Column("aliases"),
        Column("ror"),
    ),
    form=(("name", "name_native", "aliases"), ("country", "city"), ("ror", "website")),
    relations=(Relation("outcomes", ("stay", "institution")), Relation("events", ("project", "institution"))),
    answers=answer_institutions,
)

AGREEMENTS = Register(
    slug="agreements",
    number=4,
    label=message("Agreements"),
    one=message("agreement"),
    area="units",
    model=Agreement,
    columns=(
        Column("institution", 20),
        Column("title", 20),
        computed(
            "state",
            message("State"),
            lambda: agreement_state(Agreement, today()),
            kind="choice",
            width=10,
            choices=STATES,
        ),
        Column("end", label=message("Ends")),
        Column("kind", 12),
        Column("level", 16),
        Column("coordinator"),
        Column("field"),
        Column("start"),
        Column("ref_no", 13),
    ),
    form=(
        ("institution", "title", "kind", "level"),
        ("field", "coordinator", "ref_no"),
        ("status", "signed", "start", "end", "auto_renew"),
    ),
    sort=(("institution", False),),
    made_with={"coordinator": {"category": "faculty"}},
    year_field="start",
    answers=answer_agreements,
    attention=attention.of_agreements,
)
