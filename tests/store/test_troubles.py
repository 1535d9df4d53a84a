"""What befalls an open database is said in words, and a long read can be stopped."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import peewee as pw
import pytest

from kit_tui.store import opening
from kit_tui.store.errors import Busy, StoreError
from kit_tui.store.sqlite_database import Database


@pytest.mark.sqlite_file
def test_a_page_gone_bad_is_met_while_reading(register_path: Path) -> None:
    database = opening.connect(str(register_path))
    page = database.execute_sql("SELECT rootpage FROM sqlite_master WHERE name = 'person'").fetchone()[0]
    database.close()
    with register_path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    database = opening.connect(str(register_path))
    with pytest.raises(StoreError) as refused, database.translating():
        database.execute_sql("SELECT * FROM person").fetchall()
    assert "is damaged" in str(refused.value)
    database.close()


def test_a_write_that_meets_anothers_is_busy(database: Database) -> None:
    other = opening.connect(database.name)
    database.timeout = 0
    with other.atomic(), pytest.raises(Busy) as refused, database.translating(), database.atomic():
        pass
    assert "Try again" in str(refused.value)
    other.close()


@pytest.mark.sqlite_file
def test_a_full_disk(database: Database) -> None:
    database.pragma("max_page_count", 1)
    with pytest.raises(StoreError) as refused, database.translating():
        database.execute_sql("INSERT INTO setting VALUES ('long', hex(randomblob(1000000)))")
    assert str(refused.value).startswith("The disk is full")


def test_a_table_that_is_gone(database: Database) -> None:
    database.execute_sql("DROP TABLE setting")
    with pytest.raises(StoreError) as refused, database.translating():
        database.execute_sql("SELECT * FROM setting")
    assert "has lost a part" in str(refused.value)


def test_a_broken_rule_stays_what_it_is(database: Database) -> None:
    with pytest.raises(pw.IntegrityError), database.translating():
        database.execute_sql("INSERT INTO setting VALUES ('twice', ''), ('twice', '')")


@pytest.mark.sqlite_file
def test_a_long_read_can_be_stopped(database: Database) -> None:
    database.register_function(lambda: database.interrupt(), "stop", 0)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        database.execute_sql("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT stop() FROM n").fetchall()


@pytest.mark.sqlite_file
def test_a_write_is_not_stopped_with_the_reads(database: Database) -> None:
    database.register_function(lambda: database.interrupt() or "", "stop", 0)
    with database.atomic():
        database.execute_sql("INSERT INTO setting VALUES ('a', stop()), ('b', stop())")
    assert database.execute_sql("SELECT count(*) FROM setting").fetchone() == (2,)


@pytest.mark.sqlite_file
def test_a_connection_that_has_been_closed_is_in_no_one_s_way(database: Database) -> None:
    closed = database.connection()
    database.leave()
    with pytest.raises(sqlite3.ProgrammingError):
        closed.execute("SELECT 1")
    database.leave()
