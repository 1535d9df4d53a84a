"""The log read back: a record's history and the latest operations."""

from __future__ import annotations

import pytest
from filling import Filling, day, open_as

from kit_tui.domain.roles import NotAllowed, Role
from kit_tui.store import Condition, Edit, Latest, Ref, Step, Store


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


# Of everything


def numbers(found: list[Latest]) -> list[int]:
    return [line.operation for line in found]


def test_operations_are_paged_from_the_newest_to_the_oldest_and_back(kit: Store, fill: Filling) -> None:
    for n in range(7):
        fill.institution(f"Institute {n}")
    first = kit.operations(limit=3)
    second = kit.operations(before=first[-1].operation, limit=3)
    assert numbers(first + second) == [7, 6, 5, 4, 3, 2]
    assert kit.operations(after=second[0].operation, limit=3) == first
    assert kit.operations(before=1) == []


def test_operations_are_filtered_by_person(kit: Store, fill: Filling) -> None:
    fill.person()
    open_as(kit.path, "sato").save("people", {"notes": "silk"}, 1)
    assert [line.login for line in kit.operations([Condition("login", "=", "sato")])] == ["sato"]
    assert kit.logins() == ["sato", "tanaka"]


def test_operations_are_filtered_by_register_by_those_that_share_a_table_too(kit: Store, fill: Filling) -> None:
    fill.faculty_stay(fill.person(), fill.institution())
    fill.staff_stay(1, 1)
    kit.apply([Edit("institutions", 1, values={"city": "Bern"}), Edit("people", 1, values={"notes": "silk"})], "edit")

    def of(register: str) -> list[int]:
        return numbers(kit.operations([Condition("register", "=", register)]))

    assert (of("faculty-stays"), of("staff-stays")) == ([3], [4])
    assert (of("people"), of("institutions"), of("staff")) == ([5, 1], [5, 2], [5, 1])
    assert of("events") == []


def test_operations_are_filtered_by_the_day_in_the_office(
    kit: Store, fill: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, today in enumerate(("2018-11-20", "2018-11-21", "2018-11-22"), 1):
        monkeypatch.setenv("KIT_TODAY", today)
        assert fill.institution(f"Institute {number}") == number
    assert numbers(kit.operations([Condition("day", "=", day("2018-11-21"))])) == [2]
    assert numbers(kit.operations([Condition("day", ">=", day("2018-11-21"))])) == [3, 2]
    assert numbers(kit.operations([Condition("day", "<=", day("2018-11-21"))])) == [2, 1]


def test_an_operation_says_what_took_it_back_and_how_much_of_it(kit: Store, fill: Filling) -> None:
    ids = kit.apply([Edit("institutions", values={"name": name, "country": "CH"}) for name in ("ETH", "EPFL")]).ids
    kit.save("institutions", {"city": "Bern"}, ids[0])
    kit.undo(1, rest=True)
    undo, edit, both = kit.operations()
    assert (undo.undoes, undo.taken_back, edit.taken_back) == (1, 0, 0)
    assert (both.rows, both.taken_back) == (2, 1)


def test_an_operation_tells_what_it_did_to_each_record_in_parts(kit: Store, fill: Filling) -> None:
    person = fill.person()
    values = {"name": "ETH", "country": "CH"}
    edits = [Edit("people", person, values={"notes": "silk"}), Edit("institutions", values=values)]
    operation = kit.apply([*edits, Edit("people", person, gone=True)]).operation
    first, second = kit.deeds(operation, limit=2)
    (third,) = kit.deeds(operation, after=second.number)
    assert [(one.ref.register, one.kind) for one in (first, second, third)] == [
        ("people", "edit"),
        ("institutions", "add"),
        ("people", "delete"),
    ]
    assert [(f.name, before, after) for f, before, after in first.changes if f] == [("notes", "", "silk")]


def test_a_viewer_s_history_tells_no_personal_scores(kit: Store, fill: Filling) -> None:
    score = fill.score(fill.person())
    both = kit.apply([Edit("scores", score, values={"total": 800}), Edit("people", 1, values={"notes": "silk"})])
    viewer = open_as(kit.path, "mori", Role.VIEWER)
    assert [(line.register, line.title) for line in viewer.operations()][:2] == [("", ""), ("", "")]
    assert [deed.ref.register for deed in viewer.deeds(both.operation)] == ["people"]
    assert "800" not in str(viewer.deeds(both.operation))
    with pytest.raises(NotAllowed):
        viewer.operations([Condition("register", "=", "scores")])
    with pytest.raises(NotAllowed):
        viewer.history("scores", score)
