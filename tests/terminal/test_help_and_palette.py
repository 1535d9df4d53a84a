"""Help and the palette: what can be done here."""

from __future__ import annotations

import pytest
from harness import Open

READY = {"en": "Needs attention", "ja": "要対応"}


@pytest.mark.parametrize(("lang", "key"), [("en", "Enter a new record"), ("ja", "新しい記録")])
def test_help_shows_the_keys_of_the_place(open_app: Open, lang: str, key: str) -> None:
    app = open_app(lang=lang)
    app.wait(READY[lang])
    app.press("3", "f1")
    app.wait(key)


def test_help_names_each_command_as_the_settings_file_does(open_app: Open) -> None:
    app = open_app()
    app.wait("KIT")
    app.press("3", "f1")
    app.wait(r"n  F4 +Enter a new record +list\.new")


def test_help_scrolls_where_the_screen_is_small(open_app: Open) -> None:
    app = open_app(size=(80, 24))
    app.wait("KIT")
    app.press("3", "f1")
    app.wait("Everywhere")
    app.press("end")
    app.wait("can be changed in")
    app.press("home")
    app.wait("Enter a new record")


def test_the_palette_does_a_command_by_arrows_and_enter(open_app: Open) -> None:
    app = open_app()
    app.wait(READY["en"])
    app.press("f12")
    app.wait("Every target|Go to the target")
    app.press("down", "down", "enter")
    app.wait("(?m)^ Name|Scores|Stays")


def test_the_palette_finds_a_command_by_a_part_of_its_name_in_either_language(open_app: Open) -> None:
    app = open_app()
    app.wait(READY["en"])
    app.press("ctrl+p")
    app.wait("A part of a command's name")
    app.type("全体検索")
    app.wait(r"find anywhere\s+F3\s+Find anything")
    app.wait_gone("Quit kit-tui")
    app.press("enter")
    app.wait("A name, a place")


def test_the_palette_can_be_left(open_app: Open) -> None:
    app = open_app()
    app.wait(READY["en"])
    app.press("f12")
    app.wait("A part of a command's name")
    app.escape(READY["en"])
