"""What the office has promised and what it has published."""

from __future__ import annotations

from collections.abc import Mapping

from kit_tui.domain.catalogue import gauge_choices, is_share
from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, message, spellings
from kit_tui.domain.years import short_year
from kit_tui.models.base import Record, Unique
from kit_tui.models.fields import Answer, Measure, Notes, Text, Year


def _gauge_in_year(gauge: Answer, values: Mapping[str, Value]) -> Message:
    """A gauge by its label, with the academic year."""
    label, year = gauge.describe().choice(values["gauge"]), short_year(int(str(values["academic_year"])))
    return message("{gauge}, {year}", gauge=label, year=year)


class Target(Record):
    """What a gauge is to read at the end of an academic year, or did read at the start."""

    gauge = Answer("Gauge", gauge_choices, width=20)
    academic_year = Year("Academic year", required=True)
    role = Answer(
        "Stage", {"baseline": "baseline", "milestone": "milestone", "final": "final"}, default="final", width=10
    )
    value = Measure("Value", shares=is_share, help="A percentage (30, 29.5) or a number, as the gauge counts")

    uniques = (Unique(("gauge", "academic_year")), Unique(("gauge", "role"), unless=("role", "milestone")))

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> Message:
        return _gauge_in_year(cls.gauge, values)

    @classmethod
    def texts(cls, values: Mapping[str, Value]) -> list[str]:
        return [*super().texts(values), *spellings(cls.named(values, {}))]

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return f"{values['gauge']} {values['academic_year']}"


class Published(Record):
    """A figure that the office has published for a gauge and a year."""

    gauge = Answer("Gauge", gauge_choices, width=20)
    academic_year = Year("Academic year", required=True)
    value = Measure("Value", shares=is_share, help="As it was published; no records stand behind it")
    source = Text("Source", width=30)
    note = Notes("Note")

    indexed = (("gauge", "academic_year"),)
    repeated = ("source",)

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> Message:
        return _gauge_in_year(cls.gauge, values)

    @classmethod
    def texts(cls, values: Mapping[str, Value]) -> list[str]:
        return [*super().texts(values), *spellings(cls.named(values, {}))]

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return f"{values['gauge']} {values['academic_year']}"
