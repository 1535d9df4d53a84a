"""Records as a clerk would save them: what each register requires is filled in unless a test says otherwise."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from kit_tui import store
from kit_tui.domain.roles import Role
from kit_tui.domain.wording import say
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor, Store


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def open_as(path: Path | str, login: str = "tanaka", role: Role | None = None) -> Store:
    """A register as one more clerk has it open."""
    return store.open(str(path), Actor(login, role), REGISTERS)


class Filling:
    """An open register with a method for each kind of record that tests need; each gives the new record's id."""

    def __init__(self, kit: Store) -> None:
        self.kit = kit

    def add(self, register: str, **values: Any) -> int:
        """A record with these values; days may be ISO texts."""
        fields = self.kit.registers[register].fields
        read = {
            name: day(v) if name in fields and fields[name].kind == "date" and isinstance(v, str) else v
            for name, v in values.items()
        }
        return self.kit.save(register, read).ids[0]

    def person(self, name: str = "大野 健", category: str = "faculty", **values: Any) -> int:
        return self.add("people", name=name, category=category, **values)

    def institution(self, name: str = "ETH Zürich", country: str = "CH", **values: Any) -> int:
        return self.add("institutions", name=name, country=country, **values)

    def employment(self, person: int, start: str = "2012-04-01", end: str | None = None, **values: Any) -> int:
        return self.add(
            "employments", **{"person": person, "contract": "full_time", "start": start, "end": end} | values
        )

    def faculty_stay(self, person: int | None = None, institution: int | None = None, **values: Any) -> int:
        return self.add("faculty-stays", **self._sent(person, institution) | values)

    def staff_stay(self, person: int | None = None, institution: int | None = None, **values: Any) -> int:
        return self.add("staff-stays", **self._sent(person, institution) | {"programme": "staff_short"} | values)

    def _sent(self, person: int | None, institution: int | None) -> dict[str, Any]:
        return {
            "person": person or self.person(),
            "institution": institution or self.institution(),
            "start": "2018-09-01",
            "status": "away",
        }

    def event(self, title: str = "Timber futures", **values: Any) -> int:
        return self.add("events", **{"title": title, "kind": "lecture", "start": "2018-10-01"} | values)

    def outcome(self, stay: int | None = None, title: str = "Silk paper", **values: Any) -> int:
        return self.add("outcomes", **{"title": title, "kind": "joint_paper", "stay": stay} | values)

    def project(self, title: str = "Weaving", **values: Any) -> int:
        return self.add("projects", **{"title": title, "field": "design", "academic_year": 2018} | values)

    def visit(self, visitor: int, start: str = "2018-10-01", **values: Any) -> int:
        return self.add("visits", visitor=visitor, start=start, **values)

    def agreement(self, institution: int, title: str = "MoU", **values: Any) -> int:
        kinds = {"level": "university", "kind": "general", "status": "draft"}
        return self.add("agreements", **{"institution": institution, "title": title} | kinds | values)

    def course(self, name: str = "English", **values: Any) -> int:
        return self.add("courses", **{"name": name, "kind": "elearning", "academic_year": 2018} | values)

    def score(self, person: int, total: int | None = 730, date: str = "2018-06-17", **values: Any) -> int:
        return self.add("scores", **{"person": person, "test": "toeic_lr_ip", "total": total, "date": date} | values)

    def target(self, gauge: str = "faculty-stays", year: int = 2018, value: int = 5, role: str = "final") -> int:
        return self.add("targets", gauge=gauge, academic_year=year, value=value, role=role)

    def value(self, register: str, record: int, field: str) -> Any:
        """What a record's field holds, a reference as its id."""
        return self.kit.entry(register, record).plain()[field]

    def found(self, text: str, *registers: str) -> list[int]:
        """The ids of what find anywhere shows."""
        return [hit.id for hit in self.kit.find(text, registers=registers or None)]

    def listed(self, register: str, **query: Any) -> list[int]:
        """The ids of a list."""
        return self.kit.ordering(store.Query(register, **query)).ids.tolist()


def problems(refused: store.Invalid) -> dict[str, str]:
    """What an `Invalid` says of each field, in English."""
    return {field: say(what, "en") for field, what in refused.problems.items()}
