"""What arrives from the terminal, before any screen sees it, and in which order it is dealt with."""

from __future__ import annotations

import pytest
from formdesk import Desk
from textual import events
from textual._xterm_parser import XTermParser

from kit_tui.tui.keyboard import Typed, ascii_key, gathered, key_name
from kit_tui.tui.screens.main import MainScreen
from kit_tui.tui.widgets.line import Line


def arrived(data: str) -> list[str]:
    """What one read brings, told by key name or, where several characters came at once, by their text."""
    parser = XTermParser()
    return [f"<{e.text}>" if isinstance(e, Typed) else getattr(e, "key", "") for e in gathered(parser.feed(data))]


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        ("n", ["n"]),
        ("大野", ["<大野>"]),
        ("大野\r健", ["<大野>", "enter", "健"]),
        ("\x1b[B\x1b[B", ["down", "down"]),
        ("815\t2018", ["<815>", "tab", "<2018>"]),
        ("\x1b[200~大野\x1b[201~", [""]),
    ],
)
def test_characters_that_came_at_once_stay_together(data: str, keys: list[str]) -> None:
    assert arrived(data) == keys


@pytest.mark.parametrize(
    ("typed", "key"),
    [("ｎ", "n"), ("１", "1"), ("？", "?"), ("＜", "<"), ("・", "/"), ("　", " "), ("n", "n"), ("あ", ""), ("大", "")],
)
def test_a_full_width_character_has_an_ascii_key_and_others_none(typed: str, key: str) -> None:
    assert ascii_key(typed) == key


@pytest.mark.parametrize(("character", "name"), [("n", "n"), ("/", "slash"), ("<", "less_than_sign"), (" ", "space")])
def test_keys_are_named_as_textual_names_them(character: str, name: str) -> None:
    assert key_name(character) == name
    assert [event.key for event in XTermParser().feed(character)] == [name]


async def test_what_is_typed_right_after_a_key_goes_where_the_key_leads(whole_desk: Desk) -> None:
    await whole_desk.press("5")
    await whole_desk.sees("青木")
    for key in ("slash", "花"):
        whole_desk.app.simulate_key(key)
    await whole_desk.until(lambda: whole_desk.app.in_text)
    await whole_desk.until(lambda: whole_desk.app.screen.query(Line).first().text == "花")
    assert isinstance(whole_desk.app.screen, MainScreen)


async def test_a_key_of_another_page_lets_none_go_before_its_time(desk: Desk) -> None:
    keyboard = desk.app.keyboard
    await keyboard.take(events.Key("down", None))
    keyboard._unsettled = desk.app.screen
    await keyboard.settled(keyboard._turn - 1)
    assert keyboard._unsettled
    await keyboard.settled(keyboard._turn)
    assert not keyboard._unsettled
