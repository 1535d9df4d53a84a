"""Unit projects, visiting researchers, workshops and agreements."""

from __future__ import annotations

import pytest
from gauging import Gauging

from kit_tui.models import Agreement, Project, Visit


def parts(office: Gauging, code: str) -> dict[str, int]:
    return {str(label): n for label, n in office.gauge(code).parts}


def test_implemented_projects_of_the_year_count_and_planned_ones_stand_apart(office: Gauging) -> None:
    for status in ("implemented", "implemented", "planned", "cancelled"):
        office.project(status)
    office.project(year=2017)
    read = office.gauge("unit-projects")
    assert (read.numerator, read.planned) == (2, 1)


def test_projects_are_told_by_field(office: Gauging) -> None:
    for field in ("design", "design", "polymer_fiber"):
        office.project(field=field)
    office.project("planned", field="architecture")
    assert parts(office, "unit-projects") == {"design": 2, "polymer fiber materials": 1}


def test_a_project_that_begins_after_the_day_is_not_implemented_yet(office: Gauging) -> None:
    office.project(start="2018-11-23")
    assert office.gauge("unit-projects", "2018-11-22").numerator == 0
    assert office.gauge("unit-projects", "2018-11-23").numerator == 1


def test_a_deleted_project_never_counts(office: Gauging) -> None:
    office.delete(Project, office.project())
    assert office.gauge("unit-projects").numerator == 0


def test_a_researcher_who_comes_twice_is_one_researcher_and_two_visits(office: Gauging) -> None:
    rossi = office.person("M. Rossi", "visitor")
    office.visit(rossi, "finished", "2018-05-01", "2018-05-10")
    office.visit(rossi, "on_site", "2018-11-01")
    office.visit(office.person("A. Weber", "visitor"), "finished", "2018-06-01")
    assert office.gauge("unit-visitors").numerator == 2
    assert office.gauge("unit-visits").numerator == 3
    assert parts(office, "unit-visitors") == {"visits in all": 3}


def test_two_visits_on_one_day_are_one_researcher(office: Gauging) -> None:
    rossi = office.person("M. Rossi", "visitor")
    office.visit(rossi, "finished", "2018-05-01")
    office.visit(rossi, "finished", "2018-05-01")
    assert office.gauge("unit-visitors").numerator == 1


def test_a_researcher_counts_again_in_another_year(office: Gauging) -> None:
    rossi = office.person("M. Rossi", "visitor")
    office.visit(rossi, "finished", "2018-03-31")
    office.visit(rossi, "finished", "2018-04-01")
    assert office.gauge("unit-visitors", "2018-03-31").numerator == 1
    assert office.gauge("unit-visitors", "2018-04-01").numerator == 1


@pytest.mark.parametrize(
    ("status", "counts", "planned"),
    [
        ("planned", 0, 1),
        ("applied", 0, 1),
        ("approved", 0, 1),
        ("on_site", 1, 0),
        ("finished", 1, 0),
        ("cancelled", 0, 0),
    ],
)
@pytest.mark.parametrize("code", ["unit-visitors", "unit-visits"])
def test_a_visit_counts_once_the_researcher_has_come(
    office: Gauging, code: str, status: str, counts: int, planned: int
) -> None:
    office.visit(office.person(category="visitor"), status, "2018-05-01")
    read = office.gauge(code)
    assert (read.numerator, read.planned) == (counts, planned)


def test_a_visit_counts_from_its_first_day_on(office: Gauging) -> None:
    office.visit(office.person(category="visitor"), "on_site", "2018-11-22")
    assert office.gauge("unit-visits", "2018-11-21").numerator == 0
    assert office.gauge("unit-visits", "2018-11-22").numerator == 1


def test_a_prolongation_is_no_visit_of_its_own(office: Gauging) -> None:
    rossi = office.person("M. Rossi", "visitor")
    first = office.visit(rossi, "finished", "2018-03-01", "2018-05-31")
    office.visit(rossi, "on_site", "2018-06-01", extends=first)
    assert office.gauge("unit-visits").numerator == office.gauge("unit-visitors").numerator == 0
    assert office.notes("unit-visits") == ["1 prolongs an earlier visit and counts as none"]
    assert office.gauge("unit-visits", "2018-03-31").numerator == 1


