"""The share of administrative staff with a qualifying TOEIC score."""

from __future__ import annotations

import pytest
from gauging import Gauging
from office import TODAY

from kit_tui.gauges import Policy, who
from kit_tui.models import Employment, Headcount, Score
from kit_tui.store.reader import Reader

CODE = "staff-toeic"


def test_those_with_the_threshold_are_counted_among_those_employed(office: Gauging) -> None:
    office.scored(730)
    office.scored(725)
    office.staff()
    assert office.numbers(CODE) == (1, 3)


def test_a_person_with_two_qualifying_scores_counts_once(office: Gauging) -> None:
    office.score(office.scored(800), 900, "2018-07-01")
    assert office.numbers(CODE) == (1, 1)


@pytest.mark.parametrize("category", ["faculty", "technical", "visitor"])
def test_only_administrative_staff_count(office: Gauging, category: str) -> None:
    person = office.person(category=category)
    office.employment(person)
    office.score(person, 900)
    assert office.numbers(CODE) == (0, 0)


@pytest.mark.parametrize("contract", ["reemployed", "fixed_term", "part_time", "dispatched"])
def test_contracts_other_than_full_time_are_out_of_scope_unless_all_are_in_it(office: Gauging, contract: str) -> None:
    office.scored(800, contract=contract)
    assert office.numbers(CODE) == (0, 0)
    assert office.numbers(CODE, scope="all") == (1, 1)


def test_a_score_counts_from_its_day_on(office: Gauging) -> None:
    office.scored(800, "2018-06-17")
    assert office.numbers(CODE, "2018-06-16") == (0, 1)
    assert office.numbers(CODE, "2018-06-17") == (1, 1)


def test_a_leaver_counts_until_the_last_day_and_not_on_the_next(office: Gauging) -> None:
    office.scored(800, end="2018-09-30")
    assert office.numbers(CODE, "2018-09-30") == (1, 1)
    assert office.numbers(CODE, "2018-10-01") == (0, 0)


def test_a_joiner_brings_earlier_scores_along(office: Gauging) -> None:
    office.scored(800, "2016-01-10", start="2018-10-01")
    assert office.numbers(CODE, "2018-09-30") == (0, 0)
    assert office.numbers(CODE, "2018-10-01") == (1, 1)


def test_a_move_within_the_office_changes_nothing(office: Gauging) -> None:
    person = office.scored(800, end="2018-09-30")
    office.employment(person, unit="学務課", start="2018-10-01")
    assert office.numbers(CODE, "2018-09-30") == office.numbers(CODE, "2018-10-01") == (1, 1)


def test_deleted_scores_and_employments_never_count(office: Gauging) -> None:
    person = office.staff()
    office.delete(Score, office.score(person, 800))
    assert office.numbers(CODE) == (0, 1)
    other = office.person(category="admin")
    office.delete(Employment, office.employment(other))
    assert office.numbers(CODE) == (0, 1)


def test_the_best_score_ever_decides_by_default(office: Gauging) -> None:
    office.score(office.scored(800, "2015-06-01"), 600, "2018-06-01")
    assert office.numbers(CODE) == (1, 1)


def test_the_latest_score_decides_where_that_is_the_policy(office: Gauging) -> None:
    office.score(office.scored(800, "2015-06-01"), 600, "2018-06-01")
    office.score(office.scored(600, "2015-06-01"), 800, "2018-06-01")
    assert office.numbers(CODE, scores="latest") == (1, 2)


def test_a_later_score_than_the_day_is_not_the_latest(office: Gauging) -> None:
    office.score(office.scored(800, "2015-06-01"), 600, "2018-12-01")
    assert office.numbers(CODE, scores="latest") == (1, 1)


@pytest.mark.parametrize(("date", "qualifies"), [("2016-11-21", 0), ("2016-11-22", 1)])
def test_only_scores_of_the_last_24_months_decide_where_that_is_the_policy(
    office: Gauging, date: str, qualifies: int
) -> None:
    office.scored(800, date)
    assert office.numbers(CODE, scores="recent") == (qualifies, 1)


def test_the_threshold_is_a_policy_and_names_the_gauge(office: Gauging) -> None:
    office.scored(650)
    assert office.numbers(CODE, threshold=650) == (1, 1)
    assert str(office.gauge(CODE, threshold=650).label) == "TOEIC 650+"


def test_the_policy_is_printed_with_the_gauge(office: Gauging) -> None:
    assert office.notes(CODE)[0] == "best ever, 730, full-time only"
    assert (
        office.notes(CODE, scores="recent", threshold=600, scope="all")[0]
        == "best within 24 months, 600, all contracts"
    )


