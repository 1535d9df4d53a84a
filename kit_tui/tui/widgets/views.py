"""The registers of an area as tabs above the list, and at the right how many records the one in front holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.strip import Strip

from kit_tui.domain.wording import Message, message
from kit_tui.store import RegisterInfo
from kit_tui.tui.widgets import draw
from kit_tui.tui.widgets.window import Window

_PEOPLE = "person"
"""The table whose records are people and are counted as such."""


class Views(draw.Drawn):
    """One line: the views by name, the one in front underlined, and the length of its list."""

    def __init__(self, infos: Sequence[RegisterInfo]) -> None:
        super().__init__()
        self._infos = infos
        self._active = infos[0].slug if infos else ""
        self._length: Message | str = ""

    def activate(self, slug: str) -> None:
        """Another view is in front."""
        self._active = slug
        self.refresh()

    def counted(self, window: Window) -> None:
        """More is known of the list in front."""
        length = length_of(window)
        if str(length) != str(self._length):
            self._length = length
            self.refresh()

    def render_line(self, y: int) -> Strip:
        right = [("  " + self.say(self._length) + " ", self.ink("muted"))]
        return draw.across(self._tabs(), right, self.size.width, self.ink())

    def _tabs(self) -> Iterator[draw.Piece]:
        """The views; from the one in front on where not all have room."""
        gap = "   " if self.size.width >= 100 else "  "
        for info in self._infos:
            yield " " if info is self._infos[0] else gap, self.ink()
            active = info.slug == self._active
            yield self.say(info.label), self.ink("tab-active" if active else "muted")


def length_of(window: Window) -> Message | str:
    """How many records a list holds, as far as is known."""
    if not window.is_open:
        return message("ordering...") if window.query.sort else ""
    shown = f"{window.total:,}"
    if not window.counted:
        return message("{count}+", count=shown)
    if not window.ordered:
        return message("{count}, ordering...", count=shown)
    if window.info.table == _PEOPLE:
        return message("{count} people", one="{count} person", n=window.total, count=shown)
    return message("{count} records", one="{count} record", n=window.total, count=shown)
