"""Records that are made on the spot, in a form on top of the one that misses them."""

from __future__ import annotations

from formdesk import Desk

from kit_tui.tui.screens.form import FormPage


async def making(desk: Desk, register: str, reference: str, text: str) -> FormPage:
    """The form of a record, with that of one that its reference misses on top."""
    form = await desk.open(register)
    await desk.go_to(reference)
    await desk.choose(text)
    await desk.until(lambda: desk.app.screen is not form and desk.form.idle.is_set())
    return form


async def test_no_series_of_a_record_made_on_the_spot_is_begun(desk: Desk) -> None:
    form = await making(desk, "faculty-stays", "person", "田中")
    assert "save and new" not in desk.text
    await desk.press("ctrl+n")
    assert len(desk.records("people")) == 3
    await desk.go_to("notes")
    await desk.press("enter", "right")
    assert "Save and new" not in desk.text
    await desk.press("enter")
    await desk.until(lambda: desk.app.screen is form and form.sheet.slots["person"].filled)
    assert len(desk.records("people")) == 4


async def test_a_visitor_made_on_the_spot_is_at_home_where_the_visit_comes_from(desk: Desk) -> None:
    form = await desk.open("visits", institution=1)
    await desk.choose("Salo")
    await desk.until(lambda: desk.app.screen is not form and desk.form.idle.is_set())
    assert desk.form.sheet.values["home_institution"] == 1
