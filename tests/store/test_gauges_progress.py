"""Readings beside targets, the pace line and published figures; and what each gauge depends on."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest
from gauging import Gauging
from office import TODAY, day

from kit_tui.domain import catalogue
from kit_tui.domain.wording import say
from kit_tui.gauges import GAUGES, Policy, as_json, as_of, standings
from kit_tui.models import Published, Target
from kit_tui.store.reader import Reader

PUBLISHED = {
    "staff-long-stays": {2015: 1},
    "staff-short-stays": {2015: 3, 2016: 2, 2017: 3, 2018: 3},
    "unit-projects": {2014: 21, 2015: 40, 2016: 33},
}
"""What the office has published (KIT, "Producing Globally Active Human Resources")."""
PROGRAMMES = {"staff-long-stays": "staff_long", "staff-short-stays": "staff_short"}


def json_of(office: Gauging, code: str, on: str = "2018-11-22", lang: str = "en") -> dict[str, Any]:
    return as_json(office.gauge(code, on), lang)


def share(office: Gauging, qualified: int, of: int) -> None:
    """Staff of whom some have a qualifying score."""
    for _ in range(qualified):
        office.scored()
    for _ in range(of - qualified):
        office.staff()


class Listening(Reader):
    """A reader that notes the tables it is asked for."""

    def __init__(self, office: Gauging) -> None:
        super().__init__(office.database)
        self.database, self.queries = office.database, 0
        self.tables: set[str] = set()

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        self.queries += 1
        sql, _ = self.database.get_sql_context().sql(query).query()
        self.tables |= set(re.findall(r'(?:FROM|JOIN) "(\w+)"', sql))
        return super().rows(query)


def test_every_gauge_of_the_catalogue_is_read_in_its_order() -> None:
    assert list(GAUGES) == list(catalogue.GAUGES)


@pytest.mark.parametrize("code", GAUGES)
@pytest.mark.parametrize("scores", ["best", "latest", "recent"])
def test_a_gauge_names_every_table_it_reads(office: Gauging, code: str, scores: str) -> None:
    listening = Listening(office)
    standings(listening, Policy(scores=scores), TODAY, [code])
    assert listening.tables <= GAUGES[code].tables


@pytest.mark.parametrize("code", GAUGES)
def test_a_gauge_is_read_in_few_queries(office: Gauging, code: str) -> None:
    listening = Listening(office)
    standings(listening, Policy(), TODAY, [code])
    assert listening.queries <= 4


def test_targets_and_published_figures_are_read_once_for_all_gauges(office: Gauging) -> None:
    listening = Listening(office)
    standings(listening, Policy(), TODAY)
    assert listening.queries == len(GAUGES) + len(["targets", "published figures", "official head count"])


def test_an_empty_register_has_a_standing_for_every_gauge(office: Gauging) -> None:
    for standing in standings(office.reader, Policy(), TODAY):
        assert (standing.numerator, standing.denominator) == (0, 0 if standing.share else None)
        assert str(standing.text) == ("n/a" if standing.share else "0")
        assert standing.status.value == "no target"


@pytest.mark.parametrize("code", GAUGES)
def test_an_empty_register_has_nobody_in_any_gauge(office: Gauging, code: str) -> None:
    read = office.who(code)
    assert (read.counts.total, read.others.total, read.nearest.total) == (0, 0, 0)


def test_gauges_that_are_asked_for_come_in_the_order_asked(office: Gauging) -> None:
    asked = ["unit-visits", "faculty-stays"]
    assert [standing.code for standing in standings(office.reader, Policy(), TODAY, asked)] == asked


def test_the_published_figures_are_what_the_records_count(office: Gauging) -> None:
    for code, figures in PUBLISHED.items():
        for year, value in figures.items():
            office.published(code, year, value)
            for _ in range(value):
                if code == "unit-projects":
                    office.project(year=year)
                else:
                    office.sent(start=f"{year}-09-01", end=f"{year}-09-20", programme=PROGRAMMES[code])
    for code, figures in PUBLISHED.items():
        for year, value in figures.items():
            row = json_of(office, code, as_of(year, day("2019-06-01")).isoformat())
            assert (row["academic_year"], row["value"], row["published"]) == (year, value, value)


def test_published_figures_make_no_records(office: Gauging) -> None:
    office.published("staff-short-stays", 2018, 3)
    read = office.gauge("staff-short-stays")
    assert (read.numerator, read.published, read.difference) == (0, 3, -3)


@pytest.mark.parametrize(("published", "difference"), [(2960, 0), (2962, 0), (3000, -40), (2950, 10)])
def test_a_published_share_is_compared_as_it_was_rounded(office: Gauging, published: int, difference: int) -> None:
    share(office, 8, 27)
    office.published("staff-toeic", 2018, published)
    assert office.gauge("staff-toeic").difference == difference


def test_the_figure_published_last_for_a_year_is_shown(office: Gauging) -> None:
    office.published("unit-projects", 2018, 20)
    office.published("unit-projects", 2018, 21)
    assert office.gauge("unit-projects").published == 21


def test_a_deleted_figure_is_not_shown(office: Gauging) -> None:
    office.delete(Published, office.published("unit-projects", 2018, 21))
    assert office.gauge("unit-projects").published is None


def test_the_figures_of_the_years_before_are_at_hand(office: Gauging) -> None:
    for year, value in ((2013, 9), (2014, 21), (2015, 40), (2016, 33), (2018, 1), (2019, 2)):
        office.published("unit-projects", year, value)
    assert office.gauge("unit-projects").earlier == ((2014, 21), (2015, 40), (2016, 33))


@pytest.mark.parametrize(
    ("qualified", "of", "shown", "need", "status"),
    [
        (8, 27, "29.6", 1, "behind"),
        (9, 27, "33.3", 0, "met"),
        (3, 10, "30.0", 0, "met"),
        (0, 27, "0.0", 9, "behind"),
        (0, 0, "n/a", None, "behind"),
    ],
)
def test_what_is_not_met_is_never_shown_as_met(
    office: Gauging, qualified: int, of: int, shown: str, need: int | None, status: str
) -> None:
    share(office, qualified, of)
    office.target("staff-toeic", 2023, 3000)
    read = office.gauge("staff-toeic")
    assert (str(read.text), read.need, read.status.value) == (shown, need, status)


def test_a_share_just_under_its_target_does_not_round_up_to_it(office: Gauging) -> None:
    share(office, 1, 1)
    office.target("staff-toeic", 2023, 3000)
    office.headcount(2)
    for _ in range(298):
        office.scored()
    office.headcount(997, "2018-06-01")
    read = office.gauge("staff-toeic")
    assert (read.numerator, read.denominator, str(read.text), read.need) == (299, 997, "29.9", 1)


def test_the_value_is_kept_in_basis_points_rounded_down(office: Gauging) -> None:
    share(office, 8, 27)
    assert office.gauge("staff-toeic").value == 2962


def test_the_need_of_a_count_is_what_is_missing(office: Gauging) -> None:
    office.target("staff-short-stays", 2018, 3)
    office.sent(programme="staff_short")
    assert office.gauge("staff-short-stays").need == 2


def test_the_target_is_the_next_one_at_or_after_the_year(office: Gauging) -> None:
    office.target("staff-toeic", 2014, 500, "baseline")
    office.target("staff-toeic", 2018, 2000, "milestone")
    office.target("staff-toeic", 2023, 3000)
    aims = [office.gauge("staff-toeic", on) for on in ("2018-03-31", "2019-03-31", "2019-04-01", "2024-04-01")]
    assert [(aim.target, aim.target_academic_year) for aim in aims] == [
        (2000, 2018),
        (2000, 2018),
        (3000, 2023),
        (3000, 2023),
    ]
    assert aims[-1].status.value == "closed"


def test_the_pace_line_is_read_on_the_day(office: Gauging) -> None:
    office.target("unit-projects", 2017, 20, "baseline")
    office.target("unit-projects", 2018, 40)
    for _ in range(30):
        office.project()
    halfway = office.gauge("unit-projects", "2018-09-29")
    assert (halfway.line, halfway.status.value) == (29, "on pace")
    late = office.gauge("unit-projects", "2019-03-01")
    assert (late.line, late.status.value) == (38, "behind")


def test_the_pace_line_of_a_coming_year_is_where_it_begins(office: Gauging) -> None:
    office.target("unit-projects", 2018, 20, "baseline")
    office.target("unit-projects", 2019, 40)
    read = office.gauge("unit-projects", "2018-11-22", year=2019)
    assert (read.line, read.target, read.target_academic_year) == (20, 40, 2019)


def test_a_deleted_target_is_none(office: Gauging) -> None:
    office.delete(Target, office.target("unit-projects", 2018, 40))
    assert office.gauge("unit-projects").target is None


def test_a_year_is_read_as_of_its_last_day_or_today() -> None:
    assert as_of(2017, TODAY) == dt.date(2018, 3, 31)
    assert as_of(2018, TODAY) == as_of(2019, TODAY) == TODAY


def test_a_share_is_printed_as_json_in_percent(office: Gauging) -> None:
    share(office, 8, 27)
    office.target("staff-toeic", 2023, 3000)
    office.published("staff-toeic", 2018, 2950)
    assert json_of(office, "staff-toeic") == {
        "code": "staff-toeic",
        "label": "TOEIC 730+",
        "unit": "%",
        "academic_year": 2018,
        "as_of": "2018-11-22",
        "numerator": 8,
        "denominator": 27,
        "value": 29.6,
        "target": 30,
        "target_academic_year": 2023,
        "need": 1,
        "status": "behind",
        "published": 29.5,
    }


def test_what_is_not_known_is_null_in_json(office: Gauging) -> None:
    row = json.loads(json.dumps(json_of(office, "staff-toeic")))
    nothing = ("value", "target", "target_academic_year", "need", "published")
    assert [row[key] for key in nothing] == [None] * len(nothing)
    assert json_of(office, "unit-visits")["denominator"] is None


def test_json_is_labelled_in_the_language_asked_for(office: Gauging) -> None:
    assert say(office.gauge("staff-toeic", threshold=650).label, "ja") == "TOEIC 650点以上"


def test_the_history_runs_from_the_first_record_to_this_year(office: Gauging) -> None:
    office.sent(start="2016-05-01", end="2016-09-30")
    office.sent(start="2018-05-01")
    lines = office.history("faculty-stays")
    assert [(line.standing.academic_year, line.standing.numerator) for line in lines] == [
        (2016, 1),
        (2017, 0),
        (2018, 1),
    ]
    assert [line.standing.as_of.isoformat() for line in lines] == ["2017-03-31", "2018-03-31", "2018-11-22"]


def test_the_history_shows_published_figures_and_targets_of_years_without_records(office: Gauging) -> None:
    office.published("unit-projects", 2016, 33)
    office.target("unit-projects", 2017, 35)
    office.project(year=2018)
    lines = office.history("unit-projects")
    assert [
        (line.standing.numerator, line.standing.published, line.standing.difference) for line in lines if line.standing
    ] == [(0, 33, -33), (0, None, None), (1, None, None)]
    assert [(line.year, line.point.value) for line in lines if line.point] == [(2017, 35)]


def test_the_history_goes_on_to_the_targets_of_years_to_come(office: Gauging) -> None:
    office.target("unit-projects", 2023, 60)
    office.project(year=2018)
    *_, last = office.history("unit-projects")
    assert (last.year, last.standing, last.point and last.point.value) == (2023, None, 60)


@pytest.mark.parametrize("code", GAUGES)
def test_a_gauge_without_records_has_a_history_of_this_year_alone(office: Gauging, code: str) -> None:
    assert [line.standing.academic_year for line in office.history(code)] == [2018]


def test_a_record_of_a_coming_year_leaves_the_history_at_this_one(office: Gauging) -> None:
    office.sent("planned", "2019-05-01", None)
    assert [line.standing.academic_year for line in office.history("faculty-stays")] == [2018]
