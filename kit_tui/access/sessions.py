"""The sessions of the app that are there: each holds a locked file, so that one that has died is not counted."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from kit_tui.access.places import state_folder
from kit_tui.domain.clock import stamp
from kit_tui.domain.wording import Refused, message


class Present(NamedTuple):
    """A session: who, since when, from where, on which register; its process and when that began; its terminal."""

    login: str
    since: str
    origin: str
    database: str
    pid: int
    began: str
    terminal: str

    @property
    def idle(self) -> int | None:
        """Seconds since something was typed, as the terminal knows it; None where it does not."""
        try:
            return max(0, int(time.time() - os.stat(self.terminal).st_atime))
        except OSError:
            return None


@contextlib.contextmanager
def present(login: str, database: str) -> Iterator[None]:
    """Within it, a session of this process is listed.  Where that can't be written down, it goes on unlisted."""
    held = None
    with contextlib.suppress(OSError):
        held = _enter(login, database)
    try:
        yield
    finally:
        if held is not None:
            with contextlib.suppress(OSError):
                _place(os.getpid()).unlink()
            held.close()


def _enter(login: str, database: str) -> IO[str]:
    """The locked file of this process; it is locked before others see it."""
    pid = os.getpid()
    place = _place(pid)
    beside = place.with_name(f".{pid}")
    file = beside.open("w", encoding="utf-8")
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    session = Present(login, stamp(), _origin(), database, pid, _began(pid), _terminal())
    json.dump(session._asdict(), file)
    file.flush()
    beside.replace(place)
    return file


def sessions() -> list[Present]:
    """Who is in, the longest first; what sessions that have died left behind is removed."""
    found = []
    for path in _folder().glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError, TypeError), path.open(encoding="utf-8") as file:
            if _is_held(file):
                found.append(Present(**json.load(file)))
            else:
                path.unlink()
    return sorted(found, key=lambda session: session.since)


def end(pid: int) -> Present:
    """Ask a session to end; what is half typed in it is kept.  Raises `Refused` when there is none of that number."""
    session = next((each for each in sessions() if each.pid == pid), None)
    if session is None or _began(pid) != session.began:
        raise Refused(message("There is no session {n}.", n=pid))
    try:
        os.kill(pid, signal.SIGTERM)
    except OSError as error:
        raise Refused(message("Session {n} can't be ended: {why}.", n=pid, why=error.strerror or "?")) from None
    return session


def _is_held(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


def _folder() -> Path:
    folder = state_folder() / "sessions"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _place(pid: int) -> Path:
    return _folder() / str(pid)


def _origin() -> str:
    """The address that a session by SSH comes from."""
    return os.environ.get("SSH_CLIENT", "").partition(" ")[0]


def _terminal() -> str:
    try:
        return os.ttyname(sys.stdin.fileno())
    except (OSError, ValueError):
        return ""


def _began(pid: int) -> str:
    """When a process began, in the system's own count, which tells it from a later one of the same number."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return fields[19]
