"""A register moves into another database of either kind: with everything, all or nothing, compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import Filling, open_as

from kit_tui import store
from kit_tui.domain.roles import NotAllowed, Role
from kit_tui.domain.wording import message
from kit_tui.store import Actor, Query, Store, StoreError, opening
from kit_tui.store.copying import counted
from tests.places import EXAMPLE, raw

TANAKA = Actor("tanaka", Role.ADMIN)


@pytest.fixture
def filled(kit: Store, fill: Filling) -> Store:
    """A register with a log, a deleted record, a policy, and a visit that prolongs one which was added after it."""
    person = fill.person("青木 恵", category="visitor", notes="one\ntwo")
    first = fill.visit(person, start="2018-10-01", end="2018-10-05")
    second = fill.visit(person, start="2018-09-01", end="2018-09-05")
    kit.save("visits", {"extends": second}, first)
    kit.delete("institutions", [fill.institution("Aalto", "FI")])
    kit.set_setting("briefing_days", "30")
    return kit


@pytest.fixture
def other_kind(tmp_path: Path) -> str:
    """Where a register in a file may be made, whatever kind the first is of."""
    return str(tmp_path / "moved.db")


def everything(kit: Store) -> object:
    records = [list(kit.each(Query(slug, deleted=gone))) for slug in kit.registers for gone in (False, True)]
    return records, kit.latest(), kit.history("visits", 1), kit.settings()


def test_everything_is_there_and_goes_on_from_there(filled: Store, new_path: str) -> None:
    counts = store.copy(filled.path, new_path, TANAKA)
    assert (counts["person"], counts["visit"], counts["institution"]) == (1, 2, 1)
    moved = open_as(new_path)
    assert everything(moved) == everything(filled)
    assert moved.check() == []
    assert Filling(moved).found("青木") == Filling(filled).found("青木")
    assert Filling(moved).person() == 2
    moved.undo()
    moved.close()


def test_a_register_goes_to_a_file_and_back(filled: Store, other_kind: str, new_path: str) -> None:
    there = store.copy(filled.path, other_kind, TANAKA)
    back = store.copy(other_kind, new_path, TANAKA)
    assert there == back
    moved = open_as(new_path)
    assert everything(moved) == everything(filled)
    moved.close()


def test_the_example_goes_into_a_register_that_has_been_made(register_path: Path | str, tmp_path: Path) -> None:
    example = tmp_path / "example.db"
    example.write_bytes(EXAMPLE.read_bytes())
    counts = store.copy(str(example), str(register_path), TANAKA)
    assert counts["person"] > 100
    moved = open_as(register_path)
    assert moved.check() == []
    moved.close()


def test_a_register_that_holds_records_is_no_target(filled: Store, another_path: Path | str) -> None:
    Filling(open_as(another_path)).institution()
    with pytest.raises(StoreError, match="holds records already"):
        store.copy(filled.path, str(another_path), TANAKA)
    with raw(another_path) as connection:
        assert connection.execute("SELECT name FROM institution") == [("ETH Zürich",)]


def test_a_copy_that_fails_leaves_nothing(
    filled: Store, new_path: str, another_path: Path | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def differ(*_: object) -> int:
        raise StoreError(message("not the same"))

    monkeypatch.setattr("kit_tui.store.copying._compared", differ)
    for target in (new_path, str(another_path)):
        with pytest.raises(StoreError, match="not the same"):
            store.copy(filled.path, target, TANAKA)
    assert not opening.is_made(new_path)
    with raw(another_path) as connection:
        assert connection.execute("SELECT count(*) FROM person") == [(0,)]


def test_a_record_that_is_not_the_same_is_noticed(filled: Store, another_path: Path | str) -> None:
    store.copy(filled.path, str(another_path), TANAKA)
    with raw(another_path) as connection:
        connection.execute("UPDATE person SET notes = 'one two'")
    source, target = opening.connect(filled.path), opening.connect(str(another_path))
    with pytest.raises(StoreError, match="person is not the same"):
        counted(source, target)
    source.close()
    target.close()


def test_an_administrator_alone_may_copy(filled: Store, new_path: str) -> None:
    with pytest.raises(NotAllowed):
        store.copy(filled.path, new_path, Actor("kimura", Role.EDITOR))
