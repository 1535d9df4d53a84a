"""The widget behind every screen one reads: lines in inks, a cursor on those that can be opened."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message as Event
from textual.strip import Strip

from kit_tui.tui.widgets import draw
from kit_tui.tui.widgets.roll import Bar, Piece, Roll, TextLine

Build: TypeAlias = Callable[[int], Iterable[TextLine]]
"""The lines for a width in cells: made again when the width or the language changes."""


class Lines(draw.Drawn, can_focus=True):
    """Lines with a cursor.  Opening what the cursor is on is the page's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("left", "aside(-1)", show=False),
        Binding("right", "aside(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "start", show=False),
        Binding("end", "end", show=False),
    ]

    @dataclass
    class Moved(Event):
        """One has moved: `passed` lines are above what is in sight, of `height` lines, and `left` below."""

        passed: int
        height: int
        left: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.roll = Roll()
        self._build: Build = _nothing

    @property
    def target(self) -> Hashable:
        """What the cursor is on; None where nothing can be opened."""
        return self.roll.target

    def show(self, build: Build, target: Hashable = None) -> None:
        """Show other lines, with the cursor on `target`, or else where it was."""
        self._build = build
        if target is not None:
            self.roll.target = target
        if self.size.width:
            before, top, at = self.roll.lines, self.roll.top, self.roll.at
            self.roll.put(tuple(build(self._width)))
            self._redraw(before, top, at)

    def relabel(self) -> None:
        """The language has changed."""
        self.show(self._build)
        self.refresh()

    def on_resize(self) -> None:
        self.roll.resize(self.size.height)
        self.show(self._build)
        self.refresh()

    def action_step(self, by: int) -> None:
        self._moving(lambda: self.roll.step(by))

    def action_aside(self, by: int) -> None:
        self._moving(lambda: self.roll.aside(by))

    def action_page(self, by: int) -> None:
        self._moving(lambda: self.roll.page(by))

    def action_start(self) -> None:
        self._moving(self.roll.start)

    def action_end(self) -> None:
        self._moving(self.roll.end)

    def _moving(self, move: Callable[[], None]) -> None:
        """Draw again only the lines that the cursor leaves and comes to, unless others come in sight."""
        top, before = self.roll.top, self.roll.at
        move()
        roll = self.roll
        self.post_message(self.Moved(roll.top, roll.height, max(0, len(roll.lines) - roll.top - roll.height)))
        if self.roll.top != top:
            self.refresh()
            return
        for at in {before, self.roll.at}:
            self.refresh(Region(0, at - top, self.size.width, 1))

    def _redraw(self, before: Sequence[TextLine], top: int, at: int) -> None:
        """Draw the lines again that are others than before, and those of the cursor."""
        now = self.roll.lines
        if top != self.roll.top or len(now) != len(before):
            self.refresh()
            return
        changed = {i for i in range(len(now)) if now[i] != before[i]} | {at, self.roll.at}
        self.refresh(*(Region(0, i - top, self.size.width, 1) for i in changed if 0 <= i - top < self.size.height))

    @property
    def _width(self) -> int:
        """The cells of a line: the last column is the scroll bar's."""
        return self.size.width - 1

    def render_line(self, y: int) -> Strip:
        at = self.roll.top + y
        line = self.roll.lines[at] if at < len(self.roll.lines) else ()
        chosen = self.roll.target if at == self.roll.at else None
        rest = self.ink("cursor") if line and chosen is not None and line[-1].target == chosen else self.ink()
        pieces = [part for piece in line for part in self._drawn(piece, chosen)]
        return Strip.join([draw.strip(pieces, self._width, rest), self._scroll_bar(y)])

    def _drawn(self, piece: Piece | Bar, chosen: Hashable) -> list[tuple[str, Style]]:
        if isinstance(piece, Bar):
            return self.bar(piece.width, piece.full, piece.mark, piece.ink)
        text = self.say(piece.text)
        style = self.ink("cursor" if chosen is not None and piece.target == chosen else piece.ink)
        return [draw.column(text, style, piece.width, right=piece.right) if piece.width else (text, style)]

    def _scroll_bar(self, y: int) -> Strip:
        roll = self.roll
        held = draw.thumb(roll.height, roll.top, roll.height, len(roll.lines))
        if not held:
            return Strip.blank(1, self.ink())
        ink = self.ink("thumb" if y in held else "track")
        text = (draw.FILLED if y in held else draw.MARK) if self.colourless else " "
        return draw.strip([(text, ink)], 1, ink)


def _nothing(width: int) -> Iterable[TextLine]:
    return ()
