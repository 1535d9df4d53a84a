"""What the app makes of a role: what is not allowed is said at once, and a changed account ends the session."""

from __future__ import annotations

from pathlib import Path

import pytest
from formdesk import Desk, small_register
from listdesk import another_session, at_list, viewer_at

from kit_tui.domain.roles import Role
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor
from kit_tui.store import open as open_store
from kit_tui.tui.app import KitApp


@pytest.mark.parametrize("key", ["n", "e"])
async def test_a_viewer_is_told_before_typing_that_this_can_t_be_saved(register_path: Path, key: str) -> None:
    async with viewer_at(register_path) as desk:
        await at_list(desk, "directory")
        await desk.press(key)
        await desk.until(lambda: "takes the role editor" in desk.told)


async def test_an_export_of_scores_is_told_among_the_latest_changes(register_path: Path) -> None:
    async with viewer_at(register_path) as desk:
        with another_session(desk) as other:
            other.note_export(["scores"])
        await desk.sees("exported: All scores")


@pytest.mark.parametrize("changed", ["disabled", "viewer"])
async def test_a_changed_account_ends_the_session(register_path: Path, changed: str) -> None:
    head = small_register(register_path)
    head.accounts.add("head", Role.ADMIN)
    head = open_store(str(register_path), Actor("head"), REGISTERS)
    head.accounts.add("sato", Role.EDITOR)
    store = open_store(str(register_path), Actor("sato"), REGISTERS)
    app = KitApp(store)
    async with app.run_test(size=(120, 40)) as pilot:
        if changed == "disabled":
            head.accounts.disable("sato")
        else:
            head.accounts.set_role("sato", Role.VIEWER)
        desk = Desk(app, pilot)
        await desk.until(lambda: not app.is_running or app.return_code == 1)
    app.lanes.close()
    store.close()
    assert app.return_code == 1
