"""A form on the screen: one widget that draws every field and edits the one under the cursor in place.

Only lines that look different from what stands on the terminal are sent to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from kit_tui.domain.wording import Message
from kit_tui.tui.commands import forms
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.widgets.choosing import SearchSlot
from kit_tui.tui.widgets.draw import Drawn
from kit_tui.tui.widgets.editing import wrapped
from kit_tui.tui.widgets.field import SPACES, Slot, Words
from kit_tui.tui.widgets.formpaint import Frame, Keys, Paint
from kit_tui.tui.widgets.line import place_caret
from kit_tui.tui.widgets.picking import PickSlot
from kit_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from kit_tui.tui.screens.form import FormPage

_OWN_INKS = ("field", "current", "caret", "hint", "problem", "list")


class FormBody(Drawn, can_focus=True):
    """The fields of a form.  What is typed goes to the slot under the cursor; every other key is the page's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"form--{name}" for name in _OWN_INKS}

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self.title: Words = ""
        self.mark: Words = ""
        self.notices: Sequence[Message] = ()
        self._top = 0
        self._box = 0
        self._lines: list[Strip] = []

    @property
    def page(self) -> FormPage:
        """The page that the form belongs to."""
        return cast("FormPage", self.screen)

    def ink(self, name: str = "") -> Style:
        box, _, text = name.partition("/")
        style = self.get_component_rich_style(f"form--{box}") if box in _OWN_INKS else super().ink(box)
        if not text:
            return style
        over = self.ink(text)
        return style + Style(color=over.color, bold=bool(over.bold))

    def show(self, sheet: Sheet) -> None:
        """Draw another form, from its top."""
        self.sheet, self._top = sheet, 0
        self.redraw()

    def redraw(self) -> None:
        """Draw what has changed."""
        if not self.is_attached:
            return  # the form was left while something for it was read
        if not self._lines:
            self.refresh()
            return
        before, self._lines = self._lines, self._draw()
        if len(self._lines) != len(before):  # the terminal has another size, which `on_resize` is yet to hear of
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(before, self._lines, strict=True)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))

    def redraw_all(self) -> None:
        """Draw everything anew: the size, the language or the colours have changed."""
        self._lines = []
        self.refresh()

    def render_line(self, y: int) -> Strip:
        if not self._lines:
            self._lines = self._draw()
        return self._lines[y] if y < len(self._lines) else Strip.blank(self.size.width, self.rich_style)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._lines = []

    def on_resize(self) -> None:
        self.redraw_all()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and character.isprintable()

    async def on_key(self, event: events.Key) -> None:
        await self.page.idle.wait()
        if self.sheet is None:
            return
        slot = self.sheet.current
        if slot is None:
            ours = self._on_buttons(self.sheet, event)
        else:
            ours = self._in_list(slot, event.key) or self._in_notes(slot, event.key) or self._in_slot(slot, event)
        if ours:
            event.stop()
            event.prevent_default()
            self.redraw()

    async def on_paste(self, event: events.Paste) -> None:
        event.stop()
        await self.page.idle.wait()
        if self.sheet and (slot := self.sheet.current):
            removed = slot.paste(event.text, self.kit.lang)
            self.page.typed_in(slot, removed)
            self.redraw()

    def _draw(self) -> list[Strip]:
        width, height = self.size
        if self.sheet is None or not width:
            return [Strip.blank(width, self.rich_style)] * height
        commands = (forms.AsInTheLast, forms.NextField, forms.FieldDown)
        keys = Keys(*(shown_key(self.kit.keymap.keys(command)[0]) for command in commands))
        paint = Paint(
            width,
            height,
            self.say,
            self.ink,
            self.colourless,
            keys,
            self.title,
            self.mark,
            self.notices,
            self.page.once,
        )
        frame = Frame(self.sheet, paint, self._top)
        self._top, self._box = frame.top, frame.box
        x, y = self.content_region.offset
        place_caret(self, x + frame.caret.x, y + frame.caret.y)
        return frame.lines

    def _on_buttons(self, sheet: Sheet, event: events.Key) -> bool:
        """Left and right on the line that saves; characters do nothing there."""
        if event.key in ("left", "right"):
            sheet.saves_and_new = event.key == "right" and not self.page.once
        return event.key in ("left", "right") or event.is_printable

    def _in_list(self, slot: Slot, key: str) -> bool:
        """Keys of the open list; Enter, which chooses, and Tab are the page's."""
        if not slot.options or key not in ("up", "down", "escape"):
            return False
        if key == "escape":
            slot.close_options()
        else:
            slot.step(1 if key == "down" else -1)
        return True

    def _in_notes(self, slot: Slot, key: str) -> bool:
        """Up and down inside notes, before they lead to another field."""
        if slot.field.kind != "notes" or key not in ("up", "down"):
            return False
        return slot.editor.go_row(wrapped(slot.editor.text, self._box - 1, self.say), 1 if key == "down" else -1)

    def _in_slot(self, slot: Slot, event: events.Key) -> bool:
        if event.key in ("right", "end") and slot.offered and not slot.filled and not isinstance(slot, PickSlot):
            self.page.take_offer(slot)
            return True
        if isinstance(slot, SearchSlot) and not slot.editor.text and event.character in SPACES:
            if not slot.list_all(self.kit.lang):
                self.page.references.list_latest(slot)
            return True
        ours = slot.key(event.key, event.character, self.kit.lang)
        if ours:
            self.page.typed_in(slot)
        return ours
