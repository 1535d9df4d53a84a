"""The only door to the database: open, migrate, read, save, search, page, watch.

What crosses it is plain: frozen rows, records and field descriptions (`plain`), and refusals (`errors`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kit_tui.domain import clock
from kit_tui.store.accounts import ACCOUNTS, role_of
from kit_tui.store.core import Actor, CameBy, Core
from kit_tui.store.declare import Register
from kit_tui.store.errors import Ambiguous, Busy, Conflict, InTheWay, InUse, Invalid, NotAllowed, NotFound, StoreError
from kit_tui.store.lanes import Lanes
from kit_tui.store.lists import Ordering
from kit_tui.store.opening import called, connect, create, is_made, versions
from kit_tui.store.plain import (
    AccountInfo,
    Attention,
    Card,
    Cell,
    ColumnInfo,
    Condition,
    Deed,
    Done,
    Edit,
    Entry,
    Hit,
    Latest,
    Query,
    Ref,
    RegisterInfo,
    Related,
    Row,
    Step,
    Theirs,
    Touched,
)
from kit_tui.store.reader import Reader
from kit_tui.store.settings import policies
from kit_tui.store.store import Store

if TYPE_CHECKING:
    from kit_tui.store.keeping import Migrated, Restored
    from kit_tui.store.sqlite_copy import Told

__all__ = [
    "ACCOUNTS", "AccountInfo", "Actor", "Ambiguous", "Attention", "Busy", "CameBy", "Card", "Cell", "ColumnInfo",
    "Condition", "Conflict", "Deed", "Done", "Edit", "Entry", "Hit", "InTheWay", "InUse", "Invalid", "Lanes",
    "Latest", "NotAllowed", "NotFound", "Ordering", "Query", "Ref", "RegisterInfo", "Related", "Row", "Step", "Store",
    "StoreError", "Theirs", "Touched", "bring_up", "called", "copy", "create", "is_made",
    "open", "restore", "versions",
]  # fmt: skip


def open(url: str, actor: Actor, registers: Sequence[Register]) -> Store:
    """Open a register; raises `StoreError` with the sentence that says what is the matter, or `NotAllowed`.

    The clock goes by the register then: the office's timezone, and for the example the day on which it is set.
    """
    database = connect(url, actor.login)
    try:
        office = policies(Reader(database))
        core = Core(database, actor, role_of(database, actor), registers, office)
    except BaseException:
        database.leave()
        raise
    clock.use_timezone(office["timezone"])
    clock.hold(dt.date.fromisoformat(office["example"]) if office["example"] else None)
    return Store(core, database.name, example=bool(office["example"]))


def bring_up(url: str, actor: Actor, told: Told) -> Migrated:
    """Bring a register's tables to those of this program, after a backup.  Raises `StoreError` or `NotAllowed`."""
    from kit_tui.store import keeping

    return keeping.bring_up(url, actor, told)


def restore(url: str, file: Path, actor: Actor, told: Told) -> Restored:
    """Put a copy of a backup in a register's place, and set aside what was there.

    Raises `StoreError` or `NotAllowed`.
    """
    from kit_tui.store import keeping

    return keeping.restore(url, file, actor, told)


def copy(source: str, target: str, actor: Actor) -> dict[str, int]:
    """Copy a register into an empty database of whichever kind, compared record by record; how many, by table.

    Raises `NotAllowed` for all but administrators, and `StoreError` when the target is not empty.
    """
    from kit_tui.store.copying import move

    return move(source, target, actor)
