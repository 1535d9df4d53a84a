"""The small office with its gauges, and the people and records that they are about."""

from __future__ import annotations

from typing import Any

from office import Office, day

from kit_tui.gauges import Policy, Standing, Who, YearLine, history, standing, who
from kit_tui.models import (
    Agreement,
    Course,
    Employment,
    Event,
    Headcount,
    Outcome,
    Participation,
    Project,
    Published,
    Target,
)

NOV_22 = "2018-11-22"


class Gauging(Office):
    """An office whose gauges can be read; days are ISO texts, the day of reading is 22 November 2018."""

    def gauge(self, code: str, on: str = NOV_22, *, year: int | None = None, **policy: Any) -> Standing:
        return standing(self.reader, Policy(**policy), code, day(on), year)

    def numbers(self, code: str, on: str = NOV_22, **policy: Any) -> tuple[int, int | None]:
        read = self.gauge(code, on, **policy)
        return read.numerator, read.denominator

    def notes(self, code: str, on: str = NOV_22, **policy: Any) -> list[str]:
        return [str(note) for note in self.gauge(code, on, **policy).notes]

    def who(self, code: str, on: str = NOV_22, **policy: Any) -> Who:
        return who(self.reader, Policy(**policy), code, day(on))

    def history(self, code: str, today: str = NOV_22) -> list[YearLine]:
        return history(self.reader, Policy(), code, day(today))

    def staff(
        self, name: str = "青木 恵", contract: str = "full_time", start: str = "2012-04-01", end: str = ""
    ) -> int:
        """A member of the administrative staff with one employment."""
        person = self.person(name, category="admin")
        self.add(Employment, person=person, contract=contract, unit="国際課", start=start, end=end or None)
        return person

    def scored(self, total: int = 730, date: str = "2018-06-17", **employed: Any) -> int:
        """A member of the administrative staff with one score."""
        person = self.staff(**employed)
        self.score(person, total, date)
        return person

    def headcount(self, count: int, as_of: str = "2018-05-01", **values: Any) -> int:
        values = {"category": "admin", "scope": "full_time", "academic_year": 2018} | values
        return self.add(Headcount, count=count, as_of=as_of, **values)

    def sent(
        self, status: str = "returned", start: str = "2018-05-01", end: str | None = "2018-09-30", **values: Any
    ) -> int:
        """A stay of a person at an institution, both new."""
        return self.stay(self.person(), self.institution(), status, start, end, **values)

    def came_of(
        self, stay: int | None, kind: str = "joint_paper", date: str | None = "2018-10-01", **values: Any
    ) -> int:
        """An outcome of a stay, verified unless said otherwise."""
        return self.add(Outcome, **{"kind": kind, "title": "Silk", "stay": stay, "date": date, "verified": 1} | values)

    def event(self, kind: str, start: str, **values: Any) -> int:
        return self.add(Event, kind=kind, title="Silk", start=start, **values)

    def project(self, status: str = "implemented", year: int = 2018, field: str = "design", **values: Any) -> int:
        return self.add(Project, title="Weaving", status=status, academic_year=year, field=field, **values)

    def agreement(
        self, status: str = "signed", start: str | None = "2015-04-01", end: str | None = None, **values: Any
    ) -> int:
        return self.add(
            Agreement, title="MoU", level="university", kind="academic_unit",
            institution=self.institution(), status=status, start=start, end=end, **values,
        )  # fmt: skip

    def course(self, *statuses: str, year: int = 2018) -> int:
        """A course with one participant of each status."""
        course = self.add(Course, name="English", kind="elearning", academic_year=year)
        for status in statuses:
            self.add(Participation, course=course, person=self.person(), status=status)
        return course

    def target(self, gauge: str, year: int, value: int, role: str = "final") -> int:
        return self.add(Target, gauge=gauge, academic_year=year, value=value, role=role)

    def published(self, gauge: str, year: int, value: int) -> int:
        return self.add(Published, gauge=gauge, academic_year=year, value=value)
