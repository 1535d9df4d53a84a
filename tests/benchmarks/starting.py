"""How soon the app can be used, and how soon it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.figures import MILLISECONDS, SECONDS, TIMES, Figure, Reach
from tests.benchmarks.office import Office
from tests.benchmarks.sights import NEWS, PEOPLE, gauges_read
from tests.terminal.harness import KEYS

_HELLO = str(Path(__file__).with_name("hello.py"))


class Start(NamedTuple):
    """Seconds from the command to a usable screen, and from then to the last gauge; those of processor time."""

    usable: float
    gauges: float
    cpu: float


def start(office: Office) -> Iterator[Figure]:
    """From the command to the first rows of the register on the screen and the answer to a key, beside hello's."""
    hello, ours = [], []
    for _ in range(office.effort.starts + 1):  # the first may have to compile, and does not count
        hello.append(_hello(office))
        ours.append(_app(office))
    usable, yardstick = (median(one.usable for one in starts[1:]) for starts in (ours, hello))
    yield Figure("Start to a usable screen, hello = 1", usable / yardstick, Reach(1.8, TIMES))
    yield Figure("- as it is", usable, MILLISECONDS)
    cpu, yardstick = (median(one.cpu for one in starts[1:]) for starts in (ours, hello))
    yield Figure("- processor time until then, hello = 1", cpu / yardstick, TIMES)
    yield Figure("Gauges filled after that", median(one.gauges for one in ours[1:]), Reach(1, SECONDS))


def leave(office: Office) -> Iterator[Figure]:
    """From the answer to "Quit?" to the end of the process, while a list that was just opened is still being read."""
    times = []
    for _ in range(max(1, office.effort.starts // 3)):
        with office.app() as app:
            app.await_words(NEWS)
            app.press(PEOPLE, "q")
            app.wait("Quit")
            told = app.send(KEYS["enter"])
            times.append(app.await_end() - told.at)
    yield Figure("Quit", median(times), Reach(0.3, SECONDS))


def _hello(office: Office) -> Start:
    with office.python(_HELLO) as app:
        app.await_words("Hello")
        app.send(KEYS["down"])
        usable = app.await_words("pressed down")
        return Start(usable - app.began, 0.0, app.cpu)


def _app(office: Office) -> Start:
    with office.app() as app:
        app.await_words(NEWS)
        app.send(KEYS["down"])
        app.look(1.0)
        cpu = app.cpu
        app.settle()
        app.came(lambda: any(NEWS in line for line in app.lines))
        before = app.cursor
        usable = app.came(lambda: app.cursor != before)
        filled = app.came(lambda: gauges_read(app))
        return Start(usable - app.began, max(0.0, filled - usable), cpu)
