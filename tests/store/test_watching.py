"""Every commit is told: one's own once as such, those of others with what they changed."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from filling import Filling, open_as

from kit_tui.store import Edit, Invalid, Query, Store, Touched

PATIENCE = 10
"""Seconds after which a commit that has not been told is taken for lost."""


class Heard:
    """What a store that watches has been told."""

    def __init__(self, kit: Store) -> None:
        self._told: queue.Queue[Touched] = queue.Queue()
        kit.watch(self._told.put)

    def next(self) -> Touched:
        """The next commit; fails when none is told."""
        return self._told.get(timeout=PATIENCE)

    @property
    def nothing_more(self) -> bool:
        return self._told.empty()


@pytest.fixture
def heard(kit: Store) -> Heard:
    return Heard(kit)


@pytest.fixture
def sato(kit: Store) -> Iterator[Filling]:
    """A colleague who has the register open too."""
    sato = open_as(kit.path, "sato")
    yield Filling(sato)
    sato.close()


def last_operation(kit: Store) -> int:
    return kit.latest(1)[0].operation


# Others


def test_another_s_commit_is_told_with_its_records(kit: Store, heard: Heard, sato: Filling) -> None:
    person = sato.person()
    assert heard.next() == Touched({"person": frozenset({person})}, (last_operation(kit),), own=False)


def test_the_commit_of_another_program_is_told(kit: Store, heard: Heard) -> None:
    program = (
        "import sys; from kit_tui import store; from kit_tui.registers import REGISTERS\n"
        "kit = store.open(sys.argv[1], store.Actor('sato'), REGISTERS)\n"
        "kit.save('people', {'name': 'Ohno', 'category': 'admin'})\n"
        "kit.close()"
    )
    subprocess.run([sys.executable, "-c", program, kit.path], check=True)
    assert heard.next().tables == {"person": frozenset({1})}


def test_the_commits_of_others_are_all_told(kit: Store, heard: Heard, sato: Filling) -> None:
    people = {sato.person(str(n)) for n in range(20)}
    told: set[int] = set()
    while told != people:
        told |= heard.next().tables["person"] or set()


def test_commits_without_a_pause_are_told_together(kit: Store, heard: Heard, sato: Filling) -> None:
    person, end = sato.person(), time.monotonic() + 2
    version, told = 1, 0
    while time.monotonic() < end:
        (version,) = sato.kit.save("people", {"notes": str(version)}, person).versions
    operations: list[int] = []
    while len(operations) < version:
        operations += heard.next().operations
        told += 1
    assert len(set(operations)) == version
    assert told <= 7


def test_a_write_over_several_tables_is_told_once(heard: Heard, sato: Filling) -> None:
    sato.kit.apply(
        [
            Edit("people", values={"name": "大野 健", "category": "admin"}),
            Edit("institutions", values={"name": "ETH", "country": "CH"}),
        ]
    )
    assert heard.next().tables == {"person": frozenset({1}), "institution": frozenset({1})}


@pytest.mark.parametrize(("rows", "ids"), [(1000, frozenset(range(1, 1001))), (1001, None)])
def test_an_operation_of_over_a_thousand_records_is_told_as_a_table_that_changed(
    heard: Heard, sato: Filling, rows: int, ids: frozenset[int] | None
) -> None:
    sato.kit.apply([Edit("courses", values={"name": "E", "kind": "other", "academic_year": 2018})] * rows)
    assert heard.next().tables == {"course": ids}


def test_an_import_is_told_as_a_table_that_changed(heard: Heard, sato: Filling) -> None:
    importing = sato.kit.importing("people")
    importing.add([(n, {"name": f"大野 {n}", "category": "admin"}) for n in range(1001)])
    importing.settle()
    sato.kit.take_in(importing)
    assert heard.next().tables == {"person": None}


def test_a_setting_of_another_is_told(heard: Heard, sato: Filling) -> None:
    sato.kit.set_setting("score_threshold", "600")
    assert heard.next().tables == {"setting": None}


def test_what_another_takes_back_is_told(kit: Store, heard: Heard, sato: Filling) -> None:
    person = sato.person()
    heard.next()
    sato.kit.undo()
    assert heard.next().tables == {"person": frozenset({person})}
    assert kit.count(Query("people")) == 0


def test_a_commit_on_another_thread_of_the_same_store_is_one_s_own(kit: Store, heard: Heard) -> None:
    thread = threading.Thread(target=lambda: Filling(kit).person())
    thread.start()
    thread.join()
    assert heard.next().own


# One's own


def test_one_s_own_commit_is_told_as_such_and_once(kit: Store, fill: Filling, heard: Heard, sato: Filling) -> None:
    for _ in range(5):
        mine = fill.person()
        own = heard.next()
        assert own == Touched({"person": frozenset({mine})}, (last_operation(kit),), own=True)
        theirs = sato.institution()
        assert heard.next() == Touched({"institution": frozenset({theirs})}, (last_operation(kit),), own=False)
    assert heard.nothing_more


def test_one_s_own_commit_is_told_when_it_is_there_for_all_to_read(kit: Store, fill: Filling) -> None:
    counts: list[int] = []
    reader = open_as(kit.path)
    kit.watch(lambda touched: counts.append(reader.count(Query("people"))))
    fill.person()
    with kit.whole():
        fill.person()
        fill.person()
        assert counts == [1]
    assert counts == [1, 3, 3]


def test_what_was_not_committed_is_not_told(kit: Store, fill: Filling, heard: Heard) -> None:
    def fail() -> None:
        with kit.whole():
            fill.person()
            fill.institution(country="")

    with pytest.raises(Invalid):
        fail()
    course = fill.course()
    assert heard.next().tables == {"course": frozenset({course})}


def test_another_s_commit_under_the_number_of_one_that_failed_is_told(
    kit: Store, fill: Filling, heard: Heard, sato: Filling
) -> None:
    def fail() -> None:
        with kit.whole():
            fill.person()
            fill.institution(country="")

    with pytest.raises(Invalid):
        fail()
    person = sato.person()
    assert heard.next() == Touched({"person": frozenset({person})}, (1,), own=False)


def test_what_changes_nothing_is_not_told(kit: Store, fill: Filling, heard: Heard) -> None:
    person = fill.person()
    heard.next()
    kit.save("people", {"category": "faculty"}, person)
    assert heard.nothing_more


def test_a_retry_under_its_name_tells_again_what_was_done(kit: Store, heard: Heard) -> None:
    values = {"name": "大野 健", "category": "admin"}
    kit.save("people", values, operation="form-1")
    kit.save("people", values, operation="form-1")
    assert heard.next() == heard.next()


def test_one_s_own_large_operation_is_told_as_a_table_that_changed(kit: Store, heard: Heard) -> None:
    kit.apply([Edit("courses", values={"name": "E", "kind": "other", "academic_year": 2018})] * 1001)
    assert heard.next().tables == {"course": None}


def test_everyone_who_watches_is_told(kit: Store, fill: Filling) -> None:
    first, second = Heard(kit), Heard(kit)
    fill.person()
    assert first.next() == second.next()
