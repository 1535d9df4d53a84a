"""PostgreSQL's errors as sentences for the person who meets them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import peewee as pw
import psycopg

from kit_tui.domain.wording import message
from kit_tui.store.errors import Away, Busy, StoreError

_BUSY = "Someone else is writing to the database, an import perhaps: nothing was saved. Try again in a moment."
_DAMAGED = "The database {path} is damaged: work on with a backup of it."
_FULL = "The disk is full: nothing was saved. Make room on it, then try again."
_FAILED = "The server of {path} failed: nothing was saved. See to the server, then try again."
_PART = "The database {path} has lost a part of itself: work on with a backup of it."
_UNREACHABLE = "The database {path} can't be reached: see that its server runs and that the network leads there."
_NO_ENTRY = "The server of {path} lets you in by another name or password only: ask who keeps it."

_SENTENCES = {
    "08": _UNREACHABLE,
    "25006": "The database {path} can't be written: nothing was saved. Its server is a standby, or read-only.",
    "28": _NO_ENTRY,
    "3D000": "There is no database at {path}: have one made with createdb, then make the register with kit-tui init.",
    "40001": _BUSY,
    "40P01": _BUSY,
    "42501": "You may not use all of {path}: ask who keeps the server to allow it.",
    "42P01": _PART,
    "42703": _PART,
    "53100": _FULL,
    "53300": "The server of {path} takes no more connections: try again in a moment.",
    "53": _FAILED,
    "55P03": _BUSY,
    "57P": _UNREACHABLE,
    "58": _FAILED,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
    "XX": _FAILED,
}
"""By SQLSTATE, or the beginning of one."""


@contextmanager
def translating(name: str) -> Iterator[None]:
    """Within it, the errors of the database called `name` are raised as `Busy` or `StoreError`.

    A broken rule, an interruption and a mistake in a statement are raised as they are.
    """
    try:
        yield
    except (pw.PeeweeException, psycopg.Error) as error:
        if sentence := _sentence(error):
            kind = Busy if sentence is _BUSY else Away if is_away(error) else StoreError
            raise kind(message(sentence, path=name)) from error
        raise


def cause_of(error: BaseException) -> psycopg.Error | None:
    """What psycopg has to say, which Peewee may have wrapped."""
    cause: BaseException | None = error
    while isinstance(cause, pw.PeeweeException):
        cause = cause.__context__
    return cause if isinstance(cause, psycopg.Error) else None


def is_away(error: BaseException) -> bool:
    """Whether an error means that the server is away, has no room for us at the moment, or is no primary any longer."""
    cause = cause_of(error)
    if cause is None:
        return False
    return _sentence(cause) is _UNREACHABLE or cause.sqlstate in ("25006", "53300")


def _sentence(error: BaseException) -> str:
    cause = cause_of(error)
    if cause is None:
        return ""
    state = cause.sqlstate or ""
    if not state:  # libpq's own words, not the server's
        return _without_state(cause)
    return next((_SENTENCES[start] for start in (state, state[:3], state[:2]) if start in _SENTENCES), "")


def _without_state(cause: psycopg.Error) -> str:
    said = str(cause)
    if "password" in said or "authentication failed" in said or "no pg_hba.conf entry" in said:
        return _NO_ENTRY
    if "does not exist" in said:
        return _SENTENCES["3D000"] if "database" in said else _NO_ENTRY
    if "too many" in said or "remaining connection slots" in said:
        return _SENTENCES["53300"]
    return _UNREACHABLE if isinstance(cause, (psycopg.OperationalError, psycopg.InterfaceError)) else ""
