"""A save that is refused: it is told of, and the cursor is where something has to be done."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from formdesk import Desk, desk_at


async def test_a_refused_save_says_how_many_fields_are_at_fault_and_goes_to_the_first(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.go_to("notes")
    await desk.type("Timber", "ctrl+s")
    assert desk.told == "Not saved: 3 fields need another look."
    assert form.sheet.current is form.sheet.slots["person"]


async def test_one_field_at_fault_is_told_of_when_the_register_refuses_the_record(desk: Desk) -> None:
    await desk.open("faculty-stays", person=1, institution=1, start=dt.date(2018, 9, 1))
    await desk.go_to("end")
    await desk.type("2018-8-1")
    await desk.go_to("person")
    await desk.press("ctrl+s")
    await desk.until(lambda: desk.told == "Not saved: one field needs another look.")
    assert desk.form.sheet.current is desk.form.sheet.slots["end"]


async def test_a_half_typed_search_is_told_of_as_well(desk: Desk) -> None:
    await desk.open("faculty-stays")
    await desk.type("大野", "ctrl+s")
    assert desk.told == "Not saved: one field needs another look."


@pytest.mark.usefixtures("_own_settings")
async def test_the_first_field_at_fault_comes_into_sight_on_a_small_screen(register_path: Path) -> None:
    async with desk_at(register_path, size=(80, 24)) as desk:
        await desk.open("faculty-stays")
        await desk.go_to("notes")
        for _ in range(12):
            await desk.press("ctrl+j")
        assert "Person" not in desk.text
        await desk.press("ctrl+s")
        await desk.sees("Person is required.")


async def test_required_fields_bear_a_mark_that_is_explained(desk: Desk) -> None:
    await desk.open("faculty-stays")
    assert desk.line("Person").startswith("   Person *")
    assert "*" not in desk.line("Purpose")
    assert "* required" in desk.text
