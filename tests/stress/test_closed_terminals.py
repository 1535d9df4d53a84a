"""Terminals that are closed in the middle of a form: each draft is offered at the next start, letter for letter."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from random import Random

import pytest

from kit_tui.store import Query
from tests.stress import jobs
from tests.stress.conftest import Tell
from tests.stress.effort import EFFORT
from tests.terminal.harness import Terminal

KANJI, KANA = "佐藤渡邉齋髙橋山﨑太郎𠮷野京都工芸繊維", "サトウワタナベヤマ゛ヴッーャ"
LATIN = "abcdefgh ÀÉÎÕÜß'’\"\\[]{}<>&%$#@;:/|~`^*()_+=?!,.-  åø"
SOON = 1.0
"""Seconds until the process of a terminal that is gone must be gone too."""


def scribble(chance: Random, letters: str, most: int, mark: str) -> str:
    """Any of these letters, and at the end what tells on the screen that all have been read."""
    return f"{mark[0]}{''.join(chance.choices(letters, k=chance.randint(1, most)))}{mark}"


def sessions() -> Iterator[int]:
    """The sessions of all processes that there are: each terminal's is its first process's."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            yield int(stat.read_text().rpartition(")")[2].split()[3])


class Seat:
    """A place to work at: a login's own state folder, where one terminal is opened after another."""

    def __init__(self, register: str, folder: Path, number: int) -> None:
        self._register, self._folder, self._number = register, folder, number
        self._typed = 0
        self.terminal: Terminal

    def open(self) -> Terminal:
        """The app in a new terminal."""
        home = str(self._folder / f"seat-{self._number}")
        environment = {"KIT_TODAY": "2018-11-22", "HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home}
        command = [sys.executable, "-m", "kit_tui", "--lang", "en", "--db", self._register]
        self.terminal = Terminal(command, size=(80, 24), environment=environment)
        return self.terminal

    def begin_form(self) -> None:
        """Open the form of a new person."""
        self.terminal.wait("Overview")
        self.terminal.press("5")
        self.terminal.wait("Institutions")
        self.terminal.press("n")
        self.terminal.wait("New person")

    def half_fill_in(self, chance: Random) -> dict[str, str]:
        """Type into some fields, and stop in the middle of the last; what was typed."""
        self._typed += 1
        values = {}
        for name, letters in (("name", KANJI), ("name_kana", KANA), ("name_roman", LATIN)):
            mark = f"{'xyz'[len(values)]}{self._number}q{self._typed}{'klm'[len(values)]}"
            values[name] = scribble(chance, letters, 16, mark)
            self.terminal.type(values[name])
            self.terminal.wait(mark)
            if len(values) == 3 or chance.random() < 0.3:
                break
            self.terminal.press("enter")
        return values

    def go_on_and_save(self) -> None:
        """Take up the draft that is offered, add what is missing, and save."""
        self.terminal.wait("A draft from .* was kept: person")
        self.terminal.press("enter")
        self.terminal.wait("New person")
        self.terminal.press("ctrl+s")
        self.terminal.wait("Category is required")
        self.terminal.type("administrative staff")
        self.terminal.press("enter", "ctrl+s")
        self.terminal.wait("Saved: ")


@pytest.fixture
def seats(url: str, tmp_path: Path) -> Iterator[list[Seat]]:
    """Some seats at one register, each with the app open."""
    with ExitStack() as stack:
        seats = [Seat(url, tmp_path, number) for number in range(EFFORT.seats)]
        for seat in seats:
            seat.open()
            stack.callback(lambda seat=seat: seat.terminal.__exit__())
        yield seats


def until_gone(seats: list[Seat]) -> float:
    """Seconds from now until the processes of all seats have ended, each of which was alone in its session."""
    began = time.monotonic()
    for seat in seats:
        seat.terminal.process.wait()
    took = time.monotonic() - began
    assert not {seat.terminal.process.pid for seat in seats} & set(sessions())
    return took


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_terminals_closed_in_mid_form_lose_nothing_and_leave_nothing_behind(
    url: str, seats: list[Seat], chance: Random, tell: Tell
) -> None:
    longest, typed = 0.0, []
    for _ in range(EFFORT.hang_ups // EFFORT.seats):
        for seat in seats:
            seat.begin_form()
        typed += [seat.half_fill_in(chance) for seat in seats]
        for seat in seats:
            seat.terminal.hang_up()
        longest = max(longest, until_gone(seats))
        for seat in seats:
            seat.open()
        for seat in seats:
            seat.go_on_and_save()
    kit = jobs.opened(url)
    entries = {str(entry.values["name"]): entry.values for entry in kit.each(Query("people"))}
    kit.close()
    for values in typed:
        assert {name: entries[values["name"]][name] for name in values} == values
    tell(f"{len(typed)} drafts offered, the processes of {len(seats)} terminals gone within {longest:.2f} s")
    assert len(typed) == EFFORT.hang_ups
    assert longest <= SOON
