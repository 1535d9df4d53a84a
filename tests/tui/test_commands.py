"""Commands are declared once, in words of both languages, with keys that do not clash."""

from __future__ import annotations

from collections import Counter

import pytest

from kit_tui.domain.locale import ja
from kit_tui.domain.text import has_ambiguous
from kit_tui.domain.wording import say
from kit_tui.tui.commands import REGISTRY, Command
from kit_tui.tui.keymap import Keymap, shown_key


@pytest.mark.parametrize("command", REGISTRY.values(), ids=REGISTRY.keys())
def test_each_has_japanese_words(command: type[Command]) -> None:
    assert command.label.text in ja.WORDS
    assert command.help.text in ja.WORDS


@pytest.mark.parametrize("command", REGISTRY.values(), ids=REGISTRY.keys())
def test_each_is_worded_without_letters_of_ambiguous_width(command: type[Command]) -> None:
    for lang in ("en", "ja"):
        assert not has_ambiguous(say(command.label, lang) + say(command.help, lang))


def test_no_two_commands_of_a_place_have_the_same_key() -> None:
    keys = [(command.place(), key) for command in REGISTRY.values() for key in command.keys]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize(
    ("command", "keys", "problem"),
    [
        ("list.fly", "w", 'there is no command "list.fly"'),
        ("list.new", "hyper", 'there is no key "hyper"'),
        ("list.new", "f7", "F7 converts kana"),
        ("list.new", "ctrl+m", "can't tell Ctrl+M from enter"),
        ("list.new", "s", 'which is a key of "list.sort"'),
        ("list.new", "q", 'which is a key of "everywhere.quit"'),
        ("form.save", "s", "s is text"),
        ("list.new", "", "left without a key"),
        ("list.filter", "home", "which moves the cursor"),
        ("list.search", "？", "what an input method types"),
    ],
)
def test_a_key_that_cannot_be_is_told_in_a_sentence_and_left_out(command: str, keys: str, problem: str) -> None:
    keymap = Keymap({command: keys})
    assert problem in str(keymap.problems[0])
    assert keymap.as_textual() == {}


def test_two_commands_can_exchange_their_keys() -> None:
    keymap = Keymap({"list.sort": "w", "list.new": "s,f4"})
    assert keymap.problems == []
    assert keymap.keys(REGISTRY["list.new"]) == ("s", "f4")


@pytest.mark.parametrize(("key", "shown"), [("n", "n"), ("f3", "F3"), ("ctrl+s", "Ctrl+S"), ("escape", "Esc")])
def test_keys_are_shown_as_they_are_written_on_keyboards(key: str, shown: str) -> None:
    assert str(shown_key(key)) == shown
