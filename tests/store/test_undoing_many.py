"""Taking back operations of very many records: what it comes to is what taking back a few of them does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any

import pytest
from filling import Filling, open_as

from kit_tui.domain.roles import NotAllowed, Role
from kit_tui.domain.wording import Refused
from kit_tui.store import InTheWay, Store, bulk_undoing
from kit_tui.store.plain import MANY

COUNT = MANY + 200


def take_in(kit: Store, rows: Callable[[int], Mapping[str, Any]], register: str = "people") -> int:
    """So many rows imported; the number of the operation."""
    with closing(kit.importing(register)) as importing:
        importing.add([(n, rows(n)) for n in range(COUNT)])
        importing.settle()
        return kit.take_in(importing).operation


def new(n: int) -> dict[str, Any]:
    return {"staff_no": f"S{n}", "name": f"職員 {n}", "category": "admin"}


def renamed(n: int) -> dict[str, Any]:
    return {"staff_no": f"S{n}", "name": f"教員 {n}"}


def test_new_records_are_taken_back_and_done_again(kit: Store, fill: Filling) -> None:
    before = fill.person("青木 恵")
    operation = take_in(kit, new)
    done, undone = kit.undo(operation)
    assert (undone.rows, fill.listed("people")) == (COUNT, [before])
    assert [hit.deleted for hit in kit.find("職員 7", limit=1)] == [True]
    assert kit.check() == []
    again, _ = kit.undo(done.operation)
    assert len(fill.listed("people")) == COUNT + 1
    assert (len(again.ids), kit.latest(1)[0].kind) == (COUNT, "redo")
    assert kit.check() == []


def test_changed_records_get_back_what_they_held_and_the_search_follows(kit: Store, fill: Filling) -> None:
    take_in(kit, new)
    operation = take_in(kit, renamed)
    person = fill.found("教員 77")[0]
    kit.save("people", {"notes": "silk"}, person)
    kit.undo(operation)
    assert fill.found("職員 77")[0] == person
    assert fill.found("教員 77") == []
    assert fill.value("people", person, "notes") == "silk"
    assert kit.check() == []


def test_new_and_changed_records_of_one_import_are_taken_back_together(kit: Store, fill: Filling) -> None:
    person = fill.person("青木 恵", staff_no="A1")
    operation = take_in(kit, lambda n: {**new(n), "staff_no": f"S{n}"} if n else {"staff_no": "A1", "name": "青木 直"})
    kit.undo(operation)
    assert fill.listed("people") == [person]
    assert fill.value("people", person, "name") == "青木 恵"
    assert kit.check() == []


def test_what_stands_in_the_way_is_told_and_the_rest_taken_back(kit: Store, fill: Filling) -> None:
    operation = take_in(kit, new)
    changed, in_use = fill.found("職員 7")[0], fill.found("職員 8")[0]
    sato = open_as(kit.path, "sato")
    sato.save("people", {"email": "a@example.org"}, changed)
    Filling(sato).employment(in_use)
    with pytest.raises(InTheWay, match=f"2 of {COUNT} records can't be taken back: .* by operation 3 .*operation 2 "):
        kit.undo(operation)
    _, undone = kit.undo(operation, rest=True)
    assert (undone.rows, sorted(fill.listed("people"))) == (COUNT - 2, sorted([changed, in_use]))
    assert kit.check() == []


def test_what_would_break_a_rule_is_left_out_of_the_rest(kit: Store, fill: Filling) -> None:
    operation = take_in(kit, new)
    deletion = kit.undo(operation)[0].operation
    other = fill.person("青木 恵", staff_no="S7")
    with pytest.raises(InTheWay, match=f"1 of {COUNT} records can't be taken back: 青木 恵 has the same"):
        kit.undo(deletion)
    kit.undo(deletion, rest=True)
    assert len(fill.listed("people")) == COUNT
    assert fill.value("people", other, "staff_no") == "S7"
    assert kit.check() == []


def test_a_change_between_the_look_and_the_lock_is_noticed(kit: Store, fill: Filling) -> None:
    operation = take_in(kit, new)
    person = fill.found("職員 7")[0]
    many = bulk_undoing.prepare(kit._core, operation, rest=False)
    assert many
    Filling(open_as(kit.path, "sato")).employment(person)
    with closing(many), pytest.raises(Refused, match="in this very moment"), kit.whole():
        many.commit()
    assert len(fill.listed("people")) == COUNT


def test_records_of_several_registers_that_point_to_some_stand_in_the_way(kit: Store, fill: Filling) -> None:
    operation = take_in(kit, lambda n: {"name": f"Institute {n}", "country": "JP"}, "institutions")
    person, hosts = fill.person(), fill.listed("institutions")[:2]
    fill.faculty_stay(person, hosts[0])
    fill.staff_stay(person, hosts[1])
    with pytest.raises(InTheWay, match=f"2 of {COUNT}"):
        kit.undo(operation)


def test_an_editor_takes_back_many_records_only_of_their_own(kit: Store, fill: Filling) -> None:
    operation = take_in(kit, new)
    with pytest.raises(NotAllowed):
        open_as(kit.path, "sato", Role.EDITOR).undo(operation)
