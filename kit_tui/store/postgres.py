"""A register in a PostgreSQL database: made whole or not at all, opened with care, every refusal with its reason.

The database itself is made by whoever keeps the server; here its tables are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import psycopg
from psycopg.conninfo import conninfo_to_dict

from kit_tui.domain.wording import message
from kit_tui.store import migrate
from kit_tui.store.database import AnyDatabase
from kit_tui.store.errors import StoreError
from kit_tui.store.postgres_database import Database, Target

if TYPE_CHECKING:
    from kit_tui.store.sqlite_file import SqliteFile

OLDEST_POSTGRES = 13
"""The oldest that its makers still keep, or did when this was written."""

_HISTORY = "schema_migration"
_APPLIED = f"SELECT count(*), count(*) FILTER (WHERE name = '0001_first') FROM {_HISTORY}"


class Server:
    """The database that a URL names; the table of migrations counts those that it has had."""

    def __init__(self, url: str, migrations: Path = migrate.MIGRATIONS) -> None:
        try:
            parameters = conninfo_to_dict(url)
        except psycopg.ProgrammingError:
            raise StoreError(message("That is no address of a database: give postgresql://USER@HOST/NAME.")) from None
        self.target = Target(_called(parameters), parameters)
        self.migrations = migrations

    @property
    def name(self) -> str:
        """The URL without a password."""
        return self.target.name

    def versions(self) -> Mapping[str, str]:
        """The server's and psycopg's; raises `StoreError` when there is no way to the server."""
        database = self._open()
        try:
            ((server,),) = database.fetch("SHOW server_version")
        finally:
            database.close()
        return {"PostgreSQL": str(server), "psycopg": psycopg.__version__}

    def is_made(self) -> bool:
        """Whether the database has tables, which may be none of ours."""
        database = self._open()
        try:
            return bool(database.get_tables())
        finally:
            database.close()

    def create(self, contents: Path | None = None, fill: Callable[[AnyDatabase], None] | None = None) -> None:
        """Make the tables in one transaction: empty, with what the file `contents` holds, or as `fill` fills them.

        Raises `StoreError`; of several programs that make them, all but one are told that they are there.
        """
        database = self._open()
        try:
            with database.translating(), database.atomic():
                if database.get_tables():
                    raise StoreError(
                        message("There are tables in {path} already: give another database.", path=self.name)
                    )
                migrate.migrate(database, self.migrations)
                if contents is not None:
                    from kit_tui.store.copying import copy_file

                    copy_file(contents, database)
                if fill is not None:
                    fill(database)
        finally:
            database.close()

    def file(self) -> SqliteFile:
        """Raises `StoreError`: a server keeps its databases in its own way."""
        raise StoreError(
            message(
                "{path} is kept by a server: back it up and restore it with pg_dump and pg_restore, or copy it to a "
                "file with kit-tui copy.",
                path=self.name,
            )
        )

    def unchecked(self) -> Database:
        """The database as it is, of another version perhaps; raises `StoreError`."""
        return self._open()

    def migrate(self, before: Callable[[int], object]) -> tuple[int, int]:
        """Bring the tables up to date in one transaction, in which nobody else writes: the versions before and after.

        It is taken back as a whole when it fails, so that `before`, for a backup, is not called.
        """
        database = self._open()
        try:
            with database.translating(), database.atomic():
                version = self._version(database)
                if version < migrate.known(self.migrations):
                    migrate.migrate(database, self.migrations)
                return version, self._version(database)
        finally:
            database.close()

    def connect(self, login: str = "") -> Database:
        """The database, connected on this thread, where the server sees `login`; raises `StoreError` or `Busy`.

        Nothing is migrated: that is for an administrator to do.
        """
        if login:
            self.target.parameters.setdefault("application_name", f"kit-tui {login}")
        database = self._open()
        try:
            with database.translating():
                self._check_schema(database)
        except BaseException:
            database.close()
            raise
        return database

    def _open(self) -> Database:
        database = Database(self.target)
        with database.translating():
            database.connect()
        try:
            self._check_server(database)
        except BaseException:
            database.close()
            raise
        return database

    def _check_server(self, database: Database) -> None:
        version = database.connection().info.server_version
        if version < OLDEST_POSTGRES * 10_000:
            raise StoreError(
                message(
                    "PostgreSQL {version} is too old, {oldest} is needed.",
                    version=version // 10_000,
                    oldest=OLDEST_POSTGRES,
                )
            )
        ((encoding,),) = database.fetch("SHOW server_encoding")
        if encoding != "UTF8":
            raise StoreError(
                message(
                    "{path} keeps texts in {encoding}: have it made with createdb -T template0 -E UTF8.",
                    path=self.name,
                    encoding=encoding,
                )
            )

    def _check_schema(self, database: Database) -> None:
        version, known = self._version(database), migrate.known(self.migrations)
        if version < known:
            raise StoreError(
                message(
                    "{path} is of an older kit-tui (its tables are at {version}, here at {known}): "
                    "run kit-tui migrate.",
                    path=self.name,
                    version=version,
                    known=known,
                )
            )

    def _version(self, database: Database) -> int:
        """How many migrations the tables have had.  Raises `StoreError` for those of others, or of a newer program."""
        tables = database.get_tables()
        if not tables:
            raise StoreError(message("There is no register in {path}: make one with kit-tui init.", path=self.name))
        version, ours = database.fetch(_APPLIED)[0] if _HISTORY in tables else (0, 0)
        if not ours:
            raise StoreError(message("{path} is a database of another program: give another path.", path=self.name))
        known = migrate.known(self.migrations)
        if version > known:
            raise StoreError(
                message(
                    "{path} is of a newer kit-tui (its tables are at {version}, here at {known}): update kit-tui.",
                    path=self.name,
                    version=version,
                    known=known,
                )
            )
        return int(version)


def _called(parameters: dict[str, Any]) -> str:
    """The URL of a database, with nothing in it that is secret."""
    hosts = str(parameters.get("host") or "").split(",")
    ports = str(parameters.get("port") or "").split(",")
    if len(ports) == 1:
        ports *= len(hosts)
    quoted = (f"[{host}]" if ":" in host else quote(host, safe="") for host in hosts)
    places = ",".join(host + (f":{port}" if port else "") for host, port in zip(quoted, ports, strict=False))
    user = parameters.get("user")
    who = quote(str(user), safe="") + "@" if user else ""
    return f"postgresql://{who}{places}/{quote(str(parameters.get('dbname') or ''), safe='')}"
