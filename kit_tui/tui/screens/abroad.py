"""Abroad today: who is where, until when and how to reach them, by country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from kit_tui.domain.clock import today
from kit_tui.domain.dates import long_day
from kit_tui.domain.wording import Message, message
from kit_tui.registers import Abroad, abroad
from kit_tui.store import Touched
from kit_tui.tui.commands import everywhere
from kit_tui.tui.commands.looking import DayAfter, DayBefore, OpenStay
from kit_tui.tui.screens.reading import At, ReadingPage
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine, heading

_WIDE = 110
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
            yield (Piece(message(" Nobody: no stay holds this day.")),)
        for _, there in groupby(found, key=lambda one: one.country):
            people = list(there)
            yield heading(message(" {country} ({n})", country=people[0].country_label, n=len(people)))
            for one in people:
                yield from _wide(one) if width >= _WIDE else _narrow(one)
            yield BLANK

    def _title(self, found: list[Abroad]) -> Message:
        countries = len({one.country for one in found})
        return message(
            "Overseas on {day}: {people} in {countries}",
            day=long_day(self.day),
            people=message("{n} people", one="{n} person", n=len(found)),
            countries=message("{n} countries", one="{n} country", n=countries),
        )


def _wide(one: Abroad) -> Iterator[TextLine]:
    at = At(one.register, one.stay)
    yield (
        Piece("  ", target=at),
        Piece(one.name, 15, "strong", target=at),
        Piece(one.kana, 19, target=at),
        Piece(_place(one), 30, target=at),
        Piece(_until(one), 24, target=at),
        Piece(_sure(one), 15, "behind", target=at),
        Piece(one.email or one.unit, target=at),
    )


def _narrow(one: Abroad) -> Iterator[TextLine]:
    """Two lines: how to reach somebody must not fall off the edge."""
    at = At(one.register, one.stay)
    yield (
        Piece("  ", target=at),
        Piece(one.name, 15, "strong", target=at),
        Piece(_place(one), 30, target=at),
        Piece(_until(one), target=at),
    )
    yield (Piece("  "), Piece(one.kana, 19, "muted"), Piece(_sure(one), 15, "behind"), Piece(one.email, ink="muted"))


def _place(one: Abroad) -> str:
    return ", ".join(part for part in (one.institution, one.city) if part)


def _until(one: Abroad) -> Message:
    if one.end is None:
        return message("since {start}, open", start=one.start)
    return message("until {end}, {n} days", one="until {end}, {n} day", end=one.end, n=one.days_left)


def _sure(one: Abroad) -> Message | str:
    return "" if one.confirmed else message("not confirmed")
