"""An import's row changes the record that has its key, be it one field or several."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kit_tui import store
from kit_tui.domain.fields import Value
from kit_tui.registers import REGISTERS


def taken_in(register: store.Store, slug: str, *rows: dict[str, Value]) -> tuple[int, int, int]:
    importing = register.importing(slug)
    importing.add(list(enumerate(rows, 2)))
    importing.settle()
    assert importing.problems == []
    summary = register.take_in(importing)
    importing.close()
    return summary.new, summary.changed, summary.unchanged


def test_a_score_of_the_same_person_test_and_day_is_changed(register_path: Path) -> None:
    register = store.open(str(register_path), store.Actor("tester"), REGISTERS)
    one, other = (register.save("people", {"name": n, "category": "admin"}).ids[0] for n in ("青木 恵", "森 由紀"))
    score: dict[str, Value] = {"person": one, "test": "toeic_lr_ip", "date": dt.date(2018, 6, 17), "total": 700}
    register.save("scores", score)
    assert taken_in(register, "scores", score, score | {"person": other}) == (1, 0, 1)
    assert taken_in(register, "scores", score | {"total": 730}) == (0, 1, 0)
    assert register.entry("scores", 1).values["total"] == 730


def test_a_target_of_the_same_gauge_and_year_is_changed(register_path: Path) -> None:
    register = store.open(str(register_path), store.Actor("tester"), REGISTERS)
    target: dict[str, Value] = {"gauge": "staff-toeic", "academic_year": 2023, "role": "final", "value": 3000}
    register.save("targets", target)
    assert taken_in(register, "targets", target | {"value": 3500}) == (0, 1, 0)
