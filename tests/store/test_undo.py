"""Undo: one's last operation and the one before, each as a whole, unless something stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from filling import Filling, day, open_as

from kit_tui.domain.roles import NotAllowed, Role
from kit_tui.domain.wording import Refused
from kit_tui.store import Edit, InTheWay, InUse, Invalid, Query, Store


def email(fill: Filling, person: int) -> object:
    return fill.value("people", person, "email")


def test_an_addition_is_taken_back_by_deleting(kit: Store, fill: Filling) -> None:
    person = fill.person()
    done, undone = kit.undo()
    assert kit.entry("people", person).deleted_at
    assert (done.ids, undone.kind, undone.title, undone.record) == ((person,), "add", "大野 健", person)


def test_a_change_is_taken_back_field_by_field(kit: Store, fill: Filling) -> None:
    person = fill.person(notes="silk", staff_no="A1")
    before = kit.entry("people", person)
    kit.save("people", {"notes": "", "staff_no": None, "home_institution": None, "name": "大野 弘"}, person)
    kit.undo()
    assert kit.entry("people", person).values == before.values
    assert fill.found("大野 健") == [person]


def test_days_and_references_come_back_too(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay()
    before = kit.entry("faculty-stays", stay)
    changed = {"person": fill.person("青木 恵"), "start": day("2018-01-01"), "end": day("2018-02-01"), "cost": 5}
    kit.save("faculty-stays", changed, stay)
    kit.undo()
    assert kit.entry("faculty-stays", stay).values == before.values


def test_a_deletion_is_taken_back_by_bringing_back(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("people", [person])
    kit.undo()
    assert kit.entry("people", person).deleted_at is None


def test_bringing_back_is_taken_back_by_deleting(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("people", [person])
    kit.bring_back("people", [person])
    kit.undo()
    assert kit.entry("people", person).deleted_at


def test_a_move_is_taken_back_whole(kit: Store, fill: Filling) -> None:
    person = fill.person()
    employment = fill.employment(person)
    kit.move(person, day("2018-10-01"), "国際課", "係長")
    kit.undo()
    assert fill.listed("employments") == [employment]
    assert fill.value("employments", employment, "end") is None


def test_an_import_is_taken_back_whole(kit: Store, fill: Filling) -> None:
    known = fill.person(staff_no="A1")
    with_key = {"staff_no": "A1", "name": "大野 弘"}
    importing = kit.importing("people")
    importing.add([(2, with_key), (3, {"name": "青木 恵", "category": "admin"})])
    importing.settle()
    kit.take_in(importing)
    assert kit.count(Query("people")) == 2
    kit.undo()
    assert fill.listed("people") == [known]
    assert fill.value("people", known, "name") == "大野 健"
    assert kit.check() == []


def test_several_records_of_one_operation_are_taken_back_the_last_first(kit: Store, fill: Filling) -> None:
    visitor = fill.person()
    first = fill.visit(visitor)
    second = fill.visit(visitor, "2018-12-01", extends=first)
    kit.delete("visits", [second, first])
    kit.undo()
    assert sorted(fill.listed("visits")) == [first, second]


def test_again_and_again_goes_back_to_the_beginning(kit: Store, fill: Filling) -> None:
    person = fill.person()
    for address in ("a@example.org", "b@example.org", "c@example.org"):
        kit.save("people", {"email": address}, person)
    seen = []
    for _ in range(3):
        kit.undo()
        seen.append(email(fill, person))
    assert seen == ["b@example.org", "a@example.org", ""]
    kit.undo()
    assert kit.entry("people", person).deleted_at
    with pytest.raises(Refused, match="You have nothing to undo."):
        kit.undo()


def test_what_is_done_after_an_undo_is_the_next_to_be_taken_back(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.save("people", {"email": "a@example.org"}, person)
    kit.undo()
    kit.save("people", {"email": "b@example.org"}, person)
    kit.undo()
    assert email(fill, person) == ""
    kit.undo()
    assert kit.entry("people", person).deleted_at


def test_an_undo_can_be_taken_back_by_its_number_and_that_in_turn(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.save("people", {"email": "a@example.org"}, person)
    done, _ = kit.undo()
    kit.undo(done.operation)
    assert email(fill, person) == "a@example.org"
    kit.undo()
    assert email(fill, person) == ""
    kit.undo()
    assert kit.entry("people", person).deleted_at


def test_to_take_back_an_undo_is_to_do_it_again(kit: Store, fill: Filling) -> None:
    fill.person()
    done, _ = kit.undo()
    again, _ = kit.undo(done.operation)
    (latest,) = kit.latest(1)
    assert (latest.operation, latest.kind) == (again.operation, "redo")


def test_several_undos_are_taken_back_one_after_another(kit: Store, fill: Filling) -> None:
    person = fill.person()
    for address in ("a@example.org", "b@example.org", "c@example.org"):
        kit.save("people", {"email": address}, person)
    undone = [kit.undo()[0].operation for _ in range(3)]
    seen = []
    for operation in reversed(undone):
        kit.undo(operation)
        seen.append(email(fill, person))
    assert seen == ["a@example.org", "b@example.org", "c@example.org"]
    kit.undo()
    assert email(fill, person) == "b@example.org"
    assert [line.kind for line in kit.latest(4)] == ["undo", "redo", "redo", "redo"]


def test_an_operation_that_was_done_again_can_be_taken_back_once_more_and_again(kit: Store, fill: Filling) -> None:
    person = fill.person()
    operation = kit.save("people", {"email": "a@example.org"}, person).operation
    for _ in range(2):
        undone = kit.undo(operation)[0].operation
        with pytest.raises(Refused, match="has been undone already"):
            kit.undo(operation)
        assert email(fill, person) == ""
        kit.undo(undone)
        assert email(fill, person) == "a@example.org"
    assert kit.check() == []


def test_an_undo_of_what_came_before_stands_in_the_way_of_doing_again_what_came_after(
    kit: Store, fill: Filling
) -> None:
    person = fill.person()
    for address in ("a@example.org", "b@example.org"):
        kit.save("people", {"email": address}, person)
    undone = kit.undo()[0].operation
    kit.undo()
    with pytest.raises(InTheWay):
        kit.undo(undone)
    assert email(fill, person) == ""


def test_what_was_done_again_stands_in_the_way_of_what_came_before_it(kit: Store, fill: Filling) -> None:
    person = fill.person()
    first = kit.save("people", {"email": "a@example.org"}, person).operation
    kit.save("people", {"email": "b@example.org"}, person)
    done, _ = kit.undo()
    kit.undo(done.operation)
    with pytest.raises(Refused, match="has been changed since"):
        kit.undo(first)
    assert email(fill, person) == "b@example.org"


def test_an_operation_is_taken_back_once(kit: Store, fill: Filling) -> None:
    person = fill.person()
    operation = kit.save("people", {"email": "a@example.org"}, person).operation
    kit.undo(operation)
    with pytest.raises(Refused, match=f"Operation {operation} has been undone already."):
        kit.undo(operation)


def test_an_earlier_operation_is_taken_back_by_its_number(kit: Store, fill: Filling) -> None:
    first, second = fill.person(), fill.person("青木 恵")
    operation = kit.save("people", {"email": "a@example.org"}, first).operation
    kit.save("people", {"email": "b@example.org"}, second)
    kit.undo(operation)
    assert (email(fill, first), email(fill, second)) == ("", "b@example.org")


@pytest.mark.parametrize("number", [0, 99])
def test_an_operation_that_is_not_there_is_refused(kit: Store, number: int) -> None:
    with pytest.raises(Refused, match=f"There is no operation {number}."):
        kit.undo(number)


def test_a_setting_has_no_records_to_be_taken_back(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.set_setting("briefing_days", "10")
    with pytest.raises(Refused, match="changed no records"):
        kit.undo(kit.latest(1)[0].operation)
    kit.undo()
    assert kit.entry("people", person).deleted_at


# What stands in the way


def later_change(kit: Store, person: int) -> None:
    kit.save("people", {"email": "b@example.org"}, person)


def later_deletion(kit: Store, person: int) -> None:
    kit.delete("people", [person])


@pytest.mark.parametrize("later", [later_change, later_deletion])
def test_a_later_change_of_somebody_else_stands_in_the_way(
    kit: Store, fill: Filling, later: Callable[[Store, int], None]
) -> None:
    person = fill.person()
    kit.save("people", {"email": "a@example.org"}, person)
    later(open_as(kit.path, "sato"), person)
    with pytest.raises(InTheWay, match="大野 健 has been changed since by operation 3 \\(sato, [0-9:]+, ") as caught:
        kit.undo()
    assert (caught.value.operation, caught.value.total, caught.value.left) == (2, 1, 1)
    assert email(fill, person) != ""


def test_a_later_change_of_another_field_stays_and_stands_in_nobody_s_way(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.save("people", {"email": "a@example.org"}, person)
    open_as(kit.path, "sato").save("people", {"notes": "silk"}, person)
    kit.undo()
    assert (email(fill, person), fill.value("people", person, "notes")) == ("", "silk")


def test_what_another_has_changed_since_is_not_deleted_by_taking_back_its_addition(kit: Store, fill: Filling) -> None:
    person = fill.person()
    open_as(kit.path, "sato").save("people", {"notes": "silk"}, person)
    with pytest.raises(InTheWay):
        kit.undo()
    assert kit.entry("people", person).deleted_at is None


def test_a_later_change_that_was_taken_back_stands_in_nobody_s_way(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.save("people", {"email": "a@example.org"}, person)
    sato = open_as(kit.path, "sato")
    sato.save("people", {"notes": "silk"}, person)
    sato.undo()
    kit.undo()
    assert email(fill, person) == ""


def test_an_operation_of_several_records_is_taken_back_whole_or_not_at_all(kit: Store, fill: Filling) -> None:
    first, second = fill.person(), fill.person("青木 恵")
    kit.apply([Edit("people", each, values={"email": "a@example.org"}) for each in (first, second)])
    open_as(kit.path, "sato").save("people", {"email": "b@example.org"}, first)
    with pytest.raises(InTheWay, match="1 of 2 records can't be taken back: they have been changed since") as caught:
        kit.undo()
    assert email(fill, second) == "a@example.org"
    assert (caught.value.total, caught.value.left) == (2, 1)


# The rest of it


def imported(kit: Store, names: Sequence[str]) -> tuple[int, list[int]]:
    """People of these names, added by one operation: its number and theirs."""
    edits = [Edit("people", values={"name": name, "category": "admin"}) for name in names]
    done = kit.apply(edits, "import")
    return done.operation, list(done.ids)


def test_the_rest_of_an_operation_is_taken_back_without_what_later_changes_stand_in_the_way_of(
    kit: Store, fill: Filling
) -> None:
    operation, (first, second, third) = imported(kit, ["青木 恵", "加藤 葵", "森 由美"])
    kit.save("people", {"email": "a@example.org"}, second)
    done, undone = kit.undo(operation, rest=True)
    assert fill.listed("people") == [second]
    assert (set(done.ids), undone.rows) == ({first, third}, 2)
    assert kit.check() == []


def test_what_was_left_can_be_taken_back_when_its_way_is_free(kit: Store, fill: Filling) -> None:
    operation, (_, second) = imported(kit, ["青木 恵", "加藤 葵"])
    later = kit.save("people", {"email": "a@example.org"}, second).operation
    kit.undo(operation, rest=True)
    kit.undo(later)
    kit.undo(operation)
    assert fill.listed("people") == []
    with pytest.raises(Refused, match=f"Operation {operation} has been undone already."):
        kit.undo(operation)


def test_what_was_left_still_stands_in_the_way_of_what_came_before_it(kit: Store, fill: Filling) -> None:
    first, second = fill.person(), fill.person("青木 恵")
    before = kit.save("people", {"email": "a@example.org"}, first).operation
    both = kit.apply([Edit("people", each, values={"email": "b@example.org"}) for each in (first, second)]).operation
    later = kit.save("people", {"email": "c@example.org"}, first).operation
    kit.undo(both, rest=True)
    kit.undo(later)
    with pytest.raises(InTheWay, match=f"operation {both} "):
        kit.undo(before)
    assert email(fill, first) == "b@example.org"


def test_what_others_point_to_is_left_and_the_refusal_says_by_whom(kit: Store, fill: Filling) -> None:
    operation, (first, second) = imported(kit, ["青木 恵", "加藤 葵"])
    stay = Filling(open_as(kit.path, "sato")).staff_stay(second)
    with pytest.raises(
        InTheWay, match="1 of 2 records .* are in use, by operation [0-9]+ \\(sato, .*, added: staff stay"
    ):
        kit.undo(operation)
    kit.undo(operation, rest=True)
    assert fill.listed("people") == [second]
    assert fill.listed("staff-stays") == [stay]
    assert kit.check() == []


def test_what_is_left_keeps_what_it_points_to_itself(kit: Store, fill: Filling) -> None:
    visitor = fill.person()
    other = fill.visit(visitor, "2018-05-01")
    first = fill.visit(visitor)
    kit.delete("visits", [other, first])
    back = kit.bring_back("visits", [other, first]).operation
    kit.save("visits", {"extends": other}, first)
    with pytest.raises(InTheWay, match="2 of 2 records"):
        kit.undo(back)
    with pytest.raises(InTheWay):
        kit.undo(back, rest=True)
    assert sorted(fill.listed("visits")) == [other, first]


def test_what_would_break_a_rule_is_left_and_the_refusal_says_which(kit: Store, fill: Filling) -> None:
    first, second = fill.person(staff_no="A1"), fill.person("青木 恵")
    deletion = kit.delete("people", [first, second]).operation
    Filling(open_as(kit.path, "sato")).person("加藤 葵", staff_no="A1")
    with pytest.raises(InTheWay, match="1 of 2 records can't be taken back: 加藤 葵 has the same"):
        kit.undo(deletion)
    kit.undo(deletion, rest=True)
    assert kit.entry("people", first).deleted_at
    assert kit.entry("people", second).deleted_at is None


def test_what_the_operation_itself_had_turned_to_a_new_record_is_no_obstacle(kit: Store, fill: Filling) -> None:
    stay = fill.staff_stay()
    person = fill.value("staff-stays", stay, "person")
    new = kit.apply([Edit("people", values={"name": "青木 恵", "category": "admin"})]).ids[0]
    kit.delete("people", [new])
    both = [Edit("people", new, gone=False), Edit("staff-stays", stay, values={"person": new})]
    kit.undo(kit.apply(both).operation)
    assert fill.value("staff-stays", stay, "person") == person
    assert kit.entry("people", new).deleted_at


def test_two_edits_of_one_record_in_one_operation_are_taken_back_together(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.apply([Edit("people", person, values={"email": a}) for a in ("a@example.org", "b@example.org")])
    kit.undo()
    assert email(fill, person) == ""


def test_an_addition_that_others_point_to_meanwhile_stays(kit: Store, fill: Filling) -> None:
    person = fill.person()
    Filling(open_as(kit.path, "sato")).employment(person)
    with pytest.raises(InUse):
        kit.undo()


def test_a_deletion_whose_key_has_been_taken_stays(kit: Store, fill: Filling) -> None:
    person = fill.person(staff_no="A1")
    kit.delete("people", [person])
    Filling(open_as(kit.path, "sato")).person("青木 恵", staff_no="A1")
    with pytest.raises(Invalid, match="青木 恵 has the same"):
        kit.undo()


# Whose


def test_undo_goes_by_what_one_has_done_oneself(kit: Store, fill: Filling) -> None:
    mine = fill.person()
    theirs = Filling(open_as(kit.path, "sato")).person("青木 恵")
    kit.undo()
    assert kit.entry("people", mine).deleted_at
    assert kit.entry("people", theirs).deleted_at is None


def test_an_editor_takes_back_nothing_of_somebody_else_s(kit: Store, fill: Filling) -> None:
    person = fill.person()
    operation = kit.latest(1)[0].operation
    with pytest.raises(NotAllowed):
        open_as(kit.path, "sato", Role.EDITOR).undo(operation)
    open_as(kit.path, "head", Role.ADMIN).undo(operation)
    assert kit.entry("people", person).deleted_at


def test_a_target_is_taken_back_by_those_alone_who_may_set_one(kit: Store, fill: Filling) -> None:
    target = fill.target()
    with pytest.raises(NotAllowed):
        open_as(kit.path, "tanaka", Role.EDITOR).undo()
    kit.undo()
    assert kit.entry("targets", target).deleted_at
