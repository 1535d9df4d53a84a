"""A gauge: how it stands, its history by academic year, and the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit_tui.domain.dates import plain_day
from kit_tui.domain.targets import Point, PointRole
from kit_tui.domain.text import cell_width, pad
from kit_tui.domain.wording import Message, message
from kit_tui.domain.years import short_year
from kit_tui.gauges import GAUGES, Policy, Standing, Who, WhoList, YearLine, as_of, history, standing, who
from kit_tui.store import Touched
from kit_tui.tui.cardlines import At
from kit_tui.tui.commands import everywhere
from kit_tui.tui.commands.looking import OpenWho
from kit_tui.tui.screens.reading import ReadingPage
from kit_tui.tui.widgets.columns import narrowed
from kit_tui.tui.widgets.gauges import aimed_at, clauses, ink_of, part_of_whole
from kit_tui.tui.widgets.roll import BLANK, Bar, Piece, TextLine, heading

_WIDE = 100
_SETTINGS = "setting"
_TITLE = 40
"""Cells that a record's title takes at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything about a gauge in one academic year."""

    now: Standing
    years: tuple[YearLine, ...]
    who: Who


class GaugePage(ReadingPage[Told]):
    """Enter opens a record that counts, or one that does not; the year is the app's."""

    COMMANDS = (OpenWho, everywhere.EarlierYear, everywhere.LaterYear, everywhere.Back)
    slow = True

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def read(self) -> Told:
        store, today, year = self.kit.store, self.kit.today, self.kit.year
        policy, day = Policy.of(store.settings()), as_of(year, today)
        return Told(
            now=standing(store.reader, policy, self._code, day, year),
            years=tuple(history(store.reader, policy, self._code, today)),
            who=who(store.reader, policy, self._code, day, year),
        )

    def concerned(self, touched: Touched) -> bool:
        return not (GAUGES[self._code].tables | {_SETTINGS}).isdisjoint(touched.tables)

    def year_changed(self) -> None:
        self.read_again()

    def lines_for(self, found: Told, width: int) -> Iterator[TextLine]:
        yield BLANK
        yield from self._now(found)
        yield BLANK
        yield heading(message("By academic year"))
        yield from self._years(found, width)
        for label, listed in (
            (message("Nearest"), found.who.nearest),
            (message("Counted"), found.who.counts),
            (message("Not counted"), found.who.others),
        ):
            if listed.total:
                yield BLANK
                yield (Piece(" "), Piece(label, ink="accent"), Piece(f"  {listed.total}", ink="muted"))
                yield from self._who(listed)

    def _now(self, found: Told) -> Iterator[TextLine]:
        now = found.now
        when = message("{year}, as of {day}", year=short_year(now.academic_year), day=plain_day(now.as_of))
        yield (Piece(" "), Piece(now.label, ink="strong"), Piece("   "), Piece(when, ink="muted"))
        said = message("{clauses}", clauses=list(clauses(now)))
        yield (
            Piece(" "),
            Piece(_shown(now, now.text), ink="strong"),
            Piece("  "),
            Piece(aimed_at(now), ink="muted"),
            Piece("   "),
            Piece(now.status.label, ink=ink_of(now)),
            Piece("   "),
            Piece(said),
        )
        if now.parts:
            parts = [message("{n} {label}", n=n, label=label) for label, n in now.parts]
            yield (Piece(" "), Piece(message("{clauses}", clauses=parts)))
        for note in now.notes:
            yield (Piece(" "), Piece(note, ink="muted"))

    def _years(self, found: Told, width: int) -> Iterator[TextLine]:
        """Each year: a bar, the records' own count, the figure published, and what was aimed at."""
        known = [line.standing for line in found.years if line.standing]
        highest = max([then.target or then.value or 0 for then in known], default=0)
        bar, say = 30 if width >= _WIDE else 14, self.kit.say
        said = [
            [say(text) for text in (_share(line.standing), _published(line.standing), _point(found.now, line.point))]
            for line in found.years
        ]
        widths = narrowed([max(map(cell_width, column)) for column in zip(*said, strict=True)], width - bar - 26)
        for line, texts in reversed(list(zip(found.years, said, strict=True))):
            then = line.standing
            yield (
                Piece("   "),
                Piece(short_year(line.year), 10, "accent" if line.year == found.now.academic_year else ""),
                _bar(then, bar, highest),
                Piece(_shown(then, then.text) if then else "", 9, "strong", right=True),
                Piece("   "),
                Piece("  ".join(pad(text, cells) for text, cells in zip(texts, widths, strict=True))),
            )

    def _who(self, listed: WhoList) -> Iterator[TextLine]:
        titles = [cell_width(self.kit.say(line.title)) for line in listed.lines]
        column = min(_TITLE, max(titles, default=0))
        for line in listed.lines:
            at = At(line.register, line.id)
            yield (
                Piece("   ", target=at),
                Piece(line.title, column, target=at),
                Piece("   ", target=at),
                Piece(line.detail, target=at),
            )
        if (rest := listed.total - len(listed.lines)) > 0:
            yield (Piece("   "), Piece(message("and {n} more", n=rest), ink="muted"))


def _shown(standing: Standing, text: Message | str) -> Message | str:
    return message("{text} %", text=text) if standing.share and standing.denominator else text


def _share(standing: Standing | None) -> Message | str:
    if standing is None or standing.denominator is None:
        return ""
    return part_of_whole(standing)


def _published(standing: Standing | None) -> Message | str:
    """The published figure, and by how much the records differ from it."""
    if standing is None or standing.published is None:
        return ""
    figure = _shown(standing, standing.show(standing.published))
    if not standing.difference:
        return message("published {figure}", figure=figure)
    more = standing.show(abs(standing.difference))
    by = message("+{n}", n=more) if standing.difference > 0 else message("-{n}", n=more)
    return message("published {figure}, records {by}", figure=figure, by=by)


def _point(now: Standing, point: Point | None) -> Message | str:
    """Where the office started, meant to be on the way, or in the end."""
    if point is None:
        return ""
    figure = message("{text} %", text=now.show(point.value)) if now.share else now.show(point.value)
    if point.role == PointRole.BASELINE:
        return message("baseline {figure}", figure=figure)
    if point.role == PointRole.MILESTONE:
        return message("milestone {figure}", figure=figure)
    return message("final target {figure}", figure=figure)


def _bar(standing: Standing | None, width: int, highest: int) -> Piece | Bar:
    """A bar that is full at the year's target, or where there is none at the highest year's number."""
    if standing is None or standing.value is None or not (whole := standing.target or highest):
        return Piece("", width)
    full = 1.0 if standing.need == 0 else min(standing.value / whole, 0.999 if standing.target else 1.0)
    return Bar(width, full, None, "bar-behind" if ink_of(standing) == "behind" else "bar-good")
