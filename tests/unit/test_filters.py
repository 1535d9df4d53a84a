"""What is typed to filter a list by."""

from __future__ import annotations

import datetime as dt

import pytest

from kit_tui.domain.fields import Field
from kit_tui.domain.wording import Refused, message, say
from kit_tui.store import Condition
from kit_tui.tui.filters import Filter, conditions, in_year, is_blank, typed

TODAY = dt.date(2018, 11, 22)
START = Field("start", message("From"), kind="date")
COST = Field("cost", message("Cost"), kind="yen")
NAME = Field("name", message("Name"))
YEAR = Field("academic_year", message("Academic year"), kind="year")


def told(one: Filter) -> str:
    return say(one.told, "en")


def test_a_part_of_a_text_is_looked_for() -> None:
    assert typed(NAME, " 青木 ", TODAY).conditions == (Condition("name", "contains", "青木"),)


def test_a_day_is_read_in_any_form() -> None:
    assert typed(START, "H30.4.1", TODAY).conditions == (Condition("start", "=", dt.date(2018, 4, 1)),)


@pytest.mark.parametrize(
    ("text", "bounds", "words"),
    [
        (
            "2015-04-01..H28/3/31",
            [(">=", dt.date(2015, 4, 1)), ("<=", dt.date(2016, 3, 31))],
            "2015-04-01 to 2016-03-31",
        ),
        ("2015-04-01 ..", [(">=", dt.date(2015, 4, 1))], "from 2015-04-01"),
        ("..today", [("<=", TODAY)], "up to 2018-11-22"),
    ],
)
def test_a_range_has_two_dots(text: str, bounds: list[tuple[str, dt.date]], words: str) -> None:
    one = typed(START, text, TODAY)
    assert [(c.op, c.value) for c in one.conditions] == bounds
    assert told(one) == f"From: {words}"


def test_amounts_have_ranges_too() -> None:
    assert told(typed(COST, "100,000..", TODAY)) == "Cost: 100,000 or more"


def test_an_academic_year_of_a_day_is_its_first_to_its_last() -> None:
    bounds = [c.value for c in in_year(START, 2018).conditions]
    assert bounds == [dt.date(2018, 4, 1), dt.date(2019, 3, 31)]
    assert in_year(YEAR, 2018).conditions == (Condition("academic_year", "=", 2018),)


def test_what_can_not_be_read_is_refused() -> None:
    with pytest.raises(Refused):
        typed(START, "2018-02-30..", TODAY)


def test_several_filters_must_all_hold() -> None:
    assert len(conditions([is_blank(NAME), in_year(START, 2018)])) == 3
