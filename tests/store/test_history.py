"""The log read back: a record's history and the latest operations."""

from __future__ import annotations

import pytest
from filling import Filling, day, open_as

from kit_tui.store import Edit, Ref, Step, Store


def told(step: Step) -> dict[str, tuple[object, object]]:
    """A step's changes by field name."""
    return {field.name: (before, after) for field, before, after in step.changes if field}


def test_a_history_says_who_did_what_the_latest_first(kit: Store, fill: Filling) -> None:
    person = fill.person()
    open_as(kit.path, "sato").save("people", {"email": "a@example.org"}, person)
    kit.delete("people", [person])
    kit.bring_back("people", [person])
    steps = kit.history("people", person)
    assert [(step.login, step.kind, step.version) for step in steps] == [
        ("tanaka", "restore", 4),
        ("tanaka", "delete", 3),
        ("sato", "edit", 2),
        ("tanaka", "add", 1),
    ]
    assert [step.at for step in steps] == sorted((step.at for step in steps), reverse=True)
    assert len({step.operation for step in steps}) == 4


def test_a_change_is_told_before_and_after(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay()
    kit.save("faculty-stays", {"status": "returned", "end": day("2018-11-01"), "cost": 250_000}, stay)
    assert told(kit.history("faculty-stays", stay)[0]) == {
        "status": ("away", "returned"),
        "end": (None, day("2018-11-01")),
        "cost": (None, 250_000),
    }


def test_a_reference_is_told_by_what_it_is_called_now(kit: Store, fill: Filling) -> None:
    ohno, aoki = fill.person(), fill.person("青木 恵")
    employment = fill.employment(ohno)
    kit.save("employments", {"person": aoki}, employment)
    kit.save("people", {"name": "大野 弘"}, ohno)
    before, after = told(kit.history("employments", employment)[0])["person"]
    assert (before, after) == (Ref("people", ohno, "大野 弘"), Ref("people", aoki, "青木 恵"))


def test_an_addition_and_a_deletion_tell_no_fields(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("people", [person])
    assert [step.changes for step in kit.history("people", person)] == [(), ()]


def test_a_history_is_of_one_record_alone(kit: Store, fill: Filling) -> None:
    fill.person()
    institution = fill.institution()
    assert fill.person("青木 恵") != institution
    assert [step.version for step in kit.history("institutions", institution)] == [1]


def test_a_view_tells_the_history_of_its_register_s_records(kit: Store, fill: Filling) -> None:
    person = fill.person(category="admin")
    assert kit.history("staff", person) == kit.history("people", person) != ()


def test_the_latest_operations_name_the_first_record_they_touched(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.apply([Edit("institutions", values={"name": name, "country": "CH"}) for name in ("ETH", "EPFL")], "import")
    both, one = kit.latest()
    assert (both.kind, both.register, both.title, both.rows) == ("import", "institutions", "ETH", 2)
    assert (one.kind, one.register, one.record, one.title) == ("add", "people", person, "大野 健")


def test_the_latest_operations_are_as_many_as_asked_for(kit: Store, fill: Filling) -> None:
    people = [fill.person(name) for name in ("大野 健", "青木 恵", "加藤 葵")]
    assert [line.record for line in kit.latest(2)] == people[:0:-1]


def test_a_setting_is_among_the_latest_operations(kit: Store) -> None:
    kit.set_setting("briefing_days", "10")
    (line,) = kit.latest()
    assert (line.kind, line.register, line.record, line.title, line.rows) == ("setting", "", None, "", 0)


def test_a_stay_is_told_under_its_own_register(kit: Store, fill: Filling) -> None:
    fill.staff_stay()
    assert kit.latest(1)[0].register == "staff-stays"


def test_a_card_tells_the_last_steps_and_all_that_points_to_the_record(kit: Store, fill: Filling) -> None:
    person = fill.person()
    stay = fill.faculty_stay(person)
    event, outcome = fill.event(stay=stay), fill.outcome(stay)
    gone = fill.employment(person)
    kit.delete("employments", [gone])
    card = kit.card("people", person)
    assert [(related.register, [row.id for row in related.rows]) for related in card.related] == [
        ("faculty-stays", [stay]),
        ("events", [event]),
        ("outcomes", [outcome]),
    ]
    assert [step.kind for step in card.history] == ["add"]


def test_a_card_counts_what_it_does_not_list(kit: Store, fill: Filling) -> None:
    project = fill.project()
    start = day("2018-10-01")
    event = {"kind": "lecture", "title": "Silk", "start": start, "project": project}
    kit.apply([Edit("events", values=event) for _ in range(30)])
    (related,) = kit.card("projects", project).related
    assert (len(related.rows), related.total) == (12, 30)


def test_a_clock_that_is_set_back_changes_no_order(kit: Store, fill: Filling, monkeypatch: pytest.MonkeyPatch) -> None:
    person = fill.person("一")
    monkeypatch.setenv("KIT_TODAY", "2010-04-01")
    kit.save("people", {"name": "二"}, person)
    monkeypatch.setenv("KIT_TODAY", "2009-04-01")
    kit.save("people", {"name": "三"}, person)
    assert [(step.version, step.at[:4]) for step in kit.history("people", person)] == [
        (3, "2009"), (2, "2010"), (1, "2018"),
    ]  # fmt: skip
    assert [operation.at[:4] for operation in kit.latest()] == ["2009", "2010", "2018"]
    kit.undo()
    assert kit.entry("people", person).values["name"] == "二"
    kit.undo()
    assert kit.entry("people", person).values["name"] == "一"
    assert kit.check() == []
