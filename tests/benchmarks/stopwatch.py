"""A terminal that takes times: what a program sends is stamped as it arrives and drawn only afterwards.

So what it costs to draw the screen is in no figure.  All times are those of `time.monotonic`, which every process of a
machine shares.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.terminal.harness import LIMIT, Terminal

ANSWERS = {b"\x1b[6n": "\x1b[1;2R", b"\x1b[?2026$p": "\x1b[?2026;2$y"}
"""What a terminal says that draws the letter ü in one cell, and that can hold a frame back until it is whole."""
_CONTROL = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[P\]][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


class Mark(NamedTuple):
    """A moment, and how much had arrived until then."""

    at: float
    arrivals: int


class Stopwatch(Terminal):
    """A program in a terminal of its own.  `began` is when it was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._arrived: list[tuple[float, bytes]] = []
        self._drawn = 0
        self.began = time.monotonic()
        super().__init__(command, environment=environment)

    def _take(self, data: bytes) -> None:
        self._arrived.append((time.monotonic(), data))
        for question, answer in ANSWERS.items():
            if question in data:
                self.type(answer)

    # -- while it runs -----------------------------------------------------------------------------------------
    def send(self, text: str) -> Mark:
        """Send text or keys, in one go."""
        mark = Mark(time.monotonic(), len(self._arrived))
        self.type(text)
        return mark

    def await_words(self, words: str) -> float:
        """Take in what arrives until these words have; when that was."""
        first, wanted = len(self._arrived), words.encode()
        while wanted not in _CONTROL.sub(b"", b"".join(data for _, data in self._arrived[first:])):
            assert self.look(LIMIT), f"{words!r} never came:\n{self.text}"
        return self._arrived[-1][0]

    def await_end(self) -> float:
        """When the program has ended, which it has been told to."""
        while self.look(LIMIT):
            pass
        self.process.wait(LIMIT)
        return time.monotonic()

    # -- afterwards --------------------------------------------------------------------------------------------
    def came(self, is_there: Callable[[], bool]) -> float:
        """When the screen, as it was last drawn or later, first showed something."""
        while not is_there():
            assert self._drawn < len(self._arrived) or self.look(LIMIT), f"it never came:\n{self.text}"
            self._draw_next()
        return self._arrived[self._drawn - 1][0]

    def last_since(self, mark: Mark) -> float:
        """Seconds from a mark to the last arrival after it."""
        return self._arrived[-1][0] - mark.at if len(self._arrived) > mark.arrivals else 0.0

    def sent_since(self, mark: Mark) -> int:
        """Bytes that have arrived after a mark."""
        return sum(len(data) for _, data in self._arrived[mark.arrivals :])

    def draw(self) -> None:
        """Draw all that has arrived."""
        while self._drawn < len(self._arrived):
            self._draw_next()

    @property
    def text(self) -> str:
        self.draw()
        return super().text

    @property
    def cursor(self) -> int | None:
        """The line with the cursor, on the screen as it was last drawn: the one in another colour than most."""
        colours = [self.screen.buffer[line][1].bg for line in range(self.screen.lines)]
        usual = Counter(colours).most_common(1)[0][0]
        return next((line for line, colour in enumerate(colours) if colour != usual), None)

    def _draw_next(self) -> None:
        super()._take(self._arrived[self._drawn][1])
        self.screen.answers.clear()  # they have been given
        self._drawn += 1

    # -- the process -------------------------------------------------------------------------------------------
    @property
    def cpu(self) -> float:
        """Seconds of processor time that the program's threads have used."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    @property
    def memory(self) -> int:
        """Bytes of memory that the program takes; what it shares with other processes counts in part."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        assert found
        return int(found[1]) * 1024
