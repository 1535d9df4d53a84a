"""Many sessions at one register, all with the list of people in front: what they save, each sees of all others."""

from __future__ import annotations

import select
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from statistics import median

from kit_tui.store import Query
from tests.benchmarks.figures import MEGABYTES, MILLISECONDS, NUMBER, SECONDS, Figure, Reach
from tests.benchmarks.office import Effort, Office
from tests.benchmarks.sharing import heard
from tests.benchmarks.sights import open_people
from tests.benchmarks.stopwatch import Stopwatch
from tests.terminal.harness import KEYS

_MARK = "ヮ"
"""What a session adds to the reading of its person, each time: the place of that line in every list changes."""
_SAVE = "\x13"


def hear(office: Office) -> Iterator[Figure]:
    """From another process's commit to the screen of one session, while others have the same list in front."""
    count = office.effort.listening
    with crowd(office, count - 1) as others, _taken_in(others):
        rows, gauges = heard(office)
    yield Figure(f"- with {count} sessions open: the row", rows, Reach(0.150, MILLISECONDS))
    yield Figure(f"- with {count} sessions open: the gauge", gauges, Reach(0.150, MILLISECONDS))


def save(office: Office) -> Iterator[Figure]:
    """Sessions that save again and again: from the key to the word that it is saved, and the memory of each."""
    effort = office.effort
    with crowd(office, effort.saving) as apps, ThreadPoolExecutor(len(apps)) as clerks:
        for number, app in enumerate(apps):
            app.press(*["down"] * number)
        begin = time.monotonic() + 1
        work = [clerks.submit(_save, app, begin + i * effort.every / len(apps), effort) for i, app in enumerate(apps)]
        failed = [error for each in work if (error := each.exception())]
        times = [took for each in work if not each.exception() for took in each.result()]
        memory = max(app.memory for app in apps)
    with office.open() as kit:
        read = [str(entry.values["name_kana"]).endswith(_MARK * effort.saves) for entry in kit.each(Query("people"))]
        lost = effort.saving - sum(read)
    what = f"{effort.saving} sessions, each saving every {effort.every:g} s"
    yield Figure(f"{what}: the longest", max(times, default=0.0), Reach(0.5, SECONDS))
    yield Figure("- the median", median(times or [0.0]), SECONDS)
    yield Figure("- the memory of the largest", memory, Reach(60e6, MEGABYTES))
    yield Figure("- errors", len(failed) + lost, Reach(0, NUMBER))


@contextmanager
def crowd(office: Office, count: int) -> Iterator[list[Stopwatch]]:
    """So many sessions, each of another user, with the list of people in front."""
    with ExitStack() as stack:
        apps = [stack.enter_context(office.seat(number).app()) for number in range(count)]
        for app in apps:
            open_people(app)
        yield apps


@contextmanager
def _taken_in(apps: Sequence[Stopwatch]) -> Iterator[None]:
    """Within it, what the sessions send is taken in, as their terminals would, so that none has to wait for that."""
    stop = threading.Event()

    def take_in() -> None:
        while not stop.is_set():
            for app in select.select(apps, [], [], 0.1)[0]:
                app.look(0)

    thread = threading.Thread(target=take_in)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _save(app: Stopwatch, begin: float, effort: Effort) -> list[float]:
    """Change the person under the cursor and save, again and again; the seconds that each save took."""
    times = []
    for turn in range(effort.saves):
        while (left := begin + turn * effort.every - time.monotonic()) > 0:
            app.look(left)
        app.send("e")
        app.await_words("Edit: ")
        for keys in (KEYS["down"], _MARK):
            app.send(keys)
            app.settle(0.1)
        told = app.send(_SAVE)
        times.append(app.await_words("Saved: ") - told.at)
    return times
