"""kit-tui as a process: what it loads, prints and ends with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kit_tui.cli.main import COMMANDS, locale_language
from kit_tui.store import is_made
from tests.cli.conftest import Kit
from tests.places import ON_POSTGRES

_PROGRAM = "import sys; from kit_tui.cli.main import main; sys.exit(main())"


def run(*words: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, *words],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def filled(office: Kit, register_path: Path | str) -> dict[str, str]:
    """The environment of a process that works on the office's register."""
    return {"KIT_DATABASE": str(register_path), "KIT_TODAY": "2018-11-22"}


@pytest.mark.parametrize(
    "words",
    [
        ("find", "青木"), ("list", "people"), ("show", "people", "1"), ("gauges",), ("abroad",), ("check",),
        ("export", "people"), ("history", "people", "1"), ("--help",), ("locate",),
    ],
    ids=lambda words: words[0],
)  # fmt: skip
def test_a_command_never_loads_textual_nor_what_it_does_not_need(
    filled: dict[str, str], words: tuple[str, ...]
) -> None:
    driver = {"csv", "asyncio"} if ON_POSTGRES else set()  # what psycopg loads
    unwanted = {"textual", "rich", *({"csv", "platformdirs", "asyncio"} - driver if words[0] == "find" else ())}
    program = (
        "import sys; from kit_tui.cli.main import main\n"
        f"main({list(words)!r})\n"
        f"print(sorted({unwanted!r} & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **filled}, capture_output=True, check=True, text=True
    )
    assert ran.stderr.splitlines()[-1] == "[]"


def test_output_is_utf8_whatever_the_locale(filled: dict[str, str]) -> None:
    ran = run("list", "people", "--json", environment={**filled, "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert json.loads(ran.stdout.decode("utf-8"))[0]["name"] == "青木 恵"


def test_a_reader_that_goes_away_is_no_error_to_tell(filled: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, "list", "people", "--json"],
        env={**os.environ, **filled},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_app_without_a_terminal_is_refused_without_waiting(filled: dict[str, str]) -> None:
    for words in ((), ("demo",)):
        ran = run(*words, environment=filled)
        assert ran.returncode == 1
        assert b"needs a terminal" in ran.stderr


def test_an_interrupt_ends_quietly(filled: dict[str, str], tmp_path: Path) -> None:
    fifo = tmp_path / "endless.csv"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, "import", "people", str(fifo)],
        env={**os.environ, **filled},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        with fifo.open("w") as stream:  # opens when the command has begun to read
            process.send_signal(signal.SIGINT)
            process.wait(timeout=10)
            del stream
        assert process.stderr
        assert process.stderr.read().strip() == b""
    assert process.returncode == 130


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_is_told_how_to_complete(shell: str) -> None:
    ran = run(environment={"_KIT_TUI_COMPLETE": f"{shell}_source"})
    assert ran.returncode == 0
    assert b"_KIT_TUI_COMPLETE" in ran.stdout


def test_registers_are_completed() -> None:
    ran = run(environment={"_KIT_TUI_COMPLETE": "bash_complete", "COMP_WORDS": "kit-tui list facul", "COMP_CWORD": "2"})
    assert ran.stdout.decode().split(",")[-1].strip() == "faculty-stays"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], lang: str) -> None:
    assert locale_language(environment) == lang


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "ja", "--bogus"),
        ("--bogus", "--lang", "ja"),
        ("--lang=ja", "--bogus"),
        ("--lang", "ja", "--db"),
        ("--lang", "ja", "fnid"),
    ],
)
def test_a_mistake_before_the_command_is_told_in_the_language_asked_for(kit: Kit, words: tuple[str, ...]) -> None:
    ran = kit(*words)
    assert ran.status == 2
    assert ran.err.isascii() is False


def test_a_language_that_is_none_and_a_value_that_looks_like_one_change_nothing(kit: Kit) -> None:
    assert kit("--lang", "de", "--bogus").err.isascii()
    assert kit("find", "--", "--lang=ja").err.isascii()


def test_help_is_in_the_language_asked_for(kit: Kit) -> None:
    assert "Usage: kit-tui list" in kit("list", "--help").out
    assert "使い方：kit-tui list" in kit("--lang", "ja", "list", "--help").out
    assert "記録を追加する" in kit("--lang", "ja", "--help").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_how_it_is_used(kit: Kit, command: str) -> None:
    ran = kit(command, "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"Usage: kit-tui {command}")


@pytest.mark.parametrize(
    "words",
    [("find",), ("find", "a", "b"), ("find", "--foo", "a"), ("fnid",), ("--lang", "de"), ("list", "people", "--limit")],
)
def test_a_mistake_of_usage_is_one_plain_sentence_and_status_2(kit: Kit, words: tuple[str, ...]) -> None:
    for lang in ("en", "ja"):
        ran = kit("--lang", lang, *words)
        assert (ran.status, ran.out) == (2, "")
        assert 1 <= len(ran.err.splitlines()) <= 2


def test_a_database_that_is_not_there_is_refused_with_what_to_do(kit: Kit, new_path: str) -> None:
    ran = kit("--db", new_path, "list", "people")
    assert ran.status == 1
    assert "kit-tui init" in ran.err
    assert not is_made(new_path)
