"""A register that others write to at the same time, and an app that nobody touches."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle, islice
from statistics import median
from typing import TypeAlias

from kit_tui.domain.clock import today
from kit_tui.domain.years import academic_year
from kit_tui.gauges import Policy, standing
from kit_tui.store import Condition, Query, Store
from tests.benchmarks.figures import BYTES, MEGABYTES, MILLISECONDS, Figure, Reach
from tests.benchmarks.office import Office
from tests.benchmarks.sights import LIST, STAFF, gauges_read, people
from tests.benchmarks.stopwatch import Stopwatch

Save: TypeAlias = Callable[[str, int, dict[str, object]], float]
"""Saves a record in another process; when that was committed."""
_COUNTING = re.compile(r"^ TOEIC .*?(\d+) of \d+", re.MULTILINE)
_CATEGORIES = {"technical": "technical", "faculty": "faculty"}
_SCORES = ({"listening": 5, "reading": 5, "total": 10}, {"listening": 495, "reading": 495, "total": 990})


def hear(office: Office) -> Iterator[Figure]:
    """From another process's commit to the screen: a row of the list in front, and a gauge."""
    rows, gauges = heard(office)
    yield Figure("Another's commit: the row on screen", rows, Reach(0.150, MILLISECONDS))
    yield Figure("Another's commit: the gauge on screen", gauges, Reach(0.150, MILLISECONDS))


def heard(office: Office) -> tuple[float, float]:
    """Seconds from another process's commit to the row of a list in front, and to a gauge."""
    with office.open() as kit:
        person, score = kit.window(Query("people"), 0, 4)[3].id, _telling_score(kit)
    with _other_session(office) as save:
        rows, gauges = list(_row_times(office, save, person)), list(_gauge_times(office, save, score))
    return median(rows), median(gauges)


def rest(office: Office) -> Iterator[Figure]:
    """An app that nobody touches, with the list of people in front."""
    with people(office) as app:
        app.settle(1.0)
        mark, cpu = app.send(""), app.cpu
        app.look(office.effort.idle)
        used, sent = app.cpu - cpu, app.sent_since(mark)
    yield Figure(f"Idle for {office.effort.idle:g} s: sent to the terminal", sent, Reach(0, BYTES))
    yield Figure("- processor time", used, Reach(0.020, MILLISECONDS))


def hold(office: Office) -> Iterator[Figure]:
    """The memory of an app that has shown its gauges, the end of a list, a form and what was found."""
    with people(office) as app:
        app.press("end", "n")
        app.wait("New person")
        app.escape("Keys|keys")
        app.press("f3")
        app.wait("Esc")
        app.type("佐藤")
        app.settle(0.5)
        memory = app.memory
    yield Figure("Memory", memory, Reach(60e6, MEGABYTES))


def _row_times(office: Office, save: Save, person: int) -> Iterator[float]:
    with people(office) as app:
        assert app.cursor is not None
        line = app.cursor + 3
        for category, word in islice(cycle(_CATEGORIES.items()), office.effort.commits):
            committed = save("people", person, {"category": category})
            app.settle(0.4)
            yield app.came(partial(_stands, app, line, word)) - committed


def _gauge_times(office: Office, save: Save, score: int) -> Iterator[float]:
    with office.app() as app:
        app.came(lambda: gauges_read(app))
        app.press(STAFF)
        app.wait(_COUNTING.pattern)
        app.settle(0.5)
        for values in islice(cycle(_SCORES), office.effort.commits):
            app.draw()
            before = _counting(app)
            committed = save("scores", score, dict(values))
            app.settle(0.4)
            yield app.came(partial(_counts_others, app, before)) - committed


def _stands(app: Stopwatch, line: int, word: str) -> bool:
    return word in "".join(app.screen.buffer[line][column].data for column in range(LIST))


def _counts_others(app: Stopwatch, before: str) -> bool:
    return _counting(app) not in ("", before)


def _counting(app: Stopwatch) -> str:
    found = _COUNTING.search("\n".join(app.lines))
    return found[1] if found else ""


def _telling_score(kit: Store) -> int:
    """A score without which one person fewer counts in the gauge."""
    high = kit.window(Query("scores", (Condition("total", ">=", 730),)), 0, 100)
    for row in high:
        before = _numerator(kit)
        values = kit.entry("scores", row.id).plain()
        kit.save("scores", _SCORES[0], row.id)
        fewer = _numerator(kit) < before
        kit.save("scores", _SCORES[1] if fewer else {name: values[name] for name in _SCORES[0]}, row.id)
        if fewer:
            return row.id
    raise AssertionError("no score counts")


def _numerator(kit: Store) -> int:
    day = today()
    return standing(kit.reader, Policy.of(kit.settings()), "staff-toeic", day, academic_year(day)).numerator


@contextmanager
def _other_session(office: Office) -> Iterator[Save]:
    command = (sys.executable, "-m", "tests.benchmarks.other_session", str(office.path))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        told, said = process.stdin, process.stdout

        def save(register: str, record: int, values: dict[str, object]) -> float:
            told.write(json.dumps([register, record, values]) + "\n")
            told.flush()
            return float(said.readline())

        yield save
        told.close()
