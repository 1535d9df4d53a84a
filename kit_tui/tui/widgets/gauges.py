"""Gauges as lines: the label, the bar with its pace mark, the number, the target, what is behind it, and a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.geometry import Size
from textual.message import Message as Event

from kit_tui.domain.catalogue import GAUGES
from kit_tui.domain.targets import Status
from kit_tui.domain.text import cell_width, cut
from kit_tui.domain.wording import Message, message
from kit_tui.domain.years import short_year
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import BLANK, Bar, Piece, TextLine, heading

if TYPE_CHECKING:
    from kit_tui.gauges import Standing

_ROOMY = 112
"""Cells from which everything about a gauge has room beside its bar."""
_LONGEST_BAR = 40
_LONGEST_LABEL = 24


class Group(NamedTuple):
    """Gauges that stand together, under a heading if there is one."""

    codes: tuple[str, ...]
    label: Message | None = None


class OfGauge(NamedTuple):
    """What the line of a gauge opens."""

    code: str


class GaugeLines(Lines):
    """The gauges of an area, or of all.

    Where it is not alone on its screen, the cursor is shown while it has the focus, and `Below` is posted when one
    goes further down than the last gauge.
    """

    class Below(Event):
        """One wants to go further down than the last gauge."""

    def __init__(self, groups: Sequence[Group], *, alone: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._groups = groups
        self._alone = alone
        self._is_reading = False
        self._codes = [code for group in groups for code in group.codes]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._codes) + 2 * sum(group.label is not None for group in self._groups)

    def on_mount(self) -> None:
        self.draw_again()
        self.read_again()

    def watch_has_focus(self, focused: bool) -> None:
        super().watch_has_focus(focused)
        if not self._alone:
            self.draw_again()

    def read_again(self) -> None:
        """Read what is not known or no longer true, and draw each gauge when it has been read.

        Nothing is read while another tab is in front: that one reads the gauges they share, and draws them.
        """
        in_front = all(node.display for node in self.ancestors_with_self)
        if in_front and not self._is_reading and self.kit.standings.stale(self._codes):
            self._read()

    def draw_again(self) -> None:
        """Draw what is known."""
        self.show(self.built)

    def action_step(self, by: int) -> None:
        at = self.roll.at
        super().action_step(by)
        if by > 0 and self.roll.at == at and not self._alone:
            self.post_message(self.Below())

    @work(group="gauges")
    async def _read(self) -> None:
        self._is_reading = True
        try:
            with self.telling():
                while self.kit.standings.stale(self._codes):
                    async for _ in self.kit.standings.read(self._codes):
                        self.draw_again()
        finally:
            self._is_reading = False

    def built(self, width: int) -> list[TextLine]:
        """The lines in so many cells."""
        shape = _Shape.for_labels([self.say(self._label(code)) for code in self._codes], width)
        lines: list[TextLine] = []
        for group in self._groups:
            if group.label:
                lines += [*([BLANK] if lines else []), heading(group.label)]
            lines += [self._line(code, shape) for code in group.codes]
        return lines

    def _label(self, code: str) -> Message:
        known = self.kit.standings.known(code)
        return known.label if known else GAUGES[code].label

    def _line(self, code: str, shape: _Shape) -> TextLine:
        target = OfGauge(code) if self._alone or self.has_focus else None
        label = Piece(" ", 1, target=target), Piece(self._label(code), shape.label + 1, "strong", target=target)
        known = self.kit.standings.known(code)
        if known is None:
            return label
        return (*label, _bar(known, shape, target), *self._numbers(known, shape, target))

    def _numbers(self, standing: Standing, shape: _Shape, target: OfGauge | None) -> Iterator[Piece]:
        percent = message("{number} %", number=standing.text) if standing.denominator else standing.text
        yield Piece(percent, shape.number, "strong", True, target)
        yield Piece(" ", 1, target=target)
        yield Piece(aimed_at(standing, by_year=shape.wide), shape.aim - 1, "muted", target=target)
        detail = self._detail(standing, shape.detail - 2) if shape.wide else brief(standing)
        yield Piece(detail, shape.detail, target=target)
        yield Piece(standing.status.label, shape.status, ink_of(standing), target=target)

    def _detail(self, standing: Standing, width: int) -> str:
        """As much of what is behind the number as has room: what was counted, then figures published before."""
        told: list[Message] = []
        for clause in clauses(standing):
            if told and cell_width(self.say(listed([*told, clause]))) > width:
                break
            told.append(clause)
        words = cut(self.say(listed(told)), width)
        earlier = "  ".join(f"{year} {standing.show(value)}" for year, value in standing.earlier)
        if earlier and cell_width(words) + 2 + cell_width(earlier) <= width:
            words += f"{'  ' if words else ''}{earlier}"
        return words


class _Shape(NamedTuple):
    """The cells that each part of a gauge's line takes."""

    label: int
    bar: int
    number: int
    aim: int
    detail: int
    status: int
    wide: bool

    @classmethod
    def for_labels(cls, labels: Sequence[str], width: int) -> _Shape:
        wide = width >= _ROOMY
        label = min(max(map(cell_width, labels), default=0), _LONGEST_LABEL)
        number, aim, detail, status = (9, 23, 30, 9) if wide else (8, 12, 14, 9)
        bar = max(0, width - label - 2 - number - aim - detail - status)
        return cls(label, min(bar, _LONGEST_BAR), number, aim, detail, status, wide)


