"""Abroad today: who is where, until when and how to reach them, by country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from kit_tui.domain.clock import today
from kit_tui.domain.dates import long_day
from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import Message, message
from kit_tui.registers import Abroad, abroad
from kit_tui.registers.phrases import period
from kit_tui.store import Touched
from kit_tui.tui.cardlines import At
from kit_tui.tui.commands import everywhere
from kit_tui.tui.commands.looking import DayAfter, DayBefore, OpenStay
from kit_tui.tui.screens.reading import ReadingPage
from kit_tui.tui.widgets.columns import GAP, flowed
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine, heading

_INDENT, _DEEPER = 3, 2
_WIDE = 110
_LEFT, _DOUBT = 4, 7
"""The places of the days left, for which a narrow screen has no room, and of what is said where it is not sure."""
_TABLES = frozenset({"stay", "person", "institution", "employment"})


class AbroadPage(ReadingPage[list[Abroad]]):
    """The list that is taken up when something has happened somewhere."""

    COMMANDS = (OpenStay, DayBefore, DayAfter, everywhere.Back)

    def __init__(self) -> None:
        super().__init__()
        self.day = today()

    def read(self) -> list[Abroad]:
        return abroad(self.kit.store.reader, self.day)

    def concerned(self, touched: Touched) -> bool:
        return not _TABLES.isdisjoint(touched.tables)

    def action_day(self, by: int) -> None:
        self.day += dt.timedelta(days=by)
        self.found = None
        self.read_again()

    def lines_for(self, found: list[Abroad], width: int) -> Iterator[TextLine]:
        yield BLANK
        yield (Piece(" "), Piece(self._title(found), ink="strong"))
        yield BLANK
        if not found:
            yield (Piece(" "), Piece(message("Nobody: no stay holds this day.")))
        texts = {one.stay: [self.kit.say(text) for text in _facts(one)] for one in found}
        room = width - _INDENT - _DEEPER
        widths = [min(max(map(cell_width, column)), room) for column in zip(*texts.values(), strict=True)]
        if width < _WIDE and found:
            widths[_LEFT] = 0
        for _, there in groupby(found, key=lambda one: one.country):
            people = list(there)
            yield heading(message("{country} ({n})", country=people[0].country_label, n=len(people)))
            for one in people:
                yield from _lines(texts[one.stay], widths, room, At(one.register, one.stay))
            yield BLANK

    def _title(self, found: list[Abroad]) -> Message:
        countries = len({one.country for one in found})
        return message(
            "Overseas on {day}: {people} in {countries}",
            day=long_day(self.day),
            people=message("{n} people", one="{n} person", n=len(found)),
            countries=message("{n} countries", one="{n} country", n=countries),
        )


def _facts(one: Abroad) -> tuple[Message | str, ...]:
    """Who is where, from when to when, how to reach them, and whether it is sure."""
    return one.name, one.kana, _place(one), period(one.start, one.end), _left(one), one.email, one.unit, one.doubt


def _lines(facts: list[str], widths: list[int], room: int, at: At) -> Iterator[TextLine]:
    """The facts in their columns, on as many lines as it takes: how to reach somebody must not fall off the edge."""
    for number, columns in enumerate(flowed(widths, room)):
        target, ink = (None, "muted") if number else (at, "")
        line = [Piece(" " * (_INDENT + _DEEPER * bool(number)), target=target)]
        for column in columns:
            own = "behind" if column == _DOUBT else ink
            line += [Piece(facts[column], widths[column], own, target=target), Piece(" " * GAP, target=target)]
        if number == 0 or any(facts[column] for column in columns):
            yield tuple(line)


def _place(one: Abroad) -> str:
    return ", ".join(part for part in (one.institution, one.city) if part)


def _left(one: Abroad) -> Message:
    if one.end is None:
        return message("return not fixed")
    return message("{n} days left", one="{n} day left", n=one.days_left)
