"""Where backups are kept, what they are called, and which of them go when a new one has been made."""

from __future__ import annotations

import datetime as dt
import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kit_tui.domain.clock import local
from kit_tui.domain.retention import Retention
from kit_tui.domain.wording import message
from kit_tui.store.errors import StoreError
from kit_tui.store.sqlite_copy import Told
from kit_tui.store.sqlite_file import SqliteFile

_FOLDER = "backups"
_TIME = "%Y%m%d-%H%M%S"
_UNFINISHED = re.compile(r"\..+\.unfinished")
_DAY = 24 * 60 * 60


class Backup(NamedTuple):
    """A backup that has been made, and those that were deleted because newer ones stand for them."""

    path: Path
    deleted: tuple[Path, ...]


def make(keeper: SqliteFile, wanted: Path | None, retention: Retention, told: Told, *, replace: bool = False) -> Backup:
    """Back up a register to the file `wanted`; in a folder, beside the register without one, it is named by the time.

    Only of those that are named by the time older ones are deleted.  Raises `StoreError`.
    """
    if wanted is not None and not wanted.is_dir():
        if wanted.exists() and (not replace or wanted.samefile(keeper.path)):
            raise StoreError(
                message("There is a file at {path} already: move it away, or give another path.", path=wanted)
            )
        _write(keeper, wanted, told)
        return Backup(wanted, ())
    path = named_by_time(keeper.path, wanted or _own_folder(keeper.path))
    _write(keeper, path, told)
    return Backup(path, tuple(_thin_out(keeper, path, retention)))


def before_migration(keeper: SqliteFile, version: int, told: Told) -> Path:
    """Back up a register whose tables, at `version`, are to be changed; it is kept until somebody deletes it."""
    path = named_by_time(keeper.path, _own_folder(keeper.path), f"-version-{version}")
    _write(keeper, path, told)
    return path


def named_by_time(register: Path, folder: Path, what: str = "") -> Path:
    """A path in `folder` where nothing is yet, called after the register, `what` it is, and this moment.

    It is the computer's moment, also for a register that is held at a day.
    """
    moment = local(dt.datetime.now(dt.UTC))
    while True:
        path = folder / f"{register.stem}{what}-{moment.strftime(_TIME)}{register.suffix}"
        if not path.exists():
            return path
        moment += dt.timedelta(seconds=1)


def _own_folder(register: Path) -> Path:
    """The folder of a register's backups, beside it; it is made, for its owner alone.  Raises `StoreError`."""
    folder = register.parent / _FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StoreError(
            message(
                "The folder {folder} can't be made ({why}): give the path of a file or of a folder.",
                folder=folder,
                why=error.strerror,
            )
        ) from None
    return folder


def _write(keeper: SqliteFile, path: Path, told: Told) -> None:
    """Put a backup at `path`, whole or not at all."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    keeper.back_up(fresh, told)
    os.replace(fresh, path)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Have the disk keep the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _thin_out(keeper: SqliteFile, newest: Path, retention: Retention) -> list[Path]:
    """Delete the backups that newer ones stand for, and what killed programs have left; the backups deleted."""
    made = {}
    for path in newest.parent.iterdir():
        moment = _moment(keeper.path, path)
        if moment and keeper.holds_register(path):
            made[moment] = path
        elif _UNFINISHED.fullmatch(path.name):
            _delete_if_old(path)
    kept = retention.kept(made)
    gone = [path for moment, path in sorted(made.items()) if moment not in kept and path != newest]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def _moment(register: Path, path: Path) -> dt.datetime | None:
    """When a backup of the register was made, by its name; None for what is called otherwise."""
    name = path.name
    start, end = f"{register.stem}-", register.suffix
    if not (name.startswith(start) and name.endswith(end)):
        return None
    with suppress(ValueError):
        moment = dt.datetime.strptime(text := name[len(start) : len(name) - len(end)], _TIME)
        return moment if moment.strftime(_TIME) == text else None
    return None


def _delete_if_old(path: Path) -> None:
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _DAY:
            path.unlink()
