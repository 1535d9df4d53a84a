"""Proof that the log is whole: every version of every record once, and every operation with what it did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import peewee as pw

from kit_tui.domain.clock import local, now, stamp, stands_still
from kit_tui.domain.wording import Message, message
from kit_tui.models import Change, Operation
from kit_tui.store.core import Core

_SHOWN = 20
_RECENT = 100  # operations among which the latest moment is looked for
_TOLERANCE = 60  # seconds by which a clock may be put right without a word


def log_faults(core: Core) -> Iterator[Message]:
    """What is wrong with the log, with what mends it; the first few of each kind."""
    for table, record in dict.fromkeys([*_unlike_their_log(core), *_twice(core)]):
        yield message(
            "The log of record {id} of {table} does not match its version: another program has changed it. To have it "
            "as it was, restore a backup with kit-tui restore FILE.",
            id=record,
            table=table,
        )
    for table, record in _of_nothing(core):
        yield message(
            "The log knows record {id} of {table}, which is not there: another program has removed it. Restore a "
            "backup with kit-tui restore FILE.",
            id=record,
            table=table,
        )
    yield from _operations(core)


def clock_trouble(core: Core) -> Message | None:
    """A sentence if the computer's clock is behind what the log has seen; the log keeps its order by number."""
    if stands_still():
        return None
    recent = Operation.select(Operation.at).order_by(Operation.id.desc()).limit(_RECENT).alias("recent")
    last = core.reader.scalar(pw.Select([recent], [pw.fn.MAX(recent.c.at)]))
    if last is None or last <= stamp(now() + dt.timedelta(seconds=_TOLERANCE)):
        return None
    return message(
        "The clock ({now}) is behind the log ({then}): set it right.",
        now=f"{local(now()):%Y-%m-%d %H:%M}",
        then=f"{local(last):%Y-%m-%d %H:%M}",
    )


def _unlike_their_log(core: Core) -> Iterator[tuple[str, int]]:
    """Records that don't stand at the version that the log gave them last, or whose log has gaps."""
    for table, model in core.models.items():
        logged = (
            Change.select(Change.record, pw.fn.MAX(Change.version).alias("last"), pw.fn.COUNT(Change.id).alias("steps"))
            .where(Change.table == table)
            .group_by(Change.record)
            .alias("logged")
        )
        query = (
            model.select(model.id)
            .join(logged, pw.JOIN.LEFT_OUTER, on=(model.id == logged.c.record))
            .where(logged.c.last.is_null() | (logged.c.last != model.version) | (logged.c.steps != model.version))
            .limit(_SHOWN)
        )
        yield from ((table, record) for (record,) in core.reader.rows(query))


def _twice(core: Core) -> Iterator[tuple[str, int]]:
    """Records one of whose versions the log has twice."""
    query = (
        Change.select(Change.table, Change.record)
        .where(Change.table.in_(list(core.models)))
        .group_by(Change.table, Change.record, Change.version)
        .having(pw.fn.COUNT(Change.id) > 1)
        .limit(_SHOWN)
    )
    yield from core.reader.rows(query)


def _of_nothing(core: Core) -> Iterator[tuple[str, int]]:
    """Records that the log has changes of, and that are not there."""
    for table, model in core.models.items():
        query = (
            Change.select(Change.record)
            .join(model, pw.JOIN.LEFT_OUTER, on=(Change.record == model.id))
            .where((Change.table == table) & (Change.version == 1) & model.id.is_null())
            .limit(_SHOWN)
        )
        yield from ((table, record) for (record,) in core.reader.rows(query))


def _operations(core: Core) -> Iterator[Message]:
    """Changes that belong to no operation, and operations that don't have the changes that they say."""
    lost = (
        Change.select(pw.fn.COUNT(Change.id))
        .join(Operation, pw.JOIN.LEFT_OUTER, on=(Change.operation == Operation.id))
        .where(Operation.id.is_null())
    )
    if count := core.reader.scalar(lost):
        yield message(
            "{n} changes in the log belong to no operation: another program has been at it. Restore a backup with "
            "kit-tui restore FILE.",
            one="{n} change in the log belongs to no operation: another program has been at it. Restore a backup with "
            "kit-tui restore FILE.",
            n=count,
        )
    found = Change.select(Change.operation, pw.fn.COUNT(Change.id).alias("changes")).group_by(Change.operation)
    counted = found.alias("counted")
    changes = pw.fn.COALESCE(counted.c.changes, 0)
    query = (
        Operation.select(Operation.id, Operation.rows, changes)
        .join(counted, pw.JOIN.LEFT_OUTER, on=(Operation.id == counted.c.operation_id))
        .where((Operation.rows > 0) & (Operation.rows != changes))
        .limit(_SHOWN)
    )
    for operation, rows, there in core.reader.rows(query):
        yield message(
            "Operation {operation} changed {rows} records, and the log has {there} of the changes: another program "
            "has been at it. Restore a backup with kit-tui restore FILE.",
            operation=operation,
            rows=rows,
            there=there,
        )
