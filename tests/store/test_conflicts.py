"""Two people, one record: what has been seen decides whether a save goes through."""

from __future__ import annotations

import pytest
from filling import Filling, day, open_as, problems

from kit_tui.store import Conflict, Invalid, Ref, Store


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


def test_edits_of_different_fields_merge_by_themselves_and_say_whose_they_were(kit: Store, fill: Filling) -> None:
    person = fill.person()
    open_as(kit.path, "sato").save("people", {"email": "sato@example.org"}, person)
    done = kit.save("people", {"notes": "silk"}, person, version=1)
    assert fill.value("people", person, "email") == "sato@example.org"
    assert fill.value("people", person, "notes") == "silk"
    (theirs,) = done.meanwhile
    assert (theirs.field.name, theirs.value, theirs.login) == ("email", "sato@example.org", "sato")
    assert kit.check() == []


def test_the_edits_of_several_others_are_told_apart(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay()
    host = fill.institution("TU Wien", "AT")
    open_as(kit.path, "sato").save("faculty-stays", {"cost": 100}, stay)
    open_as(kit.path, "mori").save("faculty-stays", {"institution": host}, stay)
    done = kit.save("faculty-stays", {"purpose": "silk"}, stay, version=1)
    assert {(one.field.name, one.login, one.value) for one in done.meanwhile} == {
        ("cost", "sato", 100),
        ("institution", "mori", Ref("institutions", host, "TU Wien")),
    }


def test_the_same_change_by_both_is_a_conflict_for_one_may_add_to_what_was_seen(kit: Store, fill: Filling) -> None:
    person = fill.person(notes="1")
    kit.save("people", {"notes": "2"}, person)
    with pytest.raises(Conflict):
        kit.save("people", {"notes": "2"}, person, version=1)


def test_a_field_that_one_leaves_as_it_was_stays_as_the_other_has_it(kit: Store, fill: Filling) -> None:
    person = fill.person(email="first@example.org")
    kit.save("people", {"email": "theirs@example.org"}, person)
    kit.save("people", {"email": "first@example.org", "notes": "silk"}, person, version=1)
    assert fill.value("people", person, "email") == "theirs@example.org"


def test_what_another_has_changed_and_changed_back_stands_in_nobody_s_way(kit: Store, fill: Filling) -> None:
    person = fill.person()
    sato = open_as(kit.path, "sato")
    sato.save("people", {"email": "sato@example.org"}, person)
    sato.undo()
    done = kit.save("people", {"email": "mine@example.org"}, person, version=1)
    assert (fill.value("people", person, "email"), done.meanwhile) == ("mine@example.org", ())


def test_of_several_fields_only_the_common_ones_clash(kit: Store, fill: Filling) -> None:
    person = fill.person()
    open_as(kit.path, "sato").save("people", {"email": "sato@example.org", "notes": "silk"}, person)
    with pytest.raises(Conflict) as caught:
        kit.save("people", {"email": "mine@example.org", "orcid": ""}, person, version=1)
    assert {one.field.name: (one.value, one.login, one.clashes) for one in caught.value.meanwhile} == {
        "email": ("sato@example.org", "sato", True),
        "notes": ("silk", "sato", False),
    }


def test_the_rules_hold_for_what_comes_of_both(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay(start="2018-03-01", end="2018-09-15")
    open_as(kit.path, "sato").save("faculty-stays", {"start": day("2018-08-01")}, stay)
    with pytest.raises(Invalid) as caught:
        kit.save("faculty-stays", {"end": day("2018-07-01")}, stay, version=1)
    assert "is before the start, 2018-08-01" in problems(caught.value)["end"]
    assert caught.value.theirs
    assert caught.value.theirs.values["start"] == day("2018-08-01")
    assert "start" in [one.field.name for one in caught.value.meanwhile]


def test_what_is_worked_out_follows_the_parts_of_both(kit: Store, fill: Filling) -> None:
    score = fill.score(fill.person(), 700, listening=350, reading=350)
    open_as(kit.path, "sato").save("scores", {"listening": 400}, score)
    kit.save("scores", {"reading": 400}, score, version=1)
    assert fill.value("scores", score, "total") == 800


def test_a_version_that_the_log_knows_nothing_of_is_a_conflict(kit: Store, fill: Filling) -> None:
    person = fill.person()
    with pytest.raises(Conflict):
        kit.save("people", {"email": "mine@example.org"}, person, version=7)


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
