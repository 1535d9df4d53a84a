"""Pastes, as terminals mark them: what must not stand in them is taken out before anything reads them."""

from __future__ import annotations

_BEGIN, _END = "\x1b[200~", "\x1b[201~"


class Pastes:
    """Gives on what arrives from the terminal, without the escape characters that stand in pastes.

    They are no text, and Textual would take them for keys: a pasted Delete would delete.
    """

    def __init__(self) -> None:
        self._inside = False
        self._mark = ""

    def plain(self, text: str) -> str:
        """The next piece of what arrives.  Marks may be cut; inside a paste one is held back until it is whole."""
        return "".join(self._in_paste(character) if self._inside else self._keys(character) for character in text)

    def _keys(self, character: str) -> str:
        self._mark = character if character == "\x1b" else (self._mark + character)[: len(_BEGIN) + 1]
        if self._mark == _BEGIN:
            self._inside, self._mark = True, ""
        return character

    def _in_paste(self, character: str) -> str:
        before, self._mark = self._mark, self._mark + character
        if self._mark == _END:
            self._inside, self._mark = False, ""
            return _END
        if character == "\x1b":
            self._mark = character
            return before[1:]
        if _END.startswith(self._mark):
            return ""
        text, self._mark = self._mark.removeprefix("\x1b"), ""
        return text
