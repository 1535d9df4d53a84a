"""What arrives from the terminal, before Textual reads it: pastes are text alone, and Escape is a key of its own.

Textual takes an escape character in a paste for the beginning of a key: a pasted Delete would delete.  It takes what is
pressed within a tenth of a second after Escape for pressed with Alt, and Alt with a figure for a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ESCAPE = "\x1b"
_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_BEGUN = "[O]P_^X\\"
"""What follows the escape character in what terminals send, other than a key pressed with Alt."""
_WITH_ALT = re.compile(f"\x1b(?![{re.escape(_BEGUN)}\x1b])(?:.|$)", re.DOTALL)


class Arriving:
    """Gives on what arrives, piece by piece; a piece `ESCAPE` is that key, the others are for Textual's parser.

    Keys pressed with Alt, which nothing here uses, are left out.
    """

    def __init__(self) -> None:
        self._inside = False
        self._mark = ""
        self._has_escape = False

    def pieces(self, text: str) -> Iterator[str]:
        """What one read brought.  An escape character at its end waits for the next, or for `late`."""
        if self._has_escape:
            self._has_escape = False
            if text[:1] in _BEGUN:
                text = ESCAPE + text
            else:
                yield ESCAPE
        plain = "".join(self._in_paste(char) if self._inside else self._keys(char) for char in text)
        if not self._inside and plain.endswith(ESCAPE):
            plain, self._has_escape = plain.removesuffix(ESCAPE), True
        if plain := _WITH_ALT.sub("", plain):
            yield plain

    def late(self) -> Iterator[str]:
        """Nothing more has come for a while."""
        if self._has_escape:
            self._has_escape = False
            yield ESCAPE

    def _keys(self, character: str) -> str:
        self._mark = character if character == ESCAPE else (self._mark + character)[: len(_BEGIN) + 1]
        if self._mark == _BEGIN:
            self._inside, self._mark = True, ""
        return character

    def _in_paste(self, character: str) -> str:
        """What a character in a paste lets go: the mark of its end is held back until it is whole."""
        before, self._mark = self._mark, self._mark + character
        if self._mark == _END:
            self._inside, self._mark = False, ""
            return _END
        if character == ESCAPE:
            self._mark = character
            return before[1:]
        if _END.startswith(self._mark):
            return ""
        text, self._mark = self._mark.removeprefix(ESCAPE), ""
        return text
