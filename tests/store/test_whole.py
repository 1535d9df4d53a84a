"""Proof that a database is whole, and what it notices when another program has had its hands in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from filling import Filling, day, open_as

from kit_tui.store import Busy, Query, Store, StoreError, opening
from tests.places import ON_POSTGRES, raw

UNGUARDED = "SET session_replication_role = replica" if ON_POSTGRES else "PRAGMA foreign_keys = 0"
"""References are looked at by nobody then."""
LOG = (
    "The log of record {0} does not match its version: another program has changed it. To have it as it was, restore "
    "a backup with kit-tui restore FILE."
)
INDEX = "The search index does not match the records: run kit-tui reindex."


def meddle(kit: Store, *statements: str) -> None:
    """What another program does to the database, past its rules."""
    with raw(kit.path) as connection:
        connection.execute(UNGUARDED)
        for statement in statements:
            connection.execute(statement)


def found_wrong(kit: Store) -> list[str]:
    return [str(what) for what in kit.check()]


@pytest.fixture
def stay(kit: Store, fill: Filling) -> int:
    """A stay, of a person and at an institution, after everything that can be done to records."""
    stay = fill.faculty_stay()
    fill.event(stay=stay)
    kit.save("people", {"name": "大野 弘"}, 1)
    kit.delete("institutions", [fill.institution("Aalto", "FI")])
    kit.undo()
    fill.score(1)
    fill.target()
    kit.set_setting("briefing_days", "30")
    return stay


def test_what_the_store_has_written_is_whole(kit: Store, stay: int) -> None:
    assert kit.check() == []


def test_an_empty_register_is_whole(kit: Store) -> None:
    assert kit.check() == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM search_entry WHERE id = (SELECT min(id) FROM search_entry)",
        "INSERT INTO search_entry (id, words, tokens) VALUES (99, '', '')",
        "UPDATE search_entry SET id = id + 50 WHERE id = (SELECT min(id) FROM search_entry)",
        "UPDATE search_entry SET tokens = 'silk' WHERE id = (SELECT min(id) FROM search_entry)",
        "UPDATE search_entry SET vector = NULL"
        if ON_POSTGRES
        else "INSERT INTO search_index (search_index) VALUES ('delete-all')",
        "UPDATE search_entry SET vector = 'silk' WHERE id = (SELECT min(id) FROM search_entry)"
        if ON_POSTGRES
        else "INSERT INTO search_index (rowid, tokens) VALUES (99, 'silk')",
    ],
    ids=["missing", "foreign", "misplaced", "other tokens", "emptied", "other index"],
)
def test_a_search_index_that_does_not_match_is_noticed_and_made_anew(
    kit: Store, fill: Filling, stay: int, statement: str
) -> None:
    meddle(kit, statement)
    assert found_wrong(kit) == [INDEX]
    assert kit.reindex() == 6
    assert kit.check() == []
    assert fill.found("大野弘") == [1, stay, 1]


def test_an_entry_for_a_deleted_record_among_the_living_is_noticed(kit: Store, fill: Filling) -> None:
    gone, _ = fill.person(), fill.person("青木 恵")
    kit.delete("people", [gone])
    meddle(kit, f"UPDATE person SET deleted_at = NULL WHERE id = {gone}")
    assert INDEX in found_wrong(kit)


def test_an_index_made_anew_is_the_one_that_was_kept_up(kit: Store, stay: int) -> None:
    def entries() -> list[tuple[object, ...]]:
        with raw(kit.path) as connection:
            return connection.execute("SELECT * FROM search_entry ORDER BY id")

    kept_up = entries()
    kit.reindex()
    assert entries() == kept_up


def test_a_change_without_a_log_is_noticed(kit: Store, stay: int) -> None:
    meddle(kit, "UPDATE person SET version = version + 1 WHERE id = 1")
    assert found_wrong(kit) == [LOG.format("1 of person")]


def test_a_record_without_a_log_is_noticed(kit: Store, stay: int) -> None:
    meddle(
        kit,
        "INSERT INTO headcount (version, created_at, updated_at, sort_key, category, scope, academic_year, as_of,"
        " count, source) VALUES (1, '', '', '', 'admin', 'all', 2018, '2018-05-01', 5, '')",
    )
    assert LOG.format("1 of headcount") in found_wrong(kit)


def test_a_step_that_is_missing_from_the_log_is_noticed(kit: Store, stay: int) -> None:
    meddle(kit, "DELETE FROM change WHERE \"table\" = 'person' AND version = 1")
    assert LOG.format("1 of person") in found_wrong(kit)


def test_a_step_that_the_log_has_twice_is_noticed(kit: Store, stay: int) -> None:
    kit.save("people", {"name": "大野 剛"}, 1)
    meddle(kit, "UPDATE change SET version = 2 WHERE \"table\" = 'person' AND record = 1 AND version = 1")
    assert found_wrong(kit) == [LOG.format("1 of person")]


def test_a_record_that_is_gone_from_its_table_is_noticed(kit: Store, stay: int) -> None:
    meddle(kit, "DELETE FROM target")
    assert (
        "The log knows record 1 of target, which is not there: another program has removed it. Restore a backup with "
        "kit-tui restore FILE."
    ) in found_wrong(kit)


def test_changes_that_belong_to_nothing_are_noticed(kit: Store, stay: int) -> None:
    meddle(kit, "DELETE FROM operation WHERE id = (SELECT operation_id FROM change WHERE \"table\" = 'score')")
    assert found_wrong(kit) == [
        "1 change in the log belongs to no operation: another program has been at it. Restore a backup with kit-tui "
        "restore FILE."
    ]


def test_an_operation_that_lacks_changes_is_noticed(kit: Store, stay: int) -> None:
    meddle(kit, "UPDATE operation SET rows = 3 WHERE id = 1")
    assert found_wrong(kit) == [
        "Operation 1 changed 3 records, and the log has 1 of the changes: another program has been at it. Restore a "
        "backup with kit-tui restore FILE."
    ]


def test_a_reference_to_nothing_is_noticed(kit: Store, stay: int) -> None:
    meddle(kit, f"UPDATE stay SET person_id = 99 WHERE id = {stay}")
    assert (
        f"Record {stay} of stay points to a record that is not there: name another with kit-tui edit, or restore a "
        "backup with kit-tui restore FILE."
    ) in found_wrong(kit)


def test_a_reference_to_a_deleted_record_is_noticed(kit: Store, stay: int) -> None:
    meddle(kit, "UPDATE person SET deleted_at = '2018-11-22T00:00:00.000000Z' WHERE id = 1")
    assert (
        f"Record {stay} of stay points to a deleted record by person: bring that back with kit-tui undo, or name "
        f"another with kit-tui edit faculty-stays {stay} person=..."
    ) in found_wrong(kit)


@pytest.mark.sqlite_file
def test_a_file_with_what_no_program_should_write_is_noticed(kit: Store, stay: int) -> None:
    meddle(kit, "PRAGMA ignore_check_constraints = 1", "UPDATE person SET category = 'dean'")
    assert found_wrong(kit) == [
        "The file is damaged (CHECK constraint failed in person): restore a backup with kit-tui restore FILE."
    ]


def test_a_clock_that_has_been_set_back_is_noticed(kit: Store, fill: Filling, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", "2999-01-01")
    fill.person()
    monkeypatch.delenv("KIT_TODAY")
    (wrong,) = found_wrong(kit)
    assert wrong.startswith("The clock (2")
    assert "is behind the log (2999-01-01" in wrong
    fill.person("青木 恵")
    assert len(found_wrong(kit)) == 1


WAYS_IN: dict[str, Callable[[Store], object]] = {
    "count": lambda kit: kit.count(Query("people")),
    "window": lambda kit: kit.window(Query("people"), 0, 5),
    "rows": lambda kit: kit.rows("people", [1]),
    "ordering": lambda kit: kit.ordering(Query("people")),
    "each": lambda kit: list(kit.each(Query("people"))),
    "entry": lambda kit: kit.entry("people", 1),
    "card": lambda kit: kit.card("people", 1),
    "refs": lambda kit: kit.refs("person", [1]),
    "find": lambda kit: kit.find("大野"),
    "choices": lambda kit: kit.choices("person", "大野"),
    "resolve": lambda kit: kit.resolve_record("people", "大野"),
    "save": lambda kit: kit.save("people", {"name": "大野 弘"}, 1),
    "delete": lambda kit: kit.delete("people", [1]),
    "move": lambda kit: kit.leave(1, day("2018-11-22")),
    "warnings": lambda kit: kit.warnings("people", {"name": "大野"}),
    "last values": lambda kit: kit.last_values("people"),
    "history": lambda kit: kit.history("people", 1),
    "latest": lambda kit: kit.latest(),
    "undo": lambda kit: kit.undo(),
    "settings": lambda kit: kit.settings(),
    "set setting": lambda kit: kit.set_setting("briefing_days", "5"),
    "importing": lambda kit: kit.importing("people").settle(),
    "attention": lambda kit: kit.attention(),
    "check": lambda kit: kit.check(),
    "reindex": lambda kit: kit.reindex(),
    "reader": lambda kit: list(kit.reader.each(kit.declared("people").model.select())),
    "open": lambda kit: open_as(kit.path),
}


@pytest.mark.parametrize("way", WAYS_IN)
def test_a_database_that_has_lost_a_part_is_told_in_a_sentence(kit: Store, stay: int, way: str) -> None:
    tables = ["person", "employment", "stay", "change", "operation", "setting", "search_entry"]
    tables += [] if ON_POSTGRES else ["search_index"]
    meddle(kit, *(f"DROP TABLE {table}{' CASCADE' if ON_POSTGRES else ''}" for table in tables))
    with pytest.raises(StoreError, match="has lost a part of itself"):
        WAYS_IN[way](kit)


@pytest.mark.sqlite_file
def test_a_check_that_meets_a_write_says_so_and_finds_nothing_wrong(kit: Store, stay: int) -> None:
    kit._core.database.timeout = 0
    other = opening.connect(kit.path)
    with other.atomic(), pytest.raises(Busy):
        kit.check()
    other.close()
    assert kit.check() == []


def test_the_store_and_the_registers_load_neither_the_screens_nor_the_migrations() -> None:
    program = "import sys, kit_tui.store, kit_tui.registers; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in ran.stdout.split()}
    assert "peewee" in loaded
    assert not loaded & {"textual", "rich", "playhouse", "click", "asyncio"}
