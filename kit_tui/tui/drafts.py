"""Half-typed forms, kept as files, so that a lost terminal loses nothing and waits for no lock.

Each running session has a folder of its own with a locked file in it; a draft whose session has ended is offered
again to the next one of the same login and register file, which takes it over by moving the file.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import threading
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import IO, NamedTuple
from urllib.parse import quote

from kit_tui.domain.clock import local

_LOCK = "lock"


class Draft(NamedTuple):
    """A form as it was left: of which register and record, when, and what stood in its fields.

    `base` and `version` are the record as it was when the form was opened; they are empty for a new one.
    """

    register: str
    id: int | None
    fields: Mapping[str, Mapping[str, object]]
    base: Mapping[str, object]
    version: int | None
    given: Mapping[str, Mapping[str, object]]
    at: str


class Drafts:
    """The drafts of one login for one register file; `folder` is the user's state folder.

    Nothing here raises: without a place to write, drafts are not kept, and `keep` says so.
    """

    def __init__(self, folder: Path, login: str, database: str) -> None:
        place = sha256(str(Path(database).resolve()).encode()).hexdigest()[:12]
        self._all = folder / "drafts" / (quote(login, safe="") or "_") / place
        self._own: Path | None = None
        self._lock_file: IO[bytes] | None = None
        self._guard = threading.RLock()
        self._written: dict[str, int] = {}
        self._open: set[str] = set()

    def keep(self, name: str, draft: Draft, turn: int) -> bool:
        """Write a draft whole under a name of this session; whether it could be kept.

        May be called on any thread and from a signal handler.  What comes late, with a lower `turn` than what has
        been written or dropped, is passed over.
        """
        with self._guard:
            if turn <= self._written.get(name, -1):
                return True
            self._written[name] = turn
            self._open.add(name)
            try:
                _write(self._session() / f"{name}.json", turn, _packed(draft))
            except OSError:
                return False
            return True

    def drop(self, name: str, turn: int) -> None:
        """Remove a draft: it was saved or thrown away."""
        with self._guard, contextlib.suppress(OSError):
            self._written[name] = turn
            if self._own:
                (self._own / f"{name}.json").unlink(missing_ok=True)
        self.leave(name)

    def leave(self, name: str) -> None:
        """A form has closed: what it left waits for the next one, and without drafts nothing of the session stays."""
        with self._guard:
            self._open.discard(name)
            if self._own and self._lock_file and _tidy(self._own):
                self._lock_file.close()
                self._own = self._lock_file = None

    def waiting(self) -> list[tuple[Path, Draft]]:
        """Drafts that no open form goes on with, the newest first."""
        found = []
        with contextlib.suppress(OSError):
            for path in self._all.glob("*/*.json"):
                open_elsewhere = path.stem in self._open if path.parent == self._own else _in_use(path.parent)
                if not open_elsewhere and (draft := _read(path)):
                    found.append((path, draft))
        return sorted(found, key=lambda one: one[1].at, reverse=True)

    def take_over(self, path: Path) -> bool:
        """Remove a waiting draft, for it goes on in a form or nowhere; False if another session was quicker."""
        try:
            path.unlink()
        except OSError:
            return False
        if path.parent != self._own:
            _tidy(path.parent)
        return True

    def _session(self) -> Path:
        """This session's folder, made and locked when it is first needed."""
        if self._own is None:
            own = self._all / f"{os.getpid()}-{os.urandom(4).hex()}"
            own.mkdir(parents=True, mode=0o700)
            self._lock_file = (own / _LOCK).open("wb")
            with contextlib.suppress(OSError):  # a file system without locks: the session counts as running
                fcntl.flock(self._lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._own = own
        return self._own


def _write(path: Path, turn: int, text: str) -> None:
    temporary = path.with_suffix(f".{turn}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    temporary.replace(path)


def _packed(draft: Draft) -> str:
    return json.dumps(draft._asdict(), default=str)


def _read(path: Path) -> Draft | None:
    """The draft in a file; None where the file is no draft.  What another version kept besides is left out."""
    try:
        kept = {"base": {}, "given": {}} | json.loads(path.read_bytes())
        draft = Draft(**{name: kept.get(name) for name in Draft._fields})
        whole = isinstance(draft.register, str) and all(
            isinstance(part, dict) for part in (draft.base, *draft.fields.values(), *draft.given.values())
        )
        local(draft.at)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return draft if whole else None


def _in_use(session: Path) -> bool:
    """Whether the session that owns a folder is still running."""
    try:
        with (session / _LOCK).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _tidy(session: Path) -> bool:
    """Remove a session's folder when no draft is left in it; whether it is gone."""
    with contextlib.suppress(OSError):
        if any(session.glob("*.json")):
            return False
        for path in session.iterdir():
            path.unlink()
        session.rmdir()
        return True
    return False
