"""A question or a wait, said over the bottom line together with the keys that answer it."""

from __future__ import annotations

from textual.strip import Strip

from kit_tui.domain.wording import Message
from kit_tui.tui.commands import Command
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.widgets.draw import Drawn, strip


class Asked(Drawn):
    """What is asked, and the commands that answer it, in one line."""

    def __init__(self, asked: Message, answers: tuple[type[Command], ...]) -> None:
        super().__init__()
        self._asked, self._answers = asked, answers

    def render_line(self, y: int) -> Strip:
        pieces = [(" " + self.say(self._asked), self.ink("behind"))]
        for command in self._answers:
            keys = self.say(shown_key(self.kit.keymap.keys(command)[0]))
            pieces += [(f"   {keys} ", self.ink("accent")), (self.say(command.label), self.ink())]
        return strip(pieces, self.size.width, self.ink())
