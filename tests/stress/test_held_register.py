"""An import holds the register for some seconds: who saves meanwhile is told so, and loses no time and no letter."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from kit_tui.store import Query
from tests.stress import jobs
from tests.stress.conftest import Tell
from tests.stress.crew import Worker
from tests.terminal.harness import Terminal

HELD = 4.0
"""Seconds for which the import holds the register."""
SOON = 1.0


@pytest.mark.slow
def test_a_save_that_meets_an_import_goes_through_as_soon_as_the_register_is_free(
    url: str, tmp_path: Path, tell: Tell
) -> None:
    home = str(tmp_path / "home")
    environment = {"KIT_TODAY": "2018-11-22", "HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home}
    command = [sys.executable, "-m", "kit_tui", "--lang", "en", "--db", url]
    with Terminal(command, environment=environment) as app, Worker() as importer:
        app.wait("Overview")
        app.press("5", "right")
        app.wait("Institutions")
        app.press("n")
        app.wait("New institution")
        app.type("Zeta Institute")
        app.press("enter", "enter", "enter")
        app.type("Switzerland")
        app.press("enter")
        importer.begin("hold", url=url)
        held = importer.hear("holding").at
        app.press("ctrl+s")
        app.wait("Somebody else is writing")
        while time.monotonic() < held + HELD:
            app.look(0.2)
        freed = time.monotonic()
        importer.go_on()
        app.wait("Saved: Zeta Institute")
        waited = time.monotonic() - freed
    kit = jobs.opened(url)
    assert kit.count(Query("institutions")) == 1
    assert kit.check() == []
    kit.close()
    tell(f"saved {waited:.2f} s after an import that held the register for {HELD:g} s")
    assert waited <= SOON
