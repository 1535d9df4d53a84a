"""What a key costs: in a list, in a form, in find anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from statistics import median
from time import sleep

from tests.benchmarks.figures import KILOBYTES, MILLISECONDS, Figure, Reach, p95
from tests.benchmarks.office import Office
from tests.benchmarks.sights import NEWS, people
from tests.benchmarks.stopwatch import Stopwatch
from tests.terminal.harness import KEYS

QUERIES = ("佐藤", "sato", "サ", "森", "鑢", "yasuri", "zzyx", "鼈", "大野 健", "poly", "nowhere", "a0141")
"""The commonest name, one kana, one kanji, a rare name, absent words, a whole name, an institution, a number."""
_HELD = 1 / 30
"""Seconds between the repeats of a key that is held down."""
_FRAME = 0.06
"""Seconds without output after which what a key changed has been drawn; the pane beside a list comes later."""


def move(office: Office) -> Iterator[Figure]:
    """The cursor in a list: a step, by a key pressed and by one held down, and the pane that follows it."""
    times: list[float] = []
    sent, pane = [], []
    with people(office) as app:
        for _ in range(office.effort.keys // 2):
            moved = partial(_is_elsewhere, app, app.cursor)
            mark = app.send(KEYS["down"])
            app.settle(_FRAME)
            sent.append(app.sent_since(mark))
            times.append(app.came(moved) - mark.at)
            rests = app.send("")
            app.settle(0.3)
            pane.append(app.sent_since(rests))
            app.draw()
        held = app.send("")
        for _ in range(office.effort.keys):
            app.send(KEYS["down"])
            app.look(0)
            sleep(_HELD)
        app.settle(_FRAME)
        per_key = app.sent_since(held) / office.effort.keys
    yield Figure("Cursor down in a list", median(times), Reach(0.010, MILLISECONDS))
    yield Figure("- sent to the terminal", median(sent), Reach(1000, KILOBYTES))
    yield Figure("- for each repeat of a held key, with the half screens", per_key, KILOBYTES)
    yield Figure("- by the pane beside it, once the cursor rests", median(pane), KILOBYTES)


def _is_elsewhere(app: Stopwatch, before: int | None) -> bool:
    return app.cursor != before


def fill_in(office: Office) -> Iterator[Figure]:
    """A character in a form, and the way to the next field."""
    times, sent, tab_times, tab_sent = [], [], [], []
    with people(office) as app:
        app.press("n")
        app.wait("New person")
        app.settle()
        for number in range(office.effort.keys // 2):
            mark = app.send("abcdefghij"[number % 10])
            app.settle(_FRAME)
            times.append(app.last_since(mark))
            sent.append(app.sent_since(mark))
        for _ in range(office.effort.keys // 4):
            mark = app.send(KEYS["tab"])
            app.settle(0.2)
            tab_times.append(app.last_since(mark))
            tab_sent.append(app.sent_since(mark))
    yield Figure("A character typed in a form", median(times), Reach(0.010, MILLISECONDS))
    yield Figure("- sent to the terminal", median(sent), Reach(1200, KILOBYTES))
    yield Figure("To the next field: sent to the terminal", median(tab_sent), Reach(10_000, KILOBYTES))
    yield Figure("- time until all is drawn", median(tab_times), MILLISECONDS)


def find(office: Office) -> Iterator[Figure]:
    """Find anywhere: from each key of each query to the last change of what is shown."""
    times = []
    with office.app() as app:
        app.wait(NEWS)
        app.press("f3")
        app.wait("Esc")
        app.settle(0.5)
        for _ in range(office.effort.rounds):
            for query in QUERIES:
                for character in query:
                    mark = app.send(character)
                    app.settle(0.25)
                    times.append(app.last_since(mark))
                app.send(KEYS["backspace"] * len(query))
                app.settle(0.25)
    yield Figure("Find anywhere, key to results, p95", p95(times), Reach(0.050, MILLISECONDS))
    yield Figure("- median", median(times), MILLISECONDS)
