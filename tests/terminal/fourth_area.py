"""kit-tui with a fourth area: a table, a register, a tab and a gauge, declared here as the others are in their modules.

Run as a program it is kit-tui itself.  Nothing of the screens, the command line or the files is told of the area.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import kit_tui.gauges.progress as progress
import kit_tui.registers as registers
from kit_tui.__main__ import main
from kit_tui.domain import catalogue
from kit_tui.domain.fields import Value
from kit_tui.domain.wording import message
from kit_tui.gauges.gauge import earliest
from kit_tui.gauges.tally import Tally
from kit_tui.models import Person, Record
from kit_tui.models.base import day_key
from kit_tui.models.fields import Answer, Day, Reference, Text, Yen
from kit_tui.models.tables import complete
from kit_tui.registers.areas import Area
from kit_tui.store import opening
from kit_tui.store.declare import Column, Register


class Loan(Record):
    person = Reference("Person", Person, required=True)
    kind = Answer("Kind", {"laptop": "laptop", "phone": "phone"})
    label = Text("Label", required=True)
    start = Day("From", required=True)
    end = Day("To")
    deposit = Yen("Deposit")

    named_by = ("label",)
    words_of = ("person",)
    title_of = ("person",)

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return f"{values['label']}, {names['person']}"

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return day_key(values)


LOANS = Register(
    slug="loans",
    number=900,
    label=message("Loans"),
    one=message("loan"),
    area="equipment",
    model=Loan,
    columns=(Column("label"), Column("person"), Column("kind"), Column("start"), Column("end"), Column("deposit")),
    sort=(("start", True),),
    year_field="start",
)

LOANS_OUT = Tally(
    code="loans-out",
    reads=(Loan,),
    earliest=earliest(Loan.start),
    model=Loan,
    register="loans",
    among=lambda when: when.in_year(Loan.start),
    counts=lambda when: Loan.end.is_null() | (Loan.end >= when.day),
    detail=lambda loan, when, fact: message("since {start}", start=loan["start"]),
)


def declare() -> None:
    """Add the area to the lists that the modules of the others stand in."""
    complete(Loan)
    equipment = Area("equipment", message("Equipment"), message("Equipment"), ("loans",), ("loans-out",))
    registers.REGISTERS += (LOANS,)
    registers.AREAS += (equipment,)
    registers.areas.AREAS = registers.AREAS
    catalogue.GAUGES["loans-out"] = catalogue.GaugeName(
        "loans-out", "equipment", message("Things on loan"), message("loans")
    )
    progress.GAUGES["loans-out"] = LOANS_OUT


def create(path: Path) -> None:
    """Make an empty register that has the area's table, as a migration would give it."""
    opening.create(str(path))
    database = opening.connect(str(path))
    with database.bind_ctx([Loan]):
        database.create_tables([Loan])
    database.close()


if __name__ == "__main__":
    declare()
    sys.exit(main())
