"""Who is overseas, for a safety check."""

from __future__ import annotations

import datetime as dt

import pytest
from formdesk import Desk

from kit_tui.tui.screens.abroad import AbroadPage
from kit_tui.tui.screens.card import CardPage

FACTS = ("オオノ ケン", "ETH Zürich", "2018-09-01 to 2019-02-28", "ono@kit.example", "デザイン・建築学系")
"""What is to be told of 大野 健."""


@pytest.fixture
async def page(desk: Desk) -> AbroadPage:
    """The page, with one person away for sure and another who may be."""
    desk.store.save("people", {"email": "ono@kit.example"}, 1)
    job = {"contract": "full_time", "start": dt.date(2012, 4, 1), "unit": "デザイン・建築学系"}
    desk.store.save("employments", {"person": 1, **job})
    for person, host, status, end in ((1, 1, "away", dt.date(2019, 2, 28)), (3, 2, "approved", dt.date(2018, 11, 22))):
        stay = {"person": person, "institution": host, "start": dt.date(2018, 9, 1), "end": end, "status": status}
        desk.store.save("faculty-stays", stay)
    page = AbroadPage()
    await desk.app.push_screen(page)
    await desk.sees("Overseas on Thu 22 Nov 2018: 2 people in 2 countries")
    return page


def about(desk: Desk, country: str) -> list[str]:
    """The lines under a country."""
    lines = [text.strip() for text in desk.text.splitlines()]
    first = lines.index(country) + 1
    return lines[first : lines.index("", first)]


async def test_each_stands_under_the_country_with_place_return_and_address(desk: Desk, page: AbroadPage) -> None:
    told = "  ".join(about(desk, "Switzerland (1)"))
    assert told.startswith("大野 健")
    for part in (*FACTS, "98 days left"):
        assert part in told


@pytest.mark.parametrize("status", ["planned", "returned", "reported"])
async def test_who_is_there_by_the_dates_alone_is_flagged_with_the_status(
    desk: Desk, page: AbroadPage, status: str
) -> None:
    assert "by its dates only, status: approved" in " ".join(about(desk, "Austria (1)"))
    assert "by its dates" not in " ".join(about(desk, "Switzerland (1)"))
    desk.store.save("faculty-stays", {"status": status}, 2)
    await desk.until(lambda: f"by its dates only, status: {status}" in " ".join(about(desk, "Switzerland (1)")))


async def test_the_next_day_is_one_key_away(desk: Desk, page: AbroadPage) -> None:
    await desk.press(">")
    await desk.sees("Overseas on Fri 23 Nov 2018: 1 person in 1 country")
    assert "大野 花" not in desk.text


async def test_enter_opens_the_stay(desk: Desk, page: AbroadPage) -> None:
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, CardPage))
    await desk.sees("faculty stay")


async def test_the_facts_take_another_line_where_there_is_little_room(desk: Desk, page: AbroadPage) -> None:
    await desk.pilot.resize_terminal(80, 24)
    await desk.until(lambda: len(about(desk, "Switzerland (1)")) == 2)
    assert [part for part in FACTS if part not in "  ".join(about(desk, "Switzerland (1)"))] == []


async def test_a_long_address_is_not_cut_but_goes_to_the_next_line(desk: Desk, page: AbroadPage) -> None:
    address = "ono.ken.of-the-faculty-of-design-and-architecture@kit.example.ac.jp"
    desk.store.save("people", {"email": address}, 1)
    await desk.pilot.resize_terminal(80, 24)
    await desk.sees(address)
