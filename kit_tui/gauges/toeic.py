"""The share of administrative staff with a qualifying TOEIC score."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import peewee as pw

from kit_tui.domain import toeic
from kit_tui.domain.wording import Message, message
from kit_tui.domain.years import short_year
from kit_tui.gauges.gauge import (
    MOST_LINES,
    MOST_NEAREST,
    Gauge,
    Reading,
    When,
    Who,
    WhoLine,
    WhoList,
    earliest,
    living,
)
from kit_tui.gauges.policy import Policy
from kit_tui.models import Employment, Headcount, Person, Score, Setting
from kit_tui.store.reader import Reader

_SCORES = {"latest": [message("latest")], "recent": [message("24 months")]}
_SCOPES = {"all": [message("all contracts")]}
"""What is said beside the gauge's name of a policy that is not the usual one."""
_ADMIN = (Person.category == "admin") & living(Person)


class ToeicShare(Gauge):
    """Administrative staff in scope, employed on the day, with a qualifying score dated on or before it.

    The denominator is the latest official head count of the year dated on or before the day, else the number of
    those employed on it.  Scores from before the employment count; a leaver counts until the last day.
    """

    def label(self, policy: Policy) -> Message:
        name = message("TOEIC {threshold}+", threshold=policy.threshold)
        how = [*_SCORES.get(policy.scores, ()), *_SCOPES.get(policy.scope, ())]
        return message("{gauge} ({how})", gauge=name, how=how) if how else name

    def read(self, reader: Reader, when: When, policy: Policy) -> Reading:
        employed, qualified, old = _numbers(reader, when, policy)
        official = _official(reader, when, policy)
        notes = (policy.words, *_denominator_notes(when, employed, official), *_old_notes(old))
        return Reading(qualified, official[0] if official else employed, notes=notes)

    def who(self, reader: Reader, when: When, policy: Policy) -> Who:
        employed, qualified, _ = _numbers(reader, when, policy)
        short = employed - qualified
        job, score = _exists(Employment, _employed(when, policy)), _exists(Score, _qualifying(when, policy))
        outside = Person.select(Person.id).where(_ADMIN, ~job, score)
        totals = qualified, short + reader.scalar(outside.select(pw.fn.COUNT(Person.id))), short
        if not reader.sees_scores:
            return Who(*(WhoList(total=total) for total in totals))
        counting = Person.select(Person.id).where(_ADMIN, job, score)
        without = Person.select(Person.id).where(_ADMIN, job, ~score)
        lists = (
            _ids(reader, _by_name(counting)),
            (_ids(reader, _by_name(outside)) + _ids(reader, _by_name(without)))[:MOST_LINES],
            _ids(reader, _nearest(reader, when, policy)),
        )
        lines = _lines(reader, when, policy, [i for ids in lists for i in ids])
        return Who(
            *(WhoList(tuple(lines[i] for i in ids), total) for ids, total in zip(lists, totals, strict=True)),
        )


TOEIC = ToeicShare(
    code="staff-toeic",
    reads=(Person, Employment, Score, Headcount, Setting),
    earliest=earliest(Score.date),
)


def _employed(when: When, policy: Policy) -> Any:
    """A person's employment in scope on the day."""
    held = (Employment.start <= when.day) & (Employment.end.is_null() | (Employment.end >= when.day))
    own = (Employment.person == Person.id) & living(Employment) & held
    return own & (Employment.contract == "full_time") if policy.scope == "full_time" else own


def _looked_at(when: When, policy: Policy) -> Any:
    """A person's scores that the policy looks at."""
    own = (Score.person == Person.id) & living(Score) & (Score.date <= when.day)
    if policy.scores == "recent":
        return own & (Score.date >= toeic.certified_since(when.day))
    if policy.scores == "latest":
        other = Score.alias("other")
        dates = other.select(pw.fn.MAX(other.date)).where(
            other.person == Person.id, living(other), other.date <= when.day
        )
        return own & (Score.date == dates)
    return own


def _qualifying(when: When, policy: Policy) -> Any:
    return _looked_at(when, policy) & (Score.total >= policy.threshold)


def _exists(model: type[pw.Model], condition: Any) -> Any:
    return pw.fn.EXISTS(model.select(pw.Value(1)).where(condition))


def _staff(reader: Reader, when: When, policy: Policy, scores: Any, kind: str, *columns: Any) -> Any:
    """One row for each person employed in scope, with the scores that satisfy a condition.

    People are met in the order in which all three tables lie, and not in that of their names.
    """
    return (
        Person.select(*columns)
        .join(Employment, on=_employed(when, policy))
        .join_from(Person, Score, kind, on=scores)
        .where((reader.past_indexes(Person.category) == "admin") & reader.past_indexes(Person.deleted_at).is_null())
        .group_by(Person.id)
    )


