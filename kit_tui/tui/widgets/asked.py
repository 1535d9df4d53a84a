"""A question or a wait, said over the bottom of the screen together with the keys that answer it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip

from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import Message
from kit_tui.tui.commands import Command
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.widgets.draw import Drawn, Piece, strip
from kit_tui.tui.widgets.editing import wrapped


class Asked(Drawn):
    """What is asked, and the commands that answer it: in one line, or in more where the screen is narrow.

    `words` say what the answers do here.
    """

    def __init__(self, asked: Message, answers: Sequence[type[Command]], words: Sequence[Message] = ()) -> None:
        super().__init__()
        self._asked = asked
        self._answers = list(zip(answers, words or [command.label for command in answers], strict=True))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        lines = self._lines(self.size.width)
        return strip(lines[y] if y < len(lines) else (), self.size.width, self.ink())

    def _lines(self, width: int) -> list[list[Piece]]:
        words = self.say(self._asked)
        rows = [words[start:end].rstrip() for start, end in wrapped(words, max(width - 2, 1))]
        asked: list[list[Piece]] = [[(" " + row, self.ink("behind"))] for row in rows]
        answers: list[Piece] = []
        for command, word in self._answers:
            key = self.say(shown_key(self.kit.keymap.keys(command)[0]))
            answers += [(f" {key} ", self.ink("accent")), (self.say(word) + "  ", self.ink())]
        length = sum(cell_width(text) for text, _ in (*asked[0], *answers))
        if len(asked) > 1 or length > width:
            return [*asked, answers]
        return [[*asked[0], ("  ", self.ink()), *answers]]
