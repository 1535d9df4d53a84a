"""Overseas units invited to KIT: their projects by academic year and the visits of their researchers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from kit_tui.domain.fields import Value
from kit_tui.domain.wording import message
from kit_tui.domain.years import academic_year
from kit_tui.models.base import (
    Problem,
    Record,
    Unique,
    Values,
    day_key,
    name_key,
)
from kit_tui.models.directory import Agreement, Institution, Person
from kit_tui.models.fields import Answer, Day, Notes, Reference, Text, Year


class Project(Record):
    """What an overseas unit does at the university in an academic year."""

    code = Text("Code", alone=True, width=10, help="For example D-2016-07")
    title = Text("Title", required=True, width=30)
    field = Answer(
        "Field",
        {
            "design": "design",
            "architecture": "architecture",
            "polymer_fiber": "polymer fiber materials",
            "green_innovation": "green innovation",
            "other": "other",
        },
        width=16,
    )
    academic_year = Year("Academic year", required=True)
    institution = Reference("Institution", Institution, width=24)
    lead = Reference("Lead", Person, width=16, help="The faculty member who answers for it")
    agreement = Reference("Agreement", Agreement, width=24)
    status = Answer(
        "Status",
        {"planned": "planned", "implemented": "implemented", "cancelled": "cancelled"},
        default="planned",
        width=11,
    )
    start = Day("From")
    end = Day("To")
    notes = Notes("Notes")

    uniques = (Unique(("code",)),)
    indexed = (("academic_year", "status"),)
    named_by = ("code", "title")
    worked_out = ("academic_year",)
    words_of = ("institution", "lead")

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return " ".join(str(part) for part in (values["code"], values["title"]) if part)

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return name_key(values, "code") or name_key(values)

    @classmethod
    def suggest(cls, values: Mapping[str, Value], policies: Mapping[str, str]) -> Values:
        start = values.get("start")
        return {"academic_year": academic_year(start) if isinstance(start, dt.date) else None}


class Visit(Record):
    """A researcher's time at the university."""

    visitor = Reference("Visitor", Person, required=True, width=18)
    project = Reference("Project", Project, width=24)
    institution = Reference("Institution", Institution, width=24, help="Where the visitor comes from")
    host = Reference("Host", Person, width=16, help="The faculty member who receives the visitor")
    basis = Answer(
        "Basis",
        {
            "1": "1 JSPS programme",
            "2": "2 Japan Foundation programme",
            "3": "3 JASSO short-term research of former students",
            "4": "4 Exchange programme of a government or international body",
            "5": "5 Agreement between universities",
            "6": "6 Person approved by the president",
        },
        required=False,
        help="For a visiting researcher (1 to 6)",
    )
    visa = Answer(
        "Visa", {"short": "short-stay visa", "other": "other", "none": "none needed"}, default="other", width=10
    )
    start = Day("From", required=True)
    end = Day("To")
    ref_no = Text("Reference no.")
    applied_on = Day("Applied on")
    extends = Reference("Extends", "self", help="The visit that this one prolongs", width=24)
    status = Answer(
        "Status",
        {
            "planned": "planned",
            "applied": "applied",
            "approved": "approved",
            "on_site": "on site",
            "finished": "finished",
            "cancelled": "cancelled",
        },
        default="planned",
        width=9,
    )

    words_of = ("visitor", "project", "institution", "host")
    read_as = ("start",)
    title_of = ("visitor",)
    warn_overlap = "visitor"
    repeated = ("host",)
    indexed = (("start",),)
    checks = {"prolongs_another": '"extends_id" <> "id"'}

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return f"{names['visitor']}, {day_key(values)}"

    @classmethod
    def check(cls, values: Mapping[str, Value]) -> Iterator[Problem]:
        yield from super().check(values)
        if values.get("extends") and values.get("extends") == values.get("id"):
            yield "extends", message("A visit can't prolong itself: choose the earlier visit.")

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return day_key(values)
