"""What takes a register's file for itself: migrating its tables, and putting a backup in its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kit_tui.domain.wording import message
from kit_tui.store import migrate as migrations
from kit_tui.store.backups import named_by_time
from kit_tui.store.errors import StoreError
from kit_tui.store.presence import alone_in, refuse_others, resemble
from kit_tui.store.sqlite_copy import Damaged, Told, copy, opened
from kit_tui.store.sqlite_database import COMPANIONS
from kit_tui.store.sqlite_troubles import translating

if TYPE_CHECKING:
    from kit_tui.store.sqlite_file import SqliteFile


class Restored(NamedTuple):
    """What has been put in a register's place."""

    set_aside: Path | None
    """Where the register is that was there before."""
    last: str | None
    """The stamp of the latest operation in the register that is there now."""
    outdated: bool
    """Whether its tables are those of an older program."""


def migrate(keeper: SqliteFile, before: Callable[[int], object]) -> tuple[int, int]:
    """Bring a register's tables up to date and have `before` hear their version first: the versions before and after.

    Raises `StoreError` while others are in, and what a migration raises: then those before it have been carried out.
    """
    with alone_in(keeper.path.parent):
        refuse_others(keeper.path)
        database = keeper.unchecked()
        try:
            with translating(str(keeper.path)):
                version = keeper.version(database)
                if version < migrations.known(keeper.migrations):
                    if not _settle(database.connection()):
                        raise _used_otherwise(keeper.path)
                    before(version)
                    keeper.bring_up(database)
                return version, keeper.version(database)
        finally:
            database.close()


def restore(keeper: SqliteFile, file: Path, told: Told) -> Restored:
    """Put a copy of the register in `file` in a register's place, which is set aside beside it.

    Raises `StoreError`, and nothing has changed, for a `file` that is no whole register, or one of a newer program, and
    while others are in.
    """
    path = keeper.path
    version = _version(keeper, file)
    refuse_others(path)
    fresh = path.with_name(f".{path.name}.restored")
    fresh.unlink(missing_ok=True)
    try:
        facts = copy(file, fresh, told, live=_has_log(file))
        with alone_in(path.parent) as folder:
            refuse_others(path)
            set_aside = _set_aside(keeper, fresh)
            os.replace(fresh, path)
            os.fsync(folder)
    except Damaged as error:
        raise StoreError(
            message("{path} is damaged ({what}): restore another backup.", path=file, what=error.what)
        ) from None
    finally:
        fresh.unlink(missing_ok=True)
    return Restored(set_aside, facts.last and facts.last[2], version < migrations.known(keeper.migrations))


def _version(keeper: SqliteFile, file: Path) -> int:
    """The version of the tables in a file that is to be restored.  Raises `StoreError` for one that can't be."""
    if not file.is_file():
        raise StoreError(message("There is no file {path}: name a backup.", path=file))
    if keeper.is_made() and file.samefile(keeper.path):
        raise StoreError(message("{path} is the register itself: name a backup of it.", path=file))
    if not keeper.holds_register(file):
        raise StoreError(message("{path} is no backup of a register: name another file.", path=file))
    with translating(str(file)), closing(opened(file, alone=not _has_log(file))) as backup:
        version = int(backup.execute("PRAGMA user_version").fetchone()[0])
    return keeper.known_version(version, file)


def _has_log(file: Path) -> bool:
    """Whether a part of a database still lies in the log beside it."""
    log = file.with_name(f"{file.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _set_aside(keeper: SqliteFile, fresh: Path) -> Path | None:
    """Give the register a second name, under which it is kept, and `fresh` its owner and mode; None without one.

    What else is beside it, and would be taken for a part of `fresh`, goes along: the log of a damaged one.
    """
    path = keeper.path
    kept = named_by_time(path, path.parent, "-replaced")
    there = keeper.is_made()
    if there:
        _see_that_it_is_ours_alone(keeper)
        descriptor = os.open(fresh, os.O_RDWR)
        try:
            resemble(descriptor, path)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.link(path, kept)  # a second name: there is a register at the first one all the time
    for ending in COMPANIONS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(kept.with_name(kept.name + ending))
    return kept if there else None


def _see_that_it_is_ours_alone(keeper: SqliteFile) -> None:
    """Have the register's file be all of it; raises `StoreError` for one of another program, or in use by another."""
    try:
        with closing(sqlite3.connect(keeper.path, isolation_level=None, timeout=1)) as connection:
            keeper.own(connection.execute("PRAGMA application_id").fetchone()[0])
            alone = _settle(connection)
    except sqlite3.DatabaseError:  # damaged: its log stays beside it
        return
    if not alone:
        raise _used_otherwise(keeper.path)


def _settle(connection: sqlite3.Connection) -> bool:
    """Write a database's log into its file, so that the file is all of it; False if another program has it open."""
    try:
        return bool(connection.execute("PRAGMA journal_mode = delete").fetchone()[0] == "delete")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return False
        raise


def _used_otherwise(path: Path) -> StoreError:
    return StoreError(message("Another program has {path} open (Litestream, say): end it, then try again.", path=path))
