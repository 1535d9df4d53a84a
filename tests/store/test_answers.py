from __future__ import annotations

import pytest
from office import TODAY, Office

from kit_tui.domain.wording import say
from kit_tui.models import (
    RECORDS,
    Agreement,
    Course,
    Event,
    Headcount,
    Outcome,
    Participation,
    Project,
    Published,
    Stay,
    Target,
)
from kit_tui.registers import REGISTERS
from kit_tui.store.reader import Reader

ANSWERS = {register.slug: register.answers for register in REGISTERS if register.answers}


def said(office: Office, register: str, record: int, lang: str = "en") -> str:
    return say(ANSWERS[register](office.reader, [record], TODAY)[record], lang)


@pytest.fixture
def eth(office: Office) -> int:
    return office.institution(city="Zürich")


@pytest.fixture
def ohno(office: Office) -> int:
    return office.person("大野 健", name_kana="オオノ ケン", name_roman="Ohno Ken")


# People


def test_a_person_who_is_away_reads_where_and_until_when(office: Office, ohno: int, eth: int) -> None:
    office.employment(ohno, "デザイン・建築学系")
    office.stay(ohno, eth, "away", "2018-09-01", "2019-02-28")
    assert said(office, "people", ohno) == (
        "オオノ ケン, faculty, デザイン・建築学系, away at ETH Zürich, back 28 Feb (98 days)"
    )
    assert said(office, "people", ohno, "ja") == (
        "オオノ ケン、教員、デザイン・建築学系、ETH Zürichに派遣中、2月28日帰国（あと98日）"
    )


def test_a_person_whose_stay_is_over_or_deleted_is_not_away(office: Office, ohno: int, eth: int) -> None:
    office.stay(ohno, eth, "returned", "2018-05-01", "2018-10-12")
    office.delete(Stay, office.stay(ohno, eth, "away", "2018-09-01", "2019-02-28"))
    assert said(office, "people", ohno) == "オオノ ケン, faculty"


def test_a_stay_that_nobody_confirmed_says_so(office: Office, ohno: int, eth: int) -> None:
    office.stay(ohno, eth, "approved", "2018-11-20", None)
    assert said(office, "people", ohno).endswith("approved, by its dates away at ETH Zürich, return not fixed")


def test_the_unit_is_that_of_the_employment_of_today(office: Office, ohno: int) -> None:
    office.employment(ohno, "学務課", "2010-04-01", end="2015-03-31")
    office.employment(ohno, "国際課", "2015-04-01")
    assert said(office, "people", ohno) == "オオノ ケン, faculty, 国際課"


def test_a_leaver_reads_since_when_they_are_gone(office: Office, ohno: int) -> None:
    office.employment(ohno, "学務課", "2010-04-01", end="2015-03-31")
    assert said(office, "people", ohno) == "オオノ ケン, faculty, left 31 Mar 2015"


def test_staff_read_their_best_score_and_viewers_do_not_see_it(office: Office) -> None:
    ono = office.person("大野 由美", "admin", name_roman="Ono Yumi")
    office.score(ono, 760, "2016-06-17")
    office.score(ono, 700, "2018-06-17")
    assert said(office, "people", ono) == "Ono Yumi, administrative staff, best 760"
    viewer = Reader(office.database, sees_scores=False)
    assert str(ANSWERS["people"](viewer, [ono], TODAY)[ono]) == "Ono Yumi, administrative staff"


def test_a_visitor_reads_until_when_they_are_here_and_with_whom(office: Office, ohno: int, eth: int) -> None:
    rossi = office.person("", "visitor", name_roman="Rossi Marco", home_institution=eth)
    office.visit(rossi, "on_site", "2018-11-12", "2018-12-16", host=ohno)
    assert said(office, "people", rossi) == "visitor, ETH Zürich, on site until 16 Dec (24 days), host 大野 健"


# Stays


def test_a_stay_under_way_tells_the_return_and_the_briefing(office: Office, ohno: int, eth: int) -> None:
    stay = office.stay(ohno, eth, "away", "2018-09-01", "2019-02-28", briefing_due="2019-04-29")
    assert said(office, "faculty-stays", stay) == (
        "away at ETH Zürich, back 28 Feb (98 days), briefing not fixed, due 29 Apr"
    )
    office.briefing(stay, "2019-03-05", "13:00")
    assert said(office, "faculty-stays", stay) == "away at ETH Zürich, back 28 Feb (98 days), briefing 5 Mar 13:00"
    assert said(office, "faculty-stays", stay, "ja") == (
        "ETH Zürichに派遣中、2月28日帰国（あと98日）、帰国報告会 3月5日 13:00"
    )


