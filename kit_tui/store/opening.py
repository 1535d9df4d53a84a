"""Which database a URL names, how it is made and opened, and its troubles in words.

The next kind of database comes in here: which it is, no other part of the store knows but `indexing`, `searching` and
`watching`.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import peewee as pw

from kit_tui.domain.wording import message
from kit_tui.store.errors import StoreError
from kit_tui.store.sqlite_database import Database
from kit_tui.store.sqlite_file import SqliteFile
from kit_tui.store.sqlite_troubles import translating

__all__ = ["Database", "connect", "create", "engine", "is_made", "leave", "make_room", "past_indexes", "translated"]


def engine(url: str) -> SqliteFile:
    """What keeps the database that `url` names: a path, or sqlite:/// with one.  Raises `StoreError` for others."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return SqliteFile(url)
    if scheme == "sqlite":
        return SqliteFile(rest.removeprefix("/"))
    raise StoreError(
        message("Databases with {scheme}:// are not known here: give a path, or sqlite:///PATH.", scheme=scheme)
    )


def is_made(url: str) -> bool:
    """Whether there is a file that `url` names, of whatever kind.  Raises `StoreError` for an unknown kind of URL."""
    return engine(url).is_made()


def create(url: str, contents: Path | None = None) -> None:
    """Make a database, whole or not at all: empty, or a copy of the file `contents`; nobody else may read it.

    Raises `StoreError`, also when there is one.
    """
    engine(url).create(contents)


def connect(url: str, login: str = "") -> Database:
    """The open database, in which others see `login`; each thread gets a connection of its own when it first asks.

    Raises `StoreError` for what can't be opened and `Busy` when another writes for too long.
    """
    return engine(url).connect(login)


def leave(database: Database) -> None:
    """Let go of this thread's connection, and stop what the others are reading; a write goes on to its end."""
    database.leave()


def make_room(database: Database, *, bulk: bool) -> None:
    """Let this thread's connection use more memory while it writes a bulk of records, or no longer."""
    database.make_room(bulk=bulk)


def past_indexes(field: pw.Field) -> Any:
    """A field in a condition for whose sake the database does not go by an index.

    An index of the living records looks short to SQLite, which keeps no statistics; but it leads to all of them, in
    another order than they lie in, and that takes five times as long as looking through the table.
    """
    return pw.NodeList((pw.SQL("+"), field), glue="")


def translated(database: pw.Database) -> AbstractContextManager[None]:
    """Within it, what the database refuses is raised as `Busy` or `StoreError`; broken rules stay `IntegrityError`."""
    return translating(database.database)
