"""What the register refuses is told at the bottom of the screen, whoever asked, and the app goes on."""

from __future__ import annotations

import pytest
from formdesk import Desk

from kit_tui.domain.wording import Refused, message
from kit_tui.store import Store

DAMAGED = message("The database {path} is damaged: work on with a backup of it.", path="kit.db")


def refuse(*_: object, **__: object) -> None:
    raise Refused(DAMAGED)


async def test_what_a_list_of_choices_is_refused_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.app.open_form("faculty-stays")
    await desk.sees("Person")
    monkeypatch.setattr(Store, "choices", refuse)
    await desk.press("space")
    await desk.until(lambda: "is damaged" in desk.told)
    monkeypatch.undo()
    await desk.type("大野")
    await desk.sees("大野 健")


async def test_what_a_key_is_refused_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.app.open_form("people")
    await desk.sees("Name")
    monkeypatch.setattr(Store, "last_values", refuse)
    await desk.press("f5")
    await desk.until(lambda: "is damaged" in desk.told)
    assert desk.app.is_running


async def test_a_page_left_while_it_was_read_is_left(desk: Desk) -> None:
    for _ in range(20):
        desk.app.open_card("people", 1)
        await desk.pilot.pause()
        desk.app.screen.dismiss()
        desk.store.save("people", {"notes": ""}, 1)
    await desk.app.workers.wait_for_complete()
    assert desk.app.is_running
