"""A half-typed form outlives its terminal, in a real one."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Terminal


@pytest.fixture
def start(register_path: Path, tmp_path: Path) -> Callable[[], Terminal]:
    def started() -> Terminal:
        environment = {
            "KIT_TODAY": "2018-11-22",
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
        }
        return Terminal([sys.executable, "-m", "kit_tui", "--db", str(register_path)], environment=environment)

    return started


def half_typed(terminal: Terminal) -> None:
    """A new person's form with a name in it."""
    terminal.wait("Overview")
    terminal.press("5")
    terminal.wait("Institutions")
    terminal.press("n")
    terminal.wait("New person")
    terminal.type("佐藤 学")
    terminal.wait("佐 ?藤")


def test_a_hang_up_right_after_the_last_key_loses_nothing(start: Callable[[], Terminal]) -> None:
    with start() as terminal:
        half_typed(terminal)
        terminal.signal(signal.SIGHUP)
        begun = time.monotonic()
        terminal.ended()
        assert time.monotonic() - begun < 5
    with start() as terminal:
        terminal.wait("A draft from .* was kept: person")
        terminal.press("enter")
        terminal.wait("New person")
        terminal.wait("佐 ?藤")


def test_a_killed_program_loses_at_most_the_last_second(start: Callable[[], Terminal]) -> None:
    with start() as terminal:
        half_typed(terminal)
        terminal.wait("draft kept")
        terminal.signal(signal.SIGKILL)
        terminal.ended()
    with start() as terminal:
        terminal.wait("A draft from .* was kept: person")
        terminal.press("d")
        terminal.wait_gone("A draft from")


def test_a_record_half_made_on_the_spot_comes_back_before_the_one_that_waits_for_it(
    start: Callable[[], Terminal],
) -> None:
    with start() as terminal:
        terminal.wait("Overview")
        terminal.press("2")
        terminal.wait("Outcomes")
        terminal.press("n")
        terminal.wait("New faculty stay")
        terminal.type("佐藤 学")
        terminal.wait('New person: "佐')
        terminal.press("enter")
        terminal.wait("Romanised name")
        terminal.type("サトウ")
        terminal.wait("サ ?ト ?ウ")
        terminal.signal(signal.SIGHUP)
        terminal.ended()
    with start() as terminal:
        terminal.wait("A draft from .* was kept: person")
        terminal.press("enter")
        terminal.wait("Romanised name")
        terminal.press("ctrl+s")
        terminal.wait("A draft from .* was kept: faculty stay")
        terminal.press("enter")
        terminal.wait("New faculty stay")
