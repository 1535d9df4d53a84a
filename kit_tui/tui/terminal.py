"""The terminal and its end: what is read from it, and what happens when it goes away."""

from __future__ import annotations

import os
import selectors
import signal
import threading
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from kit_tui.tui import question
from kit_tui.tui.arriving import ESCAPE, Arriving
from kit_tui.tui.keyboard import gathered

if TYPE_CHECKING:
    from kit_tui.tui.shell import Shell

_GRACE = 0.7
"""Seconds from the loss of the terminal until the process is ended, whatever it is doing."""
_TICK = 0.1
"""Seconds after which an Escape that nothing follows is the Escape key."""
_NO_FOCUS_REPORTS = "\x1b[?1004l"
_LEAVE = "\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
"""Bracketed paste off, line wrap on, back from the alternate screen, cursor on."""


class KitDriver(LinuxDriver):
    """Textual's driver, with five differences.

    Characters that arrive at once stay together (`Typed`); a paste is text alone, and Escape a key of its own
    (`Arriving`); the end of the input ends the app instead of being read for ever; a terminal window that loses the
    focus does not report it, which would count as leaving a field; and nothing wakes up while nothing is pressed.
    """

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._woken, self._waker = os.pipe()

    def disable_input(self) -> None:
        os.write(self._waker, b".")  # wakes the input's thread, which Textual then waits for
        super().disable_input()
        os.read(self._woken, 1)

    def run_input_thread(self) -> None:
        question.will_be_read()
        self.write(_NO_FOCUS_REPORTS)
        parser = XTermParser(self._debug)
        decode, arriving = getincrementaldecoder("utf-8")("replace").decode, Arriving()
        wait: float | None = None
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                arrived: list[Any] = []
                pieces: Iterator[str] = iter(())
                ready = {key.fd for key, _ in selector.select(wait)}
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    if text := decode(data):
                        pieces = arriving.pieces(text)
                elif not ready:
                    pieces = arriving.late()
                for piece in pieces:
                    arrived += [events.Key("escape", ESCAPE)] if piece == ESCAPE else parser.feed(piece)
                arrived += parser.tick()
                wait = _TICK if ready else None
                for event in gathered(arrived):
                    if not isinstance(event, (events.AppFocus, events.AppBlur)):
                        self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:  # the line has been hung up
            return b""


@contextmanager
def ending_well(app: Shell) -> Iterator[None]:
    """Within it, SIGHUP, SIGTERM and the end of the input save the drafts and end the app, the process if need be.

    A handler of the event loop would wait for its turn, and `on_unmount` is not reached when the line is gone: the
    drafts are saved by the signal's own handler.
    """
    ended: list[int] = []

    def end(number: int, _frame: object) -> None:
        if ended:
            return
        ended.append(number)
        watchdog = threading.Timer(_GRACE, _end_process, [number])
        watchdog.daemon = True
        watchdog.start()
        app.save_drafts()
        if app._loop is not None:
            with suppress(RuntimeError):
                app._loop.call_soon_threadsafe(app.exit, 128 + number, 128 + number)

    before = {number: signal.signal(number, end) for number in (signal.SIGHUP, signal.SIGTERM)}
    try:
        yield
    finally:
        if ended:
            _let_go_of_output()
        else:
            for number, handler in before.items():
                signal.signal(number, handler)


def _let_go_of_output() -> None:
    """What Python still has for a terminal that is gone would fail at the exit, and change its status."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in (1, 2):
        os.dup2(nowhere, output)


def _end_process(number: int) -> None:
    with suppress(OSError):
        os.set_blocking(2, False)
        os.write(2, _LEAVE.encode())
    question.give_back()
    os._exit(128 + number)
