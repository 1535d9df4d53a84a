"""A register of an earlier program is brought to the tables of this one, with all that is in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kit_tui.store.migrate import MIGRATIONS, known, migrate
from kit_tui.store.sqlite_file import Database, SqliteFile

STAMPS = "1, '2018-11-22', '2018-11-22', ''"
SECOND = """
import peewee as pw


def up(migrator, db):
    migrator.migrate(migrator.add_column("person", "room", pw.TextField(default="")))
    db.execute_sql("UPDATE person SET room = '101' WHERE name = '青木 恵'")
"""
REBUILDS = """
def up(migrator, db):
    migrator.migrate(migrator.add_not_null("person", "home_institution_id"))
"""
FAILS = """
import peewee as pw


def up(migrator, db):
    migrator.migrate(migrator.add_column("person", "room", pw.TextField(default="")))
    raise RuntimeError("half-way")
"""


@pytest.fixture
def old_file(register_path: Path) -> Path:
    """A register with two records, as a program that knew the first migration alone has left it."""
    database = SqliteFile(str(register_path)).connect()
    with database.atomic():
        database.execute_sql(
            "INSERT INTO institution (version, created_at, updated_at, sort_key, name, name_native, aliases, country,"
            f" city, website) VALUES ({STAMPS}, 'ETH Zürich', '', '', 'CH', '', '')"
        )
        database.execute_sql(
            "INSERT INTO person (version, created_at, updated_at, sort_key, staff_no, name, name_kana, name_roman,"
            " category, email, nationality, notes, home_institution_id)"
            f" VALUES ({STAMPS}, '0123', '青木 恵', '', '', 'admin', '', '', '', 1)"
        )
    database.close()
    return register_path


def program_with(tmp_path: Path, second: str) -> Path:
    """The migrations of a later program, whose second is `second`."""
    directory = tmp_path / "migrations"
    directory.mkdir()
    for migration in MIGRATIONS.glob("0001*.py"):
        shutil.copy(migration, directory)
    (directory / "0002_second.py").write_text(second)
    return directory


def people(database: Database) -> list[tuple[object, ...]]:
    return database.execute_sql("SELECT * FROM person").fetchall()


def test_a_new_register_has_had_every_migration(database: Database) -> None:
    assert database.pragma("user_version") == known() == migrate(database)


def test_an_old_file_is_migrated_when_it_is_opened_and_keeps_its_data(old_file: Path, tmp_path: Path) -> None:
    before = people(database := SqliteFile(str(old_file)).connect())
    database.close()
    database = SqliteFile(str(old_file), program_with(tmp_path, SECOND)).connect()
    assert people(database) == [(*row, "101") for row in before]
    assert database.pragma("user_version") == 2
    database.close()


def test_a_table_that_is_made_anew_keeps_what_points_to_it(old_file: Path, tmp_path: Path) -> None:
    database = SqliteFile(str(old_file), program_with(tmp_path, REBUILDS)).connect()
    assert database.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    assert [row[-2] for row in people(database)] == [1]
    assert database.pragma("foreign_keys") == 1
    database.close()


def test_a_migration_that_fails_leaves_the_old_register(old_file: Path, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="half-way"):
        SqliteFile(str(old_file), program_with(tmp_path, FAILS)).connect()
    database = SqliteFile(str(old_file)).connect()
    assert "room" not in {column.name for column in database.get_columns("person")}
    assert len(people(database)) == 1
    database.close()


def test_a_program_that_died_between_the_migration_and_its_mark_is_made_good(old_file: Path, tmp_path: Path) -> None:
    later = SqliteFile(str(old_file), program_with(tmp_path, SECOND))
    database = later.connect()
    database.pragma("user_version", 1)
    database.close()
    database = later.connect()
    assert database.pragma("user_version") == 2
    database.close()


def test_the_migrations_are_frozen() -> None:
    for migration in MIGRATIONS.glob("[0-9]*.py"):
        assert "kit_tui" not in migration.read_text(encoding="utf-8")
