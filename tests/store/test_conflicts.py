"""Two people, one record: what has been seen decides whether a save goes through."""

from __future__ import annotations

import pytest
from filling import Filling, open_as

from kit_tui.store import Conflict, Store


def test_a_save_on_what_one_has_seen_goes_through(kit: Store, fill: Filling) -> None:
    person = fill.person()
    assert kit.save("people", {"email": "a@example.org"}, person, version=1).versions == (2,)
    assert kit.save("people", {"email": "b@example.org"}, person, version=2).versions == (3,)


def test_a_save_on_what_has_changed_since_is_refused_and_says_who_changed_what(kit: Store, fill: Filling) -> None:
    person = fill.person()
    open_as(kit.path, "sato").save("people", {"email": "sato@example.org"}, person)
    with pytest.raises(Conflict) as caught:
        kit.save("people", {"email": "tanaka@example.org"}, person, version=1)
    conflict = caught.value
    assert (conflict.login, conflict.theirs.version) == ("sato", 2)
    assert conflict.theirs.values["email"] == "sato@example.org"
    assert conflict.at == conflict.theirs.updated_at
    assert str(conflict).startswith("sato changed 大野 健 in the meantime.")


def test_a_refused_save_leaves_what_stands(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.save("people", {"email": "first@example.org"}, person)
    with pytest.raises(Conflict):
        kit.save("people", {"email": "second@example.org"}, person, version=1)
    assert fill.value("people", person, "email") == "first@example.org"
    assert len(kit.history("people", person)) == 2


def test_mine_goes_through_on_top_of_theirs(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.save("people", {"email": "theirs@example.org"}, person)
    with pytest.raises(Conflict) as caught:
        kit.save("people", {"email": "mine@example.org"}, person, version=1)
    kit.save("people", {"email": "mine@example.org"}, person, version=caught.value.theirs.version)
    assert fill.value("people", person, "email") == "mine@example.org"


def test_without_a_version_a_save_takes_whatever_stands_there(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.save("people", {"email": "theirs@example.org"}, person)
    kit.save("people", {"email": "mine@example.org"}, person)
    assert kit.entry("people", person).version == 3


def test_the_same_change_by_another_is_a_conflict_too(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.save("people", {"email": "same@example.org"}, person)
    with pytest.raises(Conflict):
        kit.save("people", {"email": "same@example.org"}, person, version=1)


def test_what_somebody_has_deleted_meanwhile_is_a_conflict_with_the_deleted_record(kit: Store, fill: Filling) -> None:
    person = fill.person()
    open_as(kit.path, "sato").delete("people", [person])
    with pytest.raises(Conflict) as caught:
        kit.save("people", {"email": "mine@example.org"}, person, version=1)
    assert caught.value.theirs.deleted_at
    assert caught.value.login == "sato"


def test_a_retry_under_its_name_is_no_conflict_with_itself(kit: Store, fill: Filling) -> None:
    person = fill.person()
    first = kit.save("people", {"email": "mine@example.org"}, person, version=1, operation="form-1")
    assert kit.save("people", {"email": "mine@example.org"}, person, version=1, operation="form-1") == first
