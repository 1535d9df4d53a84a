"""The app by SSH: two people at one register, and how a session ends."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from clerk import Clerk
from harness import Terminal
from server import LIMIT, Host, processes_of

from kit_tui.domain.wording import message


class Come(Protocol):
    """Has somebody come in from a terminal of their own."""

    def __call__(self, login: str, lang: str = "en", size: tuple[int, int] = (120, 40)) -> Clerk: ...


@pytest.fixture
def come(host: Host) -> Iterator[Come]:
    with ExitStack() as stack:

        def come(login: str, lang: str = "en", size: tuple[int, int] = (120, 40)) -> Clerk:
            return Clerk(stack.enter_context(Terminal(host.command(login), size=size)), lang)

        yield come


def until(holds: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def cpu(pid: int) -> int:
    """Ticks of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def types_into_a_form(clerk: Clerk) -> None:
    """Begin a new person, and leave the form half typed."""
    clerk.goes_to("directory")
    clerk.sees("青木 恵")
    clerk.opens("n", form="person")
    clerk.types("木村 花")
    clerk.terminal.type("キム")
    clerk.sees("キム")


def test_what_one_saves_is_on_the_other_s_screen(come: Come) -> None:
    one, other = come("sato"), come("head", size=(80, 24))
    for clerk in (one, other):
        clerk.sees(message("go there"))
        clerk.goes_to("directory")
        clerk.sees("青木 恵")
    assert "sato (editor)" in one.terminal.text
    other.opens("n", form="person")
    other.types("木村 花", "キムラ ハナ", "")
    other.picks("administrative staff")
    other.saves("木村 花")
    one.sees("木村 花", "キムラ ハナ")
    one.press("1")
    one.sees("Latest changes")
    one.terminal.wait(r"head +added: person 木村 花")


def test_a_viewer_s_screens_have_no_scores(come: Come) -> None:
    viewer = come("mori")
    viewer.sees(message("go there"))
    viewer.press("3")
    viewer.sees("Courses")
    assert "All scores" not in viewer.terminal.text


def test_the_language_is_kept_by_login(come: Come) -> None:
    sato = come("sato")
    sato.sees(message("go there"))
    sato.press("L")
    sato.terminal.wait("要対応")
    again, head = come("sato", lang="ja"), come("head")
    again.terminal.wait("要対応")
    head.sees("Needs attention")


def test_undo_is_no_suspend(come: Come, host: Host) -> None:
    sato = come("sato")
    sato.sees(message("go there"))
    sato.press("ctrl+z")
    sato.sees("You have nothing to undo.")
    assert host.ssh("head", "find", "青木").returncode == 0


@pytest.mark.parametrize("how", ["window closed", "client killed"])
def test_of_a_client_that_has_vanished_stays_the_draft_and_no_process(come: Come, host: Host, how: str) -> None:
    sato = come("sato")
    sato.sees(message("go there"))
    types_into_a_form(sato)
    assert processes_of(host.register)
    if how == "window closed":
        sato.terminal.hang_up()
    else:
        sato.terminal.process.kill()
    until(lambda: not processes_of(host.register), "the session goes on")
    again = come("sato")
    again.sees("木村 花")


def test_an_idle_session_takes_no_processor_time(come: Come, host: Host) -> None:
    come("sato").sees(message("go there"))
    (pid,) = processes_of(host.register)[-1:]
    time.sleep(1)
    before = cpu(pid)
    time.sleep(3)
    assert cpu(pid) - before <= 0.05 * 3 * os.sysconf("SC_CLK_TCK")


def test_sessions_are_listed_and_one_is_ended_with_its_draft_kept(
    come: Come, host: Host, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(host.server.home))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    sato, head = come("sato"), come("head")
    for clerk in (sato, head):
        clerk.sees(message("go there"))
    types_into_a_form(sato)
    capsys.readouterr()
    assert host.kit("sessions") == 0
    listed = {line.split()[1]: line.split() for line in capsys.readouterr().out.splitlines()[1:]}
    assert listed.keys() == {"sato", "head"}
    assert "127.0.0.1" in listed["sato"]
    assert str(host.register) in listed["sato"]
    assert host.kit("sessions", "--end", listed["sato"][0]) == 0
    assert sato.terminal.ended() == 128 + signal.SIGTERM
    assert host.kit("sessions") == 0
    assert " sato " not in capsys.readouterr().out
    again = come("sato")
    again.sees("木村 花")


def test_a_session_that_was_killed_is_not_listed(
    come: Come, host: Host, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(host.server.home))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    sato = come("sato")
    sato.sees(message("go there"))
    for pid in processes_of(host.register):
        os.kill(pid, signal.SIGKILL)
    sato.terminal.ended()
    capsys.readouterr()
    assert host.kit("sessions") == 0
    assert not re.search("sato", capsys.readouterr().out)


def test_who_is_disabled_while_in_is_shown_out(come: Come, host: Host) -> None:
    sato = come("sato")
    sato.sees(message("go there"))
    assert host.kit("accounts", "disable", "sato", "--authorized-keys", host.server.authorized_keys) == 0
    assert sato.terminal.ended() == 1
    assert "An administrator has changed your account" in sato.terminal.text