def test_the_day_of_return_is_today_not_in_no_days(office: Office, ohno: int, eth: int) -> None:
    stay = office.stay(ohno, eth, "away", "2018-09-01", "2018-11-22")
    assert said(office, "faculty-stays", stay).startswith("away at ETH Zürich, back today")


def test_a_staff_stay_owes_a_briefing_only_if_one_is_due(office: Office, ohno: int, eth: int) -> None:
    stay = office.stay(ohno, eth, "away", "2018-11-20", "2018-11-23", programme="staff_short")
    assert said(office, "staff-stays", stay) == "away at ETH Zürich, back 23 Nov (1 day)"


def test_a_planned_stay_tells_from_when_and_for_how_long(office: Office, ohno: int, eth: int) -> None:
    stay = office.stay(ohno, eth, "planned", "2019-09-01", "2020-02-28", briefing_due="2020-04-28")
    assert said(office, "faculty-stays", stay) == "planned at ETH Zürich, from 1 Sep 2019 for 181 days"


def test_after_the_return_the_line_tells_what_is_still_owed(office: Office, ohno: int, eth: int) -> None:
    stay = office.stay(
        ohno, eth, "returned", "2018-05-01", "2018-10-12", briefing_due="2018-11-12", report_due="2018-12-01"
    )
    assert said(office, "faculty-stays", stay) == (
        "back from ETH Zürich since 12 Oct, briefing overdue since 12 Nov, report due 1 Dec"
    )
    office.briefing(stay, "2018-11-14")
    assert "briefing held 14 Nov, report due" in said(office, "faculty-stays", stay)


def test_a_stay_that_should_have_ended_says_that_it_has_not(office: Office, ohno: int, eth: int) -> None:
    stay = office.stay(ohno, eth, "away", "2018-05-01", "2018-10-12", report_due="2018-11-12")
    assert said(office, "faculty-stays", stay) == (
        "was to be back from ETH Zürich 12 Oct, still away, briefing not fixed, report overdue since 12 Nov"
    )


def test_a_stay_that_is_over_tells_its_year_and_outcomes(office: Office, ohno: int) -> None:
    wien = office.institution("TU Wien", "AT")
    stay = office.stay(ohno, wien, "reported", "2015-08-15", "2016-02-10", briefing_due="2016-04-01")
    office.briefing(stay, "2016-03-08")
    office.outcome(stay)
    office.outcome(stay, "Another")
    office.delete(Outcome, office.outcome(stay, "Withdrawn"))
    assert said(office, "faculty-stays", stay) == ("AY 2015 at TU Wien, 2015-08-15 to 2016-02-10, reported, 2 outcomes")


# Visits


def test_a_visit_to_come_tells_by_when_to_apply(office: Office, ohno: int, eth: int) -> None:
    rossi = office.person("", "visitor", name_roman="Rossi Marco")
    visit = office.visit(rossi, "planned", "2019-03-12", "2019-03-16", institution=eth, host=ohno)
    assert said(office, "visits", visit) == (
        "from ETH Zürich, planned, from 12 Mar for 5 days, host 大野 健, apply by 12 Dec"
    )


def test_a_visit_that_is_over_tells_its_year(office: Office) -> None:
    rossi = office.person("", "visitor", name_roman="Rossi Marco")
    visit = office.visit(rossi, "finished", "2017-05-08", "2017-05-08")
    assert said(office, "visits", visit) == "AY 2017, on 2017-05-08, finished"


# Institutions and agreements


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"status": "signed", "end": "2020-03-31"}, "agreement active until 2020-03-31"),
        ({"status": "signed"}, "agreement active, no expiry"),
        ({"status": "signed", "end": "2019-01-31"}, "agreement expires 2019-01-31 (70 days)"),
        ({"status": "signed", "end": "2018-03-31"}, "agreement expired 2018-03-31"),
        ({"status": "signed", "end": "2019-01-31", "auto_renew": 1}, "agreement active, renews by itself 2019-01-31"),
        (
            {"status": "signed", "end": "2018-03-31", "auto_renew": 1},
            "agreement active, renewed by itself since 2018-03-31",
        ),
        ({"status": "terminated", "end": "2018-03-31", "auto_renew": 1}, "agreement ended 2018-03-31"),
        ({"status": "terminated", "end": "2020-03-31"}, "agreement active until 2020-03-31"),
        ({"status": "signed", "start": "2019-04-01"}, "agreement signed, valid from 1 Apr"),
        ({"status": "negotiating", "start": None}, "agreement: negotiating"),
    ],
)
def test_the_state_of_an_agreement_follows_from_its_dates(
    office: Office, eth: int, values: dict[str, object], line: str
) -> None:
    fields = {"start": "2015-04-01", "title": "Agreement", "level": "university", "kind": "general"} | values
    agreement = office.add(Agreement, institution=eth, **fields)
    assert said(office, "agreements", agreement) == f"{line}, university level, general"


