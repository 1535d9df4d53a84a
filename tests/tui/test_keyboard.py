"""Keys that come faster than the app deals with them."""

from __future__ import annotations

from formdesk import Desk

from kit_tui.tui.screens.main import MainScreen
from kit_tui.tui.widgets.line import Line


async def test_what_is_typed_right_after_a_key_goes_where_the_key_leads(whole_desk: Desk) -> None:
    await whole_desk.press("5")
    await whole_desk.sees("青木")
    for key in ("slash", "花"):
        whole_desk.app.simulate_key(key)
    await whole_desk.until(lambda: whole_desk.app.in_text)
    await whole_desk.until(lambda: whole_desk.app.screen.query(Line).first().text == "花")
    assert isinstance(whole_desk.app.screen, MainScreen)


async def test_what_is_typed_right_after_a_key_goes_where_the_key_leads(whole_desk: Desk) -> None:
    await whole_desk.press("5")
    await whole_desk.sees("青木")
    for key in ("slash", "花"):
        whole_desk.app.simulate_key(key)
    await whole_desk.until(lambda: whole_desk.app.in_text)
    await whole_desk.until(lambda: whole_desk.app.screen.query(Line).first().text == "花")
    assert isinstance(whole_desk.app.screen, MainScreen)
