"""A terminal for tests: a program under a real pty, and the screen that it draws there.

`press` and `type` are the user's hands; `wait` looks until something stands on the screen, and fails with the screen as
it is if that never comes.  With `wide` the screen is one on which characters of ambiguous width take two cells; they
are shown as 〓 there.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from typing import Protocol, Self

import pyte

from kit_tui.domain.text import has_ambiguous

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "delete": "\x1b[3~",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f12": "\x1b[24~",
}  # fmt: skip
LIMIT = 20.0
"""Seconds until something that was waited for counts as never coming."""
_UNKNOWN = re.compile("\x1b\\[[<=>?][0-9;]*\\$?[a-gi-km-z]|\x1b\\[[0-9;]*t|\x1b[P\\]][^\x07\x1b]*(?:\x07|\x1b\\\\)")
"""Questions and settings that pyte would draw as text."""


class Screen(pyte.Screen):
    """The screen; what the program asks it is answered through `answers`."""

    def __init__(self, columns: int, lines: int, wide: bool) -> None:
        self.answers: list[str] = []
        self._wide = wide
        super().__init__(columns, lines)

    def draw(self, data: str) -> None:
        super().draw("".join("〓" if has_ambiguous(char) else char for char in data) if self._wide else data)

    def write_process_input(self, data: str) -> None:
        self.answers.append(data)


class Terminal:
    """A program in a terminal of its own.  `sent` counts the bytes it has sent to the screen."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
        wide: bool = False,
    ) -> None:
        self.screen = Screen(*size, wide)
        self.sent = 0
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._pending = ""
        self._master, slave = pty.openpty()
        self._set_size(*size)
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "VIRTUAL_ENV") if name in os.environ}
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=kept | {"TERM": "xterm-256color", "LANG": "C.UTF-8", **(environment or {})},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def fileno(self) -> int:
        """What can be waited for with `select`."""
        return self._master

    # -- the user's hands --------------------------------------------------------------------------------------
    def press(self, *keys: str) -> None:
        """Press keys by name ("f3", "ctrl+z", "n"), each arriving on its own."""
        for key in keys:
            control = key.startswith("ctrl+")
            self.type(chr(ord(key[-1].upper()) - 64) if control else KEYS.get(key, key))
            self.settle(0.03)

    def type(self, text: str) -> None:
        """Send text, arriving at once."""
        os.write(self._master, text.encode())

    def paste(self, text: str) -> None:
        """Paste text as terminals do that mark it."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def escape(self, until: str) -> None:
        """Press Escape and wait: what follows it too soon would count as pressed with Alt."""
        self.press("escape")
        self.wait(until)

    def resize(self, columns: int, lines: int) -> None:
        """Another size of the window."""
        self.screen.resize(lines, columns)
        self._set_size(columns, lines)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.process.pid, number)

    def hang_up(self) -> None:
        """The line is lost."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    # -- the user's eyes ---------------------------------------------------------------------------------------
    def look(self, seconds: float) -> bool:
        """Take in what arrives within some seconds; whether anything did."""
        if self._master < 0 or not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.sent += len(data)
        self._take(data)
        while self.screen.answers and self._master >= 0:
            self.type(self.screen.answers.pop(0))
        return True

    def _take(self, data: bytes) -> None:
        """Draw what the program has sent."""
        text = self._pending + self._decode(data)
        cut = text.rfind("\x1b", max(0, len(text) - 64))
        cut = len(text) if cut < 0 or re.match("\x1b(\\[[0-?]*[ -/]*[@-~]|[^\\[P\\]])", text[cut:]) else cut
        self._pending = text[cut:]
        self._stream.feed(_UNKNOWN.sub("", text[:cut]))

    def settle(self, quiet: float = 0.15) -> None:
        """Take in what arrives until nothing has for a while."""
        while self.look(quiet):
            pass

    def wait(self, pattern: str, limit: float = LIMIT) -> re.Match[str]:
        """The first match of a pattern on the screen, as soon as it is there."""
        end = time.monotonic() + limit
        while not (found := re.search(pattern, self.text, re.MULTILINE)):
            left = end - time.monotonic()
            assert left > 0, f"{pattern!r} never came:\n{self.text}"
            if not self.look(min(left, 0.2)) and self.process.poll() is not None:
                self.settle(0.05)
                assert re.search(pattern, self.text, re.MULTILINE), f"ended without {pattern!r}:\n{self.text}"
        return found

    def wait_gone(self, pattern: str, limit: float = LIMIT) -> None:
        """Look until nothing on the screen matches a pattern."""
        end = time.monotonic() + limit
        while re.search(pattern, self.text, re.MULTILINE):
            assert time.monotonic() < end, f"{pattern!r} never went:\n{self.text}"
            self.look(0.2)

    def ended(self, limit: float = LIMIT) -> int:
        """The exit status, once the program has ended."""
        end = time.monotonic() + limit
        while self.process.poll() is None:
            assert time.monotonic() < end, f"has not ended:\n{self.text}"
            self.look(0.02)
        self.settle(0.02)
        assert self.process.returncode is not None
        return self.process.returncode

    @property
    def text(self) -> str:
        """The screen's lines, without blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def lines(self) -> list[str]:
        """The screen's lines."""
        return ["".join(cell.data for cell in self.cells(line)) for line in range(self.screen.lines)]

    def cells(self, line: int) -> list[pyte.screens.Char]:
        """The cells of a line with their colours."""
        return [self.screen.buffer[line][column] for column in range(self.screen.columns)]

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


class Open(Protocol):
    """Opens the app on the test's register, by default the example, in a terminal of its own.

    Without a `lang` none is asked for: the locale's is English.
    """

    def __call__(
        self,
        *words: str,
        lang: str = "en",
        size: tuple[int, int] = (120, 40),
        wide: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> Terminal: ...
