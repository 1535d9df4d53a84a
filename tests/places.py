"""Where tests keep their registers: in SQLite files, or on a PostgreSQL server if KIT_TEST_DATABASE says so."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from kit_tui.store import opening

EXAMPLE = Path(__file__).parents[1] / "kit.db.example"
ON_POSTGRES = os.environ.get("KIT_TEST_DATABASE") == "postgres"
SERVER = "KIT_TEST_SERVER"
"""The variable by which the workers of a test run know the server: its URL without a database."""

BROKEN_RULE = (sqlite3.IntegrityError, psycopg.IntegrityError, psycopg.DataError)


def prepare(url: str) -> None:
    """Make the databases that those of tests are copied from."""
    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        for name, contents in (("kit_empty", None), ("kit_example", EXAMPLE)):
            connection.execute(f"CREATE DATABASE {name}")
            opening.create(f"{url}/{name}", contents)


class Files:
    """Registers as files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, count()
        self._empty = folder / "empty.db"
        opening.create(str(self._empty))

    @contextlib.contextmanager
    def empty(self, path: Path) -> Iterator[Path]:
        yield shutil.copy(self._empty, path)

    @contextlib.contextmanager
    def example(self) -> Iterator[str]:
        yield str(shutil.copy(EXAMPLE, self._folder / f"example{next(self._numbers)}.db"))

    @contextlib.contextmanager
    def nothing(self) -> Iterator[str]:
        yield str(self._folder / f"new{next(self._numbers)}.db")


class Databases:
    """Registers as databases of a server.  One is kept, and emptied for each test that wants an empty one."""

    def __init__(self, url: str, worker: str) -> None:
        self._url, self._worker, self._numbers = url, worker, count()
        self._server = psycopg.connect(f"{url}/postgres", autocommit=True)
        self._kept: psycopg.Connection[Any] | None = None
        self._kept_name = f"kit_{worker}"
        self._tidy, self._tidy_shape = "", []
        self._in_use = False

    @contextlib.contextmanager
    def empty(self, path: Path) -> Iterator[str]:
        if self._in_use:
            with self._made("kit_empty") as url:
                yield url
            return
        self._in_use = True
        try:
            self._empty_kept()
            yield f"{self._url}/{self._kept_name}"
        finally:
            self._in_use = False

    def example(self) -> contextlib.AbstractContextManager[str]:
        return self._made("kit_example")

    def nothing(self) -> contextlib.AbstractContextManager[str]:
        return self._made("template1")

    @contextlib.contextmanager
    def _made(self, template: str) -> Iterator[str]:
        name = f"kit_{self._worker}_{next(self._numbers)}"
        self._server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield f"{self._url}/{name}"
        finally:
            self._server.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def _empty_kept(self) -> None:
        self._server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> %s",
            (self._kept_name, self._kept.info.backend_pid if self._kept else 0),
        )
        try:
            if self._kept is None or self._shape() != self._tidy_shape:
                raise psycopg.ProgrammingError
            self._kept.execute(self._tidy, prepare=False)
        except psycopg.Error:
            self._make_kept()

    def _make_kept(self) -> None:
        if self._kept is not None:
            self._kept.close()
        self._server.execute(f"DROP DATABASE IF EXISTS {self._kept_name} WITH (FORCE)")
        self._server.execute(f"CREATE DATABASE {self._kept_name} TEMPLATE kit_empty")
        self._kept = psycopg.connect(f"{self._url}/{self._kept_name}", autocommit=True)
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration'"
        names = [f'"{name}"' for (name,) in self._kept.execute(tables)]
        sequences = [
            name
            for (name,) in self._kept.execute(
                "SELECT sequencename FROM pg_sequences WHERE sequencename NOT LIKE 'schema_migration%'"
            )
        ]
        self._tidy = "SET session_replication_role = replica;"  # references are looked at by nobody, then
        self._tidy += "".join(f"DELETE FROM {name};" for name in names)
        self._tidy += "".join(f"SELECT setval('{name}', 1, false);" for name in sequences)
        self._tidy_shape = self._shape()

    def _shape(self) -> list[tuple[Any, ...]]:
        """What tables, rules and indexes there are: a test may have taken some away, or made some."""
        assert self._kept is not None
        return self._kept.execute(
            "SELECT (SELECT count(*) FROM pg_class), (SELECT count(*) FROM pg_constraint),"
            " (SELECT count(*) FROM pg_trigger WHERE tgenabled = 'O')"
        ).fetchall()


Places = Files | Databases


class Raw:
    """A connection that knows nothing of kit-tui: every statement is committed, `?` marks a parameter."""

    def __init__(self, path: object) -> None:
        if ON_POSTGRES:
            self.connection: Any = psycopg.connect(str(path), autocommit=True)
        else:
            self.connection = sqlite3.connect(str(path), isolation_level=None)
            self.connection.execute("PRAGMA foreign_keys = 1")

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        if ON_POSTGRES:
            found = self.connection.execute(sql.replace("%", "%%").replace("?", "%s"), parameters)
            return found.fetchall() if found.description else []
        rows: list[tuple[Any, ...]] = self.connection.execute(sql, parameters).fetchall()
        return rows


@contextlib.contextmanager
def raw(path: object) -> Iterator[Raw]:
    """Such a connection to a register."""
    opened = Raw(path)
    try:
        yield opened
    finally:
        opened.connection.close()
