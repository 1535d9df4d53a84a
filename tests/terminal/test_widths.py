"""Terminals that give some letters two cells: the app draws none of those itself, and folds those of records."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import Open

from kit_tui.domain.text import has_ambiguous
from kit_tui.store import create


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_app_itself_draws_no_letter_of_ambiguous_width(open_app: Open, register: Path, lang: str) -> None:
    register.unlink()
    create(str(register))
    app = open_app(lang=lang)
    for key, shown in (
        ("1", "1 "), ("2", "[Nn]o records|まだ"), ("3", "[Nn]o records|まだ"), ("4", "[Nn]o records|まだ"),
        ("5", "[Nn]o records|まだ"), ("f1", "Esc"), ("f12", "Esc"), ("f3", "Esc"),
    ):  # fmt: skip
        app.press(key)
        app.wait(shown)
        app.settle()
        assert [line for line in app.lines if has_ambiguous(line)] == []
        if shown == "Esc":
            app.escape("1 ")


def test_where_such_letters_take_two_cells_they_are_folded_and_the_user_is_told(open_app: Open) -> None:
    app = open_app(wide=True, size=(160, 40))
    app.wait("u-umlaut")
    app.press("f3")
    app.wait("Esc")
    app.type("zurich")
    app.wait("ETH Zurich")
    assert "〓" not in app.text
