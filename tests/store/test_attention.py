from __future__ import annotations

import datetime as dt

import pytest
from office import TODAY, Office, day

from kit_tui.domain.deadlines import application_due
from kit_tui.domain.wording import say
from kit_tui.models import Agreement, Event, Stay
from kit_tui.registers import REGISTERS
from kit_tui.store.plain import Attention


def needed(office: Office, register: str, today: dt.date = TODAY) -> list[Attention]:
    attention = next(r.attention for r in REGISTERS if r.slug == register)
    assert attention
    return list(attention(office.reader, today))


def lines(office: Office, register: str) -> list[tuple[str, str, str]]:
    return [(one.level, str(one.due), str(one.what)) for one in needed(office, register)]


@pytest.fixture
def ohno(office: Office) -> int:
    return office.person()


@pytest.fixture
def eth(office: Office) -> int:
    return office.institution()


# Briefings and reports


def test_a_briefing_overdue_names_who_where_and_since_when_they_are_back(office: Office, ohno: int, eth: int) -> None:
    office.stay(ohno, eth, "reported", "2018-05-01", "2018-10-12", briefing_due="2018-11-12")
    assert lines(office, "faculty-stays") == [
        ("overdue", "2018-11-12", "Briefing: 大野 健, ETH Zürich, back on 12 Oct")
    ]


@pytest.mark.parametrize(("due", "levels"), [("2018-11-22", ["today"]), ("2018-12-22", ["soon"]), ("2018-12-23", [])])
def test_what_is_due_is_told_thirty_days_ahead(
    office: Office, ohno: int, eth: int, due: str, levels: list[str]
) -> None:
    office.stay(ohno, eth, "away", "2018-09-01", "2019-02-28", report_due=due)
    assert [one.level for one in needed(office, "faculty-stays")] == levels


@pytest.mark.parametrize(
    ("held_on", "what"),
    [
        ("2018-11-22", []),
        ("2018-12-01", []),
        ("2018-12-20", ["Briefing: 大野 健, ETH Zürich, fixed for 20 Dec"]),
    ],
)
def test_a_briefing_is_in_order_once_held_or_fixed_in_time(
    office: Office, ohno: int, eth: int, held_on: str, what: list[str]
) -> None:
    stay = office.stay(ohno, eth, "reported", "2018-05-01", "2018-10-12", briefing_due="2018-12-01")
    office.briefing(stay, held_on)
    assert [str(one.what) for one in needed(office, "faculty-stays")] == what


def test_a_deleted_briefing_was_not_held(office: Office, ohno: int, eth: int) -> None:
    stay = office.stay(ohno, eth, "reported", "2018-05-01", "2018-10-12", briefing_due="2018-11-12")
    office.delete(Event, office.briefing(stay, "2018-11-01"))
    assert [one.level for one in needed(office, "faculty-stays")] == ["overdue"]


def test_a_report_is_owed_until_it_is_there(office: Office, ohno: int, eth: int) -> None:
    owed = office.stay(ohno, eth, "returned", "2018-05-01", "2018-10-12", report_due="2018-11-12")
    office.stay(ohno, eth, "returned", "2017-05-01", "2017-10-12", report_due="2017-11-12", reported_on="2017-11-01")
    office.stay(ohno, eth, "reported", "2016-05-01", "2016-10-12", report_due="2016-11-12")
    office.stay(ohno, eth, "cancelled", "2015-05-01", "2015-10-12", report_due="2015-11-12")
    office.delete(Stay, office.stay(ohno, eth, "returned", "2014-05-01", "2014-10-12", report_due="2014-11-12"))
    found = needed(office, "faculty-stays")
    assert [(one.id, str(one.what)) for one in found] == [(owed, "Report: 大野 健, ETH Zürich")]


def test_each_register_tells_of_its_own_stays(office: Office, ohno: int, eth: int) -> None:
    office.stay(ohno, eth, "returned", "2018-05-01", "2018-10-12", report_due="2018-11-12", programme="staff_short")
    assert needed(office, "faculty-stays") == []
    assert [one.register for one in needed(office, "staff-stays")] == ["staff-stays"]


# Statuses that are wrong


