"""How many more a target needs, and how a value stands against it."""

import datetime as dt
from itertools import permutations

import pytest

from kit_tui.domain.targets import (
    Point,
    PointRole,
    Standing,
    Status,
    assess,
    need,
    percent,
    read_share,
    show_share,
)
from kit_tui.domain.wording import Refused

BASELINE, MILESTONE, FINAL = PointRole
TOEIC = (Point(2013, BASELINE, 1000), Point(2018, MILESTONE, 2000), Point(2023, FINAL, 3000))
"""From 10 % on 31 March 2014 by 20 % on 31 March 2019 to 30 % on 31 March 2024."""
TWO_YEARS = (Point(2016, BASELINE, 2000), Point(2018, FINAL, 3000))
"""20 % to 30 % in 730 days, with the line at 25 % midway."""
MIDWAY = dt.date(2018, 3, 31)


@pytest.mark.parametrize(
    ("numerator", "denominator", "target", "more"),
    [
        (13, 54, 3000, 4),
        (8, 27, 3000, 1),
        (3, 10, 3000, 0),
        (299, 1000, 3000, 1),
        (0, 3, 3333, 1),
        (0, 3, 3334, 2),
        (54, 54, 3000, 0),
        (0, 54, 0, 0),
        (0, 0, 3000, None),
        (2, None, 3, 1),
        (5, None, 3, 0),
    ],
)
def test_need_is_the_least_that_reaches_the_target(
    numerator: int, denominator: int | None, target: int, more: int | None
) -> None:
    assert need(numerator, denominator, target) == more


def test_one_less_than_the_need_does_not_reach_the_target() -> None:
    for people in range(1, 60):
        for target in (1, 2950, 3000, 3333, 9999, 10_000):
            more = need(0, people, target)
            assert more is not None
            assert more * 10_000 >= target * people > (more - 1) * 10_000


@pytest.mark.parametrize(
    ("day", "target", "year"),
    [
        (dt.date(2014, 4, 1), 2000, 2018),
        (dt.date(2019, 3, 31), 2000, 2018),
        (dt.date(2019, 4, 1), 3000, 2023),
        (dt.date(2024, 3, 31), 3000, 2023),
    ],
)
def test_the_target_is_the_first_one_at_or_after_the_year(day: dt.date, target: int, year: int) -> None:
    standing = assess(0, 100, TOEIC, day)
    assert (standing.target, standing.target_year) == (target, year)


def test_the_points_may_come_in_any_order() -> None:
    assert len({assess(17, 100, points, MIDWAY) for points in permutations(TOEIC)}) == 1


def test_the_pace_line_runs_straight_from_point_to_point_by_the_day() -> None:
    assert assess(0, 100, TOEIC, dt.date(2016, 9, 29)).line == (1000 * 1826 + 1000 * 913, 1826)
    assert assess(0, 100, TOEIC, dt.date(2016, 9, 29)).line_value == 1500
    assert assess(0, 100, TOEIC, dt.date(2016, 9, 28)).line_value == 1499
    assert assess(0, 100, TOEIC, dt.date(2014, 3, 31)).line_value == 1000
    assert assess(0, 100, TOEIC, dt.date(2019, 3, 31)).line_value == 2000
    assert assess(0, 100, TOEIC, dt.date(2024, 3, 31)).line_value == 3000


@pytest.mark.parametrize(
    ("points", "day"), [(TOEIC[1:], MIDWAY), (TOEIC, dt.date(2014, 3, 30)), (TOEIC[2:], dt.date(2023, 4, 1))]
)
def test_before_the_first_point_there_is_no_line_and_what_is_not_met_is_behind(
    points: tuple[Point, ...], day: dt.date
) -> None:
    standing = assess(1, 100, points, day)
    assert (standing.line, standing.line_value, standing.status) == (None, None, Status.BEHIND)


def test_a_milestone_is_an_earlier_point_as_a_baseline_is() -> None:
    assert assess(25, 100, TOEIC[1:], dt.date(2021, 9, 29)).status == Status.ON_PACE


@pytest.mark.parametrize(
    ("numerator", "denominator", "status"),
    [
        (2999, 10_000, Status.AHEAD),
        (2600, 10_000, Status.AHEAD),
        (2599, 10_000, Status.ON_PACE),
        (2500, 10_000, Status.ON_PACE),
        (2499, 10_000, Status.BEHIND),
        (3000, 10_000, Status.MET),
        (8, 27, Status.AHEAD),
        (0, 10_000, Status.BEHIND),
    ],
)
def test_a_share_is_ahead_by_a_percentage_point_over_the_line(numerator: int, denominator: int, status: Status) -> None:
    standing = assess(numerator, denominator, TWO_YEARS, MIDWAY)
    assert (standing.line_value, standing.status) == (2500, status)


