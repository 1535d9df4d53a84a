"""The bottom line: the commands one is likely to want here, and at its right what was last told.

It is drawn when its page is, not at every change of focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from kit_tui.domain.text import cell_width, cut
from kit_tui.tui.commands import Command
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.widgets.header import strip

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp
    from kit_tui.tui.page import Page

_GAP = "  "


class Keys(Widget):
    """The line of keys of the page it stands on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label", "keys--told", "keys--problem"}

    def render_line(self, y: int) -> Strip:
        kit = cast("KitApp", self.app)
        told = kit.told
        words = cut(kit.say(told.what), self.size.width - 2) if told else ""
        room = self.size.width - cell_width(words) - 4
        parts = [(" ", self.rich_style)]
        page = cast("Page[object]", self.screen)
        for keys, label in fitting(kit, page.footer(), room):
            parts += [(keys + " ", self._style("key")), (label + _GAP, self._style("label"))]
        used = sum(cell_width(text) for text, _ in parts)
        parts.append((" " * (self.size.width - used - cell_width(words) - 1), self.rich_style))
        parts.append((words, self._style("problem" if told and told.problem else "told")))
        return strip(parts, self.size.width, self.rich_style)

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"keys--{part}")


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
