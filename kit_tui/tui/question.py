"""What the terminal is asked before Textual is imported: how many cells it gives the letter ü.

The answer comes while the imports run and costs no time.  It stays in the terminal's input, before or between the keys
that are typed ahead, until the app reads it like any other report (`KitApp.on_cursor_position`); without an answer
such letters count as one cell.
"""

from __future__ import annotations

import os
import select
import sys
import termios
from typing import Any

_QUESTION = "\rü\x1b[6n\r\x1b[K"
"""Draw the letter at the line's start, ask where the cursor is, wipe it out."""
_LONGEST_ANSWER = 0.3
"""Seconds to wait for an answer that nobody is going to read, so that it does not end up in the shell."""

_before: list[Any] | None = None
_unread = False


def ask() -> None:
    """Ask, with the terminal set so that neither the answer nor keys typed ahead are shown or held back."""
    global _before, _unread
    try:
        attributes = termios.tcgetattr(0)
        _before = list(attributes)
        attributes[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(0, termios.TCSANOW, attributes)
    except termios.error:
        return
    os.write(sys.stdout.fileno(), _QUESTION.encode())
    _unread = True


def will_be_read() -> None:
    """From here on the app reads the terminal, the answer with it."""
    global _unread
    _unread = False


def give_back() -> None:
    """Set the terminal as it was; an answer that nobody has read is thrown away."""
    if _before is None:
        return
    while _unread and select.select([0], [], [], _LONGEST_ANSWER)[0]:
        if not (read := os.read(0, 1024)) or b"R" in read:
            break
    try:
        termios.tcsetattr(0, termios.TCSANOW, _before)
    except termios.error:  # the terminal is gone
        return
