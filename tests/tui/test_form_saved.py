"""What is said after a save."""

from __future__ import annotations

import datetime as dt

from formdesk import Desk


async def test_an_overlap_that_was_saved_is_told_of(desk: Desk) -> None:
    await desk.open("faculty-stays", person=1, institution=1, start=dt.date(2018, 9, 1))
    await desk.press("ctrl+s")
    await desk.until(lambda: len(desk.records("faculty-stays")) == 2)
    await desk.sees("Saved: 大野 健, ETH Zürich, 2018-09-01. Also in this time: 大野 健, TU Wien, 2018-03-01.")


async def test_a_likely_duplicate_that_was_saved_in_a_series_is_told_of(desk: Desk) -> None:
    await desk.open("people", name="青木 恵", category="admin")
    await desk.press("ctrl+n")
    await desk.sees("Saved: 青木 恵. 青木 恵 (no. 2) has the same name. Is it the same?")


async def test_nothing_more_is_told_of_a_record_like_any_other(desk: Desk) -> None:
    await desk.open("people", name="森 由紀", category="admin")
    await desk.press("ctrl+s")
    await desk.until(lambda: desk.told == "Saved: 森 由紀")
