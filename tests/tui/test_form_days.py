"""Days in a form: what was understood when the field was left is what is kept."""

from __future__ import annotations

import datetime as dt

import pytest
from formdesk import Desk


async def test_a_day_without_a_year_stays_what_it_was_understood_as_when_the_start_changes(desk: Desk) -> None:
    form = await desk.open("faculty-stays", person=1, institution=1)
    await desk.go_to("end")
    await desk.type("9/1", "enter")
    assert "Sat 1 Sep 2018" in desk.line("To")
    await desk.go_to("start")
    await desk.type("2018-12-1", "ctrl+s")
    await desk.sees("The end, 2018-09-01, is before the start, 2018-12-01.")
    assert form.sheet.slots["end"].value == dt.date(2018, 9, 1)
    assert len(desk.records("faculty-stays")) == 1


@pytest.mark.parametrize(("text", "day"), [("9/1", "2018-09-01"), ("today", "2018-11-22"), ("H30.9.1", "H30.9.1")])
async def test_a_day_that_is_one_only_today_is_written_out_when_the_field_is_left(
    desk: Desk, text: str, day: str
) -> None:
    form = await desk.open("faculty-stays")
    await desk.go_to("start")
    await desk.type(text, "enter")
    assert form.sheet.slots["start"].editor.text == day


async def test_typing_in_a_day_that_came_along_replaces_it(desk: Desk) -> None:
    form = await desk.open("visits", institution=1, start=dt.date(2026, 9, 1), end=dt.date(2026, 9, 5))
    await desk.go_to("start")
    await desk.press("2", "0", "1", "8", "slash", "9", "slash", "5")
    assert form.sheet.slots["start"].editor.text == "2018/9/5"
    await desk.go_to("end")
    await desk.type("2018-9-6")
    assert form.sheet.slots["end"].editor.text == "2018-9-6"
    await desk.press("ctrl+z", "ctrl+z")
    assert form.sheet.slots["end"].editor.text == "2026-09-05"


@pytest.mark.parametrize(("keys", "left"), [(("backspace",), "2026-09-08"), (("left", "1"), "2026-09-011")])
async def test_a_day_that_came_along_can_be_edited(desk: Desk, keys: tuple[str, ...], left: str) -> None:
    form = await desk.open("visits", institution=1, start=dt.date(2026, 9, 1))
    await desk.go_to("start")
    await desk.press(*keys)
    await desk.type("8" if keys == ("backspace",) else "")
    assert form.sheet.slots["start"].editor.text == left


async def test_a_day_of_a_record_that_is_there_is_edited(desk: Desk) -> None:
    form = await desk.open("faculty-stays", 1)
    await desk.go_to("start")
    await desk.press("1")
    assert form.sheet.slots["start"].editor.text == "2018-03-011"


async def test_typing_in_the_day_of_a_series_replaces_it(desk: Desk) -> None:
    form = await desk.open("scores", person=2, test="toeic_lr", date=dt.date(2018, 6, 17), total=600)
    await desk.press("ctrl+n")
    await desk.until(lambda: len(desk.records("scores")) == 1)
    await desk.go_to("date")
    await desk.type("H30.9.1", "enter")
    assert form.sheet.slots["date"].value == dt.date(2018, 9, 1)


async def test_what_was_typed_for_a_record_made_on_the_spot_is_added_to(desk: Desk) -> None:
    form = await desk.open("institutions", name="Aal")
    await desk.go_to("name")
    await desk.type("to")
    assert form.sheet.slots["name"].editor.text == "Aalto"
