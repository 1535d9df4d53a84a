"""A few words at a place of their own."""

from __future__ import annotations

from textual.strip import Strip

from kit_tui.domain.wording import Message
from kit_tui.tui.widgets.draw import Drawn, across, strip


class Said(Drawn):
    """One line of words in an ink, at the left edge or with `right` at the right one."""

    def __init__(self, words: Message | str = "", ink: str = "muted", *, right: bool = False) -> None:
        super().__init__()
        self._words, self._ink, self._right = words, ink, right

    def show(self, words: Message | str, ink: str = "muted") -> None:
        """Say something else; drawn only if it is something else."""
        if (words, ink) != (self._words, self._ink):
            self._words, self._ink = words, ink
            self.refresh()

    def render_line(self, y: int) -> Strip:
        piece = (self.say(self._words), self.ink(self._ink))
        if self._right:
            return across((), (piece,), self.size.width, self.ink())
        return strip((piece,), self.size.width, self.ink())
