"""The bottom line: the commands one is likely to want here, and at its right what was last told.

It is drawn when its page is, not at every change of focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.strip import Strip

from kit_tui.domain.text import cell_width, cut
from kit_tui.tui.commands import Command
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.widgets.draw import Drawn, Piece, across

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp
    from kit_tui.tui.page import Page

_GAP = "  "


class Keys(Drawn):
    """The line of keys of the page it stands on."""

    def render_line(self, y: int) -> Strip:
        told = self.kit.told
        words = cut(self.say(told.what), self.size.width - 2) + " " if told else ""
        page = cast("Page[object]", self.screen)
        pieces: list[Piece] = [(" ", self.ink())]
        for keys, label in fitting(self.kit, page.footer(), self.size.width - cell_width(words) - 2):
            pieces += [(keys + " ", self.ink("accent")), (label + _GAP, self.ink())]
        ink = self.ink("behind" if told and told.problem else "strong")
        return across(pieces, [(words, ink)], self.size.width, self.ink())


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
