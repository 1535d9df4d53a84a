"""The window of the terminal is made smaller, down to almost nothing, and large again."""

from __future__ import annotations

import re

import pytest
from harness import Open

PLACES = {
    "overview": ((), "Agreements +8 of 10"),
    "list": (("3", "end"), "58 people"),
    "card": (("3", "enter"), "All scores"),
    "open list of a form": (("5", "n", *["down"] * 3, " "), "faculty"),
    "find": (("f3", "a"), "found"),
    "gauge": (("enter",), "By academic year"),
    "help": (("?",), "Everywhere"),
    "question": (("q",), "Quit kit-tui"),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_stood_there_stands_there_again_when_the_window_is_as_large_as_before(open_app: Open, place: str) -> None:
    keys, there = PLACES[place]
    app = open_app(size=(80, 24))
    app.wait("Faculty mobility")
    app.press(*keys)
    app.wait(there)
    app.settle()
    before = app.text
    for size in ((10, 3), (120, 40), (20, 5), (80, 24)):
        app.resize(*size)
        assert app.look(5)
        app.settle()
    app.wait(re.escape(before))
