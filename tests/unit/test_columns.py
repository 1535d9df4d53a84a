"""The columns of a list: which fit, and what stands in them."""

from __future__ import annotations

import datetime as dt

from kit_tui.domain.catalogue import is_share
from kit_tui.domain.fields import Field
from kit_tui.domain.wording import message, say
from kit_tui.store import ColumnInfo, Ref, Row
from kit_tui.tui.widgets.columns import GAP, Placed, cell_words, fit, flowed, row_text, row_texts


def info(name: str, width: int, kind: str = "text", right: bool = False) -> ColumnInfo:
    return ColumnInfo(name, message(name), Field(name, message(name), kind=kind), width, right)


NAME, UNIT, BEST, DATE = info("Name", 10), info("Unit", 10), info("Best", 4, "whole", True), info("Date", 10, "date")
ALL = [NAME, UNIT, BEST, DATE]


def widths(width: int) -> list[int]:
    return [placed.width for placed in fit(ALL, [c.name for c in ALL], width)]


def test_columns_that_have_no_room_are_left_out_from_the_right() -> None:
    assert widths(40) == [10, 10, 4, 10]
    assert len(widths(39)) == 3
    assert len(widths(23)) == 2


def test_the_last_text_column_is_narrowed_before_it_goes() -> None:
    assert widths(19) == [10, 7]
    assert widths(17) == [17]


def test_a_column_whose_heading_would_be_cut_leaves_its_room_to_the_others() -> None:
    assert [one.width for one in fit([NAME, UNIT], ["Name", "受入責任教員"], 22)] == [20]


def test_text_columns_share_what_is_left_over_and_numbers_stay() -> None:
    assert widths(48) == [14, 14, 4, 10]


def test_a_row_never_takes_more_than_its_room() -> None:
    for room in range(1, 80):
        placed = fit(ALL, [c.name for c in ALL], room)
        assert sum(one.width for one in placed) + GAP * (len(placed) - 1) <= room


def test_a_heading_makes_its_column_wider() -> None:
    (placed,) = fit([BEST], ["Best v"], 30)
    assert placed.width == 6


def test_cells_stand_under_their_headings() -> None:
    placed = fit(ALL[:3], ["", "", ""], 28)
    row = Row(1, 1, ("青木 恵", Ref("institutions", 3, "TU Wien"), 815))
    texts = row_texts(placed, row, lambda what: say(what, "en"))
    assert row_text(placed, texts) == "青木 恵     TU Wien      815"


def test_a_share_is_shown_as_percent_by_the_gauge_beside_it() -> None:
    gauge = info("gauge", 12)
    value = ColumnInfo("value", message("Value"), Field("value", message("Value"), "measure", shares=is_share), 6, True)
    placed = [Placed(0, gauge, 12), Placed(1, value, 6)]
    assert row_texts(placed, Row(1, 1, ("staff-toeic", 2950)), str) == ["staff-toeic", "29.5 %"]
    assert row_texts(placed, Row(1, 1, ("staff-short-stays", 3)), str) == ["staff-short-stays", "3"]


def test_days_are_iso_and_nothing_is_blank() -> None:
    assert cell_words(dt.date(2018, 6, 17), DATE.field) == "2018-06-17"
    assert cell_words(None, DATE.field) == ""


def test_columns_flow_on_to_as_many_lines_as_they_take_and_empty_ones_take_no_room() -> None:
    assert flowed([10, 0, 8, 5, 20], 20) == [[0, 2], [3], [4]]
    assert flowed([9, 9], 20) == [[0, 1]]
    assert flowed([], 20) == flowed([0], 20) == []
