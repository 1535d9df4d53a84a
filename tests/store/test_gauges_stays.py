"""Stays of faculty and staff, and courses."""

from __future__ import annotations

from typing import Any

import pytest
from gauging import Gauging

from kit_tui.models import Course, Event, Outcome, Participation, Stay

STAY_GAUGES = {
    "faculty-stays": "faculty_training",
    "staff-long-stays": "staff_long",
    "staff-internships": "staff_internship",
    "staff-short-stays": "staff_short",
}


@pytest.mark.parametrize(("code", "programme"), STAY_GAUGES.items())
def test_each_programme_counts_its_own_stays(office: Gauging, code: str, programme: str) -> None:
    for each in STAY_GAUGES.values():
        office.sent(programme=each)
    office.sent(programme=programme)
    assert office.gauge(code).numerator == 2


@pytest.mark.parametrize(
    ("status", "counts", "planned"),
    [
        ("planned", 0, 1),
        ("approved", 0, 1),
        ("away", 1, 0),
        ("returned", 1, 0),
        ("reported", 1, 0),
        ("cancelled", 0, 0),
    ],
)
def test_a_stay_counts_unless_planned_approved_or_cancelled(
    office: Gauging, status: str, counts: int, planned: int
) -> None:
    office.sent(status)
    read = office.gauge("faculty-stays")
    assert (read.numerator, read.planned) == (counts, planned)


def test_a_stay_belongs_to_the_academic_year_in_which_it_starts(office: Gauging) -> None:
    office.sent(start="2018-03-31")
    office.sent(start="2018-04-01")
    office.sent(start="2018-04-01")
    assert office.gauge("faculty-stays", "2018-03-31").numerator == 1
    assert office.gauge("faculty-stays", "2018-04-01").numerator == 2
    assert office.gauge("faculty-stays", "2019-03-31").numerator == 2
    assert office.gauge("faculty-stays", "2019-04-01").numerator == 0


def test_a_stay_counts_from_its_first_day_on(office: Gauging) -> None:
    office.sent("away", "2018-11-22", None)
    assert office.gauge("faculty-stays", "2018-11-21").numerator == 0
    assert office.gauge("faculty-stays", "2018-11-22").numerator == 1


def test_planned_stays_are_those_of_the_whole_academic_year(office: Gauging) -> None:
    office.sent("planned", "2019-03-31", None)
    office.sent("planned", "2019-04-01", None)
    assert office.gauge("faculty-stays").planned == 1


def test_the_plans_of_a_coming_year_can_be_read(office: Gauging) -> None:
    office.sent("returned")
    office.sent("planned", "2019-04-01", None)
    read = office.gauge("faculty-stays", year=2019)
    assert (read.academic_year, read.numerator, read.planned) == (2019, 0, 1)


def test_a_deleted_stay_never_counts(office: Gauging) -> None:
    office.delete(Stay, office.sent())
    assert office.gauge("faculty-stays").numerator == 0


def test_who_went_and_who_did_not(office: Gauging) -> None:
    went = office.sent()
    away = office.sent("away", "2018-06-01", None)
    cancelled = office.sent("cancelled", "2018-07-01", "2018-07-02")
    planned = office.sent("planned", "2019-02-01", None)
    read = office.who("faculty-stays")
    assert [(line.id, str(line.detail)) for line in read.counts.lines] == [
        (went, "2018-05-01 to 2018-09-30, returned"),
        (away, "from 2018-06-01, away"),
    ]
    assert [(line.id, str(line.detail)) for line in read.others.lines] == [
        (cancelled, "2018-07-01 to 2018-07-02, cancelled"),
        (planned, "begins on 2019-02-01, planned"),
    ]
    assert [line.id for line in read.nearest.lines] == [planned]
    assert read.counts.lines[0].register == "faculty-stays"
    assert read.counts.lines[0].title == "大野 健, ETH Zürich, 2018-05-01"


@pytest.mark.parametrize("status", ["planned", "approved", "away", "cancelled"])
def test_briefings_are_owed_by_those_who_are_back(office: Gauging, status: str) -> None:
    office.sent(status)
    assert office.numbers("faculty-briefings") == (0, 0)


def test_a_briefing_counts_from_the_day_it_is_held(office: Gauging) -> None:
    office.briefing(office.sent(end="2018-09-30"), "2018-10-20")
    assert office.numbers("faculty-briefings", "2018-10-19") == (0, 1)
    assert office.numbers("faculty-briefings", "2018-10-20") == (1, 1)


