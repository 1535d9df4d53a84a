"""Who somebody is, where they are now, and since when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import peewee as pw

from kit_tui.domain.wording import message
from kit_tui.models import Employment, Institution, Participation, Person, Score, Stay, Visit
from kit_tui.registers.answers.stays import away, stay_lines
from kit_tui.registers.answers.visits import here, visit_lines
from kit_tui.registers.columns import MAY_BE_AWAY, lasts
from kit_tui.registers.phrases import Clause, line, near_day, period, word
from kit_tui.store.reader import Reader


class _Job(NamedTuple):
    unit: str
    start: dt.date
    end: dt.date | None


def answer_people(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """The reading, category, unit, where they are if they are not at their desk, and the best score of staff."""
    jobs = _jobs(reader, ids)
    stays = {
        stay.person: stay
        for stay in stay_lines(reader, Stay.person.in_(ids) & _now(Stay, today) & Stay.status.in_(MAY_BE_AWAY))
    }
    visits = {
        visit.visitor: visit
        for visit in visit_lines(reader, Visit.visitor.in_(ids) & _now(Visit, today))
        if visit.phase(today) == "here"
    }
    best = _best(reader, ids) if reader.sees_scores else {}
    query = (
        Person.select(Person.id, Person.name, Person.name_kana, Person.name_roman, Person.category, Institution.name)
        .join(Institution, pw.JOIN.LEFT_OUTER, on=(Person.home_institution == Institution.id))
        .where(Person.id.in_(ids))
    )
    return {
        person: line(
            kana or (roman if name else ""),
            word(Person, "category", category),
            home or "",
            _desk(jobs[person], today),
            *(away(stays[person], today) if person in stays else ()),
            *(here(visits[person], today) if person in visits else ()),
            message("best {total}", total=best[person]) if person in best and category == "admin" else "",
        )
        for person, name, kana, roman, category, home in reader.rows(query)
    }


def answer_employments(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """The contract and how long it runs."""
    query = Employment.select(Employment.id, Employment.contract, Employment.start, Employment.end).where(
        Employment.id.in_(ids)
    )
    return {
        job: line(word(Employment, "contract", contract), period(start, end))
        for job, contract, start, end in reader.rows(query)
    }


def answer_scores(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """The test and its two parts."""
    query = Score.select(Score.id, Score.test, Score.listening, Score.reading).where(Score.id.in_(ids))
    return {
        score: line(
            word(Score, "test", test),
            message("L {points}", points=listening) if listening is not None else "",
            message("R {points}", points=reading) if reading is not None else "",
        )
        for score, test, listening, reading in reader.rows(query)
    }


def answer_participations(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """How it went, and the certificate."""
    query = Participation.select(Participation.id, Participation.status, Participation.certificate_date).where(
        Participation.id.in_(ids)
    )
    return {
        part: line(
            word(Participation, "status", status),
            message("certificate of {day}", day=near_day(day, today)) if day else "",
        )
        for part, status, day in reader.rows(query)
    }


def _desk(jobs: Sequence[_Job], today: dt.date) -> Clause:
    """The unit somebody belongs to, or since when they have gone, or from when they come."""
    current = [job for job in jobs if job.start <= today and (job.end is None or job.end >= today)]
    if current:
        return current[-1].unit
    past = [job.end for job in jobs if job.end is not None and job.end < today]
    if past:
        return message("left {day}", day=near_day(max(past), today))
    return message("joins {day}", day=near_day(jobs[0].start, today)) if jobs else ""


def _now(model: Any, today: dt.date) -> Any:
    return model.deleted_at.is_null() & lasts(model, today)


def _jobs(reader: Reader, ids: Sequence[int]) -> defaultdict[int, list[_Job]]:
    query = (
        Employment.select(Employment.person, Employment.unit, Employment.start, Employment.end)
        .where(Employment.person.in_(ids) & Employment.deleted_at.is_null())
        .order_by(Employment.start)
    )
    found: defaultdict[int, list[_Job]] = defaultdict(list)
    for person, *job in reader.rows(query):
        found[person].append(_Job(*job))
    return found


def _best(reader: Reader, ids: Sequence[int]) -> dict[int, int]:
    query = (
        Score.select(Score.person, pw.fn.MAX(Score.total))
        .where(Score.person.in_(ids) & Score.deleted_at.is_null())
        .group_by(Score.person)
    )
    return dict(reader.rows(query))
