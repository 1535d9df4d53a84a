"""What is settled before and around the app: which command lines open it, and what is kept of a login."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import Filling, open_as
from formdesk import Desk, desk_at

from kit_tui.__main__ import opens_app
from kit_tui.tui import keymap, shell, state


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("", True), ("--db x.db", True), ("--db=x.db --lang ja", True), ("demo", True), ("--lang ja demo", True),
        ("list people", False), ("--help", False), ("--db x.db find 大野", False), ("demo --help", False),
        ("ssh --user tanaka", True),
    ],
)  # fmt: skip
def test_the_terminal_is_asked_only_where_the_app_opens(words: str, opens: bool) -> None:
    assert opens_app(words.split(), {}) is opens


def test_a_command_over_ssh_opens_no_app() -> None:
    assert not opens_app(["ssh", "--user", "tanaka"], {"SSH_ORIGINAL_COMMAND": "export scores"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the settings files."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "kit-tui").mkdir()
    return tmp_path / "kit-tui"


def test_without_a_settings_file_nothing_is_set_and_nothing_is_wrong(folder: Path) -> None:
    assert state.read_settings("tanaka") == state.Settings()


def test_a_login_with_a_file_of_its_own_has_that_one(folder: Path) -> None:
    (folder / "settings.toml").write_text('theme = "dark"\n')
    (folder / "tanaka.toml").write_text('theme = "light"\nlanguage = "ja"\n')
    assert state.read_settings("tanaka").theme == "light"
    assert state.read_settings("suzuki").theme == "dark"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("language = [", "can't be read"),
        ('language = "fr"', 'language is "fr"'),
        ('theme = "pink"', 'theme is "pink"'),
        ("idle_minutes = -1", "idle_minutes must be"),
        ("keys = 3", "below a line [keys]"),
        ("color = 3", 'no setting "color"'),
        ('[keys]\n"list.fly" = "w"', 'no command "list.fly"'),
    ],
)
def test_what_is_wrong_in_a_settings_file_is_said_in_a_sentence(folder: Path, text: str, sentence: str) -> None:
    (folder / "settings.toml").write_text(text)
    assert [str(problem) for problem in keymap.problems("tanaka") if sentence in str(problem)]


def test_what_a_login_chose_is_remembered_for_it_alone(folder: Path) -> None:
    state.remember("tanaka", lang="ja")
    state.remember("tanaka", theme="light")
    assert state.remembered("tanaka") == {"lang": "ja", "theme": "light"}
    assert state.remembered("suzuki") == {}


@pytest.mark.parametrize("login", ["../../etc/passwd", "a/b", "..", ""])
def test_a_login_never_names_a_file_elsewhere(folder: Path, login: str) -> None:
    assert state.settings_file(login).parent == folder
    state.remember(login, lang="ja")
    assert state.remembered(login) == {"lang": "ja"}


async def test_a_forgotten_session_ends(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    later = shell.monotonic() + 60 * desk.app.settings.idle_minutes
    desk.app.end_if_forgotten()
    assert desk.app.return_value is None
    monkeypatch.setattr(shell, "monotonic", lambda: later + 1)
    desk.app.end_if_forgotten()
    assert desk.app.return_value == 0


async def test_a_clock_that_is_behind_the_log_is_told_at_the_start(
    register_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_TODAY", "2999-01-01")
    kit = open_as(register_path)
    Filling(kit).person()
    kit.close()
    monkeypatch.delenv("KIT_TODAY")
    async with desk_at(register_path, whole=True) as desk:
        await desk.sees("is behind the log (2999-01-01")
