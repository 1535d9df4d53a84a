"""What lists, answers and reminders work out in SQL, one row at a time, so that a window of rows is cheap.

Tables within go by names of their own: the select around them may have the same table in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import peewee as pw

from kit_tui.domain.clock import today
from kit_tui.domain.deadlines import EXPIRY_STEPS
from kit_tui.domain.fields import Choice, Field
from kit_tui.domain.toeic import certified_since
from kit_tui.domain.wording import Message, message
from kit_tui.models import Agreement, Employment, Participation, Person, Score, Setting, Stay
from kit_tui.store.declare import Column, Computed, HeldBy
from kit_tui.store.settings import DEFAULTS

STATES = tuple(
    Choice(code, message(code))
    for code in ("draft", "negotiating", "signed", "active", "expiring", "expired", "terminated")
)
"""What an agreement is on a day; "signed" is signed and not valid yet."""

MAY_BE_AWAY = ("planned", "approved", "away")
"""Statuses of a stay under which its dates say today that somebody is away, confirmed or not."""


def computed(
    name: str,
    label: Message,
    expression: Callable[[], Any],
    *,
    kind: str = "text",
    width: int = 12,
    choices: tuple[Choice, ...] = (),
    order: Callable[[], Any] | None = None,
    held_by: HeldBy | None = None,
) -> Column:
    """A column that is worked out."""
    return Column(Computed(Field(name, label, kind=kind, width=width, choices=choices), expression, order, held_by))


def person_name(person: Any) -> Any:
    """What a person is called: the name, else the romanised one."""
    return pw.fn.COALESCE(pw.fn.NULLIF(person.name, ""), person.name_roman)


def lasts(record: Any, day: dt.date) -> Any:
    """Whether a record's `start` to `end` holds a day; without an end it goes on."""
    return (record.start <= day) & (record.end.is_null() | (record.end >= day))


def as_day(query: Any) -> Any:
    """A subquery of one day, read as a date whatever the database stores."""
    return pw.NodeList((query,)).converter(Score.date.python_value)


def unit_on(day: dt.date) -> Any:
    """The unit that a person belongs to on a day."""
    job = Employment.alias("job")
    return (
        job.select(job.unit)
        .where((job.person == Person.id) & job.deleted_at.is_null() & lasts(job, day))
        .order_by(job.start.desc())
        .limit(1)
    )


def _scores() -> tuple[Any, Any]:
    score = Score.alias("own_score")
    return score, (score.person == Person.id) & score.deleted_at.is_null()


def best_score() -> Any:
    """A person's best total ever."""
    score, own = _scores()
    return score.select(pw.fn.MAX(score.total)).where(own)


def best_date() -> Any:
    """The last day on which a person reached their best total."""
    score, own = _scores()
    return as_day(score.select(score.date).where(own).order_by(score.total.desc(), score.date.desc()).limit(1))


def qualifies() -> Any:
    """1 for a person with a score that qualifies by the office's policy; empty for others: the list shows those with.

    The policy is read with each row, so that a list is true as soon as the office has changed it.
    """
    day, (score, own), other = today(), _scores(), Score.alias("other_score")
    last = other.select(pw.fn.MAX(other.date)).where(
        (other.person == Person.id) & other.deleted_at.is_null() & (other.date <= day)
    )
    look = _setting("score_policy")
    looked_at = (look == "best") | ((look == "latest") & (score.date == last))
    looked_at |= (look == "recent") & (score.date >= certified_since(day))
    enough = score.total >= _setting("score_threshold").cast("INTEGER")
    return score.select(pw.Value(1)).where(own & (score.date <= day) & enough & looked_at).limit(1)


def _setting(key: str) -> Any:
    """A policy of the office, within a query."""
    return pw.fn.COALESCE(Setting.select(Setting.value).where(Setting.key == key), DEFAULTS[key])


def agreement_state(agreement: Any, day: dt.date) -> Any:
    """What an agreement is on a day (`STATES`).

    One that renews itself goes on past its end; a terminated one is valid until it.
    """
    signed, ends = agreement.status == "signed", agreement.end
    return pw.Case(
        None,
        (
            (agreement.status.in_(("draft", "negotiating")), agreement.status),
            (~signed & (ends < day), "terminated"),
            (agreement.start > day, "signed"),
            (signed & (agreement.auto_renew == 1), "active"),
            (ends < day, "expired"),
            (ends <= day + dt.timedelta(days=max(EXPIRY_STEPS)), "expiring"),
        ),
        "active",
    )


def agreements_in_force(institution: Any, day: dt.date) -> Any:
    """How many agreements with an institution are valid on a day."""
    agreement = Agreement.alias("own_agreement")
    return agreement.select(pw.fn.COUNT(agreement.id)).where(
        (agreement.institution == institution.id)
        & agreement.deleted_at.is_null()
        & agreement_state(agreement, day).in_(("active", "expiring"))
    )


def people_there(institution: Any, day: dt.date) -> Any:
    """How many of ours are at an institution on a day, by their stays' dates."""
    stay = Stay.alias("stay_there")
    return stay.select(pw.fn.COUNT(stay.person.distinct())).where(
        (stay.institution == institution.id)
        & stay.deleted_at.is_null()
        & lasts(stay, day)
        & stay.status.in_(MAY_BE_AWAY)
    )


def participants(course: Any, *statuses: str) -> Any:
    """How many took part in a course, of those statuses."""
    part = Participation.alias("own_participation")
    return part.select(pw.fn.COUNT(part.id)).where(
        (part.course == course.id) & part.deleted_at.is_null() & part.status.in_(statuses)
    )