def test_an_institution_tells_its_best_agreement_and_who_is_there(office: Office, ohno: int, eth: int) -> None:
    assert said(office, "institutions", eth) == "Switzerland, Zürich, no agreement"
    rest = {"institution": eth, "title": "A", "level": "university", "kind": "general", "start": "2010-04-01"}
    office.add(Agreement, status="signed", end="2015-03-31", **rest)
    office.add(Agreement, status="signed", end="2020-03-31", **rest)
    office.delete(Agreement, office.add(Agreement, status="signed", **rest))
    office.stay(ohno, eth, "away", "2018-09-01", "2019-02-28")
    office.stay(ohno, eth, "returned", "2017-09-01", "2018-02-28")
    assert said(office, "institutions", eth) == (
        "Switzerland, Zürich, agreement active until 2020-03-31, 1 of ours there now"
    )


# What was held and what came of it


def test_a_project_tells_its_year_partner_status_and_lead(office: Office, ohno: int, eth: int) -> None:
    project = office.add(
        Project, title="Timber", field="architecture", academic_year=2016, institution=eth, lead=ohno,
        status="implemented",
    )  # fmt: skip
    assert said(office, "projects", project) == "AY 2016, ETH Zürich, architecture, implemented, lead 大野 健"


def test_an_event_tells_when_where_and_how_many_came(office: Office) -> None:
    event = office.add(
        Event, kind="seminar", title="S", start="2018-10-01", time="13:00", place="60th Anniversary Hall", attendance=35
    )
    assert said(office, "events", event) == "seminar, 13:00, 60th Anniversary Hall, 35 attended"


def test_a_course_counts_those_who_took_it_not_those_invited(office: Office, ohno: int) -> None:
    course = office.add(Course, name="English", kind="conversation", academic_year=2016)
    for name, status in (("a", "completed"), ("b", "withdrawn"), ("c", "invited")):
        office.add(Participation, course=course, person=office.person(name, "admin"), status=status)
    assert said(office, "courses", course) == "conversation, 1 of 2 completed"
    assert said(office, "courses", course, "ja") == "英会話、2人中1人修了"


def test_an_outcome_tells_what_it_came_of_and_whether_it_counts(office: Office, ohno: int, eth: int) -> None:
    stay = office.stay(ohno, eth, "reported", "2015-08-15", "2016-02-10")
    outcome = office.outcome(stay, date="2017-03-01", verified=1)
    assert said(office, "outcomes", outcome) == (
        "joint paper, 1 Mar 2017, verified, came of 大野 健, ETH Zürich, 2015-08-15"
    )


def test_figures_read_in_the_unit_of_their_gauge(office: Office) -> None:
    target = office.add(Target, gauge="staff-toeic", academic_year=2023, role="final", value=3000)
    figure = office.add(Published, gauge="unit-projects", academic_year=2015, value=40, source="kit.ac.jp")
    count = office.add(Headcount, category="admin", scope="full_time", academic_year=2018, as_of="2018-05-01", count=54)
    assert said(office, "targets", target) == "final, 30 %"
    assert said(office, "published", figure) == "40, kit.ac.jp"
    assert said(office, "headcounts", count) == "full time, 54 people"


@pytest.mark.parametrize("slug", sorted(ANSWERS))
def test_a_batch_takes_the_same_few_queries_however_long_it_is(office: Office, eth: int, slug: str) -> None:
    people = [office.person(f"人{n}", "admin") for n in range(12)]
    ids = people
    if slug.endswith("stays"):
        ids = [office.stay(person, eth, "away", "2018-09-01", "2019-02-28") for person in people]
    counted = _Counting(office)
    with office.database.bind_ctx(RECORDS):
        ANSWERS[slug](counted, ids, TODAY)
    assert counted.queries <= 7


class _Counting(Reader):
    def __init__(self, office: Office) -> None:
        super().__init__(office.database)
        self.queries = 0

    def rows(self, query: object) -> list[tuple[object, ...]]:
        self.queries += 1
        return super().rows(query)


def test_an_unknown_id_is_left_out(office: Office) -> None:
    assert ANSWERS["people"](office.reader, [99], TODAY) == {}
