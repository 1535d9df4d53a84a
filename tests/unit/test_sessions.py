"""Who is in: listed while they are, by a lock, and ended only if it is them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_tui.access import sessions
from kit_tui.access.places import state_folder
from kit_tui.access.sessions import present
from kit_tui.domain.wording import Refused

_PRESENT = """
import sys, time
from kit_tui.access.sessions import present
with present("sato", "/srv/kit.db"):
    print("in", flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return state_folder() / "sessions"


@pytest.fixture
def sato(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Somebody who is in, in a process of their own."""
    with subprocess.Popen([sys.executable, "-c", _PRESENT], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "in\n"
        yield process
        process.kill()


def listed() -> list[tuple[str, int]]:
    return [(session.login, session.pid) for session in sessions.sessions()]


def test_a_session_is_listed_until_it_ends(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CLIENT", "192.0.2.7 50000 22")
    with present("tanaka", "/srv/kit.db"):
        (session,) = sessions.sessions()
        assert (session.login, session.pid, session.database) == ("tanaka", os.getpid(), "/srv/kit.db")
        assert session.origin == "192.0.2.7"
    assert listed() == []
    assert list(folder.iterdir()) == []


def test_one_that_was_killed_is_not_listed_and_leaves_nothing(sato: subprocess.Popen[str], folder: Path) -> None:
    assert listed() == [("sato", sato.pid)]
    sato.kill()
    sato.wait()
    assert listed() == []
    assert list(folder.iterdir()) == []


def test_one_is_ended_by_its_number(sato: subprocess.Popen[str]) -> None:
    assert sessions.end(sato.pid).login == "sato"
    assert sato.wait(10) == -signal.SIGTERM


@pytest.mark.parametrize("pid", [1, 2**22 + 1])
def test_what_is_no_session_is_not_ended(pid: int) -> None:
    with pytest.raises(Refused, match="There is no session"):
        sessions.end(pid)


def test_a_later_process_of_the_same_number_is_not_ended(sato: subprocess.Popen[str], folder: Path) -> None:
    place = folder / str(sato.pid)
    place.write_text(json.dumps(json.loads(place.read_text()) | {"began": "1"}))
    with pytest.raises(Refused, match="There is no session"):
        sessions.end(sato.pid)
    assert sato.poll() is None


def test_where_it_can_t_be_written_down_the_session_goes_on(folder: Path) -> None:
    folder.write_text("no folder")
    with present("tanaka", "/srv/kit.db"):
        pass
