"""A register in an SQLite file: made whole or not at all, opened with care, every refusal with its reason."""

from __future__ import annotations

import os
import pwd
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kit_tui.domain.wording import message
from kit_tui.store import migrate
from kit_tui.store.database import AnyDatabase
from kit_tui.store.errors import StoreError
from kit_tui.store.mounts import network_kind
from kit_tui.store.presence import Presence, alone_in, coming_into
from kit_tui.store.sqlite_database import COMPANIONS, Database
from kit_tui.store.sqlite_troubles import translating

if TYPE_CHECKING:
    from kit_tui.store.sqlite_copy import Told
    from kit_tui.store.sqlite_replacing import Restored

APPLICATION_ID = 0x4B495452
"""Marks a file as ours in its header: the letters KITR."""
OLDEST_SQLITE = (3, 35)
"""The first with RETURNING and DROP COLUMN, which saving and migrations use."""

_MAGIC = b"SQLite format 3\0"
_MODE = 0o600  # it is about people: whoever wants to share the file itself opens it to others


class SqliteFile:
    """The file at `path`, in WAL mode; `PRAGMA user_version` counts the migrations that it has had."""

    def __init__(self, path: str, migrations: Path = migrate.MIGRATIONS) -> None:
        self.path = Path(os.path.realpath(os.path.expanduser(path)))
        self.migrations = migrations

    @property
    def name(self) -> str:
        """What the database is called."""
        return str(self.path)

    def file(self) -> SqliteFile:
        """Itself."""
        return self

    def versions(self) -> Mapping[str, str]:
        """Nothing: SQLite is a part of Python."""
        return {}

    def is_made(self) -> bool:
        """Whether there is a file, which may be none of ours."""
        return _size(self.path) > 0

    def create(self, contents: Path | None = None, fill: Callable[[AnyDatabase], None] | None = None) -> None:
        """Make a database under another name and put it in its place, so that nobody meets half of one.

        It is empty, or a copy of the file `contents`, or what `fill` makes of it; and nobody else's to read.
        Raises `StoreError`; of several programs that create one file, all but one are told that it is there.
        """
        self._check_place()
        fresh = self.path.with_name(f".{self.path.name}.new")
        with alone_in(self.path.parent) as folder, translating(str(self.path)):
            if _size(self.path):
                raise StoreError(
                    message("There is a file at {path} already: move it away, or give another path.", path=self.path)
                )
            try:
                _remove(fresh)
                os.close(os.open(fresh, os.O_CREAT | os.O_EXCL, _MODE))
                if contents is None:
                    self._make(fresh, fill)
                else:
                    shutil.copyfile(contents, fresh)
                _remove(self.path)  # what an earlier database left behind would be taken for this one's
                os.replace(fresh, self.path)
                os.fsync(folder)
            finally:
                _remove(fresh)

    def connect(self, login: str = "") -> Database:
        """The database, connected on this thread, where others see that `login` is in; raises `StoreError` or `Busy`.

        Nothing is migrated: that is for somebody who is alone to do.
        """
        self._check_place()
        self._check_file()
        with coming_into(self.path.parent):
            presence = Presence(self.path, login or _name(os.getuid()))
        try:
            database = Database(self.path, presence)
            with translating(str(self.path)):
                try:
                    self._check_schema(database)
                except BaseException:
                    database.close()
                    raise
        except BaseException:
            presence.leave()
            raise
        return database

    def unchecked(self) -> Database:
        """The database as it is, damaged perhaps, or of another version, or none of ours; raises `StoreError`."""
        self._check_place()
        self._check_rights()
        return Database(self.path)

    def holds_register(self, path: Path) -> bool:
        """Whether a file begins as a register does."""
        try:
            with path.open("rb") as file:
                head = file.read(100)
        except OSError:
            return False
        return head.startswith(_MAGIC) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")

    def back_up(self, target: Path, told: Told) -> None:
        """Copy the database to `target`, where nothing is, and prove the copy; raises `StoreError`."""
        from kit_tui.store import sqlite_copy

        sqlite_copy.copy(self.path, target, told)

    def migrate(self, before: Callable[[int], object]) -> tuple[int, int]:
        """Bring the tables up to date, alone, and have `before` hear their version first; it and the new one.

        Raises `StoreError`.
        """
        from kit_tui.store import sqlite_replacing

        self._check_place()
        self._check_file()
        return sqlite_replacing.migrate(self, before)

    def restore(self, file: Path, told: Told) -> Restored:
        """Put a copy of the register in `file` in this one's place, which is set aside.  Raises `StoreError`."""
        from kit_tui.store import sqlite_replacing

        self._check_place()
        return sqlite_replacing.restore(self, file, told)

    def _make(self, path: Path, fill: Callable[[AnyDatabase], None] | None) -> None:
        database = Database(path)
        try:
            database.pragma("application_id", APPLICATION_ID)
            self.bring_up(database)
            if fill is not None:
                with database.atomic():
                    fill(database)
        finally:
            database.close()

    def _check_schema(self, database: Database) -> None:
        version = self.version(database)
        if version < migrate.known(self.migrations):
            raise StoreError(
                message(
                    "{path} is of an older kit-tui (its tables are at {version}, here at {known}): "
                    "run kit-tui migrate.",
                    path=self.path,
                    version=version,
                    known=migrate.known(self.migrations),
                )
            )
        if database.pragma("journal_mode") != "wal":
            with alone_in(self.path.parent):
                database.pragma("journal_mode", "wal")

    def version(self, database: Database) -> int:
        """How many migrations the tables have had.  Raises `StoreError` for those of others, or of a newer program."""
        self.own(database.pragma("application_id"))
        return self.known_version(database.pragma("user_version"), self.path)

    def own(self, application: int) -> None:
        """Raises `StoreError` unless it is our mark that the database bears."""
        if application != APPLICATION_ID:
            raise StoreError(
                message("{path} is a database of another program: give another path.", path=self.path),
            )

    def known_version(self, version: int, path: Path) -> int:
        """`version`, that of the tables in the file at `path`.  Raises `StoreError` for a newer program's."""
        known = migrate.known(self.migrations)
        if version > known:
            raise StoreError(
                message(
                    "{path} is of a newer kit-tui (its tables are at {version}, here at {known}): update kit-tui.",
                    path=path,
                    version=version,
                    known=known,
                )
            )
        return version

    def bring_up(self, database: Database) -> None:
        """Apply the migrations that the tables have not had; what has been done is marked, whatever happens."""
        try:
            migrate.migrate(database, self.migrations)
        finally:
            database.pragma("user_version", migrate.applied(database))
            database.pragma("journal_mode", "wal")

    def _check_place(self) -> None:
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise StoreError(
                message(
                    "SQLite {version} is too old, {oldest} is needed: use a Python with a newer one.",
                    version=sqlite3.sqlite_version,
                    oldest=".".join(map(str, OLDEST_SQLITE)),
                )
            )
        folder = self.path.parent
        if not os.path.isdir(folder):
            raise StoreError(
                message("There is no folder {folder}: make it, or give another path.", folder=folder),
            )
        if os.path.isdir(self.path):
            raise StoreError(message("{path} is a folder: give the path of a file.", path=self.path))
        if kind := network_kind(self.path):
            raise StoreError(
                message(
                    "{path} is on a network file system ({kind}), where SQLite loses records: "
                    "keep it on a disk of this computer.",
                    path=self.path,
                    kind=kind,
                )
            )
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise StoreError(
                message(
                    "You may not write in the folder {folder}, as the database needs: ask {owner} to allow it.",
                    folder=folder,
                    owner=_owner(folder),
                )
            )

    def _check_rights(self) -> None:
        if not _size(self.path):
            raise StoreError(message("There is no database at {path}: make one with kit-tui init.", path=self.path))
        for path in (self.path, *_companions(self.path)):
            if path.exists() and not os.access(path, os.R_OK | os.W_OK):
                raise StoreError(
                    message(
                        "You may not read and write {path}: ask {owner} to allow it.", path=path, owner=_owner(path)
                    )
                )

    def _check_file(self) -> None:
        self._check_rights()
        with self.path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise StoreError(message("{path} is not a database: give another path.", path=self.path))


def _size(path: Path) -> int:
    """The bytes in a file; 0 where there is none, and for what is no file but a pipe, say."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _companions(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in COMPANIONS]


def _remove(path: Path) -> None:
    for each in (path, *_companions(path)):
        each.unlink(missing_ok=True)


def _owner(path: Path) -> str:
    return _name(path.stat().st_uid)


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
