"""Who changed what, and taking it back."""

from __future__ import annotations

from formdesk import Desk

from kit_tui.tui.screens.history import HistoryPage


async def history(desk: Desk, register: str, record: int) -> HistoryPage:
    """A history, opened and read."""
    page = HistoryPage(register, record)
    await desk.app.push_screen(page)
    await desk.until(lambda: page.found is not None and bool(page.lines.roll.lines))
    return page


async def test_each_step_says_who_did_it_and_what_was_there_before(desk: Desk) -> None:
    desk.store.save("people", {"email": "aoki@kit.example"}, 2)
    await history(desk, "people", 2)
    await desk.sees("E-mail: (blank) -> aoki@kit.example")
    assert "tanaka      changed" in desk.text
    assert "tanaka      added" in desk.text


async def test_the_operation_under_the_cursor_is_taken_back(desk: Desk) -> None:
    desk.store.save("people", {"email": "aoki@kit.example"}, 2)
    await history(desk, "people", 2)
    await desk.press("u")
    await desk.sees("E-mail: aoki@kit.example -> (blank)")
    assert desk.store.entry("people", 2).values["email"] == ""


async def test_what_later_changes_stand_in_the_way_of_is_refused_with_the_reason(desk: Desk) -> None:
    desk.store.save("people", {"email": "aoki@kit.example"}, 2)
    page = await history(desk, "people", 2)
    page.lines.action_end()
    await desk.press("u")
    await desk.until(lambda: "has been changed since" in desk.told)
