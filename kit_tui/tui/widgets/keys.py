"""The bottom line: the commands one is likely to want here, and at its right what was last told.

It is drawn when its page is, not at every change of focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.geometry import Size
from textual.strip import Strip

from kit_tui.domain.text import cell_width, cut
from kit_tui.tui.commands import Command
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.widgets.draw import Drawn, Piece, across, strip
from kit_tui.tui.widgets.editing import wrapped

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp
    from kit_tui.tui.page import Page

_GAP = "  "
_MOST = 5
"""Lines of the longest problem."""


class Keys(Drawn):
    """The line of keys of the page it stands on; a problem that is told takes as many lines as it needs."""

    def told(self) -> None:
        """Something else is told, or nothing any longer."""
        self.refresh(layout=len(self._told(self.size.width)) != self.size.height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._told(width))

    def render_line(self, y: int) -> Strip:
        rows, told, width = self._told(self.size.width), self.kit.told, self.size.width
        words = f"{rows[y]} " if y < len(rows) and rows[y] else ""
        ink = self.ink("behind" if told and told.problem else "strong")
        if len(rows) > 1:
            return strip([(f" {words}", ink)], width, self.ink())
        page = cast("Page[object]", self.screen)
        pieces: list[Piece] = [(" ", self.ink())]
        for keys, label in fitting(self.kit, page.footer(), width - cell_width(words) - 2):
            pieces += [(keys + " ", self.ink("accent")), (label + _GAP, self.ink())]
        return across(pieces, [(words, ink)], width, self.ink())

    def _told(self, width: int) -> list[str]:
        """The lines of what is told; one that is empty, if nothing is."""
        told = self.kit.told
        words = self.say(told.what) if told else ""
        if not (told and told.problem):
            return [cut(words, max(width - 2, 0))]
        return [words[start:end].rstrip() for start, end in wrapped(words, max(width - 2, 1))][:_MOST]


def fitting(kit: KitApp, commands: tuple[type[Command], ...], room: int) -> list[tuple[str, str]]:
    """Keys and words of as many commands as fit in `room` cells; the last one stays, those before it go."""
    pairs: list[tuple[str, str]] = []
    for command in commands:
        keys = kit.keymap.keys(command)
        label = kit.say(command.label)
        if not keys:
            continue
        key = kit.say(shown_key(keys[0]))
        if pairs and pairs[-1][1] == label:
            pairs[-1] = (f"{pairs[-1][0]} {key}", label)
        else:
            pairs.append((key, label))
    while pairs and sum(cell_width(key + label) + 1 + len(_GAP) for key, label in pairs) > room:
        del pairs[-2 if len(pairs) > 1 else -1]
    return pairs