@pytest.mark.parametrize(
    ("numerator", "status"),
    [(3, Status.BEHIND), (4, Status.ON_PACE), (5, Status.AHEAD), (8, Status.MET), (9, Status.MET)],
)
def test_a_count_is_ahead_by_one_over_the_line(numerator: int, status: Status) -> None:
    points = (Point(2016, BASELINE, 0), Point(2018, FINAL, 8))
    assert assess(numerator, None, points, MIDWAY).status == status


def test_a_day_past_the_line_is_behind_it() -> None:
    assert assess(25, 100, TWO_YEARS, MIDWAY + dt.timedelta(days=1)).status == Status.BEHIND


def test_eight_of_27_has_not_met_30_percent() -> None:
    assert assess(8, 27, TOEIC[2:], MIDWAY).status == Status.BEHIND
    assert assess(9, 27, TOEIC[2:], MIDWAY).status == Status.MET


def test_on_its_last_day_a_target_is_met_or_missed() -> None:
    last = dt.date(2019, 3, 31)
    assert assess(30, 100, TWO_YEARS, last).status == Status.MET
    assert assess(2999, 10_000, TWO_YEARS, last).status == Status.BEHIND


@pytest.mark.parametrize("numerator", [0, 100])
def test_after_the_final_year_a_target_is_closed_and_still_named(numerator: int) -> None:
    assert assess(numerator, 100, TOEIC, dt.date(2024, 4, 1)) == Standing(3000, 2023, None, Status.CLOSED)


@pytest.mark.parametrize("points", [(), TOEIC[:1], TOEIC[:2]])
def test_without_a_point_ahead_there_is_no_target(points: tuple[Point, ...]) -> None:
    assert assess(5, 10, points, dt.date(2020, 4, 1)) == Standing(None, None, None, Status.NO_TARGET)


def test_a_share_of_nobody_is_behind_its_target() -> None:
    assert assess(0, 0, TWO_YEARS, MIDWAY) == Standing(3000, 2018, (2000 * 730 + 1000 * 365, 730), Status.BEHIND)
    assert assess(0, 0, (), MIDWAY).status == Status.NO_TARGET


def test_a_count_with_nothing_to_reach_is_met() -> None:
    assert assess(0, None, (Point(2018, FINAL, 0),), MIDWAY).status == Status.MET


@pytest.mark.parametrize(
    ("numerator", "denominator", "target", "shown"),
    [
        (8, 27, None, "29.6"),
        (1, 3, None, "33.3"),
        (2, 3, None, "66.7"),
        (1, 2000, None, "0.1"),
        (0, 5, None, "0.0"),
        (5, 5, None, "100.0"),
        (8, 27, 3000, "29.6"),
        (2996, 10_000, 3000, "29.9"),
        (2999, 10_000, 3000, "29.9"),
        (3000, 10_000, 3000, "30.0"),
        (3006, 10_000, 3000, "30.1"),
        (9999, 10_000, 10_000, "99.9"),
        (29_499, 100_000, 2950, "29.4"),
        (2967, 10_000, 2968, "29.67"),
        (2968, 10_000, 2968, "29.7"),
        (2964, 10_000, 2964, "29.64"),
        (2974, 10_000, 2975, "29.7"),
    ],
)
def test_a_percentage_never_rounds_to_the_other_side_of_its_target(
    numerator: int, denominator: int, target: int | None, shown: str
) -> None:
    assert percent(numerator, denominator, target) == shown


def test_what_is_printed_is_below_the_target_exactly_if_the_share_is() -> None:
    for target in (2950, 2951, 2955, 2959, 3000):
        for numerator in range(29_400, 30_100):
            met = numerator * 10_000 >= target * 100_000
            assert (float(percent(numerator, 100_000, target)) >= target / 100) is met


@pytest.mark.parametrize(
    ("text", "share"),
    [("30", 3000), ("29.5", 2950), ("29.75", 2975), ("30 %", 3000), ("３０％", 3000), (" ２９．５ ％", 2950), ("0", 0)]
    + [("100.00", 10_000), ("0.05", 5), ("7.0", 700)],
)
def test_a_share_is_read_as_people_type_it(text: str, share: int) -> None:
    assert read_share(text) == share


@pytest.mark.parametrize(
    "text", ["", "%", "-1", "100.01", "101", "29.555", "1e1", "29,5", "1_0", "٣٠", "thirty", "3 0", ".5"]
)
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="percentage"):
        read_share(text)


@pytest.mark.parametrize(
    ("share", "shown"), [(3000, "30"), (2950, "29.5"), (2975, "29.75"), (5, "0.05"), (0, "0"), (10_000, "100")]
)
def test_a_share_is_shown_as_it_is_typed(share: int, shown: str) -> None:
    assert show_share(share) == shown


def test_every_share_reads_back_as_it_is_shown() -> None:
    assert [read_share(show_share(share)) for share in range(10_001)] == list(range(10_001))
