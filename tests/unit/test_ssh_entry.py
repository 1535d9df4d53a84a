"""The command that comes by SSH, read without a shell, and the environment that is left to it."""

from __future__ import annotations

import pytest

from kit_tui.access.entry import BadCommand, clean, words_of


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("find 大野", ["find", "大野"]),
        ("find 'Maria Rossi'", ["find", "Maria Rossi"]),
        ('add people "name=青木 恵"', ["add", "people", "name=青木 恵"]),
        ("find $(id)", ["find", "$(id)"]),
        ("find `id`", ["find", "`id`"]),
        ("find R&D", ["find", "R&D"]),
        ("find x; sh", ["find", "x;", "sh"]),
        ("find x\nsh", ["find", "x", "sh"]),
        ("find # x", ["find", "#", "x"]),
        ("kit-tui find x", ["find", "x"]),
        ("help", ["--help"]),
        ("help find", ["find", "--help"]),
        ("  ", []),
    ],
)
def test_words_are_what_they_are_without_a_shell(command: str, words: list[str]) -> None:
    assert words_of(command) == words


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("find 'x", "opened and not closed"),
        ("find x\\", "opened and not closed"),
        ("export scores > x.csv", 'no shell here that would know ">"'),
        ("find x | sh", "no shell here"),
        ("find x && sh", "no shell here"),
        ("find x ; sh", "no shell here"),
        ("find " + "x" * 70_000, "too long"),
        ("find \udcff", "not text in UTF-8"),
    ],
)
def test_what_is_no_command_is_refused_in_a_sentence(command: str, sentence: str) -> None:
    with pytest.raises(BadCommand) as refused:
        words_of(command)
    assert sentence in str(refused.value)


def test_of_the_environment_stays_what_a_session_needs() -> None:
    environment = {
        "TERM": "xterm", "LANG": "ja_JP.UTF-8", "LC_ALL": "C", "HOME": "/home/kit", "KIT_DATABASE": "/srv/kit.db",
        "SSH_ORIGINAL_COMMAND": "find x", "PATH": "/tmp", "LD_PRELOAD": "x", "PYTHONPATH": "x",
        "KIT_TODAY": "2030-01-01",
        "XDG_STATE_HOME": "/tmp", "_KIT_TUI_COMPLETE": "bash_source", "TEXTUAL_LOG": "x",
        "PAGER": "sh", "SSH_AUTH_SOCK": "x",
    }  # fmt: skip
    clean(environment)
    assert environment.keys() == {"TERM", "LANG", "LC_ALL", "HOME", "KIT_DATABASE", "SSH_ORIGINAL_COMMAND"}
