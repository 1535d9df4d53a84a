"""Staff training: courses and who took them, TOEIC scores, and the official head counts behind the target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from kit_tui.domain import toeic
from kit_tui.domain.clock import today
from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, message, spellings
from kit_tui.domain.years import academic_year
from kit_tui.models.base import (
    Problem,
    Record,
    Unique,
    Values,
    day_key,
    name_key,
)
from kit_tui.models.directory import CATEGORIES, Person
from kit_tui.models.fields import Answer, Day, Reference, Text, Whole, Year


class Course(Record):
    """A course that staff may take in an academic year."""

    name = Text("Course name", required=True, width=30)
    kind = Answer(
        "Kind",
        {
            "elearning": "e-learning",
            "conversation": "conversation",
            "toeic_prep": "TOEIC preparation",
            "other": "other",
        },
        width=16,
    )
    academic_year = Year("Academic year", required=True)
    start = Day("From")
    end = Day("To")
    provider = Text("Provider", width=18)
    hours = Whole("Hours")

    indexed = (("academic_year",),)
    named_by = ("name",)
    read_as = ("name",)
    repeated = ("provider",)
    worked_out = ("academic_year",)

    @classmethod
    def suggest(cls, values: Mapping[str, Value], policies: Mapping[str, str]) -> Values:
        return {"academic_year": _year_of(values.get("start"))}

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return f"{values['name']} {values['academic_year']}"

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return name_key(values, "name")


class Participation(Record):
    """How somebody fared in a course."""

    course = Reference("Course", Course, required=True, width=28)
    person = Reference("Person", Person, required=True, width=16)
    status = Answer(
        "Status",
        {
            "invited": "invited",
            "enrolled": "enrolled",
            "completed": "completed",
            "withdrawn": "withdrawn",
            "no_show": "no-show",
        },
        default="enrolled",
        width=10,
    )
    hours = Whole("Hours")
    certificate_date = Day("Certificate date")

    uniques = (Unique(("course", "person")),)
    words_of = ("course", "person")
    title_of = ("course", "person")

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return f"{names['person']}, {names['course']}"


class Score(Record):
    """What somebody reached in a TOEIC Listening & Reading Test."""

    person = Reference("Person", Person, required=True, width=16, indexed=False)
    test = Answer("Test", {"toeic_lr": "official", "toeic_lr_ip": "IP", "toeic_lr_ip_online": "IP online"}, width=9)
    date = Day("Test date", required=True)
    listening = Whole("Listening", width=9, low=toeic.PART_LOW, high=toeic.PART_HIGH, step=toeic.STEP)
    reading = Whole("Reading", width=9, low=toeic.PART_LOW, high=toeic.PART_HIGH, step=toeic.STEP)
    total = Whole(
        "Total",
        width=5,
        low=toeic.TOTAL_LOW,
        high=toeic.TOTAL_HIGH,
        step=toeic.STEP,
        help="Left empty: listening + reading",
    )
    course = Reference("Course", Course, width=24)

    uniques = (Unique(("person", "test", "date")),)
    indexed = (("person", "date", "total", "deleted_at"),)
    checks = {
        "has_total": '"total" IS NOT NULL',
        "sum": '"total" = "listening" + "reading"',
        "rest": " AND ".join(
            f'"total" - "{part}" BETWEEN {toeic.PART_LOW} AND {toeic.PART_HIGH}' for part in ("listening", "reading")
        ),
    }
    title_of = ("person",)
    read_as = ("date",)

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return f"{names['person']}, {day_key(values, 'date')}, {values['total']}"

    @classmethod
    def derive(cls, values: Values) -> None:
        listening, reading = values.get("listening"), values.get("reading")
        if values.get("total") is None and isinstance(listening, int) and isinstance(reading, int):
            values["total"] = listening + reading

    @classmethod
    def suggest(cls, values: Mapping[str, Value], policies: Mapping[str, str]) -> Values:
        listening, reading = values.get("listening"), values.get("reading")
        return {"total": listening + reading if isinstance(listening, int) and isinstance(reading, int) else None}

    @classmethod
    def check(cls, values: Mapping[str, Value]) -> Iterator[Problem]:
        date = values.get("date")
        if date is not None and str(date) > today().isoformat():
            yield "date", message("The test date, {date}, is in the future.", date=date)
        try:
            toeic.check(*(_number(values.get(part)) for part in ("listening", "reading", "total")))
        except toeic.BadScore as bad:
            yield bad.field, bad.message

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return day_key(values, "date")


def _year_of(day: Value) -> int | None:
    return academic_year(day) if isinstance(day, dt.date) else None


def _number(value: Value) -> int | None:
    return value if isinstance(value, int) else None


class Headcount(Record):
    """How many people of a category there officially were on a day: the denominator that the office reports."""

    category = Answer("Category", CATEGORIES, width=20)
    scope = Answer("Scope", {"full_time": "full time", "all": "all contracts"}, default="full_time")
    academic_year = Year("Academic year", required=True)
    as_of = Day("As of", required=True)
    count = Whole("Head count", required=True, width=10)
    source = Text("Source", width=30)

    uniques = (Unique(("category", "scope", "as_of")),)
    read_as = ("as_of",)
    repeated = ("source",)
    worked_out = ("academic_year",)

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> Message:
        category = cls.category.describe().choice(values["category"])
        return message("{category}, as of {day}", category=category, day=values["as_of"])

    @classmethod
    def texts(cls, values: Mapping[str, Value]) -> list[str]:
        return [*super().texts(values), *spellings(cls.named(values, {}))]

    @classmethod
    def check(cls, values: Mapping[str, Value]) -> Iterator[Problem]:
        day, year = values.get("as_of"), values.get("academic_year")
        if day is not None and year is not None and _year_of(day) != year:
            yield "as_of", message("{day} is not in academic year {year}.", day=day, year=year)

    @classmethod
    def suggest(cls, values: Mapping[str, Value], policies: Mapping[str, str]) -> Values:
        return {"academic_year": _year_of(values.get("as_of"))}

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return day_key(values, "as_of")
