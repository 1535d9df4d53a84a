"""The one-line text input that every screen uses: find, the search in a list, and whatever asks for a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message as Event
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from kit_tui.domain.text import cell_width, cut
from kit_tui.domain.wording import Message
from kit_tui.tui.widgets.editing import Editor, View

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp
    from kit_tui.tui.page import Page


class Line(Widget, can_focus=True):
    """A line of text to type into.  Enter posts `Entered`; keys that are no typing go on to the screen.

    `placeholder` is shown while the line is empty.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--caret", "line--placeholder"}

    placeholder: var[Message | None] = var(None)

    @dataclass
    class Changed(Event):
        """The text has changed, by typing or by undo."""

        line: Line
        text: str

        @property
        def control(self) -> Line:
            return self.line

    @dataclass
    class Entered(Event):
        """Enter was pressed."""

        line: Line
        text: str

        @property
        def control(self) -> Line:
            return self.line

    def __init__(self, text: str = "", *, placeholder: Message | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self.editor = Editor(text)
        self.set_reactive(Line.placeholder, placeholder)

    @property
    def text(self) -> str:
        """What has been typed; setting it puts the caret at its end and posts nothing."""
        return self.editor.text

    @text.setter
    def text(self, text: str) -> None:
        self.editor.reset(text)
        self._redraw()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and character.isprintable()

    def render_line(self, y: int) -> Strip:
        width, style = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, style)
        if not self.text and self.placeholder:
            words = cut(self._shown(self.placeholder), width)
            view, rest = View("", words[:1], words[1:]), self.get_component_rich_style("line--placeholder")
        else:
            view, rest = self.editor.view(width, self._shown), style
        under = self.get_component_rich_style("line--caret") if self.has_focus else rest
        return typed_strip(view, width, style, under, rest)

    def on_focus(self) -> None:
        self._redraw()

    def on_blur(self) -> None:
        self._redraw()

    def on_resize(self) -> None:
        self._place_caret()

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.post_message(self.Entered(self, self.text))
            return
        before = self.text
        if self.editor.key(event.key, event.character):
            event.stop()
            event.prevent_default()
            self._typed(before)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        before = self.text
        self.editor.paste(event.text)
        self._typed(before)

    def _typed(self, before: str) -> None:
        self._redraw()
        if self.text != before:
            self.post_message(self.Changed(self, self.text))

    def _shown(self, text: Message | str) -> str:
        return cast("KitApp", self.app).say(text)

    def _redraw(self) -> None:
        if self.is_attached:
            self._place_caret()
            self.refresh(Region(0, 0, self.size.width, 1))

    def _place_caret(self) -> None:
        if self.screen.focused is self and self.size.width:  # `has_focus` follows only after `on_focus`
            x, y = self.content_region.offset
            place_caret(self, x + cell_width(self.editor.view(self.size.width, self._shown).before), y)


def typed_strip(view: View, width: int, style: Style, under: Style, rest: Style | None = None) -> Strip:
    """A line of text being typed in exactly `width` cells, the caret drawn with `under`."""
    space = width - cell_width("".join(view))
    segments = [
        Segment(view.before, style),
        Segment(view.under, under),
        Segment(view.after, rest or style),
        Segment(" " * space, style),
    ]
    return Strip([segment for segment in segments if segment.text], width)


def place_caret(widget: Widget, x: int, y: int) -> None:
    """Put the terminal's own cursor where the next letter goes: an input method draws its window there.

    A page behind another keeps its caret until it comes back to the front.
    """
    page = cast("Page[Any]", widget.screen)
    page.caret = Offset(x, y)
    if page is widget.app.screen:
        widget.app.cursor_position = page.caret
