"""A backup that is made while others save."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import cycle

from kit_tui.store import Query, Store
from tests.benchmarks.figures import MILLISECONDS, SECONDS, Figure, Reach, seconds
from tests.benchmarks.office import Office

_PEOPLE = Query("people")
_PAUSE = 0.05
"""Seconds from one save to the next."""


def back_up(office: Office) -> Iterator[Figure]:
    """`kit-tui backup` to a proven copy, and the longest that one who saves all the time waits meanwhile."""
    target = office.home / "backup.db"
    os.sync()  # the register has just been copied, and its saves would wait for that
    with office.open() as kit, ThreadPoolExecutor(1) as worker:
        until = time.monotonic() + office.effort.idle
        before = max(_waits(kit, lambda: time.monotonic() < until))
        backup = worker.submit(seconds, partial(office.kit_tui, "backup", str(target)))
        during = max(_waits(kit, lambda: not backup.done()))
        with replace(office, path=target).open() as copy:
            assert copy.count(_PEOPLE) == kit.count(_PEOPLE)
    target.unlink()
    yield Figure("A backup under writes: the longest wait of a save", during, Reach(0.200, MILLISECONDS))
    yield Figure("- without a backup", before, MILLISECONDS)
    yield Figure("- until the backup is proven", backup.result(), SECONDS)


def _waits(kit: Store, goes_on: Callable[[], bool]) -> Iterator[float]:
    """How long each save takes, of one record after the other; at least one."""
    for row in cycle(kit.window(_PEOPLE, 0, 500)):
        yield seconds(partial(kit.save, "people", {"notes": str(time.monotonic())}, row.id))
        if not goes_on():
            return
        time.sleep(_PAUSE)
