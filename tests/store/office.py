"""A small office for tests of what the registers say: rows straight into a new database."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from kit_tui.models import RECORDS, Employment, Event, Institution, Outcome, Person, Score, Setting, Stay, Visit
from kit_tui.models.base import Record
from kit_tui.store import opening
from kit_tui.store.reader import Reader

TODAY = dt.date(2018, 11, 22)
STAMP = "2018-11-22T00:00:00.000000Z"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


class Office:
    """An empty register, and one method for each kind of record that tests need."""

    def __init__(self, register_path: Path | str) -> None:
        self.database = opening.connect(str(register_path))
        self.reader = Reader(self.database)

    def add(self, model: type[Record], **values: Any) -> int:
        """A record with these values; days may be ISO texts."""
        for name, value in values.items():
            if model.described()[name].kind == "date" and isinstance(value, str):
                values[name] = day(value)
        values["sort_key"] = model.sort_text(dict.fromkeys(model.described()) | values)
        with self.database.bind_ctx(RECORDS):
            record: int = model.insert(**values, created_at=STAMP, updated_at=STAMP).execute()
        return record

    def settle(self, key: str, value: str) -> None:
        """Decide on a policy."""
        with self.database.bind_ctx([Setting]):
            Setting.delete().where(Setting.key == key).execute()
            Setting.insert(key=key, value=value).execute()

    def delete(self, model: type[Record], record: int) -> None:
        with self.database.bind_ctx(RECORDS):
            model.update(deleted_at=STAMP).where(model.id == record).execute()

    def person(self, name: str = "大野 健", category: str = "faculty", **values: Any) -> int:
        return self.add(Person, name=name, category=category, **values)

    def institution(self, name: str = "ETH Zürich", country: str = "CH", **values: Any) -> int:
        return self.add(Institution, name=name, country=country, **values)

    def employment(self, person: int, unit: str = "国際課", start: str = "2012-04-01", **values: Any) -> int:
        return self.add(Employment, person=person, contract="full_time", unit=unit, start=start, **values)

    def stay(self, person: int, institution: int, status: str, start: str, end: str | None, **values: Any) -> int:
        values.setdefault("programme", "faculty_training")
        return self.add(Stay, person=person, institution=institution, status=status, start=start, end=end, **values)

    def briefing(self, stay: int, start: str, time: str = "") -> int:
        return self.add(Event, kind="briefing", title="Briefing", stay=stay, start=start, time=time)

    def outcome(self, stay: int, title: str = "Timber futures", **values: Any) -> int:
        return self.add(Outcome, kind="joint_paper", title=title, stay=stay, **values)

    def score(self, person: int, total: int, date: str = "2018-06-17") -> int:
        return self.add(Score, person=person, test="toeic_lr_ip", date=date, total=total)

    def visit(self, visitor: int, status: str, start: str, end: str | None = None, **values: Any) -> int:
        values.setdefault("visa", "other")
        return self.add(Visit, visitor=visitor, status=status, start=start, end=end, **values)