@pytest.mark.parametrize(
    ("status", "start", "end", "what"),
    [
        ("approved", "2018-11-22", "2019-02-28", "Still approved, but began 22 Nov: 大野 健, ETH Zürich"),
        ("planned", "2016-09-01", None, "Still planned, but began 1 Sep 2016: 大野 健, ETH Zürich"),
        ("away", "2018-05-01", "2018-10-12", "Still away, but ended 12 Oct: 大野 健, ETH Zürich"),
        ("away", "2018-12-01", "2019-02-28", "Already away, but begins 1 Dec: 大野 健, ETH Zürich"),
        ("returned", "2018-05-01", "2018-12-12", "Already returned, but ends 12 Dec: 大野 健, ETH Zürich"),
    ],
)
def test_a_status_that_contradicts_the_dates_is_to_be_checked(
    office: Office, ohno: int, eth: int, status: str, start: str, end: str | None, what: str
) -> None:
    office.stay(ohno, eth, status, start, end)
    assert lines(office, "faculty-stays") == [("check", "None", what)]


@pytest.mark.parametrize(
    ("status", "start", "end"),
    [
        ("approved", "2018-11-23", "2019-02-28"),
        ("away", "2018-09-01", "2018-11-22"),
        ("away", "2018-09-01", None),
        ("returned", "2018-09-01", "2018-11-22"),
        ("cancelled", "2018-09-01", "2019-02-28"),
    ],
)
def test_a_status_that_fits_the_dates_is_not(
    office: Office, ohno: int, eth: int, status: str, start: str, end: str | None
) -> None:
    office.stay(ohno, eth, status, start, end)
    assert needed(office, "faculty-stays") == []


# Agreements


@pytest.mark.parametrize(
    ("end", "renews", "what"),
    [
        ("2018-12-21", 0, "Agreement ends within 30 days: ETH Zürich, academic unit"),
        ("2019-01-21", 0, "Agreement ends within 60 days: ETH Zürich, academic unit"),
        ("2019-02-20", 0, "Agreement ends within 90 days: ETH Zürich, academic unit"),
        ("2018-12-21", 1, "Agreement renews itself within 30 days: ETH Zürich, academic unit"),
        ("2019-02-21", 0, None),
        ("2018-11-21", 0, None),
    ],
)
def test_an_agreement_is_announced_in_three_steps(
    office: Office, eth: int, end: str, renews: int, what: str | None
) -> None:
    rest = {"institution": eth, "title": "A", "level": "university", "kind": "academic_unit", "start": "2014-01-01"}
    office.add(Agreement, status="signed", end=end, auto_renew=renews, **rest)
    office.add(Agreement, status="terminated", end=end, **rest)
    found = needed(office, "agreements")
    assert [str(one.what) for one in found] == ([what] if what else [])
    assert all(one.due == day(end) for one in found)


# Visit applications


@pytest.mark.parametrize(
    ("visa", "basis", "due"),
    [
        ("other", "1", "2018-12-01"),
        ("short", "1", "2019-02-01"),
        ("none", "", "2018-12-01"),
        ("other", "6", "2018-11-01"),
        ("short", "6", "2019-01-01"),
    ],
)
def test_an_application_is_due_months_before_the_visit(visa: str, basis: str, due: str) -> None:
    assert application_due(day("2019-03-01"), visa, basis) == day(due)


def test_an_application_is_announced_for_visits_still_planned(office: Office) -> None:
    rossi = office.person("", "visitor", name_roman="Rossi Marco")
    office.visit(rossi, "planned", "2018-12-30", visa="short")
    office.visit(rossi, "planned", "2019-03-24", basis="6")
    office.visit(rossi, "planned", "2019-04-20", basis="6")
    office.visit(rossi, "planned", "2019-03-24", basis="1")
    office.visit(rossi, "planned", "2018-12-30", applied_on="2018-10-01")
    office.visit(rossi, "applied", "2018-12-30")
    assert lines(office, "visits") == [
        ("soon", "2018-11-30", "Visit application: Rossi Marco, from 30 Dec, short-stay visa"),
        ("soon", "2018-11-24", "Visit application: Rossi Marco, from 24 Mar"),
        ("soon", "2018-12-20", "Visit application: Rossi Marco, from 20 Apr"),
    ]


def test_what_needs_attention_is_said_in_japanese(office: Office, ohno: int, eth: int) -> None:
    office.stay(ohno, eth, "returned", "2018-05-01", "2018-10-12", briefing_due="2018-11-12")
    assert [say(one.what, "ja") for one in needed(office, "faculty-stays")] == [
        "帰国報告会：大野 健、ETH Zürich、10月12日帰国"
    ]
