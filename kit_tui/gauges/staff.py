"""Gauges of staff training: TOEIC scores, stays overseas and courses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit_tui.domain.wording import Message, message
from kit_tui.gauges.gauge import When, earliest, living
from kit_tui.gauges.stays import status_of, stays
from kit_tui.gauges.tally import Condition, Tally
from kit_tui.gauges.toeic import TOEIC
from kit_tui.models import Course, Participation


def _has_status(status: str) -> Condition:
    return lambda when: Participation.status == status


def _course_detail(participation: Mapping[str, Any], when: When, fact: Any) -> Message:
    status, certified = status_of(Participation, participation["status"]), participation["certificate_date"]
    return message("{status}, certificate of {day}", status=status, day=certified) if certified else status


STAFF = (
    TOEIC,
    stays("staff-long-stays", "staff_long", "staff-stays"),
    stays("staff-internships", "staff_internship", "staff-stays"),
    stays("staff-short-stays", "staff_short", "staff-stays"),
    Tally(
        code="course-completion",
        reads=(Participation, Course),
        earliest=earliest(Course.academic_year),
        model=Participation,
        register="participations",
        among=lambda when: Participation.course.in_(
            Course.select(Course.id).where(living(Course), Course.academic_year == when.year)
        ),
        of=lambda when: Participation.status != "invited",
        counts=_has_status("completed"),
        nearest=_has_status("enrolled"),
        parts=tuple(
            (status_of(Participation, status), _has_status(status)) for status in ("enrolled", "withdrawn", "no_show")
        ),
        detail=_course_detail,
    ),
)
"""In the order of the catalogue."""
