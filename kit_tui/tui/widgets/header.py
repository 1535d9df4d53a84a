"""The two lines at the top: the office, the academic year, the day and who is working; below them the tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from kit_tui.domain.dates import short_day
from kit_tui.domain.text import cell_width, cut
from kit_tui.domain.wording import message
from kit_tui.domain.years import short_year
from kit_tui.registers.areas import AREAS

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp

_WIDE = 100
"""Columns from which the long forms are used."""


class Header(Widget):
    """Who, when and where."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"header--title", "header--muted", "header--active", "header--example"}

    def render_line(self, y: int) -> Strip:
        kit = cast("KitApp", self.app)
        return (self._tabs if y else self._title)(kit, self.size.width)

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"header--{part}")

    def _title(self, kit: KitApp, width: int) -> Strip:
        wide = width >= _WIDE
        left = " KIT" + ("  " + kit.say(message("International Office")) if wide else "")
        who = message("{login} ({role})", login=kit.store.actor.login, role=kit.store.role.label)
        facts = [
            kit.say(short_year(kit.year)),
            kit.say(message("{short_day} {year}", short_day=short_day(kit.today), year=kit.today.year)),
            kit.say(who) if wide else kit.say(kit.store.actor.login),
        ]
        right = ("   " if wide else " ").join(facts)
        example = kit.say(message("example")) + "   " if kit.example else ""
        room = width - cell_width(left) - cell_width(example) - 2
        right = cut(right, max(room, 0))
        gap = " " * (room - cell_width(right) + 1)
        return strip(
            [
                (left, self._style("title")),
                (gap, self.rich_style),
                (example, self._style("example")),
                (right, self._style("muted")),
            ],
            width,
            self.rich_style,
        )

    def _tabs(self, kit: KitApp, width: int) -> Strip:
        wide = width >= _WIDE
        parts = [(" ", self.rich_style)]
        for number, area in enumerate(AREAS, 1):
            active = area.slug == kit.area
            label = kit.say(area.label if wide or active else area.short)
            parts += [
                (f"{number} ", self._style("active" if active else "muted")),
                (label, self._style("active") if active else self.rich_style),
                ("   " if wide else "  ", self.rich_style),
            ]
        return strip(parts, width, self.rich_style)


def strip(parts: list[tuple[str, Style]], width: int, rest: Style) -> Strip:
    """A line of exactly `width` cells: the parts, the last of them cut where they are too many, and blanks."""
    segments, room = [], width
    for text, style in parts:
        text = cut(text, room)
        segments.append(Segment(text, style))
        room -= cell_width(text)
    segments.append(Segment(" " * room, rest))
    return Strip([segment for segment in segments if segment.text], width)