def test_planned_researchers_are_those_not_counted_already(office: Gauging) -> None:
    rossi, weber = office.person("M. Rossi", "visitor"), office.person("A. Weber", "visitor")
    office.visit(rossi, "finished", "2018-05-01")
    office.visit(rossi, "planned", "2019-01-10")
    office.visit(weber, "planned", "2019-01-10")
    office.visit(weber, "approved", "2019-02-10")
    assert office.gauge("unit-visitors").planned == 1
    assert office.gauge("unit-visits").planned == 3


def test_deleted_visits_never_count_and_hide_no_researcher(office: Gauging) -> None:
    rossi = office.person("M. Rossi", "visitor")
    office.delete(Visit, office.visit(rossi, "finished", "2018-05-01"))
    office.visit(rossi, "finished", "2018-06-01")
    assert office.gauge("unit-visits").numerator == office.gauge("unit-visitors").numerator == 1


def test_why_a_visit_adds_no_researcher(office: Gauging) -> None:
    rossi = office.person("M. Rossi", "visitor")
    first = office.visit(rossi, "finished", "2018-05-01", "2018-05-31")
    office.visit(rossi, "finished", "2018-06-01", "2018-06-30", extends=first)
    office.visit(rossi, "on_site", "2018-11-01")
    office.visit(rossi, "planned", "2019-01-10")
    read = office.who("unit-visitors")
    assert [str(line.detail) for line in read.counts.lines] == ["2018-05-01 to 2018-05-31, finished"]
    assert [str(line.detail) for line in read.others.lines] == [
        "prolongs an earlier visit, which counts",
        "from 2018-11-01, this researcher is counted already",
        "begins on 2019-01-10, planned",
    ]


def test_workshops_and_seminars_of_the_year_count_from_their_day_on(office: Gauging) -> None:
    for kind, start in (
        ("workshop", "2018-03-31"), ("workshop", "2018-04-01"), ("seminar", "2018-11-22"), ("seminar", "2018-11-23"),
        ("lecture", "2018-05-01"), ("briefing", "2018-05-01"), ("other", "2018-05-01"),
    ):  # fmt: skip
        office.event(kind, start)
    read = office.gauge("unit-events")
    assert (read.numerator, read.planned) == (2, 1)
    assert parts(office, "unit-events") == {"workshops": 1, "seminars": 1}


def test_a_seminar_given_during_a_stay_is_not_the_units(office: Gauging) -> None:
    office.event("seminar", "2018-06-01", stay=office.sent())
    office.event("seminar", "2018-06-01", project=office.project())
    assert office.gauge("unit-events").numerator == 1


@pytest.mark.parametrize(
    ("values", "days"),
    [
        ({"end": None}, "from 2015-04-01"),
        ({"end": "2018-11-22"}, "2015-04-01 to 2018-11-22"),
        ({"end": "2018-11-22", "auto_renew": 1}, "from 2015-04-01"),
        ({"end": "2018-11-22", "status": "terminated"}, "2015-04-01 to 2018-11-22"),
        ({"end": "2018-11-22", "status": "terminated", "auto_renew": 1}, "2015-04-01 to 2018-11-22"),
        ({"status": "draft"}, "never"),
        ({"status": "negotiating"}, "never"),
    ],
)
def test_an_agreement_is_active_on_these_days(office: Gauging, values: dict[str, str], days: str) -> None:
    office.agreement(**values)
    active = [
        office.gauge("agreements-active", on).numerator
        for on in ("2015-03-31", "2015-04-01", "2018-11-22", "2018-11-23")
    ]
    assert (
        active
        == {
            "from 2015-04-01": [0, 1, 1, 1],
            "2015-04-01 to 2018-11-22": [0, 1, 1, 0],
            "never": [0, 0, 0, 0],
        }[days]
    )


def test_a_deleted_agreement_never_counts(office: Gauging) -> None:
    office.delete(Agreement, office.agreement())
    assert office.gauge("agreements-active").numerator == 0


def test_why_an_agreement_is_active_or_not(office: Gauging) -> None:
    for values in (
        {}, {"end": "2019-03-31"}, {"end": "2016-03-31", "auto_renew": 1},
        {"end": "2016-03-31"}, {"start": "2019-04-01"}, {"status": "negotiating", "start": None},
    ):  # fmt: skip
        office.agreement(**values)
    read = office.who("agreements-active")
    assert [str(line.detail) for line in read.counts.lines] == ["no expiry", "until 2019-03-31", "renews itself"]
    assert [str(line.detail) for line in read.others.lines] == [
        "ended on 2016-03-31",
        "valid from 2019-04-01",
        "negotiating",
    ]
    assert [str(line.detail) for line in read.nearest.lines] == ["valid from 2019-04-01", "negotiating"]
