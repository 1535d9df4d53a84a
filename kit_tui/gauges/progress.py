"""How far each target is: a gauge's reading beside its target, the pace line and what the office has published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from kit_tui.domain import targets, years
from kit_tui.domain.targets import NOT_AVAILABLE, WHOLE, Point, PointRole, Status, show_share
from kit_tui.domain.wording import Message, say
from kit_tui.gauges.faculty import FACULTY
from kit_tui.gauges.gauge import Gauge, Reading, When, Who, living
from kit_tui.gauges.policy import Policy
from kit_tui.gauges.staff import STAFF
from kit_tui.gauges.units import UNITS
from kit_tui.models import Published, Target
from kit_tui.store.reader import Reader

GAUGES: dict[str, Gauge] = {gauge.code: gauge for gauge in (*FACULTY, *STAFF, *UNITS)}
"""By code, in the order of the catalogue."""

_MOST_EARLIER = 3
_TENTH = 10
"""A tenth of a percentage point in basis points."""


class Standing(NamedTuple):
    """A gauge as everything shows it.

    `value`, `target`, `line` and `published` are basis points (of a `share`) or units.  `line` is where the pace line
    stands on the day.  `need` is how many more reach the target.  `earlier` are the last published figures of the
    years before, by academic year.
    """

    code: str
    area: str
    label: Message
    unit: Message
    share: bool
    academic_year: int
    as_of: dt.date
    numerator: int
    denominator: int | None
    planned: int
    overdue: int
    target: int | None
    target_academic_year: int | None
    need: int | None
    status: Status
    line: int | None
    published: int | None
    earlier: tuple[tuple[int, int], ...]
    notes: tuple[Message, ...]
    parts: tuple[tuple[Message, int], ...]

    @property
    def value(self) -> int | None:
        """The value itself, rounded down to basis points; None for a share of nobody."""
        if self.denominator is None:
            return self.numerator
        return self.numerator * WHOLE // self.denominator if self.denominator else None

    @property
    def text(self) -> Message | str:
        """The value as it is shown: "24.1", "3", n/a.  What is not met never rounds up to the target."""
        if self.denominator is None:
            return str(self.numerator)
        return targets.percent(self.numerator, self.denominator, self.target) if self.denominator else NOT_AVAILABLE

    @property
    def difference(self) -> int | None:
        """By how much the records differ from the published figure, in units or basis points.

        Shares are published with one decimal: the records' is rounded likewise before it is compared.
        """
        if self.published is None or self.value is None:
            return None
        if not self.denominator or self.published % _TENTH:
            return self.value - self.published
        tenths = (2 * self.numerator * WHOLE + _TENTH * self.denominator) // (2 * _TENTH * self.denominator)
        return tenths * _TENTH - self.published

    def show(self, measure: int) -> str:
        """A target, line or published figure as it is shown beside the value: "30", "29.5", "3"."""
        return show_share(measure) if self.share else str(measure)


def standing(reader: Reader, policy: Policy, code: str, day: dt.date, year: int | None = None) -> Standing:
    """One gauge as of a day, in the academic year that holds it unless another is asked for.  Raises `KeyError`."""
    return standings(reader, policy, day, (code,), year)[0]


def standings(
    reader: Reader, policy: Policy, day: dt.date, codes: Iterable[str] | None = None, year: int | None = None
) -> list[Standing]:
    """Gauges as of a day, all of them in the order of the catalogue unless some are asked for."""
    when, wanted = When.on(day, year), [GAUGES[code] for code in (GAUGES if codes is None else codes)]
    points, published = read_points(reader), read_published(reader)
    return [
        stand(
            gauge,
            gauge.read(reader, when, policy),
            when,
            policy,
            points.get(gauge.code, []),
            published.get(gauge.code, {}),
        )
        for gauge in wanted
    ]


def who(reader: Reader, policy: Policy, code: str, day: dt.date, year: int | None = None) -> Who:
    """Who counts in a gauge, who does not and why, and who is nearest.  Raises `KeyError`."""
    return GAUGES[code].who(reader, When.on(day, year), policy)


def as_of(year: int, today: dt.date) -> dt.date:
    """The day as of which an academic year is read: its last, or today if that is earlier."""
    return min(today, years.last_day(year))


def read_points(reader: Reader) -> dict[str, list[Point]]:
    """The target points of every gauge."""
    points: dict[str, list[Point]] = {}
    query = Target.select(Target.gauge, Target.academic_year, Target.role, Target.value).where(living(Target))
    for code, year, role, value in reader.rows(query):
        points.setdefault(code, []).append(Point(year, PointRole(role), value))
    return points


def read_published(reader: Reader) -> dict[str, dict[int, int]]:
    """The published figures of every gauge by academic year; of several for one year the one entered last."""
    figures: dict[str, dict[int, int]] = {}
    query = Published.select(Published.gauge, Published.academic_year, Published.value).where(living(Published))
    for code, year, value in reader.rows(query.order_by(Published.id)):
        figures.setdefault(code, {})[year] = value
    return figures


def stand(
    gauge: Gauge, reading: Reading, when: When, policy: Policy, points: list[Point], published: dict[int, int]
) -> Standing:
    """A reading beside its target and the published figures."""
    # the pace line of a year that has not begun is read where it will stand on its first day
    day = max(when.day, years.first_day(when.year))
    aim = targets.assess(reading.numerator, reading.denominator, points, day)
    need = None if aim.target is None else targets.need(reading.numerator, reading.denominator, aim.target)
    return Standing(
        code=gauge.code,
        area=gauge.name.area,
        label=gauge.label(policy),
        unit=gauge.name.unit,
        share=gauge.name.share,
        academic_year=when.year,
        as_of=when.day,
        numerator=reading.numerator,
        denominator=reading.denominator,
        planned=reading.planned,
        overdue=reading.overdue,
        target=aim.target,
        target_academic_year=aim.target_year,
        need=need,
        status=aim.status,
        line=aim.line_value,
        published=published.get(when.year),
        earlier=tuple(sorted((year, value) for year, value in published.items() if year < when.year))[-_MOST_EARLIER:],
        notes=reading.notes,
        parts=reading.parts,
    )


def as_json(standing: Standing, lang: str) -> dict[str, str | int | float | None]:
    """A standing as `gauges --json` prints it, its words in `lang`; shares are percent, what is not known is None."""
    return {
        "code": standing.code,
        "label": say(standing.label, lang),
        "unit": say(standing.unit, lang),
        "academic_year": standing.academic_year,
        "as_of": standing.as_of.isoformat(),
        "numerator": standing.numerator,
        "denominator": standing.denominator,
        "value": None if standing.value is None else _number(say(standing.text, lang)),
        "target": _measure(standing, standing.target),
        "target_academic_year": standing.target_academic_year,
        "need": standing.need,
        "status": standing.status.value,
        "published": _measure(standing, standing.published),
    }


def _measure(standing: Standing, measure: int | None) -> int | float | None:
    return None if measure is None else _number(standing.show(measure))


def _number(shown: str) -> int | float:
    number = float(shown)
    return int(number) if number.is_integer() else number