def _numbers(reader: Reader, when: When, policy: Policy) -> tuple[int, int, int]:
    """How many are employed in scope, how many of them qualify, and how many of these by an old score alone."""
    last = pw.fn.MAX(Score.date).alias("last")
    people = _staff(reader, when, policy, _qualifying(when, policy), pw.JOIN.LEFT_OUTER, last)
    employed, qualified = pw.fn.COUNT(pw.SQL("*")), pw.fn.COUNT(people.c.last)
    old = pw.fn.COUNT(people.c.last).filter(people.c.last < toeic.certified_since(when.day))
    ((everyone, qualifying, by_old),) = reader.rows(pw.Select((people,), (employed, qualified, old)))
    return everyone, qualifying, by_old


def _official(reader: Reader, when: When, policy: Policy) -> tuple[Any, ...] | None:
    """The official head count and its day."""
    return reader.row(
        Headcount.select(Headcount.count, Headcount.as_of)
        .where(
            living(Headcount),
            Headcount.category == "admin",
            Headcount.scope == policy.scope,
            Headcount.academic_year == when.year,
            Headcount.as_of <= when.day,
        )
        .order_by(Headcount.as_of.desc())
    )


def _denominator_notes(when: When, employed: int, official: tuple[Any, ...] | None) -> Iterator[Message]:
    if official is None:
        yield message(
            "of those employed on {day}: {year} has no official head count", day=when.day, year=short_year(when.year)
        )
        return
    count, as_of = official
    yield message("of the official head count of {day}", day=as_of)
    if count != employed:
        yield message(
            "the official head count is {official}, the records have {employed}", official=count, employed=employed
        )


def _old_notes(old: int) -> Iterator[Message]:
    if old:
        yield message("{n} count by scores over two years old", one="{n} counts by a score over two years old", n=old)


def _nearest(reader: Reader, when: When, policy: Policy) -> Any:
    """Those who miss the threshold by the fewest points."""
    best = pw.fn.MAX(Score.total)
    people = _staff(reader, when, policy, _looked_at(when, policy), pw.JOIN.INNER, Person.id)
    return people.having(best < policy.threshold).order_by(best.desc(), Person.sort_key, Person.id).limit(MOST_NEAREST)


def _by_name(people: Any) -> Any:
    return people.order_by(Person.sort_key, Person.id).limit(MOST_LINES)


def _ids(reader: Reader, query: Any) -> list[int]:
    return [row[0] for row in reader.rows(query)]


def _lines(reader: Reader, when: When, policy: Policy, ids: list[int]) -> dict[int, WhoLine]:
    """Each person's line: the score that decides, or why none does."""
    scored = Person.select(Person.id, Score.total, Score.date).join(Score, on=_looked_at(when, policy))
    best: dict[int, tuple[int, dt.date]] = {}
    for person, *score in reader.rows(scored.where(Person.id.in_(ids))):
        best[person] = max(best.get(person, (0, dt.date.min)), tuple(score))
    jobs = Employment.select(Employment.person, Employment.contract, Employment.start, Employment.end)
    began = jobs.where(Employment.person.in_(ids), living(Employment), Employment.start <= when.day)
    last = {person: job for person, *job in reader.rows(began.order_by(Employment.start))}
    return {
        person: WhoLine(
            "people", person, title, _outside(last.get(person), when, policy) or _score(best.get(person), policy)
        )
        for person, title in reader.titles(Person, ids).items()
    }


def _outside(job: list[Any] | None, when: When, policy: Policy) -> Message | None:
    """Why a person is not in scope on the day, by the last employment that has begun; None for those who are."""
    if job is None:
        return message("not employed yet on {day}", day=when.day)
    contract, _, end = job
    if end is not None and end < when.day:
        return message("left on {day}", day=end)
    if policy.scope == "full_time" and contract != "full_time":
        return Employment.contract.describe().choice(contract)
    return None


def _score(best: tuple[int, dt.date] | None, policy: Policy) -> Message:
    if best is None:
        recent = policy.scores == "recent"
        return message("no score within 24 months") if recent else message("no score")
    total, date = best
    if total >= policy.threshold:
        return message("{total} on {date}", total=total, date=date)
    return message("{total} on {date}, {n} points short", total=total, date=date, n=policy.threshold - total)
