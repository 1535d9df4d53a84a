"""The overview: every gauge, what needs attention, and the latest changes."""

from __future__ import annotations

import datetime as dt
from asyncio import shield, wait_for
from collections.abc import Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.worker import WorkerError

from kit_tui.domain.clock import local
from kit_tui.domain.dates import short_day
from kit_tui.domain.operations import in_words
from kit_tui.domain.wording import Message, message
from kit_tui.registers import AREAS
from kit_tui.store import Attention, Latest, Touched
from kit_tui.tui.commands import Command, everywhere
from kit_tui.tui.commands.lists import GoThere
from kit_tui.tui.page import Pane
from kit_tui.tui.widgets.draw import WIDE
from kit_tui.tui.widgets.gauges import GaugeLines, Group, OfGauge
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine

_CHANGES = 12
"""As many of the latest changes are shown."""
_LONGEST_BLANK = 0.2
"""Seconds for which nothing is drawn when the app starts, until there is something to read."""


class Doing(NamedTuple):
    """What a line below the gauges opens: a record that needs attention, or one that was changed last."""

    kind: str
    number: int
    register: str
    record: int


class Done(NamedTuple):
    """What the line of an operation on several records opens."""

    operation: int


class News(NamedTuple):
    """What stands below the gauges."""

    attention: tuple[Attention, ...]
    latest: tuple[Latest, ...]


class Overview(GaugeLines):
    """All gauges, and below them what needs attention and the latest changes: side by side where there is room."""

    def __init__(self) -> None:
        groups = [Group(area.gauges, area.label) for area in AREAS if area.gauges]
        super().__init__(groups, alone=True)
        self.news: News | None = None
        self._has_begun = False

    def on_mount(self) -> None:
        self._begin()

    def read_again(self) -> None:
        if self._has_begun:
            super().read_again()

    @work
    async def _begin(self) -> None:
        """Draw for the first time what can be used, in one go; the gauges are read when that is on the screen."""
        reading = self.read_news()
        with self.app.batch_update(), suppress(TimeoutError, WorkerError):
            await wait_for(shield(reading.wait()), _LONGEST_BLANK)
        self._has_begun = True
        self.call_after_refresh(self.read_again)

    @work(group="news", exclusive=True)
    async def read_news(self) -> None:
        """Read what needs attention and what was changed last."""
        with self.telling():
            news = await self.kit.quick(self._news)
            if news != self.news:
                self.news = news
                self.draw_again()

    def _news(self) -> News:
        return News(tuple(self.kit.store.attention()), tuple(self.kit.store.latest(_CHANGES)))

    def built(self, width: int) -> list[TextLine]:
        lines = super().built(width)
        if self.news is None:
            return lines
        wide = width >= WIDE - 1
        half = width * 11 // 20 if wide else width
        attention = self._attention(self.news.attention, half)
        latest = self._latest(self.news.latest, width - half if wide else width)
        if not wide:
            return [*self._warned(lines, width), BLANK, *attention, BLANK, *latest]
        gap = (Piece("", half),)
        return [*lines, BLANK, *((left or gap) + right for left, right in zip_longest(attention, latest, fillvalue=()))]

    def _warned(self, lines: list[TextLine], width: int) -> list[TextLine]:
        """The lines of the gauges; above them, where the duties are out of sight, how many of these can't wait."""
        urgent = sum(item.level in ("overdue", "today") for item in self.news.attention) if self.news else 0
        if not urgent:
            return lines
        told = Piece(message("{n} overdue or due today, below", n=urgent), 40, "behind", right=True)
        first = (Piece(" "), Piece(self._groups[0].label or "", width - 42, "accent"), told)
        return [first, *lines[1:]]

    def _attention(self, items: Sequence[Attention], width: int) -> list[TextLine]:
        lines = [_head(message("Needs attention"), width)]
        if not items:
            lines.append((Piece(" "), Piece(message("Nothing is due."), width - 1, "muted")))
        for number, item in enumerate(items):
            target = Doing("attention", number, item.register, item.id)
            ink = "behind" if item.level in ("overdue", "check") else ""
            day = short_day(item.due) if item.due else ""
            lines.append(
                (
                    Piece(" ", 1, target=target),
                    Piece(self._when(item), 9, ink, target=target),
                    Piece(day, 9, target=target),
                    Piece(item.what, width - 19, target=target),
                )
            )
        return lines

    def _when(self, item: Attention) -> Message:
        if item.due is None:
            return message("check")
        days = (item.due - self.kit.today).days
        if days < 0:
            return message("overdue")
        return message("in {n} d", n=days) if days else message("today")

    def _latest(self, items: Sequence[Latest], width: int) -> list[TextLine]:
        lines = [_head(message("Latest changes"), width)]
        for number, item in enumerate(items):
            target: Doing | Done | None = None
            if item.record is not None:
                several = item.rows > 1
                target = Done(item.operation) if several else Doing("latest", number, item.register, item.record)
            lines.append(
                (
                    Piece(" ", 1, target=target),
                    Piece(_time(item.at, self.kit.today), 9, "muted", target=target),
                    Piece(item.login, 9, target=target),
                    Piece(self._what(item), width - 19, target=target),
                )
            )
        return lines

    def _what(self, item: Latest) -> Message:
        info = self.kit.store.registers.get(item.register)
        words = (info.one, info.label) if info else None
        return in_words(item.kind, words, item.title, item.rows)


class OverviewPane(Pane):
    """The first tab."""

    COMMANDS = (GoThere, everywhere.Abroad)

    def compose(self) -> ComposeResult:
        yield Overview()

    def footer(self) -> tuple[type[Command], ...]:
        return (
            GoThere,
            everywhere.FindAnywhere,
            everywhere.EarlierYear,
            everywhere.LaterYear,
            everywhere.Abroad,
            everywhere.History,
            everywhere.Help,
        )

    @property
    def overview(self) -> Overview:
        """Its one widget."""
        return self.query_one(Overview)

    def shown(self) -> None:
        super().shown()
        self._read_again()

    def touched(self, touched: Touched) -> None:
        self.kit.standings.touched(touched)
        if self.display:
            self._read_again()

    def year_changed(self) -> None:
        if self.display:
            self._read_again()

    def relabel(self) -> None:
        self.overview.relabel()

    def _read_again(self) -> None:
        self.overview.draw_again()
        self.overview.read_again()
        self.overview.read_news()

    def action_open(self) -> None:
        match self.overview.target:
            case OfGauge(code):
                self.kit.open_gauge(code)
            case Doing(_, _, register, record):
                self.kit.open_card(register, record)
            case Done(operation):
                self.kit.open_operation(operation)


def _head(text: Message, width: int) -> TextLine:
    return (Piece(" "), Piece(text, width - 1, "strong"))


def _time(at: str, today: dt.date) -> Message | str:
    moment = local(at)
    return f"{moment:%H:%M}" if moment.date() == today else short_day(moment.date())
