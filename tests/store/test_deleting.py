"""Deleting, which can be taken back, and what others that point to a record have to say."""

from __future__ import annotations

import pytest
from filling import Filling, problems

from kit_tui.store import Edit, InUse, Invalid, Query, Store


def test_a_deleted_record_is_in_no_list_and_no_choice(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("people", [person])
    assert fill.listed("people") == []
    assert kit.count(Query("people", text="大野")) == 0
    assert kit.choices("person", "大野") == []
    assert kit.choices("person", "") == []


def test_a_deleted_record_can_still_be_read(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("people", [person])
    entry = kit.entry("people", person)
    assert (entry.title, entry.version) == ("大野 健", 2)
    assert entry.deleted_at == entry.updated_at
    assert kit.refs("person", [person])[person].deleted


def test_deleted_records_have_a_list_that_can_be_searched(kit: Store, fill: Filling) -> None:
    ohno, aoki = fill.person(), fill.person("青木 恵")
    fill.person("大野 弘")
    kit.delete("people", [ohno, aoki])
    assert sorted(fill.listed("people", deleted=True)) == sorted([ohno, aoki])
    assert fill.listed("people", deleted=True, text="大野") == [ohno]


def test_a_deleted_record_is_found_after_all_others(kit: Store, fill: Filling) -> None:
    gone, other = fill.person(), fill.institution("大野大学", "JP")
    kit.delete("people", [gone])
    hits = kit.find("大野")
    assert [(hit.register, hit.id, hit.deleted) for hit in hits] == [
        ("institutions", other, False),
        ("people", gone, True),
    ]


def test_a_record_comes_back_as_it_was(kit: Store, fill: Filling) -> None:
    person = fill.person(staff_no="A0123", notes="silk")
    before = kit.entry("people", person)
    kit.delete("people", [person])
    kit.bring_back("people", [person])
    after = kit.entry("people", person)
    assert (after.values, after.deleted_at, after.version) == (before.values, None, 3)
    assert fill.found("A0123") == [person]
    assert [hit.deleted for hit in kit.find("大野")] == [False]


def test_what_is_deleted_already_is_not_deleted_again(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("people", [person])
    assert kit.delete("people", [person]).operation == 0
    assert kit.entry("people", person).version == 2


def test_a_deleted_record_is_not_changed(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("people", [person])
    with pytest.raises(Invalid, match="Bring it back first"):
        kit.save("people", {"email": "ohno@example.org"}, person)


def test_several_records_are_deleted_as_one_operation_or_none_is(kit: Store, fill: Filling) -> None:
    free, used = fill.person(), fill.person("青木 恵")
    fill.employment(used)
    with pytest.raises(InUse):
        kit.delete("people", [free, used])
    assert kit.entry("people", free).deleted_at is None
    other = fill.person("加藤 葵")
    kit.delete("people", [free, other])
    assert kit.latest(1)[0].rows == 2


# What others point to


def test_a_record_that_others_point_to_is_not_deleted_and_they_are_named(kit: Store, fill: Filling) -> None:
    person = fill.person()
    employment, stay = fill.employment(person, unit="国際課"), fill.faculty_stay(person)
    with pytest.raises(InUse) as caught:
        kit.delete("people", [person])
    assert {(ref.register, ref.id) for ref in caught.value.pointing} == {
        ("employments", employment),
        ("faculty-stays", stay),
    }
    said = str(caught.value)
    assert said.startswith("大野 健 can't be deleted: 2 records point to it (")
    assert "大野 健 国際課" in said


def test_one_that_points_is_told_as_one(kit: Store, fill: Filling) -> None:
    person = fill.person()
    fill.employment(person, unit="国際課")
    with pytest.raises(InUse, match="大野 健 国際課 points to it. Delete or change that first."):
        kit.delete("people", [person])


def test_of_many_that_point_all_are_counted_and_a_few_named(kit: Store, fill: Filling) -> None:
    project = fill.project()
    event = {"kind": "lecture", "title": "Silk", "start": kit.entry("events", fill.event()).values["start"]}
    kit.apply([Edit("events", values=event | {"project": project}) for _ in range(120)])
    with pytest.raises(InUse) as caught:
        kit.delete("projects", [project])
    assert "120 records point to it" in str(caught.value)
    assert len(caught.value.pointing) == 5
    assert "Silk, others)" in str(caught.value)


def test_what_deleted_records_point_to_can_be_deleted(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("employments", [fill.employment(person)])
    kit.delete("people", [person])
    assert kit.entry("people", person).deleted_at


def test_a_record_that_a_register_of_the_same_table_points_to_is_not_deleted(kit: Store, fill: Filling) -> None:
    person = fill.person()
    first = fill.visit(person)
    fill.visit(person, "2018-12-01", extends=first)
    with pytest.raises(InUse):
        kit.delete("visits", [first])


@pytest.mark.parametrize("order", [1, -1])
def test_what_points_to_a_record_may_be_deleted_together_with_it(kit: Store, fill: Filling, order: int) -> None:
    person = fill.person()
    first = fill.visit(person)
    second = fill.visit(person, "2018-12-01", extends=first)
    kit.delete("visits", [first, second][::order])
    assert fill.listed("visits") == []
    assert kit.check() == []
    kit.undo()
    assert sorted(fill.listed("visits")) == [first, second]
    assert kit.check() == []


# What stands in the way of coming back


def test_a_record_whose_key_has_been_taken_does_not_come_back_and_the_taker_is_named(kit: Store, fill: Filling) -> None:
    person = fill.person(staff_no="A0123")
    kit.delete("people", [person])
    fill.person("青木 恵", staff_no="A0123")
    with pytest.raises(Invalid) as caught:
        kit.bring_back("people", [person])
    assert problems(caught.value) == {"staff_no": "青木 恵 has the same Staff no. already."}
    assert kit.entry("people", person).deleted_at


def test_a_score_does_not_come_back_beside_another_of_that_day(kit: Store, fill: Filling) -> None:
    person = fill.person()
    score = fill.score(person, 700)
    kit.delete("scores", [score])
    fill.score(person, 800)
    with pytest.raises(Invalid, match="大野 健, 2018-06-17, 800 has the same"):
        kit.bring_back("scores", [score])


def test_a_record_does_not_come_back_to_what_is_deleted(kit: Store, fill: Filling) -> None:
    person = fill.person()
    employment = fill.employment(person)
    kit.delete("employments", [employment])
    kit.delete("people", [person])
    with pytest.raises(Invalid, match="大野 健 has been deleted. Bring it back first."):
        kit.bring_back("employments", [employment])


def test_an_employment_does_not_come_back_into_another_s_time(kit: Store, fill: Filling) -> None:
    person = fill.person()
    employment = fill.employment(person)
    kit.delete("employments", [employment])
    fill.employment(person, unit="国際課")
    with pytest.raises(Invalid, match="This overlaps with 大野 健 国際課"):
        kit.bring_back("employments", [employment])


def test_what_pointed_to_a_record_and_was_deleted_with_it_comes_back_with_it(kit: Store, fill: Filling) -> None:
    person, other = fill.person(), fill.person("青木 恵")
    employment, stay = fill.employment(person), fill.faculty_stay(person)
    outcome, earlier = fill.outcome(stay), fill.employment(person, "2001-04-01", "2002-03-31")
    kit.delete("employments", [earlier])
    gone = [("people", person), ("employments", employment), ("faculty-stays", stay), ("outcomes", outcome)]
    kit.apply([Edit(register, record, gone=True) for register, record in [*gone, ("people", other)]])
    done = kit.bring_back("people", [person])
    assert sorted(done.ids) == sorted([person, employment, stay, outcome])
    assert all(kit.entry(register, record).deleted_at is None for register, record in gone)
    assert kit.entry("employments", earlier).deleted_at
    assert kit.entry("people", other).deleted_at
    kit.undo()
    assert all(kit.entry(register, record).deleted_at for register, record in gone)
    assert kit.check() == []
