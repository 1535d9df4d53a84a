"""Choosing what a list is narrowed to: a field by arrows, then its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from textual import work
from textual.app import ComposeResult

from kit_tui.domain.countries import country_name, matching
from kit_tui.domain.fields import NO, YES, Field, Value
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.domain.years import short_year
from kit_tui.store import RegisterInfo
from kit_tui.tui import filters
from kit_tui.tui.commands import Command, everywhere
from kit_tui.tui.commands.lists import ChooseFilter, RemoveFilter
from kit_tui.tui.filters import Filter
from kit_tui.tui.page import Page
from kit_tui.tui.widgets.keys import Keys
from kit_tui.tui.widgets.line import Line
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine

_OFFERED = 20
_YEARS_OFFERED = 6
_YEAR = Field("", message("Academic year"), kind="year")
"""The year that registers go by, whichever of their fields says it."""


class Narrowed(NamedTuple):
    """What was chosen: filters of fields, and the academic year."""

    filters: tuple[Filter, ...]
    year: int | None


class Number(NamedTuple):
    """The place of an offer among those shown."""

    at: int


class FilterPage(Page[Narrowed | None]):
    """The fields of a register with their filters; a field chosen, its values.  Choosing a value closes the page."""

    COMMANDS = (ChooseFilter, RemoveFilter, everywhere.Back)

    def __init__(self, info: RegisterInfo, chosen: tuple[Filter, ...], year: int | None) -> None:
        super().__init__()
        self._info = info
        self._chosen = {one.field.name: one for one in chosen}
        self._year = year
        self._field: Field | None = None
        self._offers: list[Filter] = []
        self._problem: Message | None = None

    def compose_page(self) -> ComposeResult:
        line = Line(placeholder=message("Type a value, or choose one below"))
        line.display = False
        yield line
        yield Lines()

    def footer(self) -> tuple[type[Command], ...]:
        """Where a value is typed, letters are no keys."""
        return (ChooseFilter, everywhere.Back) if self._field else super().footer()

    @property
    def lines(self) -> Lines:
        """The fields, or the values of one."""
        return self.query_one(Lines)

    @property
    def line(self) -> Line:
        """Where a value is typed."""
        return self.query_one(Line)

    def on_mount(self) -> None:
        super().on_mount()
        self._ask_for_field()

    def relabel(self) -> None:
        super().relabel()
        self.lines.relabel()

    async def on_line_changed(self) -> None:
        self._offer_soon()

    def on_line_entered(self) -> None:
        self.action_choose()

    def key_up(self) -> None:
        """The caret stays where a value is typed while one goes through those offered."""
        if self.line.has_focus:
            self.lines.action_step(-1)

    def key_down(self) -> None:
        if self.line.has_focus:
            self.lines.action_step(1)

    def action_choose(self) -> None:
        target = self.lines.target
        if isinstance(target, Number):
            self._take(self._offers[target.at])
        elif isinstance(target, str):
            self._field, self._offers = next((one for one in self._asked() if one.name == target), _YEAR), []
            self.line.text = ""
            self.line.display = True
            self.line.focus()
            self.query_one(Keys).refresh()
            self._offer_soon()

    def action_remove(self) -> None:
        target = self.lines.target
        if target == _YEAR.name:
            self._year = None
        elif isinstance(target, str):
            self._chosen.pop(target, None)
        self.lines.show(self._fields)

    def action_back(self) -> None:
        if self._field:
            self._ask_for_field()
        else:
            self.dismiss(Narrowed(tuple(self._chosen.values()), self._year))

    def _ask_for_field(self) -> None:
        before = self._field.name if self._field else None
        self._field = None
        self.line.display = False
        self.lines.focus()
        self.query_one(Keys).refresh()
        self.lines.show(self._fields, before)

    def _take(self, chosen: Filter) -> None:
        if chosen.field is _YEAR:
            (condition,) = chosen.conditions
            self._year = int(str(condition.value))
        else:
            self._chosen[chosen.field.name] = chosen
        self._field = None
        self.action_back()

    # -- the fields --------------------------------------------------------------------------------------------
    def _asked(self) -> Iterator[Field]:
        """The fields worth filtering by, and the columns that are worked out.

        Not the year, which is asked for by itself, nor what the register fixes, nor a field by the same name as one.
        """
        fields = self._info.fields
        for name, field in fields.items():
            is_the_year = name == self._info.year_field and field.kind == "year"
            is_fixed = len(self._info.fixed.get(name, ())) == 1
            if field.kind != "measure" and not is_the_year and not is_fixed:
                yield field
        labels = [field.label for field in fields.values()]
        columns = self._info.worked_out.values()
        yield from (replace(one.field, label=one.label) for one in columns if one.label not in labels)

    def _fields(self, width: int) -> list[TextLine]:
        year = short_year(self._year) if self._year is not None else ""
        offered = [(_YEAR.name, _YEAR.label, year)] if self._info.year_field else []
        for field in self._asked():
            words = self._chosen[field.name].words if field.name in self._chosen else ""
            offered.append((field.name, field.label, words))
        title = Piece(message("{register}: filter by", register=self._info.label), ink="strong")
        fields = [
            (Piece("  "), Piece(label, 28, target=name), Piece(words, ink="accent", target=name))
            for name, label, words in offered
        ]
        return [BLANK, (Piece(" "), title), BLANK, *fields]

    # -- the values of one -------------------------------------------------------------------------------------
    def _offer_soon(self) -> None:
        if self._field:
            self._offer(self._field, self.line.text)

    @work(exclusive=True)
    async def _offer(self, field: Field, text: str) -> None:
        before, self._problem = self._offers, None
        try:
            self._offers = await self._found(field, text) if field.kind == "reference" else list(self._all(field, text))
        except Refused as refused:
            self._offers, self._problem = [], refused.message
        if self.is_open:
            self.lines.show(self._values, None if self._offers == before else Number(0))

    async def _found(self, field: Field, text: str) -> list[Filter]:
        likely = self._info.made_with.get(field.name, {})
        found = await self.kit.quick(self.kit.store.choices, field.table, text, _OFFERED, likely)
        offers = [filters.is_value(field, ref.id, ref.title) for ref, _ in found]
        return [*offers, *_blank_or_not(field, text)]

    def _all(self, field: Field, text: str) -> Iterator[Filter]:
        typed = text.strip()
        if field.choices or field.kind == "flag":
            answers: list[tuple[Value, Message]] = [(choice.code, choice.label) for choice in field.choices]
            for value, label in answers or [(1, YES), (0, NO)]:
                if typed.casefold() in self.kit.say(label).casefold():
                    yield filters.is_value(field, value, label)
        elif field.kind == "country":
            for code in matching(typed, self.kit.lang, _OFFERED) if typed else ():
                yield filters.is_value(field, code, country_name(code))
        elif typed:
            yield filters.typed(field, text, self.kit.today)
        elif field.kind in ("date", "year"):
            for year in range(self.kit.year + 1, self.kit.year + 1 - _YEARS_OFFERED, -1):
                yield filters.in_year(field, year)
        if field is not _YEAR:
            yield from _blank_or_not(field, typed)

    def _values(self, width: int) -> list[TextLine]:
        field = self._field or _YEAR
        title = (Piece(" "), Piece(message("{field} is", field=field.label), ink="strong"))
        hint = (Piece("  "), Piece(message("A range has two dots: 2015..2018, 2015.., ..2018"), ink="muted"))
        offers = [(Piece("  "), Piece(one.words, target=Number(at))) for at, one in enumerate(self._offers)]
        problem = [(Piece("  "), Piece(self._problem, ink="behind"))] if self._problem else []
        return [title, *([hint] if field.kind in filters.RANGES and field is not _YEAR else []), *problem, *offers]


def _blank_or_not(field: Field, typed: str) -> list[Filter]:
    """That anything stands in the field, or nothing: offered while no value is typed."""
    if field.required or field.kind == "flag" or typed.strip():
        return []
    return [filters.is_filled(field), filters.is_blank(field)]
