"""A question or a wait, said over the bottom line together with the keys that answer it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from kit_tui.domain.wording import Message
from kit_tui.tui.commands import Command
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.widgets.draw import Drawn, strip


class Asked(Drawn):
    """What is asked, and the commands that answer it, in one line; `words` say what they do here."""

    def __init__(self, asked: Message, answers: Sequence[type[Command]], words: Sequence[Message] = ()) -> None:
        super().__init__()
        self._asked = asked
        self._answers = list(zip(answers, words or [command.label for command in answers], strict=True))

    def render_line(self, y: int) -> Strip:
        pieces = [(" " + self.say(self._asked), self.ink("behind"))]
        for command, word in self._answers:
            keys = self.say(shown_key(self.kit.keymap.keys(command)[0]))
            pieces += [(f"   {keys} ", self.ink("accent")), (self.say(word), self.ink())]
        return strip(pieces, self.size.width, self.ink())
