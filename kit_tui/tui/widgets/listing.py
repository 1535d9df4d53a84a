"""The list of a register: only the rows in sight are ever read or drawn."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message as Event
from textual.strip import Strip

from kit_tui.domain.wording import Message, message
from kit_tui.domain.years import short_year
from kit_tui.store import Row, Touched
from kit_tui.tui.widgets import draw
from kit_tui.tui.widgets.columns import Placed, fit, row_text, row_texts
from kit_tui.tui.widgets.window import Window

_MARGIN = 1
"""Cells at the left edge, where marked rows have their `*`."""


class Listing(draw.Drawn, can_focus=True):
    """A window on a register: headings, rows with a cursor, and a scroll bar at the right edge.

    A line above the headings tells what the list is narrowed to.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "start", show=False),
        Binding("end", "end", show=False),
    ]

    @dataclass
    class Moved(Event):
        """The cursor is on another record, or the record under it has changed."""

        row: Row | None

    @dataclass
    class Read(Event):
        """A list is being read, or more is known of it: its length, its order."""

        window: Window

    class AtTop(Event):
        """One wants to go further up than the first row."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.window: Window | None = None
        self._placed: list[Placed] = []
        self._told: Row | None = None
        self._sight: object = None
        self._is_fetching = False
        self.arrived = asyncio.Event()
        """Set once the list that was asked for last stands there, with the cursor where it is to be."""

    # -- what is shown -----------------------------------------------------------------------------------------
    def show(self, window: Window, record: int | None = None) -> None:
        """Show a list, the cursor on `record`; until its first rows are there, the one before stays on the screen."""
        self.arrived.clear()
        self._show(window, record)

    @work(group="show", exclusive=True)
    async def _show(self, window: Window, record: int | None) -> None:
        with self.telling():
            if not window.is_open:
                self.post_message(self.Read(window))
                await window.open(self.kit)
            self.window = window
            self._fit()
            self._changed()
            if record is None:
                self.arrived.set()
            await window.count(self.kit)
            self._changed()
            self._read_on(window)
            await window.order(self.kit)
            if record is not None:
                await window.find(self.kit, record)
            self._changed()
        self.arrived.set()

    @work(group="mend")
    async def touched(self, touched: Touched) -> None:
        """A commit changed records: read again what is in sight of them."""
        window = self.window
        if window is None:
            return
        with self.telling():
            await window.mend(self.kit, touched)
            if window is self.window:
                if window.cursor != window.wanted:
                    await window.fetch(self.kit)
                self._changed()

    @work(group="fetch")
    async def _fetch(self, window: Window) -> None:
        """Read on around where the cursor is going."""
        self._is_fetching = True
        try:
            with self.telling():
                while window is self.window and (window.cursor != window.wanted or window.runs_short):
                    await window.fetch(self.kit)
                    self._changed()
        finally:
            self._is_fetching = False

    def relabel(self) -> None:
        """The language or the colours have changed."""
        self._fit()
        self.refresh()

    def _changed(self) -> None:
        """Draw the list again if it looks different now, and tell what is known of it."""
        sight = self._look()
        if sight != self._sight:
            self._sight = sight
            self.refresh()
        if self.window:
            self.post_message(self.Read(self.window))
        self._tell_move()

    def _look(self) -> object:
        """Equal for two moments at which the list looks the same."""
        window = self.window
        return window and (window, *window.in_sight, draw.thumb(window.height, window.top, window.height, window.total))

    def _tell_move(self) -> None:
        row = self.window.current if self.window else None
        if row != self._told:
            self._told = row
            self.post_message(self.Moved(row))

    # -- moving ------------------------------------------------------------------------------------------------
    def action_step(self, by: int) -> None:
        if self.window and by < 0 and self.window.wanted == 0:
            self.post_message(self.AtTop())
        elif self.window:
            self._go(self.window, self.window.wanted + by)

    def action_page(self, by: int) -> None:
        if self.window:
            by *= max(1, self.window.height - 1)
            self._go(self.window, self.window.wanted + by, by)

    def action_start(self) -> None:
        if self.window:
            self._go(self.window, 0)

    def action_end(self) -> None:
        if self.window:
            self._go(self.window, self.window.total - 1)

    def mark(self) -> None:
        """Mark the record under the cursor, or unmark it, and go on to the next."""
        if self.window and (row := self.window.current):
            self.window.marked ^= {row.id}
            self._redraw_row(self.window.cursor)
            self.action_step(1)

    def unmark(self) -> bool:
        """Unmark all records; whether there were any."""
        if not self.window or not self.window.marked:
            return False
        self.window.marked.clear()
        self.refresh()
        return True

    def _go(self, window: Window, to: int, scroll: int = 0) -> None:
        top, before = window.top, window.cursor
        if window.aim(to, scroll):
            if window.top != top:
                self.refresh()
            elif window.cursor != before:
                self._redraw_row(before)
                self._redraw_row(window.cursor)
            self._sight = self._look()
            self._tell_move()
        self._read_on(window)

    def _read_on(self, window: Window) -> None:
        """Read the rows that the next steps may need."""
        if not self._is_fetching and (window.cursor != window.wanted or window.runs_short):
            self._fetch(window)

    # -- drawing -----------------------------------------------------------------------------------------------
    def on_resize(self) -> None:
        if self.window:
            self._fit()
            self.refresh()

    def on_focus(self) -> None:
        self._redraw_cursor()

    def on_blur(self) -> None:
        self._redraw_cursor()

    def render_line(self, y: int) -> Strip:
        window, width = self.window, self.size.width
        if window is None or width < 2:
            return Strip.blank(width, self.rich_style)
        y -= window.filtered
        if y < 0:
            return self._filter_line(window, width)
        if y == 0:
            return self._line(row_text(self._placed, self._headings(window)), self.ink("heading"))
        at = window.top + y - 1
        row = window.row(at) if at < window.total else None
        if row is None:
            return self._empty_line(window, y, width)
        style = self.ink("cursor" if self.has_focus else "cursor-blurred") if at == window.cursor else self.rich_style
        line = self._line(
            row_text(self._placed, row_texts(self._placed, row, self.say)), style, row.id in window.marked
        )
        return Strip.join([line, self._scroll_bar(window, y - 1)])

    def _line(self, text: str, style: Style, marked: bool = False) -> Strip:
        return draw.strip([("*" if marked else " ", style), (text, style)], self.size.width - 1, style)

    def _scroll_bar(self, window: Window, y: int) -> Strip:
        held = draw.thumb(window.height, window.top, window.height, window.total)
        if not held:
            return Strip.blank(1, self.rich_style)
        ink = self.ink("thumb" if y in held else "track")
        return draw.strip([((draw.FILLED if y in held else draw.MARK) if self.colourless else " ", ink)], 1, ink)

    def _filter_line(self, window: Window, width: int) -> Strip:
        told = [self.say(one) for one in filtered_by(window)]
        hint = self.say(message("Esc: all records"))
        left = [(" " + "   ".join(told), self.ink("accent"))]
        return draw.across(left, [("  " + hint + " ", self.ink("muted"))], width, self.rich_style)

    def _empty_line(self, window: Window, y: int, width: int) -> Strip:
        if window.total or y != 1 + (window.height > 2):
            return Strip.blank(width, self.rich_style)
        words = NOTHING_FOUND if window.narrowed else NO_RECORDS
        return draw.strip([(" " + self.say(words), self.ink("muted"))], width, self.rich_style)

    def _headings(self, window: Window) -> list[str]:
        shown = self._worded_headings(window)
        return [shown[one.at] for one in self._placed]

    def _worded_headings(self, window: Window) -> list[str]:
        sort = dict((window.query.sort or window.info.sort)[:1])
        marks = {True: " v", False: " ^", None: ""}
        return [self.say(column.label) + marks[sort.get(column.name)] for column in window.info.columns]

    def _fit(self) -> None:
        """Reckon how many rows and which columns have room."""
        if self.window:
            self.window.resize(self.size.height - 1 - self.window.filtered)
            room = self.size.width - _MARGIN - 1
            self._placed = fit(self.window.info.columns, self._worded_headings(self.window), room)

    def _redraw_row(self, at: int) -> None:
        if self.window:
            y = at - self.window.top + 1 + self.window.filtered
            self.refresh(Region(0, y, self.size.width - 1, 1))

    def _redraw_cursor(self) -> None:
        if self.window:
            self._redraw_row(self.window.cursor)


NO_RECORDS = message("No records yet. n makes the first one.")
NOTHING_FOUND = message("Nothing found. Esc shows all records.")


def filtered_by(window: Window) -> list[Message | str]:
    """That a list is of deleted records, its filters, and its academic year."""
    told: list[Message | str] = [message("Deleted: Enter brings one back")] if window.query.deleted else []
    told += [one.told for one in window.filters]
    if window.query.year is not None:
        told.append(short_year(window.query.year))
    return told
