"""An area's screen: narrowing, sorting and marking its lists, going from view to view, and the card beside them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from formdesk import Desk, desk_at
from listdesk import add_people, at_list, listing, pane, under_cursor, viewer_at, window

from kit_tui.domain.wording import say
from kit_tui.registers import REGISTERS
from kit_tui.store import Query
from kit_tui.tui.screens.card import CardPage
from kit_tui.tui.screens.filter import FilterPage
from kit_tui.tui.screens.form import FormPage
from kit_tui.tui.screens.gauge import GaugePage
from kit_tui.tui.screens.history import HistoryPage
from kit_tui.tui.screens.sort import SortPage
from kit_tui.tui.widgets.line import Line
from kit_tui.tui.widgets.sidecard import SideCard
from kit_tui.tui.widgets.window import Window


async def filter_by(desk: Desk, field: str, *keys: str) -> None:
    """Open the filter page, go to a field, and press keys there."""
    await desk.press("f")
    await desk.until(lambda: isinstance(desk.app.screen, FilterPage))
    page = desk.app.screen
    assert isinstance(page, FilterPage)
    await desk.until(lambda: page.lines.target is not None)
    while page.lines.target != field:
        await desk.press("down")
    await desk.press("enter")
    await desk.until(lambda: page.line.has_focus)
    await desk.press(*keys)


async def test_typing_narrows_the_list_and_escape_brings_it_back_at_the_record_found(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 3)
    await at_list(whole_desk, "directory")
    await whole_desk.press("slash")
    await whole_desk.type("はな")
    await whole_desk.sees("1 person")
    assert under_cursor(whole_desk) == "大野 花"
    await whole_desk.press("enter")
    assert listing(whole_desk).has_focus
    await whole_desk.press("escape")
    await whole_desk.sees("6 people")
    await whole_desk.until(lambda: under_cursor(whole_desk) == "大野 花")


async def test_a_key_that_comes_before_the_list_that_was_asked_for_acts_on_that(whole_desk: Desk) -> None:
    shown = await at_list(whole_desk, "directory")
    asked = Window(pane(whole_desk).info, Query("people", text="はな"))
    pane(whole_desk)._windows["people"] = asked
    shown.show(asked)
    await pane(whole_desk).action_open()
    await whole_desk.sees("大野 花   person")


async def test_down_goes_from_the_search_line_into_the_list(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await whole_desk.press("slash", "down")
    assert listing(whole_desk).has_focus


async def test_a_search_that_finds_nothing_says_the_way_back(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await whole_desk.press("slash")
    await whole_desk.type("鑢")
    await whole_desk.sees("Nothing found. Esc shows all records.")
    await whole_desk.press("escape")
    await whole_desk.sees("3 people")
    assert not whole_desk.app.screen.query(Line).first().has_focus


async def test_a_choice_filters_the_list_and_is_told_above_it(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await filter_by(whole_desk, "category", *"fac", "enter")
    await whole_desk.sees("Category: faculty")
    await whole_desk.sees("1 person")
    await whole_desk.press("escape")
    await whole_desk.sees("3 people")


async def test_a_space_typed_among_the_values_moves_nothing(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await filter_by(whole_desk, "category")
    await whole_desk.sees("administrative staff")
    await whole_desk.press("down", "space", "enter")
    await whole_desk.sees("Category: administrative staff")


async def test_where_a_value_is_typed_the_line_of_keys_has_no_letters(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await filter_by(whole_desk, "category")
    await whole_desk.until(lambda: "d remove" not in whole_desk.text)
    await whole_desk.press("escape")
    await whole_desk.sees("d remove")


async def test_filters_combine_and_can_be_taken_off_one_by_one(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await filter_by(whole_desk, "name", "大", "enter")
    await whole_desk.sees("2 people")
    await filter_by(whole_desk, "category", *"fac", "enter")
    await whole_desk.sees("1 person")
    assert 'Name: "大"   Category: faculty' in whole_desk.text
    await whole_desk.press("f", "down", "down")
    page = whole_desk.app.screen
    assert isinstance(page, FilterPage)
    while page.lines.target != "category":
        await whole_desk.press("down")
    await whole_desk.press("d", "escape")
    await whole_desk.sees("2 people")


async def test_a_reference_is_filtered_by_typing_a_part_of_its_name(whole_desk: Desk) -> None:
    await at_list(whole_desk, "faculty")
    await filter_by(whole_desk, "institution")
    await whole_desk.type("wien")
    await whole_desk.until(lambda: [one.words for one in whole_desk.app.screen._offers] == ["TU Wien"])
    await whole_desk.press("enter")
    await whole_desk.sees("Host institution: TU Wien")
    await whole_desk.sees("1 record")


async def test_a_date_is_filtered_by_a_range(whole_desk: Desk) -> None:
    await at_list(whole_desk, "faculty")
    await filter_by(whole_desk, "start")
    await whole_desk.type("2018-04-01..")
    await whole_desk.sees("from 2018-04-01")
    await whole_desk.press("enter")
    await whole_desk.sees("0 records")


@pytest.mark.parametrize(
    ("area", "view", "column", "keys", "told", "left"),
    [
        ("units", "agreements", "state", ("e", "x", "p", "i", "r", "e", "d"), "State: expired", 1),
        ("directory", "people", "unit", ("設",), 'Unit: "設"', 1),
        ("staff", "staff", "best", (*"800..",), "Best: 800 or more", 1),
        ("staff", "staff", "best_on", (*"2018-06-17",), "Date: 2018-06-17", 1),
        ("staff", "staff", "qualifies", ("n", "o"), "730+: no", 1),
    ],
)
async def test_a_list_is_filtered_by_a_column_that_is_worked_out(
    whole_desk: Desk, area: str, view: str, column: str, keys: tuple[str, ...], told: str, left: int
) -> None:
    store = whole_desk.store
    store.save("employments", {"person": 2, "contract": "full_time", "start": dt.date(2012, 4, 1), "unit": "施設課"})
    store.save("scores", {"person": 2, "test": "toeic_lr", "date": dt.date(2018, 6, 17), "total": 815})
    agreement = {"institution": 1, "kind": "general", "level": "university", "status": "signed"}
    for end in (dt.date(2017, 3, 31), None):
        store.save("agreements", {**agreement, "title": "A", "start": dt.date(2012, 4, 1), "end": end})
    await at_list(whole_desk, area, view)
    await filter_by(whole_desk, column, *keys)
    await whole_desk.until(lambda: len(whole_desk.app.screen._offers) == 1)  # type: ignore[attr-defined]
    await whole_desk.press("enter")
    await whole_desk.sees(told)
    await whole_desk.until(lambda: window(whole_desk).counted)
    assert window(whole_desk).total == left


def test_a_column_is_asked_for_by_the_heading_that_it_has_above_the_list() -> None:
    scores = next(register for register in REGISTERS if register.slug == "staff")
    page = FilterPage(scores.describe({"score_threshold": "740"}), (), None)
    assert "740+" in [say(field.label, "en") for field in page._asked()]


async def test_what_is_worked_out_of_a_field_is_not_asked_for_beside_it(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await whole_desk.press("f")
    await whole_desk.sees("Staff no.")
    lines = [line.strip() for line in whole_desk.text.splitlines()]
    assert lines.count("Name") == 1
    assert "Unit" in lines


async def test_what_can_not_be_read_is_told_while_it_is_typed(whole_desk: Desk) -> None:
    await at_list(whole_desk, "faculty")
    await filter_by(whole_desk, "start")
    await whole_desk.type("2018-02-30")
    await whole_desk.sees("2018-02-30")
    await whole_desk.until(lambda: "no 30" in whole_desk.text or "February" in whole_desk.text)


async def test_a_list_is_sorted_by_a_column_and_turned_round(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory", "institutions")
    for heading, first in (("Country ^", "TU Wien"), ("Country v", "ETH Zürich")):
        await whole_desk.press("s")
        await whole_desk.until(lambda: isinstance(whole_desk.app.screen, SortPage))
        while whole_desk.app.screen.query_one("Lines").target != "country":  # type: ignore[attr-defined]
            await whole_desk.press("down")
        await whole_desk.press("enter")
        await whole_desk.sees(heading)
        await whole_desk.until(lambda first=first: under_cursor(whole_desk) == first)  # type: ignore[misc]


async def test_deleting_asks_nothing_and_says_how_to_undo(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await whole_desk.press("d")
    await whole_desk.until(lambda: "Deleted 青木 恵. Ctrl+Z brings it back." in whole_desk.told)
    await whole_desk.sees("2 people")
    await whole_desk.press("ctrl+z")
    await whole_desk.sees("3 people")


async def test_marked_records_are_deleted_together(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 3)
    await at_list(whole_desk, "directory")
    await whole_desk.press("end", "up", "space", "space")
    assert "*職員 002" in whole_desk.text
    await whole_desk.press("d")
    await whole_desk.sees("4 people")
    assert whole_desk.told == "Deleted 2 records. Ctrl+Z brings them back."
    assert not window(whole_desk).marked


async def test_escape_unmarks_before_it_does_anything_else(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await filter_by(whole_desk, "name", "大", "enter")
    await whole_desk.sees("2 people")
    await whole_desk.press("space", "escape")
    assert not window(whole_desk).marked
    assert "2 people" in whole_desk.text


async def test_what_others_point_to_is_not_deleted_and_the_reason_is_told(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory", "institutions")
    await whole_desk.press("end", "d")
    await whole_desk.until(lambda: "TU Wien can't be deleted" in whole_desk.told)
    assert "2 records" in whole_desk.text


async def test_views_are_gone_through_by_left_and_right_and_keep_their_place(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await whole_desk.press("down", "right")
    await whole_desk.until(lambda: under_cursor(whole_desk) == "ETH Zürich")
    await whole_desk.press("left")
    await whole_desk.until(lambda: window(whole_desk).query.register == "people")
    assert window(whole_desk).cursor == 1


async def test_the_year_narrows_a_list_that_goes_by_years(whole_desk: Desk) -> None:
    await at_list(whole_desk, "faculty")
    await whole_desk.press("less_than_sign")
    await whole_desk.sees("AY 2017   22 Nov 2018")
    await whole_desk.until(lambda: window(whole_desk).query.year == 2017)
    await whole_desk.sees("1 record")
    await whole_desk.press("greater_than_sign")
    await whole_desk.sees("0 records")
    await whole_desk.press("escape")
    await whole_desk.sees("1 record")


@pytest.mark.parametrize(("away", "back"), [("right", "left"), ("3", "2")])
async def test_a_list_narrowed_to_the_year_goes_with_it_when_it_comes_back(
    whole_desk: Desk, away: str, back: str
) -> None:
    await at_list(whole_desk, "faculty")
    await whole_desk.press("less_than_sign")
    await whole_desk.sees("1 record")
    await whole_desk.press(away)
    await whole_desk.until(lambda: window(whole_desk).query.register != "faculty-stays")
    await whole_desk.press("greater_than_sign")
    await whole_desk.sees("AY 2018   22 Nov 2018")
    await whole_desk.press(back)
    await whole_desk.until(lambda: window(whole_desk).query.register == "faculty-stays")
    await whole_desk.sees("0 records")
    assert window(whole_desk).query.year == 2018


async def test_a_list_narrowed_to_the_year_goes_with_it_below_another_page(whole_desk: Desk) -> None:
    await at_list(whole_desk, "faculty")
    await whole_desk.press("less_than_sign")
    await whole_desk.sees("1 record")
    whole_desk.app.open_gauge("faculty-stays")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, GaugePage))
    whole_desk.app.action_year(1)
    await whole_desk.press("escape")
    await whole_desk.sees("0 records")


async def test_a_year_that_was_chosen_for_a_list_alone_stays(whole_desk: Desk) -> None:
    await at_list(whole_desk, "faculty")
    await whole_desk.press("less_than_sign")
    await whole_desk.sees("1 record")
    await filter_by(whole_desk, "", *"2016", "enter")
    await whole_desk.until(lambda: window(whole_desk).query.year == 2016)
    await whole_desk.press("right")
    await whole_desk.until(lambda: window(whole_desk).query.register == "outcomes")
    await whole_desk.press("greater_than_sign", "left")
    await whole_desk.until(lambda: window(whole_desk).query.register == "faculty-stays")
    assert window(whole_desk).query.year == 2016


async def test_enter_e_and_h_open_the_record_under_the_cursor(whole_desk: Desk) -> None:
    await at_list(whole_desk, "staff")
    for key, kind in (("enter", CardPage), ("e", FormPage), ("h", HistoryPage)):
        await whole_desk.press(key)
        await whole_desk.until(lambda kind=kind: isinstance(whole_desk.app.screen, kind))  # type: ignore[misc]
        await whole_desk.sees("青木 恵")
        await whole_desk.press("escape")
        await whole_desk.until(lambda: pane(whole_desk).is_on_screen)


async def test_new_in_the_list_of_scores_begins_a_score_of_the_person_under_the_cursor(whole_desk: Desk) -> None:
    await at_list(whole_desk, "staff")
    await whole_desk.press("n")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, FormPage))
    assert whole_desk.form.sheet.info.slug == "scores"
    assert whole_desk.form.sheet.values["person"] == 2


async def test_a_name_typed_into_the_score_begun_in_the_list_is_the_person_and_enter_alone_keeps_theirs(
    whole_desk: Desk,
) -> None:
    await at_list(whole_desk, "staff")
    await whole_desk.press("n")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, FormPage) and whole_desk.form.idle.is_set())
    slots = whole_desk.form.sheet.slots
    await whole_desk.press("enter")
    assert (slots["person"].value, whole_desk.form.sheet.current) == (2, slots["test"])
    await whole_desk.press("up")
    await whole_desk.choose("花")
    assert slots["person"].value == 3


async def test_the_card_beside_the_list_follows_the_cursor(whole_desk: Desk) -> None:
    await at_list(whole_desk, "faculty")
    side = whole_desk.app.screen.query_one(SideCard)
    await whole_desk.until(lambda: side.card is not None)
    assert "Host institution  TU Wien" in whole_desk.text
    whole_desk.store.save(
        "events", {"kind": "briefing", "title": "Timber at home", "start": dt.date(2018, 11, 30), "stay": 1}
    )
    await whole_desk.sees("Timber at home")


async def test_the_card_is_not_read_while_the_cursor_moves_on(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 30)
    await at_list(whole_desk, "directory")
    side = pane(whole_desk).query_one(SideCard)
    await whole_desk.until(lambda: side.card is not None)
    read: list[int] = []
    real = whole_desk.store.card
    whole_desk.store.card = lambda register, record: read.append(record) or real(register, record)  # type: ignore
    for _ in range(20):
        listing(whole_desk).action_step(1)
    last = window(whole_desk).current
    await whole_desk.until(lambda: side.card is not None and last is not None and side.card.entry.id == last.id)
    assert read == [last.id]  # type: ignore[union-attr]


@pytest.mark.usefixtures("_own_settings")
async def test_a_narrow_screen_has_no_room_for_the_card(register_path: Path) -> None:
    async with desk_at(register_path, (80, 24), whole=True) as desk:
        await at_list(desk, "directory")
        assert not pane(desk).query_one(SideCard).display
        await desk.pilot.resize_terminal(120, 40)
        await desk.until(lambda: pane(desk).query_one(SideCard).display)
        await desk.sees("administrative staff")


async def test_up_from_the_first_row_goes_to_the_gauges_and_enter_opens_one(whole_desk: Desk) -> None:
    await at_list(whole_desk, "staff")
    await whole_desk.press("up", "up", "enter")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, GaugePage))


@pytest.mark.usefixtures("_own_settings")
async def test_a_viewer_is_not_shown_the_lists_of_scores(register_path: Path) -> None:
    async with viewer_at(register_path) as desk:
        await at_list(desk, "staff")
        assert "All scores" not in desk.text
        assert "Courses" in desk.text


async def test_keys_of_records_do_nothing_while_the_cursor_is_on_a_gauge(whole_desk: Desk) -> None:
    await at_list(whole_desk, "staff")
    await whole_desk.press("up", "d", "e")
    assert not whole_desk.told
    assert pane(whole_desk).screen.is_current
    await whole_desk.press("escape", "e")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, FormPage))


async def test_a_change_of_year_on_another_page_leaves_the_list_below_as_it_is(whole_desk: Desk) -> None:
    await at_list(whole_desk, "faculty")
    whole_desk.app.open_gauge("faculty-stays")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, GaugePage))
    whole_desk.app.action_year(-1)
    await whole_desk.press("escape")
    assert window(whole_desk).query.year is None
