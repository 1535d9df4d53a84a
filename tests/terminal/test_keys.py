"""Keys outside and inside text, in English and under a Japanese input method."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import Open

from kit_tui.cli.session import login
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor
from kit_tui.store import open as open_store

READY = "Needs attention"


@pytest.mark.parametrize(("key", "shown"), [("３", "All scores"), ("？", "Everywhere"), ("５", "Institutions")])
def test_a_full_width_character_is_its_key(open_app: Open, key: str, shown: str) -> None:
    app = open_app()
    app.wait(READY)
    app.type(key)
    app.wait(shown)


def test_the_dot_on_the_slash_key_searches_the_list(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.press("3")
    app.wait("All scores")
    app.type("・")
    app.wait("Show only records with this text")


def test_a_conversion_opens_find_and_what_follows_goes_there_too(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.type("青木")
    app.look(0.001)
    app.type("　恵")
    app.wait(r"青木　恵\s.*found")


def test_several_letters_at_once_run_nothing(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.press("5")
    app.wait("Institutions")
    app.type("dn")
    app.wait("Nothing is called or holds|found")
    assert "Deleted" not in app.text


def test_a_paste_outside_text_is_looked_for(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.paste("青木 恵\nsecond line")
    app.wait(r"青木 恵\s.*found")


def test_keys_that_convert_kana_do_nothing(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.settle()
    sent = app.sent
    app.press("f6", "f7", "f8", "f9", "f10")
    app.settle()
    assert app.sent == sent


def test_what_is_typed_while_a_form_opens_lands_in_its_fields_in_order(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.press("5")
    app.wait("Institutions")
    app.press("n")
    app.type("N7\tAoki\t")
    app.wait("N7")
    app.wait(r"(?m)^ *\S.*N7.*\n.*Aoki")


def test_the_language_is_switched_and_remembered(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.press("L")
    app.wait("1 全体状況")
    app.press("q", "y")
    app.ended()
    open_app(lang="").wait("1 全体状況")
    open_app(lang="en").wait("1 Overview")


def test_undo_takes_back_ones_last_operation_and_says_what(open_app: Open, register: Path) -> None:
    store = open_store(str(register), Actor(login()), REGISTERS)
    store.save("people", {"name": "試験 太郎", "category": "visitor"})
    store.close()
    app = open_app()
    app.wait(READY)
    app.press("ctrl+z")
    app.wait("Taken back: 試験 太郎")
    app.press("ctrl+y")
    app.wait("Done again: 試験 太郎")


def test_the_history_of_everything_opens_by_its_key_full_width_too(open_app: Open) -> None:
    app = open_app()
    app.wait(READY)
    app.type("Ｈ")
    app.wait("History of everything")


def test_a_key_of_the_settings_file_does_its_command(open_app: Open, settings: Path) -> None:
    settings.write_text('[keys]\n"everywhere.help" = "w"\n')
    app = open_app()
    app.wait("w all keys")
    app.press("w")
    app.wait("Everywhere")


def test_what_is_wrong_in_the_settings_file_is_told_at_the_start(open_app: Open, settings: Path) -> None:
    settings.write_text('[keys]\n"list.fly" = "w"\n')
    app = open_app()
    app.wait('there is no command "list.fly"')
