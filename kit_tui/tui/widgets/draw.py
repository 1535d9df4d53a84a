"""Lines of cells, drawn with ASCII and background colour alone: pieces of text in inks, bars and scroll thumbs.

What is drawn comes from `Drawn.say`, so that it is worded, safe to send, and has no character of ambiguous width;
the widths reckoned here are then those of every terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, TypeAlias, cast

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from kit_tui.domain.text import cell_width, cut, pad
from kit_tui.domain.wording import Message, Refused

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp

Piece: TypeAlias = tuple[str, Style]
"""Text of one line in one style."""

INKS = (
    "strong", "muted", "accent", "heading", "tab-active", "good", "behind", "cursor", "cursor-blurred",
    "bar-good", "bar-behind", "bar-empty", "thumb", "track",
)  # fmt: skip
"""The styles of the theme by what they say; the style sheet has each as `.ink--NAME`.

Pages have them, and not each of their widgets: styling as many takes Textual longer than drawing the screen.
"""

WIDE = 100
"""Columns from which two things stand side by side."""

FILLED, EMPTY, MARK = "#", "-", "|"
"""What bars and scroll thumbs are made of where there is no colour."""


class Drawn(Widget):
    """A widget that draws its own lines, in the inks of the theme."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"ink--plain"}

    @property
    def kit(self) -> KitApp:
        """The app, by its own type."""
        return cast("KitApp", self.app)

    @property
    def colourless(self) -> bool:
        """Whether the terminal is shown no colours, so that nothing may depend on them."""
        return self.app.no_color

    def ink(self, name: str = "") -> Style:
        """The style of an ink; without a name, that of plain text here."""
        return self.kit.ink(name) if name else self.get_component_rich_style("ink--plain")

    def say(self, what: Message | str) -> str:
        """The words as they may be drawn."""
        return self.kit.say(what)

    def on_unmount(self) -> None:
        self._styles_cache.clear()  # Textual goes on holding it, and with it every line that stood on the screen

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Within it, what is refused is told at the bottom of the screen."""
        try:
            yield
        except Refused as refused:
            self.kit.tell(refused.message, problem=True)

    def bar(self, width: int, full: float, mark: float | None, ink: str) -> list[Piece]:
        """A bar in the inks `bar-good` or `bar-behind`; see `bar`."""
        return bar(width, full, mark, self.ink(ink), self.ink("bar-empty"), colourless=self.colourless)


def strip(pieces: Iterable[Piece], width: int, rest: Style) -> Strip:
    """The pieces after one another in exactly `width` cells: cut with `~`, or filled up in the style of the rest."""
    joined: list[Piece] = []
    room = width
    for text, style in pieces:
        fitting = cut(text, room)
        room -= cell_width(fitting)
        if joined and joined[-1][1] == style:
            joined[-1] = joined[-1][0] + fitting, style
        elif fitting:
            joined.append((fitting, style))
        if fitting != text:
            break
    return Strip([Segment(*piece) for piece in (*joined, (" " * room, rest)) if piece[0]], width)


def across(left: Iterable[Piece], right: Iterable[Piece], width: int, rest: Style) -> Strip:
    """Pieces at the left edge of a line and others at its right edge, which the left ones give way to."""
    ending = list(right)
    taken = sum(cell_width(text) for text, _ in ending)
    return Strip.join([strip(left, max(0, width - taken), rest), strip(ending, min(width, taken), rest)])


def column(text: str, style: Style, width: int, *, right: bool = False) -> Piece:
    """Text in a column of `width` cells, at its right edge with `right`."""
    return pad(text, width, right), style


def bar(
    width: int, full: float, mark: float | None, filled: Style, empty: Style, *, colourless: bool = False
) -> list[Piece]:
    """A bar of `width` cells, filled to a fraction of it, with a `|` at the fraction where the mark stands.

    It is full only from 1 on: what is not reached is never drawn as reached.
    """
    reached = min(width, int(width * max(full, 0)))
    cells = [(FILLED if colourless else " ", filled)] * reached
    cells += [(EMPTY if colourless else " ", empty)] * (width - reached)
    if mark is not None and width:
        at = min(width - 1, int(width * max(mark, 0)))
        cells[at] = MARK, cells[at][1]
    return cells


def thumb(height: int, first: int, shown: int, total: int) -> range:
    """The lines of a scroll bar that its thumb takes; none where everything is shown."""
    if shown >= total or height <= 0:
        return range(0)
    length = max(1, height * shown // total)
    start = (height - length) * min(first, total - shown) // (total - shown)
    return range(start, start + length)
