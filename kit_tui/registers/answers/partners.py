"""What stands between the university and an institution, and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import peewee as pw

from kit_tui.domain.countries import country_name
from kit_tui.domain.wording import message
from kit_tui.models import Agreement, Institution, Person
from kit_tui.registers.columns import STATES, agreement_state, people_there, person_name
from kit_tui.registers.phrases import Clause, line, near_day, word
from kit_tui.store.reader import Reader

_BEST_FIRST = ("active", "expiring", "signed", "negotiating", "draft", "expired", "terminated")


class _Standing(NamedTuple):
    state: str
    start: dt.date | None
    end: dt.date | None
    auto_renew: int

    @property
    def rank(self) -> tuple[int, dt.date]:
        """The agreement that counts first: in force before any other, and the one that lasts longest."""
        return -_BEST_FIRST.index(self.state), self.end or dt.date.max


def answer_institutions(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """Where it is, whether an agreement is in force, and how many of ours are there now."""
    standings = _standings(reader, ids, today)
    query = Institution.select(
        Institution.id, Institution.country, Institution.city, people_there(Institution, today)
    ).where(Institution.id.in_(ids))
    return {
        institution: line(
            country_name(country),
            city,
            _standing(standings[institution], today) if institution in standings else message("no agreement"),
            message("{n} of ours there now", n=there) if there else "",
        )
        for institution, country, city, there in reader.rows(query)
    }


def answer_agreements(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """Whether it is in force and until when, its kind and who looks after it."""
    query = (
        Agreement.select(Agreement.id, Agreement.level, Agreement.kind, person_name(Person), *_standing_columns(today))
        .join(Person, pw.JOIN.LEFT_OUTER, on=(Agreement.coordinator == Person.id))
        .where(Agreement.id.in_(ids))
    )
    return {
        agreement: line(
            _standing(_Standing(*standing), today),
            word(Agreement, "level", level),
            word(Agreement, "kind", kind),
            message("coordinator {name}", name=coordinator) if coordinator else "",
        )
        for agreement, level, kind, coordinator, *standing in reader.rows(query)
    }


def _standing(agreement: _Standing, today: dt.date) -> Clause:
    state, start, end, renews = agreement
    if state in ("active", "expiring") and end is None:
        return message("agreement active, no expiry")
    if state == "active" and renews and end:
        return _renewing(end, today)
    if state == "active":
        return message("agreement active until {day}", day=end)
    if state == "expiring" and end:
        left = (end - today).days
        return message("agreement expires {day} ({n} days)", one="agreement expires {day} ({n} day)", day=end, n=left)
    if state == "expired":
        return message("agreement expired {day}", day=end)
    if state == "terminated":
        return message("agreement ended {day}", day=end)
    if state == "signed" and start:
        return message("agreement signed, valid from {day}", day=near_day(start, today))
    return message("agreement: {state}", state=next(choice.label for choice in STATES if choice.code == state))


def _renewing(end: dt.date, today: dt.date) -> Clause:
    if end < today:
        return message("agreement active, renewed by itself since {day}", day=end)
    return message("agreement active, renews by itself {day}", day=end)


def _standing_columns(today: dt.date) -> tuple[Any, ...]:
    return agreement_state(Agreement, today), Agreement.start, Agreement.end, Agreement.auto_renew


def _standings(reader: Reader, ids: Sequence[int], today: dt.date) -> dict[int, _Standing]:
    query = Agreement.select(Agreement.institution, *_standing_columns(today)).where(
        Agreement.institution.in_(ids) & Agreement.deleted_at.is_null()
    )
    best: dict[int, _Standing] = {}
    for institution, *columns in reader.rows(query):
        standing = _Standing(*columns)
        if institution not in best or standing.rank > best[institution].rank:
            best[institution] = standing
    return best