def test_a_policy_is_read_from_the_settings() -> None:
    settings = {"score_policy": "latest", "score_threshold": "600", "score_scope": "all", "briefing_days": "60"}
    assert Policy.of(settings) == Policy("latest", 600, "all")


def test_an_old_score_counts_with_a_warning(office: Gauging) -> None:
    office.scored(800, "2016-11-21")
    assert office.numbers(CODE) == (1, 1)
    assert "1 counts by a score over two years old" in office.notes(CODE)


def test_no_warning_where_a_newer_score_qualifies_too(office: Gauging) -> None:
    office.score(office.scored(800, "2015-01-01"), 735, "2018-01-01")
    assert not any("two years" in note for note in office.notes(CODE))


def test_the_official_head_count_is_the_denominator(office: Gauging) -> None:
    office.scored(800)
    office.headcount(54)
    assert office.numbers(CODE) == (1, 54)
    assert "of the official head count of 2018-05-01" in office.notes(CODE)


def test_a_leaver_stays_in_the_official_denominator(office: Gauging) -> None:
    office.scored(800, end="2018-09-30")
    office.headcount(1)
    assert office.numbers(CODE, "2018-10-01") == (0, 1)


def test_a_denominator_that_was_counted_is_said_to_be(office: Gauging) -> None:
    office.staff()
    assert "of those employed on 2018-11-22: AY 2018 has no official head count" in office.notes(CODE)


def test_the_latest_head_count_up_to_the_day_is_taken(office: Gauging) -> None:
    office.headcount(50, "2018-05-01")
    office.headcount(54, "2018-10-01")
    office.headcount(60, "2019-01-01")
    assert [office.numbers(CODE, on)[1] for on in ("2018-04-30", "2018-09-30", "2018-10-01", "2019-03-31")] == [
        0, 50, 54, 60,
    ]  # fmt: skip


def test_a_head_count_holds_for_its_own_academic_year_alone(office: Gauging) -> None:
    office.headcount(54, "2018-05-01")
    assert office.numbers(CODE, "2019-03-31") == (0, 54)
    assert office.numbers(CODE, "2019-04-01") == (0, 0)


def test_head_counts_of_other_people_are_none_of_the_gauges(office: Gauging) -> None:
    office.headcount(70, category="faculty")
    office.headcount(80, scope="all")
    office.delete(Headcount, office.headcount(90))
    assert office.numbers(CODE) == (0, 0)
    assert office.numbers(CODE, scope="all") == (0, 80)


def test_a_head_count_that_the_records_contradict_is_pointed_out(office: Gauging) -> None:
    office.staff()
    headcount = office.headcount(2)
    assert "the official head count is 2, the records have 1" in office.notes(CODE)
    office.delete(Headcount, headcount)
    office.headcount(1)
    assert not any("the records have" in note for note in office.notes(CODE))


def test_who_counts_and_who_does_not_is_said_with_the_reason(office: Gauging) -> None:
    office.scored(815, name="counts")
    office.scored(700, name="short")
    office.staff(name="untested")
    office.scored(800, name="part-timer", contract="part_time")
    office.scored(800, name="leaver", end="2018-09-30")
    read = office.who(CODE)
    assert [(line.title, str(line.detail)) for line in read.counts.lines] == [("counts", "815 on 2018-06-17")]
    assert {line.title: str(line.detail) for line in read.others.lines} == {
        "short": "700 on 2018-06-17, 30 points short",
        "untested": "no score",
        "part-timer": "part time",
        "leaver": "left on 2018-09-30",
    }
    assert (read.counts.total, read.others.total) == (1, 4)


def test_the_nearest_are_those_who_miss_the_fewest_points(office: Gauging) -> None:
    for total in (600, 725, 815, 700):
        office.scored(total, name=str(total))
    assert [line.title for line in office.who(CODE).nearest.lines] == ["725", "700", "600"]


def test_a_score_that_the_policy_does_not_look_at_is_no_reason(office: Gauging) -> None:
    office.scored(800, "2016-01-01")
    assert str(office.who(CODE, scores="recent").others.lines[0].detail) == "no score within 24 months"


def test_the_list_of_people_is_cut_but_counted_whole(office: Gauging, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit_tui.gauges.toeic.MOST_LINES", 2)
    for _ in range(3):
        office.scored(800)
    counts = office.who(CODE).counts
    assert (len(counts.lines), counts.total) == (2, 3)


def test_who_sees_no_scores_is_told_numbers_alone(office: Gauging) -> None:
    office.scored(815)
    office.scored(700)
    read = who(Reader(office.database, sees_scores=False), Policy(), CODE, TODAY)
    assert (read.counts.total, read.others.total, read.nearest.total) == (1, 1, 1)
    assert read.counts.lines == read.others.lines == read.nearest.lines == ()
