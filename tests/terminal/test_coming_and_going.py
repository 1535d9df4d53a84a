"""The app starts, quits, and ends when its terminal goes away."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest
from harness import Open, Terminal

READY = "Needs attention"
ROOT = Path(__file__).parents[2]


def test_quitting_asks_and_leaves_the_terminal_as_it_was(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.press("q")
    app.wait("Quit kit-tui")
    app.press("y")
    assert app.ended() == 0
    assert not app.screen.cursor.hidden


def test_escape_goes_on_instead_of_quitting(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.press("q")
    app.wait("Quit kit-tui")
    app.press("escape")
    app.wait_gone("Quit kit-tui")
    app.press("?")
    app.wait("Everywhere")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_ends_it_at_once(open_app: Open, number: signal.Signals) -> None:
    app = open_app()
    app.wait(READY)
    app.signal(number)
    assert app.ended(limit=3) == 128 + number


def test_a_lost_line_ends_it_at_once(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.hang_up()
    assert app.ended(limit=3) == 128 + signal.SIGHUP


def test_ctrl_z_does_not_suspend_it(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.press("ctrl+z", "?")
    app.wait("Everywhere")


def test_nothing_is_sent_while_nothing_happens(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.settle()
    sent = app.sent
    app.look(0.7)
    assert app.sent == sent


def test_a_terminal_that_can_do_nothing_is_refused_in_a_sentence(open_app: Open) -> None:
    app = open_app(environment={"TERM": "dumb"})
    assert app.ended() == 1
    assert "This terminal can't show the app (TERM is dumb)" in app.text


def test_a_register_that_cannot_be_opened_leaves_no_answer_of_the_terminal_behind(
    open_app: Open, register: Path
) -> None:
    register.write_text("not a database, but a text of some length")
    app = open_app()
    assert app.ended() == 1
    assert "\x1b" not in app.text
    assert "[" not in app.text.replace(str(register), "")


def test_keys_typed_before_it_is_ready_are_not_lost(open_app: Open) -> None:
    app = open_app()
    app.type("?")
    app.wait("Everywhere")


BUSY = """
import os, time
from kit_tui.tui.terminal import ending_well

class Busy:
    _loop = None

    def save_drafts(self):
        os.write(1, b"drafts saved")

with ending_well(Busy()):
    os.write(1, b"busy ")  # print can't be entered again from the signal's handler
    time.sleep(60)
"""


def test_a_program_that_is_busy_ends_at_once_too_with_its_drafts_saved() -> None:
    with Terminal([sys.executable, "-c", BUSY], environment={"PYTHONPATH": str(ROOT)}) as program:
        program.wait("busy")
        program.signal(signal.SIGTERM)
        assert program.ended(limit=5) == 128 + signal.SIGTERM
        assert "drafts saved" in program.text


BROKEN = """
import sys
from kit_tui.store import Actor
from kit_tui.tui.app import KitApp, run

def fall(self):
    raise ZeroDivisionError("a mistake of ours")

KitApp.action_find = fall
sys.exit(run(sys.argv[1], lang="en", actor=Actor("tanaka")))
"""


def test_a_mistake_of_ours_ends_in_a_sentence_and_a_report(register: Path, tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(tmp_path), "KIT_TODAY": "2018-11-22"}
    with Terminal([sys.executable, "-c", BROKEN, str(register)], environment=environment) as app:
        app.wait(READY)
        app.press("f3")
        assert app.ended() == 1
        assert "kit-tui has made a mistake and had to stop" in app.text
        assert "Traceback" not in app.text
    (report,) = (tmp_path / "kit-tui").glob("mistake-*.txt")
    assert "a mistake of ours" in report.read_text()
