"""Text being typed: the text, its caret and its undo, apart from any screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from kit_tui.domain.text import cell_width, clean_text, safe_text

Shown: TypeAlias = Callable[[str], str]
"""How a piece of text is drawn: made safe, and folded where the terminal needs it."""

_JOINER = "\u200d"
_JOINED = re.compile("[\u200d\ufe0f]")
"""What makes several characters one, or wider than each by itself."""
_MOST_UNDONE = 100
_NEVER_FIRST, _NEVER_LAST = "、。，．・：！？）」』】ー～", "（「『【"
"""Signs that never begin a row, and that never end one."""
_KANA_KEYS = frozenset({"f6", "f7", "f8", "f9", "f10"})
"""Keys that convert kana under a Japanese input method: pressed by habit, they must do nothing in text."""


class View(NamedTuple):
    """A stretch of text around the caret, as it is drawn: what stands before, under and after the caret."""

    before: str
    under: str
    after: str


class Editor:
    """A text with a caret.  The caret never stands inside a letter and its marks, or inside a joined emoji.

    `lines` allows line breaks.  Control, bidi and invisible characters never enter; full-width ones stay as typed.
    """

    def __init__(self, text: str = "", *, lines: bool = False) -> None:
        self.lines = lines
        self.reset(text)

    def reset(self, text: str) -> None:
        """Another text from elsewhere, the caret at its end; what was typed before is forgotten."""
        self.text = text
        self.caret = len(text)
        self._first = 0
        self._undo: list[tuple[str, int]] = []
        self._run = ""

    def key(self, key: str, character: str | None) -> bool:
        """Act on a key press; whether it was one that belongs to the text, even if nothing changed."""
        if action := _ACTIONS.get(key):
            action(self)
            return True
        if key in _KANA_KEYS:
            return True
        if character is None or not character > "\x1f" or character == "\x7f":
            return False
        self._insert(_kept(character), "" if character.isspace() else "type")
        return True

    def paste(self, text: str) -> int:
        """Insert a pasted text; the number of characters that could not be kept."""
        kept, removed = clean_text(text, lines=self.lines)
        self._insert(kept, "")
        return removed

    def write(self, text: str) -> None:
        """Replace the whole text, so that undo brings the old one back."""
        self._change(text, len(text), "")

    def undo(self) -> None:
        """Back to the text before the last run of typing or deleting."""
        self._run = ""
        if self._undo:
            self.text, self.caret = self._undo.pop()

    def view(self, width: int, shown: Shown = safe_text) -> View:
        """The part of a single line to draw in `width` cells; it moves only as far as the caret needs."""
        under = self._under(shown)
        room = width - cell_width(under)
        last = self._back(len(self.text), width - 1, shown)
        self._first = min(max(self._first, self._back(self.caret, room, shown)), self.caret, last)
        before = shown(self.text[self._first : self.caret])
        after_at = _next(self.text, self.caret)
        end = self._forth(after_at, room - cell_width(before), shown)
        return View(before, under, shown(self.text[after_at:end]))

    def row_view(self, rows: list[tuple[int, int]], shown: Shown = safe_text) -> tuple[int, View]:
        """The row of wrapped text that the caret is on, and that row cut in three."""
        at = row_of(rows, self.caret)
        start, end = rows[at]
        after_at = min(_next(self.text, self.caret), end)
        return at, View(
            shown(self.text[start : self.caret]), self._under(shown), shown(self.text[max(after_at, self.caret) : end])
        )

    def go_row(self, rows: list[tuple[int, int]], by: int) -> bool:
        """Move the caret up or down by rows of wrapped text, about as far from the left; False at either end."""
        at = row_of(rows, self.caret)
        if not 0 <= at + by < len(rows):
            return False
        column = cell_width(self.text[rows[at][0] : self.caret])
        start, end = rows[at + by]
        self.caret = min(self._forth(start, column, safe_text), end)
        self._run = ""
        return True

    def break_line(self) -> None:
        """Begin a new line, where the text may have several."""
        if self.lines:
            self._insert("\n", "")

    def left(self) -> None:
        """One letter to the left."""
        self.caret, self._run = _previous(self.text, self.caret), ""

    def right(self) -> None:
        """One letter to the right."""
        self.caret, self._run = _next(self.text, self.caret), ""

    def home(self) -> None:
        """To the beginning of the line."""
        self.caret, self._run = self.text.rfind("\n", 0, self.caret) + 1, ""

    def end(self) -> None:
        """To the end of the line."""
        at = self.text.find("\n", self.caret)
        self.caret, self._run = (len(self.text) if at < 0 else at), ""

    def word_left(self) -> None:
        """To the beginning of the word before the caret."""
        self.caret, self._run = self._word_start(), ""

    def word_right(self) -> None:
        """Past the word after the caret."""
        rest = self.text[self.caret :]
        spaces = len(rest) - len(rest.lstrip())
        word = rest.lstrip().split(maxsplit=1)
        self.caret, self._run = self.caret + spaces + (len(word[0]) if word else 0), ""

    def backspace(self) -> None:
        """Delete the letter before the caret."""
        self._cut(_previous(self.text, self.caret), self.caret, "backspace")

    def delete(self) -> None:
        """Delete the letter under the caret."""
        self._cut(self.caret, _next(self.text, self.caret), "delete")

    def delete_word(self) -> None:
        """Delete back to the beginning of the word before the caret."""
        self._cut(self._word_start(), self.caret, "")

    def delete_before(self) -> None:
        """Delete everything before the caret."""
        self._cut(0, self.caret, "")

    def delete_after(self) -> None:
        """Delete everything after the caret."""
        self._cut(self.caret, len(self.text), "")

    def _insert(self, typed: str, run: str) -> None:
        if typed:
            self._change(self.text[: self.caret] + typed + self.text[self.caret :], self.caret + len(typed), run)

    def _cut(self, start: int, end: int, run: str) -> None:
        if start < end:
            self._change(self.text[:start] + self.text[end:], start, run)

    def _change(self, text: str, caret: int, run: str) -> None:
        if not run or run != self._run:
            self._undo = [*self._undo[1 - _MOST_UNDONE :], (self.text, self.caret)]
        self.text, self.caret, self._run = text, caret, run

    def _word_start(self) -> int:
        before = self.text[: self.caret].rstrip()
        return max(before.rfind(space) for space in " \u3000\n") + 1

    def _under(self, shown: Shown) -> str:
        letter = self.text[self.caret : _next(self.text, self.caret)]
        return shown(letter) if letter.strip("\n") else " "

    def _back(self, at: int, room: int, shown: Shown) -> int:
        """How far to the left of `at` a stretch of `room` cells reaches."""
        while at:
            start = _previous(self.text, at)
            room -= cell_width(shown(self.text[start:at]))
            if room < 0:
                break
            at = start
        return at

    def _forth(self, at: int, room: int, shown: Shown) -> int:
        """How far to the right of `at` a stretch of `room` cells reaches."""
        while at < len(self.text):
            end = _next(self.text, at)
            room -= cell_width(shown(self.text[at:end]))
            if room < 0:
                break
            at = end
        return at


_ACTIONS: dict[str, Callable[[Editor], None]] = {
    "left": Editor.left,
    "right": Editor.right,
    "home": Editor.home,
    "end": Editor.end,
    "ctrl+a": Editor.home,
    "ctrl+e": Editor.end,
    "ctrl+left": Editor.word_left,
    "ctrl+right": Editor.word_right,
    "backspace": Editor.backspace,
    "ctrl+h": Editor.backspace,  # what Backspace sends on some terminals
    "delete": Editor.delete,
    "ctrl+d": Editor.delete,
    "ctrl+w": Editor.delete_word,
    "ctrl+u": Editor.delete_before,
    "ctrl+k": Editor.delete_after,
    "ctrl+z": Editor.undo,
}


def wrapped(text: str, width: int, shown: Shown = safe_text) -> list[tuple[int, int]]:
    """The rows of a text in `width` cells, as where each starts and ends; breaks at spaces where there are any."""
    rows: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        rows += _rows_of(text, start, end, width, shown)
        start = end + 1
    return rows


def row_of(rows: list[tuple[int, int]], caret: int) -> int:
    """The row that holds the caret; where one row ends and the next begins, the next."""
    return max(at for at, (start, _) in enumerate(rows) if start <= caret)


def _rows_of(text: str, start: int, end: int, width: int, shown: Shown) -> Iterator[tuple[int, int]]:
    """The rows of one line of a text; one cell of `width` stays free for the caret."""
    room = width - 1
    for at, after, cells in _letters(text, start, end, shown):
        room -= cells
        if room < 0 and at > start:
            stop = next((stop for stop in range(at, start, -1) if _may_break(text, stop)), at)
            yield start, stop
            start = stop
            room = width - 1 - cell_width(shown(text[start:after]))
    yield start, end


def _may_break(text: str, at: int) -> bool:
    """Whether a row may end here: not within a word, nor between a number and what it counts (98日)."""
    before, after = text[at - 1], text[at]
    if " " in before + after:
        return True
    if after in _NEVER_FIRST or before in _NEVER_LAST or before == _JOINER or _belongs(after):
        return False
    return _char_cells(before) == 2 or (_char_cells(after) == 2 and not before.isdigit())


def _letters(text: str, start: int, end: int, shown: Shown) -> Iterator[tuple[int, int, int]]:
    """Where each letter begins and ends, and its cells."""
    line = text[start:end]
    if shown(line) == line and not _JOINED.search(line):
        for at, char in enumerate(line, start):
            yield at, at + 1, _char_cells(char)
        return
    while start < end:
        after = _next(text, start)
        yield start, after, cell_width(shown(text[start:after]))
        start = after


@lru_cache(maxsize=8192)
def _char_cells(char: str) -> int:
    return cell_width(char)


def _kept(typed: str) -> str:
    """`clean_text` with the white space at either end, which is part of what is being typed."""
    return clean_text(f"|{typed}|")[0][1:-1]


def _next(text: str, at: int) -> int:
    """Where the letter at `at` ends, with the marks and joined characters that belong to it."""
    if at >= len(text):
        return len(text)
    at += 1
    while at < len(text) and (text[at - 1] == _JOINER or _belongs(text[at])):
        at += 1
    return at


def _previous(text: str, at: int) -> int:
    """Where the letter before `at` begins."""
    at = max(at - 1, 0)
    while at and (text[at - 1] == _JOINER or _belongs(text[at])):
        at -= 1
    return at


def _belongs(char: str) -> bool:
    """Whether a character takes no cell of its own, but belongs to the one before."""
    return not char.isascii() and cell_width(char) == 0
