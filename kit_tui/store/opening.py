"""Which database a URL names, and how it is made and opened: no other part of the store knows which kind it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from kit_tui.domain.wording import message
from kit_tui.store.database import AnyDatabase
from kit_tui.store.errors import StoreError
from kit_tui.store.sqlite_file import SqliteFile

__all__ = ["called", "connect", "create", "engine", "is_made", "versions"]


class Engine(Protocol):
    """What keeps a database."""

    @property
    def name(self) -> str:
        """What the database is called; no password is in it."""

    def versions(self) -> Mapping[str, str]:
        """What serves it, and what speaks with that."""

    def is_made(self) -> bool:
        """Whether there is one, which may be none of ours."""

    def create(self, contents: Path | None = None, fill: Callable[[AnyDatabase], None] | None = None) -> None:
        """Make it, whole or not at all: empty, with what the file `contents` holds, or as `fill` fills it."""

    def connect(self, login: str = "") -> AnyDatabase:
        """The open database, in which others see `login`."""

    def unchecked(self) -> AnyDatabase:
        """The database as it is, damaged perhaps, or of another version, or none of ours."""

    def migrate(self, before: Callable[[int], object]) -> tuple[int, int]:
        """Bring the tables up to date, alone, and have `before` hear their version first; it and the new one."""

    def file(self) -> SqliteFile:
        """What keeps the file that the database is; raises `StoreError` where it is none, and says what to do."""


def engine(url: str) -> Engine:
    """What keeps the database that `url` names: a path, sqlite:/// with one, or postgresql:// with a server.

    Raises `StoreError` for others.
    """
    scheme, separator, rest = url.partition("://")
    if not separator:
        return SqliteFile(url)
    if scheme == "sqlite":
        return SqliteFile(rest.removeprefix("/"))
    if scheme in ("postgresql", "postgres"):
        return _server(url)
    raise StoreError(
        message(
            "Databases with {scheme}:// are not known here: give a path, or postgresql://USER@HOST/NAME.",
            scheme=scheme,
        )
    )


def _server(url: str) -> Engine:
    try:
        from kit_tui.store.postgres import Server
    except ImportError:
        raise StoreError(message('PostgreSQL takes one thing more: pip install "kit-tui[postgres]".')) from None
    return Server(url)


def called(url: str) -> str:
    """What the database that `url` names is called, without a password."""
    return engine(url).name


def versions(url: str) -> Mapping[str, str]:
    """What serves the database that `url` names, and what speaks with that, by name; nothing for a file."""
    return engine(url).versions()


def is_made(url: str) -> bool:
    """Whether there is something at `url`, of whatever kind.  Raises `StoreError` for an unknown kind of URL."""
    return engine(url).is_made()


def create(url: str, contents: Path | None = None) -> None:
    """Make a database, whole or not at all: empty, or with what the file `contents` holds; nobody else may read it.

    Raises `StoreError`, also when there is one.
    """
    engine(url).create(contents)


def connect(url: str, login: str = "") -> AnyDatabase:
    """The open database, in which others see `login`; each thread gets a connection of its own when it first asks.

    Raises `StoreError` for what can't be opened and `Busy` when another writes for too long.
    """
    return engine(url).connect(login)