def test_a_stay_with_two_briefings_counts_once(office: Gauging) -> None:
    stay = office.sent()
    office.briefing(stay, "2018-10-20")
    office.briefing(stay, "2018-10-21")
    assert office.numbers("faculty-briefings") == (1, 1)


def test_only_briefings_are_briefings(office: Gauging) -> None:
    stay = office.sent()
    office.event("lecture", "2018-10-20", stay=stay)
    office.delete(Event, office.briefing(stay, "2018-10-20"))
    assert office.numbers("faculty-briefings") == (0, 1)


def test_a_return_belongs_to_the_academic_year_of_the_last_day(office: Gauging) -> None:
    office.sent(start="2017-05-01", end="2018-03-31")
    office.sent(start="2017-05-01", end="2018-04-01")
    assert office.numbers("faculty-briefings", "2018-03-31") == (0, 1)
    assert office.numbers("faculty-briefings", "2018-04-01") == (0, 1)
    assert office.numbers("faculty-briefings", "2019-04-01") == (0, 0)


def test_briefings_of_staff_are_not_counted(office: Gauging) -> None:
    office.sent(programme="staff_short")
    assert office.numbers("faculty-briefings") == (0, 0)


def test_a_briefing_is_overdue_after_its_due_day(office: Gauging) -> None:
    office.sent(briefing_due="2018-11-22")
    assert office.gauge("faculty-briefings", "2018-11-22").overdue == 0
    assert office.gauge("faculty-briefings", "2018-11-23").overdue == 1


def test_a_briefing_that_was_held_late_is_not_overdue(office: Gauging) -> None:
    office.briefing(office.sent(briefing_due="2018-10-30"), "2018-11-10")
    assert office.gauge("faculty-briefings").overdue == 0


def test_why_a_briefing_is_missing(office: Gauging) -> None:
    held, fixed = office.sent(), office.sent()
    office.sent(briefing_due="2018-10-30")
    office.sent(briefing_due="2018-11-29")
    office.sent()
    office.briefing(held, "2018-10-20")
    office.briefing(fixed, "2018-12-03")
    read = office.who("faculty-briefings")
    assert [str(line.detail) for line in read.counts.lines] == ["briefing on 2018-10-20"]
    assert [str(line.detail) for line in read.others.lines] == [
        "briefing fixed for 2018-12-03",
        "back on 2018-09-30, no briefing, overdue since 2018-10-30",
        "back on 2018-09-30, no briefing, due on 2018-11-29",
        "back on 2018-09-30, no briefing",
    ]


def test_a_stay_has_an_outcome_once_one_is_verified(office: Gauging) -> None:
    stay, other = office.sent(), office.sent()
    office.came_of(stay)
    office.came_of(stay, "enrolled_student")
    office.came_of(other, verified=0)
    assert office.numbers("faculty-outcomes") == (1, 2)


def test_outcomes_of_all_years_up_to_the_day_are_looked_at(office: Gauging) -> None:
    stay = office.sent(start="2015-05-01", end="2015-09-30")
    office.sent(start="2018-05-01", end="2018-12-01")
    office.came_of(stay, date="2018-11-22")
    assert office.numbers("faculty-outcomes", "2018-11-21") == (0, 1)
    assert office.numbers("faculty-outcomes", "2018-11-22") == (1, 1)
    assert office.numbers("faculty-outcomes", "2018-12-01") == (1, 2)


def test_an_outcome_without_a_date_counts_for_its_stay_but_in_no_year(office: Gauging) -> None:
    office.came_of(office.sent(), date=None)
    assert office.numbers("faculty-outcomes") == (1, 1)
    assert office.numbers("faculty-papers") == (0, None)
    assert office.notes("faculty-papers") == ["1 without a date, counted in no year"]


def test_who_has_an_outcome(office: Gauging) -> None:
    office.came_of(office.sent())
    unverified = office.sent()
    office.came_of(unverified, verified=0)
    office.sent()
    read = office.who("faculty-outcomes")
    assert [str(line.detail) for line in read.counts.lines] == ["1 outcome"]
    assert [str(line.detail) for line in read.others.lines] == [
        "1 outcome, not verified yet",
        "back on 2018-09-30, no outcome yet",
    ]
    assert [line.id for line in read.nearest.lines] == [unverified]