def ink_of(standing: Standing) -> str:
    """The ink of a standing's word: good, behind, or muted where there is nothing to measure by."""
    if standing.target is None:
        return "muted"
    if standing.status == Status.CLOSED:
        return "good" if standing.need == 0 else "behind"
    return "behind" if standing.status == Status.BEHIND else "good"


def aimed_at(standing: Standing, *, by_year: bool = True) -> Message | str:
    """What the number is to become: "of 30 % by AY 2023"; nothing without a target."""
    if standing.target is None:
        return ""
    target = f"{standing.show(standing.target)}{' %' if standing.share else ''}"
    year = standing.target_academic_year
    if by_year and year is not None and year != standing.academic_year:
        return message("of {target} by {year}", target=target, year=short_year(year))
    return message("of {target}", target=target)


def clauses(standing: Standing) -> Iterator[Message]:
    """What is behind a number, the most telling first."""
    if standing.denominator:
        yield part_of_whole(standing)
    if standing.need:
        yield message("{n} more needed", n=standing.need, unit=GAUGES[standing.code].counted)
    if standing.overdue:
        yield message("{n} overdue", n=standing.overdue)
    published = _published(standing)
    if published and standing.difference:
        yield published
    if standing.planned:
        yield message("{n} planned", n=standing.planned)
    if published and not standing.difference:
        yield published


def part_of_whole(standing: Standing) -> Message:
    """What a share is made of: "13 of 54"."""
    unit = GAUGES[standing.code].counted
    return message("{n} of {whole}", n=standing.numerator, whole=standing.denominator, unit=unit)


def _published(standing: Standing) -> Message | None:
    if standing.published is None:
        return None
    return message("published {figure}", figure=standing.show(standing.published))


def listed(clauses: Sequence[Message]) -> Message:
    """Clauses as one, joined as the language joins them."""
    return message("{clauses}", clauses=clauses)


def brief(standing: Standing) -> Message | str:
    """The one clause that matters most, where there is no room for all."""
    if standing.overdue:
        return message("{n} overdue", n=standing.overdue)
    published = _published(standing)
    if published and standing.difference:
        return published
    if standing.need:
        return message("{n} more", n=standing.need, unit=GAUGES[standing.code].counted)
    if standing.planned:
        return message("{n} planned", n=standing.planned)
    return published or ""


def _bar(standing: Standing, shape: _Shape, target: OfGauge | None) -> Piece | Bar:
    """The bar, full at the target; without a target there is none."""
    if standing.target is None or standing.value is None:
        return Piece("", shape.bar, target=target)
    whole = standing.target or 1
    full = 1.0 if standing.need == 0 else min(standing.value / whole, 0.999)
    mark = None if standing.line is None else standing.line / whole
    return Bar(shape.bar, full, mark, f"bar-{ink_of(standing)}", target)
