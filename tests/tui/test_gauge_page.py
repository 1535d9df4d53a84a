"""A gauge's page: its years, and who is behind the number."""

from __future__ import annotations

import datetime as dt

from formdesk import Desk

from kit_tui.tui.screens.card import CardPage
from kit_tui.tui.screens.gauge import GaugePage


async def gauge(desk: Desk, code: str) -> GaugePage:
    """A gauge's page, opened and read."""
    page = GaugePage(code)
    await desk.app.push_screen(page)
    await desk.until(lambda: page.found is not None and bool(page.lines.roll.lines))
    return page


async def away(desk: Desk, start: dt.date) -> None:
    desk.store.save("faculty-stays", {"person": 1, "institution": 1, "start": start, "status": "away"})


def line(desk: Desk, beginning: str) -> str:
    return next(text.strip() for text in desk.text.splitlines() if text.strip().startswith(beginning))


async def test_it_shows_each_year_beside_what_was_published_and_aimed_at(desk: Desk) -> None:
    await away(desk, dt.date(2018, 9, 1))
    desk.store.save("published", {"gauge": "faculty-stays", "academic_year": 2018, "value": 3})
    desk.store.save("targets", {"gauge": "faculty-stays", "academic_year": 2018, "role": "final", "value": 5})
    await gauge(desk, "faculty-stays")
    await desk.sees("AY 2017")
    assert "1" in line(desk, "AY 2018").split()
    assert "published 3, records -2" in line(desk, "AY 2018")
    assert "final target 5" in line(desk, "AY 2018")
    assert "behind" in desk.text


async def test_where_the_office_started_is_no_target(desk: Desk) -> None:
    for year, role, value in ((2016, "baseline", 2), (2018, "milestone", 4), (2020, "final", 6)):
        desk.store.save("targets", {"gauge": "faculty-stays", "academic_year": year, "role": role, "value": value})
    await gauge(desk, "faculty-stays")
    await desk.sees("AY 2016")
    assert [line(desk, f"AY {year}").split("  ")[-1].strip() for year in (2016, 2018, 2020)] == [
        "baseline 2",
        "milestone 4",
        "final target 6",
    ]


async def test_it_says_who_counts_and_who_does_not_and_why(desk: Desk) -> None:
    await away(desk, dt.date(2018, 9, 1))
    desk.store.save("faculty-stays", {"person": 1, "institution": 2, "start": dt.date(2019, 2, 1)})
    await gauge(desk, "faculty-stays")
    await desk.sees("Not counted")
    assert "begins on 2019-02-01, planned" in line(desk, "大野 健, TU Wien, 2019-02-01")


async def test_enter_opens_the_record_behind_a_line(desk: Desk) -> None:
    await away(desk, dt.date(2018, 9, 1))
    await gauge(desk, "faculty-stays")
    await desk.sees("Counted")
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, CardPage))


async def test_another_academic_year_is_one_key_away(desk: Desk) -> None:
    page = await gauge(desk, "faculty-stays")
    await desk.press("<")
    await desk.until(lambda: page.found is not None and page.found.now.academic_year == 2017)
    await desk.sees("as of 31 March 2018")


async def test_a_new_record_is_counted_while_one_looks(desk: Desk) -> None:
    page = await gauge(desk, "faculty-stays")
    before = page.found
    await away(desk, dt.date(2018, 9, 1))
    await desk.until(lambda: page.found != before)
    assert page.found is not None
    assert page.found.now.numerator == 1
