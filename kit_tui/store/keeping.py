"""What an administrator does with a register as a whole: back it up, put a backup in its place, migrate it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from kit_tui.domain.roles import Action, require
from kit_tui.domain.wording import Refused, message
from kit_tui.store import backups, settings
from kit_tui.store.accounts import role_of
from kit_tui.store.backups import Backup
from kit_tui.store.core import Actor, Core
from kit_tui.store.database import AnyDatabase
from kit_tui.store.errors import StoreError
from kit_tui.store.opening import Engine, engine
from kit_tui.store.sqlite_copy import Told
from kit_tui.store.sqlite_replacing import Restored

__all__ = ["Backup", "Migrated", "Restored", "back_up", "bring_up", "restore"]


class Migrated(NamedTuple):
    """The versions of a register's tables before and after, and the backup of it as it was; None where they are one."""

    before: int
    after: int
    backup: Path | None


def back_up(core: Core, wanted: Path | None, told: Told, *, replace: bool = False) -> Backup:
    """Back up an open register while others work; what was made, and which older ones went for it.

    `wanted` is a file, which is only replaced on demand, or a folder; without it, it is the folder beside the register.
    Raises `StoreError` or `NotAllowed`.
    """
    require(core.role, Action.BACKUP)
    keeper = engine(core.database.name).file()
    return backups.make(keeper, wanted, settings.retention(core.reader), told, replace=replace)


def restore(url: str, file: Path, actor: Actor, told: Told) -> Restored:
    """Put a copy of the backup `file` in a register's place, and set aside what was there.

    The accounts of the register that is replaced say who may do so; where they can't be read, whoever may write there.
    Raises `StoreError` or `NotAllowed`.
    """
    keeper = engine(url).file()
    if keeper.is_made():
        with _readable(keeper) as database, suppress(StoreError):
            _require(database, actor, Action.RESTORE)
    return keeper.restore(file, told)


def bring_up(url: str, actor: Actor, told: Told) -> Migrated:
    """Bring a register's tables to those of this program, after a backup.  Raises `StoreError` or `NotAllowed`."""
    keeper = engine(url)
    made: list[Path] = []
    with _readable(keeper) as database:
        _require(database, actor, Action.MIGRATE)
    try:
        before, after = keeper.migrate(
            lambda version: made.append(backups.before_migration(keeper.file(), version, told))
        )
    except Refused:
        raise
    except Exception as error:
        if not made:
            raise
        raise StoreError(
            message(
                "A migration failed ({why}) and was taken back. The register as it was is in {path}: restore that to "
                "work on with the older kit-tui.",
                why=str(error),
                path=made[0],
            )
        ) from error
    return Migrated(before, after, made[0] if made else None)


@contextmanager
def _readable(keeper: Engine) -> Iterator[AnyDatabase]:
    """The register as it is, of whatever version; raises `StoreError` where nobody may read it."""
    database = keeper.unchecked()
    try:
        yield database
    finally:
        database.close()


def _require(database: AnyDatabase, actor: Actor, action: Action) -> None:
    """Raises `NotAllowed` unless the accounts in it let the actor do this, `StoreError` where it is damaged."""
    require(role_of(database, actor), action)
