"""What was held and what came of it: projects, events, courses, outcomes; and the figures beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import peewee as pw

from kit_tui.domain.fields import Value
from kit_tui.domain.wording import message
from kit_tui.domain.years import short_year
from kit_tui.models import Course, Event, Headcount, Institution, Outcome, Person, Project, Published, Stay, Target
from kit_tui.registers.columns import participants, person_name
from kit_tui.registers.phrases import Clause, line, near_day, period, word
from kit_tui.store.reader import Reader

TOOK_PART = ("enrolled", "completed", "withdrawn", "no_show")
"""Statuses that count as having taken a course up; an invitation alone does not."""


def answer_projects(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """The year, with whom, whether it was done, and who answers for it."""
    query = (
        Project.select(
            Project.id, Project.academic_year, Project.status, Project.field, Institution.name, person_name(Person)
        )
        .join_from(Project, Institution, pw.JOIN.LEFT_OUTER, on=(Project.institution == Institution.id))
        .join_from(Project, Person, pw.JOIN.LEFT_OUTER, on=(Project.lead == Person.id))
        .where(Project.id.in_(ids))
    )
    return {
        project: line(
            short_year(year),
            institution or "",
            word(Project, "field", field),
            word(Project, "status", status),
            message("lead {name}", name=lead) if lead else "",
        )
        for project, year, status, field, institution, lead in reader.rows(query)
    }


def answer_events(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """What it is, from when to when if it took days, where, in which language, and how many came."""
    query = Event.select(
        Event.id, Event.kind, Event.start, Event.end, Event.time, Event.place, Event.language, Event.attendance
    ).where(Event.id.in_(ids))
    return {
        event: line(
            word(Event, "kind", kind),
            period(start, end) if end and end != start else "",
            time,
            place,
            language,
            message("{n} attended", n=came) if came is not None else "",
        )
        for event, kind, start, end, time, place, language, came in reader.rows(query)
    }


def answer_courses(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """What it is, by whom, and how many of those who took it completed it."""
    query = Course.select(
        Course.id, Course.kind, Course.provider, participants(Course, "completed"), participants(Course, *TOOK_PART)
    ).where(Course.id.in_(ids))
    return {
        course: line(
            word(Course, "kind", kind),
            provider,
            message("{n} of {all} completed", n=completed, all=everyone) if everyone else message("nobody enrolled"),
        )
        for course, kind, provider, completed, everyone in reader.rows(query)
    }


def answer_outcomes(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """What it is, when, which stay or project it came of, and whether it counts."""
    query = Outcome.select(
        Outcome.id, Outcome.kind, Outcome.date, Outcome.verified, Outcome.stay, Outcome.project
    ).where(Outcome.id.in_(ids))
    rows = reader.rows(query)
    stays = reader.titles(Stay, (row[4] for row in rows))
    projects = reader.titles(Project, (row[5] for row in rows))
    return {
        outcome: line(
            word(Outcome, "kind", kind),
            near_day(day, today) if day else message("no date"),
            message("verified") if verified else message("not verified"),
            message("came of {origin}", origin=stays.get(stay) or projects.get(project) or ""),
        )
        for outcome, kind, day, verified, stay, project in rows
    }


def answer_headcounts(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """With which contracts, how many, and by whom."""
    query = Headcount.select(Headcount.id, Headcount.scope, Headcount.count, Headcount.source).where(
        Headcount.id.in_(ids)
    )
    return {
        headcount: line(word(Headcount, "scope", scope), message("{n} people", one="{n} person", n=count), source)
        for headcount, scope, count, source in reader.rows(query)
    }


def answer_targets(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """The stage it is, and what is to be reached."""
    query = Target.select(Target.id, Target.gauge, Target.role, Target.value).where(Target.id.in_(ids))
    return {
        target: line(word(Target, "role", role), _measured(gauge, value))
        for target, gauge, role, value in reader.rows(query)
    }


def answer_published(reader: Reader, ids: Sequence[int], today: dt.date) -> Mapping[int, Clause]:
    """The figure and where it was published."""
    query = Published.select(Published.id, Published.gauge, Published.value, Published.source).where(
        Published.id.in_(ids)
    )
    return {figure: line(_measured(gauge, value), source) for figure, gauge, value, source in reader.rows(query)}


def _measured(gauge: str, value: Value) -> Clause:
    return Target.described()["value"].describe().show(value, {"gauge": gauge})