@pytest.mark.parametrize(
    ("code", "kind"), [("faculty-students", "enrolled_student"), ("faculty-papers", "joint_paper")]
)
def test_students_and_papers_count_in_the_year_of_their_date(office: Gauging, code: str, kind: str) -> None:
    stay = office.sent(start="2016-05-01", end="2016-09-30")
    for date in ("2018-03-31", "2018-04-01", "2019-03-31", "2019-04-01"):
        office.came_of(stay, kind, date)
    office.came_of(stay, "other", "2018-05-01")
    assert office.numbers(code, "2018-11-22") == (1, None)
    assert office.numbers(code, "2019-03-31") == (2, None)


def test_outcomes_that_are_not_verified_are_only_mentioned(office: Gauging) -> None:
    office.came_of(office.sent(), "enrolled_student", verified=0)
    assert office.numbers("faculty-students") == (0, None)
    assert office.notes("faculty-students") == ["1 not verified yet"]


def test_a_paper_of_two_stays_counts_once_by_its_doi(office: Gauging) -> None:
    office.came_of(office.sent(), doi="10.1000/182")
    office.came_of(office.sent(), doi="10.1000/182")
    assert office.numbers("faculty-papers") == (1, None)
    assert [str(line.detail) for line in office.who("faculty-papers").others.lines] == [
        "2018-10-01, the same DOI is counted already"
    ]


def test_a_paper_counts_in_the_first_of_the_years_it_is_recorded_in(office: Gauging) -> None:
    office.came_of(office.sent(), date="2018-03-01", doi="10.1000/182")
    office.came_of(office.sent(), date="2018-05-01", doi="10.1000/182")
    assert office.numbers("faculty-papers", "2018-03-31") == (1, None)
    assert office.numbers("faculty-papers", "2018-11-22") == (0, None)


def test_papers_without_a_doi_count_each(office: Gauging) -> None:
    office.came_of(office.sent(), doi="")
    office.came_of(office.sent(), doi="")
    assert office.numbers("faculty-papers") == (2, None)


@pytest.mark.parametrize("change", [{"verified": 0}, {"date": None}, {"kind": "other"}])
def test_a_record_that_does_not_count_hides_no_paper_with_its_doi(office: Gauging, change: dict[str, Any]) -> None:
    office.came_of(office.sent(), **{"date": "2018-06-01", "doi": "10.1000/182"} | change)
    office.came_of(office.sent(), doi="10.1000/182")
    assert office.numbers("faculty-papers") == (1, None)


def test_a_deleted_paper_hides_no_other_with_its_doi(office: Gauging) -> None:
    office.delete(Outcome, office.came_of(office.sent(), doi="10.1000/182", date="2018-06-01"))
    office.came_of(office.sent(), doi="10.1000/182")
    assert office.numbers("faculty-papers") == (1, None)


def test_papers_of_unit_projects_are_none_of_faculty_mobilitys(office: Gauging) -> None:
    office.came_of(None, project=office.project())
    assert office.numbers("faculty-papers") == (0, None)


def test_an_outcome_of_a_deleted_stay_never_counts(office: Gauging) -> None:
    stay = office.sent()
    office.came_of(stay)
    office.delete(Stay, stay)
    assert office.numbers("faculty-papers") == (0, None)
    assert office.numbers("faculty-outcomes") == (0, 0)


def test_those_only_invited_to_a_course_are_not_in_the_denominator(office: Gauging) -> None:
    office.course("invited", "enrolled", "completed", "completed", "withdrawn", "no_show")
    assert office.numbers("course-completion") == (2, 5)
    assert [(str(label), n) for label, n in office.gauge("course-completion").parts] == [
        ("enrolled", 1),
        ("withdrawn", 1),
        ("no-show", 1),
    ]


def test_courses_count_in_their_own_academic_year(office: Gauging) -> None:
    office.course("completed", year=2017)
    office.course("enrolled", year=2018)
    assert office.numbers("course-completion", "2018-03-31") == (1, 1)
    assert office.numbers("course-completion", "2018-04-01") == (0, 1)


def test_a_deleted_course_takes_its_participants_along(office: Gauging) -> None:
    course = office.course("completed")
    office.delete(Course, course)
    assert office.numbers("course-completion") == (0, 0)


def test_a_deleted_participation_never_counts(office: Gauging) -> None:
    course = office.course("completed")
    person = office.person()
    office.delete(Participation, office.add(Participation, course=course, person=person, status="enrolled"))
    assert office.numbers("course-completion") == (1, 1)
