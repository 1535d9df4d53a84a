"""What screens are made from: a `Page` between the header and the line of keys, and the main screen's `Pane`s."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from kit_tui.domain.wording import Message
from kit_tui.store.plain import Touched
from kit_tui.tui.commands import Command, HasCommands, everywhere
from kit_tui.tui.widgets.draw import INKS
from kit_tui.tui.widgets.header import Header
from kit_tui.tui.widgets.keys import Keys

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp
    from kit_tui.tui.filters import Filter

    _Widget = Widget
else:
    _Widget = object  # a mixin: Textual takes the style sheet's names from the first base that is a widget

Result = TypeVar("Result")

_SETTLING = 0.015
"""Seconds in which a page that comes to the front is laid out and filled, to be drawn once and not four times."""


class Place(HasCommands, _Widget):
    """What pages and panes have in common."""

    @property
    def kit(self) -> KitApp:
        """The app, as what it is."""
        return cast("KitApp", self.app)

    def footer(self) -> tuple[type[Command], ...]:
        """The commands to show in the line of keys; of two neighbours with the same word it is shown once."""
        return (*self.COMMANDS[:5], everywhere.FindAnywhere, everywhere.Help)

    def touched(self, touched: Touched) -> None:
        """A commit changed records: read again what is shown of them, and nothing else."""

    def year_changed(self) -> None:
        """Another academic year is looked at (`kit.year`)."""

    def relabel(self) -> None:
        """The language or the colours changed: draw all again.  Widgets word when they draw, and keep no words."""
        for widget in self.query(Widget):
            widget.refresh(layout=True)


class Page(Place, Screen[Result]):
    """A screen: the header, what `compose_page` gives, and the line of keys.

    `wants_text` says that it opens with the caret in a text field: whatever is typed until then waits for it.
    `caret` is where the terminal's own cursor belongs while the page is in front.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}
    COMMANDS: ClassVar[tuple[type[Command], ...]] = ()  # type: ignore[assignment]  # another one than Textual's palette's
    wants_text: ClassVar[bool] = False
    caret = Offset(0, 0)
    _ready = False

    def compose(self) -> ComposeResult:
        yield Header()
        yield from self.compose_page()
        yield Keys()

    def compose_page(self) -> ComposeResult:
        """What stands between the header and the line of keys."""
        yield from ()

    @property
    def is_open(self) -> bool:
        """Whether it has not been left: what was asked for may come after that."""
        return self in self.app.screen_stack

    @property
    def is_ready(self) -> bool:
        """Whether it can take keys."""
        self._ready = self._ready or self.is_mounted and (not self.wants_text or self.kit.in_text)
        return self._ready

    def typed(self, text: str) -> None:
        """Text that was typed or pasted where no text field has the focus."""
        self.kit.open_find(text)

    def save_draft(self) -> Message | None:
        """The page or the terminal goes away: keep what is half typed, now and on this thread; the way back to it."""
        return None

    def action_back(self) -> None:
        self.dismiss()

    def on_mount(self) -> None:
        self.kit.keyboard.wake()

    def settle(self) -> None:
        """Draw nothing for a moment in which much changes, then all at once; the first page comes as it is read."""
        if self.kit.started:
            self.app.delay_update(_SETTLING)

    def on_screen_resume(self) -> None:
        self.app.cursor_position = self.caret
        self.settle()
        self.kit.keyboard.wake()

    def _on_timer_update(self) -> None:
        # Textual draws a screen that is to be laid out and drawn anew twice over: this draws it with the layout.
        if self._layout_required and self._repaint_required:
            self._dirty_widgets.add(self)
            self._repaint_required = False
        super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        # What Textual draws while updates are held back, it throws away: this leaves it for later.
        if self.app._batch_count:
            self._repaint_required = True
        else:
            super()._compositor_refresh()

    def on_descendant_focus(self) -> None:
        self.kit.keyboard.wake()


class Dialog(Page[Result]):
    """A page over the one below it, which stays in sight: a question, a short list."""

    COMMANDS: ClassVar[tuple[type[Command], ...]] = ()

    def compose(self) -> ComposeResult:
        yield from self.compose_page()

    @property
    def is_modal(self) -> bool:
        return True

    def typed(self, text: str) -> None:
        """Text is no answer."""


class Pane(Place, Widget):
    """One of the main screen's tabs, mounted when it is first shown."""

    def show_view(self, view: str, filters: Sequence[Filter] = ()) -> None:
        """Show one of its registers, by slug, with `filters` narrowed to what they say."""

    def shown(self) -> None:
        """It has come to the front: take the focus, and read again what went stale while it was hidden."""
        focusable = next((widget for widget in self.query(Widget) if widget.focusable), None)
        if focusable:
            focusable.focus()
