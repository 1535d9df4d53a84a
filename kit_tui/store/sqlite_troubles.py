"""SQLite's errors as sentences for the person who meets them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import peewee as pw

from kit_tui.domain.wording import Refused, message
from kit_tui.store.errors import Busy, StoreError

_BUSY = "Someone else is writing to the database, an import perhaps: nothing was saved. Try again in a moment."
_DAMAGED = "The database {path} is damaged: work on with a backup of it."
_FAILED = "The disk failed while {path} was in use: nothing was saved. See to the disk, then try again."
_GONE = "The database {path} can't be opened: see that it is still there and that you may read and write it."

_SENTENCES = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: "The database {path} can't be written: nothing was saved. See who may write it and "
    "its folder.",
    sqlite3.SQLITE_FULL: "The disk is full: nothing was saved. Make room on it, then try again.",
    sqlite3.SQLITE_CANTOPEN: _GONE,
    sqlite3.SQLITE_PERM: _GONE,
    sqlite3.SQLITE_IOERR: _FAILED,
    sqlite3.SQLITE_PROTOCOL: _FAILED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_MISSING = {
    "no such module": "This Python's SQLite has no full-text search (FTS5): use a Python that has it.",
    "no such table": "The database {path} has lost a part of itself: work on with a backup of it.",
}
_TAKEN_BACK = "no such savepoint"
"""What Peewee meets when SQLite has taken back the whole transaction because of what befell it."""


@contextmanager
def translating(path: str) -> Iterator[None]:
    """Within it, SQLite's errors about the database at `path` are raised as `Busy` or `StoreError`.

    A broken rule, an interruption and a mistake in a statement are raised as they are.
    """
    try:
        yield
    except (pw.DatabaseError, sqlite3.DatabaseError) as error:
        refusal = _refusal(error, path)
        if refusal:
            raise refusal from error
        raise


def is_busy(error: Exception) -> bool:
    """Whether it is only that another is writing."""
    return _code(_cause(error)) == sqlite3.SQLITE_BUSY


def _cause(error: Exception) -> BaseException | None:
    """What SQLite has said."""
    cause: BaseException | None = error
    while cause and (isinstance(cause, pw.PeeweeException) or str(cause).startswith(_TAKEN_BACK)):
        cause = cause.__context__  # wrapped twice when a statement has opened the connection
    return cause


def _code(cause: BaseException | None) -> int:
    """Its number; the rest of an extended code says more than is needed."""
    code: int = getattr(cause, "sqlite_errorcode", 0)
    return code & 0xFF


def _refusal(error: Exception, path: str) -> Refused | None:
    cause = _cause(error)
    code = _code(cause)
    sentence = _SENTENCES.get(code) or next((_MISSING[start] for start in _MISSING if str(cause).startswith(start)), "")
    if not sentence:
        return None
    return (Busy if sentence is _BUSY else StoreError)(message(sentence, path=path))
