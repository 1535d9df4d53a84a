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
from kit_tui.store import Touched
from kit_tui.tui.cardlines import At
from kit_tui.tui.commands import everywhere
from kit_tui.tui.commands.looking import DayAfter, DayBefore, OpenStay
from kit_tui.tui.screens.reading import ReadingPage
from kit_tui.tui.widgets.columns import GAP, narrowed
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
            yield (Piece(" "), Piece(message("Nobody: no stay holds this day.")))
        say = self.kit.say
        texts = {one.stay: [say(text) for text in (_wide if width >= _WIDE else _narrow)(one)] for one in found}
        widths = narrowed([max(map(cell_width, column)) for column in zip(*texts.values(), strict=True)], width - 3)
        for _, there in groupby(found, key=lambda one: one.country):
            people = list(there)
            yield heading(message("{country} ({n})", country=people[0].country_label, n=len(people)))
            for one in people:
                at = At(one.register, one.stay)
                yield (Piece("   ", target=at), *_columns(texts[one.stay], widths, at))
                if width < _WIDE:
                    yield _reached(one)
            yield BLANK

    def _title(self, found: list[Abroad]) -> Message:
        countries = len({one.country for one in found})
        return message(
            "Overseas on {day}: {people} in {countries}",
            day=long_day(self.day),
            people=message("{n} people", one="{n} person", n=len(found)),
            countries=message("{n} countries", one="{n} country", n=countries),
        )


def _wide(one: Abroad) -> tuple[Message | str, ...]:
    return one.name, one.kana, _place(one), _until(one), _sure(one), one.email or one.unit


def _narrow(one: Abroad) -> tuple[Message | str, ...]:
    return one.name, _place(one), _until(one)


def _reached(one: Abroad) -> TextLine:
    """A line of its own where there is no room: how to reach somebody must not fall off the edge."""
    return (
        Piece("   "),
        Piece(one.kana, 20, "muted"),
        Piece(one.email, ink="muted"),
        Piece("  "),
        Piece(_sure(one), ink="behind"),
    )


def _columns(texts: list[str], widths: list[int], at: At) -> Iterator[Piece]:
    for number, (text, width) in enumerate(zip(texts, widths, strict=True)):
        if number:
            yield Piece(" " * GAP, target=at)
        yield Piece(text, width, target=at)


def _place(one: Abroad) -> str:
    return ", ".join(part for part in (one.institution, one.city) if part)


def _until(one: Abroad) -> Message:
    if one.end is None:
        return message("since {start}, open", start=one.start)
    return message("until {end}, {n} days", one="until {end}, {n} day", end=one.end, n=one.days_left)


def _sure(one: Abroad) -> Message | str:
    return "" if one.confirmed else message("not confirmed")
