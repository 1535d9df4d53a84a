"""Who is overseas on a day: the list that is taken up when something has happened somewhere."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import peewee as pw

from kit_tui.domain.countries import country_name
from kit_tui.domain.wording import Message, message
from kit_tui.models import Institution, Person, Stay
from kit_tui.registers.columns import lasts, person_name, unit_on
from kit_tui.registers.phrases import Clause, word
from kit_tui.registers.programmes import register_of
from kit_tui.store.reader import Reader


class Abroad(NamedTuple):
    """Somebody overseas on a day (`on`): where, from when to when, and how to reach them.

    `country`, `programme` and `status` are codes; `end` is None while the return is not fixed.
    """

    on: dt.date
    person: int
    name: str
    kana: str
    email: str
    unit: str
    country: str
    institution_id: int
    institution: str
    city: str
    start: dt.date
    end: dt.date | None
    purpose: str
    stay: int
    programme: str
    status: str

    @property
    def days_left(self) -> int | None:
        """Days from the day asked for until the return: 0 on the day itself, None while it is not fixed."""
        return (self.end - self.on).days if self.end else None

    @property
    def confirmed(self) -> bool:
        """Whether the status says so, too: a stay that only holds the day by its dates is better asked than missed."""
        return self.status == "away"

    @property
    def doubt(self) -> Clause:
        """That the status says something else, and what."""
        status = word(Stay, "status", self.status)
        return "" if self.confirmed else message("by its dates only, status: {status}", status=status)

    @property
    def register(self) -> str:
        """The register that keeps the stay."""
        return register_of(self.programme)

    @property
    def country_label(self) -> Message:
        """The name of the country."""
        return country_name(self.country)


def abroad(reader: Reader, day: dt.date) -> list[Abroad]:
    """Everyone whose stay holds the day, cancelled ones apart, by country and then by name."""
    query = (
        Stay.select(
            Person.id,
            person_name(Person),
            Person.name_kana,
            Person.email,
            pw.fn.COALESCE(unit_on(day), ""),
            Institution.country,
            Institution.id,
            Institution.name,
            Institution.city,
            Stay.start,
            Stay.end,
            Stay.purpose,
            Stay.id,
            Stay.programme,
            Stay.status,
        )
        .join_from(Stay, Person, on=(Stay.person == Person.id))
        .join_from(Stay, Institution, on=(Stay.institution == Institution.id))
        .where(Stay.deleted_at.is_null() & (Stay.status != "cancelled") & lasts(Stay, day))
        .order_by(Person.sort_key, Stay.id)
    )
    found = [Abroad(day, *row) for row in reader.rows(query)]
    return sorted(found, key=lambda one: one.country_label.text)
