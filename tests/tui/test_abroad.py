"""Who is overseas, for a safety check."""

from __future__ import annotations

import datetime as dt

import pytest
from formdesk import Desk

from kit_tui.tui.screens.abroad import AbroadPage
from kit_tui.tui.screens.card import CardPage


@pytest.fixture
async def page(desk: Desk) -> AbroadPage:
    """The page, with one person away for sure and another who may be."""
    desk.store.save("people", {"email": "ono@kit.example"}, 1)
    for person, host, status, end in ((1, 1, "away", dt.date(2019, 2, 28)), (3, 2, "approved", dt.date(2018, 11, 22))):
        stay = {"person": person, "institution": host, "start": dt.date(2018, 9, 1), "end": end, "status": status}
        desk.store.save("faculty-stays", stay)
    page = AbroadPage()
    await desk.app.push_screen(page)
    await desk.sees("Overseas on Thu 22 Nov 2018: 2 people in 2 countries")
    return page


def line(desk: Desk, beginning: str) -> str:
    return next(text.strip() for text in desk.text.splitlines() if text.strip().startswith(beginning))


async def test_each_stands_under_the_country_with_place_return_and_address(desk: Desk, page: AbroadPage) -> None:
    lines = [text.strip() for text in desk.text.splitlines()]
    assert lines[lines.index("Switzerland (1)") + 1].startswith("大野 健")
    for part in ("オオノ ケン", "ETH Zürich", "until 2019-02-28, 98 days", "ono@kit.example"):
        assert part in line(desk, "大野 健")


async def test_who_has_not_been_confirmed_is_flagged(desk: Desk, page: AbroadPage) -> None:
    assert "not confirmed" in line(desk, "大野 花")
    assert "not confirmed" not in line(desk, "大野 健")


async def test_the_next_day_is_one_key_away(desk: Desk, page: AbroadPage) -> None:
    await desk.press(">")
    await desk.sees("Overseas on Fri 23 Nov 2018: 1 person in 1 country")
    assert "大野 花" not in desk.text


async def test_enter_opens_the_stay(desk: Desk, page: AbroadPage) -> None:
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, CardPage))
    await desk.sees("faculty stay")


async def test_the_address_has_its_own_line_where_there_is_little_room(desk: Desk, page: AbroadPage) -> None:
    await desk.pilot.resize_terminal(80, 24)
    await desk.until(lambda: "ono@kit.example" in line(desk, "オオノ ケン"))
