"""Lists in a terminal: what is sent for a step, and two sessions on one register."""

from __future__ import annotations

from harness import Open

STEP = 1024
"""Bytes that a step of the cursor may send, so that lists are walked through on slow lines too."""


def test_a_step_of_the_cursor_sends_little(open_app: Open) -> None:
    app = open_app()
    app.wait("Needs attention")
    app.press("3")
    app.wait("58 people")
    app.settle(0.4)
    for _ in range(5):
        before = app.sent
        app.type("\x1b[B")
        app.look(2)
        assert app.sent - before <= STEP
        app.settle(0.4)


def test_nothing_is_sent_while_nobody_types(open_app: Open) -> None:
    app = open_app()
    app.wait("Needs attention")
    app.press("3")
    app.wait("58 people")
    app.settle(0.5)
    before = app.sent
    app.look(1.5)
    assert app.sent == before


def test_a_record_added_by_another_process_shows_and_the_cursor_stays_on_its_own(open_app: Open) -> None:
    app = open_app()
    app.wait("Needs attention")
    app.press("5", "right")
    app.wait("12 records")
    app.press("down", "down", "down")
    app.wait("Eidgen")
    open_app("add", "institutions", "name=Aachen Institute", "country=DE").ended()
    app.wait("13 records")
    app.wait("^ Aachen Institute")
    app.press("enter")
    app.wait("ETH Z.rich   institution")


def test_an_area_is_usable_on_a_small_screen(open_app: Open) -> None:
    app = open_app(size=(80, 24), lang="ja")
    app.wait("教員派遣")
    app.press("3")
    app.wait("58人")
    app.press("end")
    app.wait("渡")
    app.press("enter")
    app.wait("履歴")
