"""What is worked out from the rest of a record follows it; what looks odd about a record is said, and saved."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from filling import Filling

from kit_tui.domain.fields import Value
from kit_tui.store import Store


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.fixture
def stay(kit: Store, fill: Filling) -> int:
    """A stay whose deadlines are those that were offered for it."""
    values: dict[str, Value] = {
        "person": fill.person(), "institution": fill.institution(),
        "start": day("2018-09-01"), "end": day("2019-03-15"), "programme": "faculty_training",
    }  # fmt: skip
    return kit.save("faculty-stays", values | kit.suggestions("faculty-stays", values)).ids[0]


def kept(kit: Store, register: str, record: int, *names: str) -> tuple[Any, ...]:
    values = kit.entry(register, record).values
    return tuple(str(values[name]) for name in names)


def test_deadlines_move_with_the_return(kit: Store, stay: int) -> None:
    kit.save("faculty-stays", {"end": day("2019-03-31")}, stay)
    assert kept(kit, "faculty-stays", stay, "briefing_due", "report_due") == ("2019-05-30", "2019-04-30")


def test_a_deadline_that_somebody_has_set_stays(kit: Store, stay: int) -> None:
    kit.save("faculty-stays", {"briefing_due": day("2019-06-30")}, stay)
    kit.save("faculty-stays", {"end": day("2019-03-31")}, stay)
    assert kept(kit, "faculty-stays", stay, "briefing_due", "report_due") == ("2019-06-30", "2019-04-30")


def test_a_deadline_that_was_left_empty_stays_empty(kit: Store, stay: int) -> None:
    kit.save("faculty-stays", {"briefing_due": None}, stay)
    kit.save("faculty-stays", {"end": day("2019-03-31")}, stay)
    assert kept(kit, "faculty-stays", stay, "briefing_due") == ("None",)


def test_undoing_brings_the_old_deadlines_back(kit: Store, stay: int) -> None:
    kit.save("faculty-stays", {"end": day("2019-03-31")}, stay)
    kit.undo()
    assert kept(kit, "faculty-stays", stay, "end", "report_due") == ("2019-03-15", "2019-04-14")


def test_a_total_follows_its_parts(kit: Store, fill: Filling) -> None:
    parts: dict[str, Value] = {"listening": 400, "reading": 400}
    score = kit.save(
        "scores", {"person": fill.person(), "test": "toeic_lr_ip", "date": day("2018-06-17"), **parts}
    ).ids[0]
    assert kit.problems("scores", kit.entry("scores", score).plain() | {"listening": 405}, score) == {}
    kit.save("scores", {"listening": 405}, score)
    assert kept(kit, "scores", score, "total") == ("805",)


def test_a_deadline_before_the_return_is_doubted(kit: Store, stay: int) -> None:
    values = kit.entry("faculty-stays", stay).plain() | {"briefing_due": day("2018-01-01")}
    assert [str(said) for said in kit.warnings("faculty-stays", values, stay)] == [
        "Briefing due, 2018-01-01, is before the return, 2019-03-15."
    ]


def test_a_reading_with_kanji_is_doubted(kit: Store) -> None:
    said = kit.warnings("people", {"name": "鈴木 一郎", "name_kana": "鈴木一郎", "category": "admin"})
    assert [str(one) for one in said] == ["Kana has kanji in it: is it the reading?"]


def test_a_person_of_another_kind_than_the_register_is_about_is_doubted(kit: Store, fill: Filling) -> None:
    person = fill.person("青木 葵", category="admin")
    values: dict[str, Value] = {"person": person, "institution": fill.institution(), "start": day("2018-09-01")}
    said = kit.warnings("faculty-stays", values)
    assert [str(one) for one in said] == ["青木 葵: Category is administrative staff."]
