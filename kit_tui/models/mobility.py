"""Stays abroad of faculty and staff, what came of them, and the events around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, message
from kit_tui.models.base import Problem, Record, Values, day_key, name_key
from kit_tui.models.directory import Institution, Person
from kit_tui.models.fields import Answer, Day, Doi, Flag, Notes, Reference, Text, Whole, Yen
from kit_tui.models.units import Project


class Stay(Record):
    """Somebody's time at an institution abroad; the programme says whether it is faculty's or staff's."""

    person = Reference("Person", Person, required=True, width=16)
    programme = Answer(
        "Programme",
        {
            "faculty_training": "Faculty Training Mobility Program",
            "staff_long": "long stay",
            "staff_internship": "internship",
            "staff_short": "short stay",
        },
        width=14,
    )
    institution = Reference("Host institution", Institution, required=True, width=26)
    purpose = Text("Purpose", width=30)
    status = Answer(
        "Status",
        {
            "planned": "planned",
            "approved": "approved",
            "away": "away",
            "returned": "returned",
            "reported": "reported",
            "cancelled": "cancelled",
        },
        default="planned",
        width=9,
    )
    start = Day("From", required=True)
    end = Day("To", help="The day of return")
    funding = Text("Funding", width=14)
    cost = Yen("Cost (yen)")
    ref_no = Text("Reference no.")
    briefing_due = Day("Briefing due")
    report_due = Day("Report due")
    reported_on = Day("Reported on")
    notes = Notes("Notes")

    indexed = (("programme", "start"),)
    day_of = {"reported": "reported_on"}
    checks = {"back": """"status" NOT IN ('returned', 'reported') OR "end" IS NOT NULL"""}
    named_by = ("ref_no",)
    repeated = ("funding",)
    worked_out = ("briefing_due", "report_due")
    words_of = ("person", "institution")
    read_as = ("start",)
    title_of = ("person", "institution")
    warn_overlap = "person"

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return f"{names['person']}, {names['institution']}, {day_key(values)}"

    @classmethod
    def check(cls, values: Mapping[str, Value]) -> Iterator[Problem]:
        yield from super().check(values)
        if values.get("status") in ("returned", "reported") and not values.get("end"):
            yield "end", message("Type the day of return: the status says that the person is back.")

    @classmethod
    def doubts(cls, values: Mapping[str, Value]) -> Iterator[Message]:
        back = values.get("end")
        for name in ("briefing_due", "report_due"):
            due = values.get(name)
            if isinstance(back, dt.date) and isinstance(due, dt.date) and due < back:
                field = cls.described()[name].verbose_name
                yield message("{field}, {due}, is before the return, {back}.", field=field, due=due, back=back)

    @classmethod
    def suggest(cls, values: Mapping[str, Value], policies: Mapping[str, str]) -> Values:
        back = values.get("end")
        if not isinstance(back, dt.date) or values.get("programme") != "faculty_training":
            return {}
        return {
            "briefing_due": back + dt.timedelta(days=int(policies["briefing_days"])),
            "report_due": back + dt.timedelta(days=int(policies["report_days"])),
        }

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return day_key(values)


class Outcome(Record):
    """What came of a stay or of a unit project."""

    stay = Reference("Stay", Stay, width=30)
    project = Reference("Project", Project, width=24)
    kind = Answer(
        "Kind",
        {
            "enrolled_student": "enrolled student",
            "joint_paper": "joint paper",
            "joint_project": "joint project",
            "new_agreement": "new agreement",
            "other": "other",
        },
        width=16,
    )
    title = Text("Title", required=True, width=30, help="Of the paper, or the student's name and course")
    date = Day("Date", help="Of the enrolment or the publication; counted in that academic year")
    doi = Doi("DOI")
    verified = Flag("Verified", help="Only verified outcomes count")
    notes = Notes("Notes")

    indexed = (("kind", "date"), ("doi",))
    alternatives = ("stay", "project")
    checks = {"one_origin": '("stay_id" IS NULL) <> ("project_id" IS NULL)'}
    named_by = ("title", "doi")
    words_of = ("stay", "project")

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return str(values["title"])

    @classmethod
    def check(cls, values: Mapping[str, Value]) -> Iterator[Problem]:
        if bool(values.get("stay")) == bool(values.get("project")):
            yield "stay", message("Choose the stay or the project that the outcome came of, and only one of them.")

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return name_key(values)


class Event(Record):
    """A lecture, briefing, workshop or seminar, of a stay, of a project or of neither."""

    kind = Answer(
        "Kind",
        {
            "lecture": "lecture",
            "briefing": "briefing session",
            "workshop": "workshop",
            "seminar": "seminar",
            "other": "other",
        },
        width=16,
    )
    title = Text("Title", required=True, width=30)
    start = Day("From", required=True)
    end = Day("To", help="Empty: one day")
    time = Text("Time", width=11, help="For example 13:00 or 13:00-14:30")
    place = Text("Place", width=18)
    language = Text("Language", width=10)
    stay = Reference("Stay", Stay, width=30)
    project = Reference("Project", Project, width=24)
    attendance = Whole("Attendance", width=10)

    indexed = (("kind", "start"),)
    alternatives = ("stay", "project")
    repeated = ("place", "language")
    named_by = ("title",)
    read_as = ("start",)
    words_of = ("stay", "project")

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return f"{day_key(values)} {values['title']}"

    @classmethod
    def suggest_words(cls, values: Mapping[str, Value]) -> Mapping[str, Message]:
        """A briefing's kind says all that its title would."""
        kind = cls.described()["kind"].describe()
        return {"title": kind.choice("briefing")} if values.get("kind") == "briefing" else {}

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return day_key(values)
