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
