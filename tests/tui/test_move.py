"""People move and leave; their employments follow."""

from __future__ import annotations

import datetime as dt

import pytest
from formdesk import Desk

from kit_tui.tui.screens.card import CardPage
from kit_tui.tui.screens.move import LeavePage, MovePage


@pytest.fixture
async def page(desk: Desk) -> CardPage:
    """The card of somebody employed since 2015."""
    employment = {"person": 2, "contract": "full_time", "unit": "国際課", "start": dt.date(2015, 4, 1)}
    desk.store.save("employments", employment)
    page = CardPage("people", 2)
    await desk.app.push_screen(page)
    await desk.sees("国際課")
    return page


async def test_a_move_ends_the_employment_on_the_day_before_and_begins_the_next(desk: Desk, page: CardPage) -> None:
    await desk.press("m")
    await desk.until(lambda: isinstance(desk.app.screen, MovePage) and desk.app.in_text)
    await desk.type("H30.12.1", "enter")
    await desk.sees("Sat 1 Dec 2018")
    await desk.type("総務課", "enter")
    await desk.type("係長", "enter")
    assert isinstance(desk.app.screen, MovePage)
    await desk.press("enter")
    await desk.until(lambda: desk.app.screen is page)
    before, after = (desk.store.entry("employments", record).values for record in (1, 2))
    assert before["end"] == dt.date(2018, 11, 30)
    assert (after["start"], after["unit"], after["position"], after["end"]) == (
        dt.date(2018, 12, 1),
        "総務課",
        "係長",
        None,
    )
    assert after["contract"] == "full_time"


async def test_a_wrong_day_is_told_at_its_field_and_keeps_the_caret(desk: Desk, page: CardPage) -> None:
    await desk.press("m")
    await desk.until(lambda: isinstance(desk.app.screen, MovePage) and desk.app.in_text)
    await desk.type("2018-2-30", "enter")
    await desk.sees("2018 has no 30 February")
    assert desk.app.focused is not None
    assert desk.app.focused.id == "start"
    await desk.press("backspace")
    await desk.until(lambda: "has no 30 February" not in desk.text)


async def test_a_day_before_any_employment_is_refused_at_the_day(desk: Desk, page: CardPage) -> None:
    await desk.press("m")
    await desk.until(lambda: isinstance(desk.app.screen, MovePage) and desk.app.in_text)
    await desk.type("2001-4-1", "enter")
    await desk.type("総務課", "ctrl+s")
    await desk.sees("There is no employment on 2001-04-01")
    assert isinstance(desk.app.screen, MovePage)


async def test_leaving_ends_the_employment_with_its_last_day(desk: Desk, page: CardPage) -> None:
    await desk.press("x")
    await desk.until(lambda: isinstance(desk.app.screen, LeavePage) and desk.app.in_text)
    await desk.type("2019-3-31", "enter", "enter")
    await desk.until(lambda: desk.app.screen is page)
    await desk.sees("Saved: 青木 恵 leaves")
    assert desk.store.entry("employments", 1).values["end"] == dt.date(2019, 3, 31)


@pytest.mark.parametrize("key", ["m", "x"])
async def test_somebody_without_an_employment_neither_moves_nor_leaves(desk: Desk, key: str) -> None:
    page = CardPage("people", 2)
    await desk.app.push_screen(page)
    await desk.sees("アオキ メグミ")
    await desk.press(key)
    await desk.until(lambda: desk.told == "青木 恵 has no employment: add one first.")
    assert desk.app.screen is page
