"""A register of an earlier program is brought to the tables of this one, with all that is in it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import peewee as pw
import pytest

from kit_tui.domain.wording import message
from kit_tui.store import sqlite_database
from kit_tui.store.errors import StoreError
from kit_tui.store.migrate import MIGRATIONS, applied, known, migrate
from kit_tui.store.presence import others
from kit_tui.store.sqlite_database import Database
from kit_tui.store.sqlite_file import SqliteFile

pytestmark = pytest.mark.sqlite_file

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
    database.leave()
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


def migrated(register: Path, migrations: Path) -> Database:
    """The register, open after the program with these migrations has migrated it."""
    keeper = SqliteFile(str(register), migrations)
    keeper.migrate(lambda version: None)
    return keeper.connect()


def test_a_new_register_has_had_every_migration(database: Database) -> None:
    migrate(database)
    assert database.pragma("user_version") == known() == applied(database)


def test_a_register_is_not_migrated_by_whoever_opens_it(old_file: Path, tmp_path: Path) -> None:
    before = old_file.read_bytes()
    with pytest.raises(StoreError, match=r"older kit-tui \(its tables are at 1, here at 2\): run kit-tui migrate\.$"):
        SqliteFile(str(old_file), program_with(tmp_path, SECOND)).connect()
    assert old_file.read_bytes() == before
    assert others(old_file) == []


def test_an_old_file_is_migrated_and_keeps_its_data(old_file: Path, tmp_path: Path) -> None:
    before = people(database := SqliteFile(str(old_file)).connect())
    database.leave()
    database = migrated(old_file, program_with(tmp_path, SECOND))
    assert people(database) == [(*row, "101") for row in before]
    assert database.pragma("user_version") == 2
    assert database.pragma("journal_mode") == "wal"
    database.leave()


def test_the_version_is_told_before_anything_changes(old_file: Path, tmp_path: Path) -> None:
    found = []
    keeper = SqliteFile(str(old_file), program_with(tmp_path, SECOND))

    def look(version: int) -> None:
        with sqlite3.connect(old_file) as register:
            found.append((version, *register.execute("PRAGMA user_version").fetchone()))

    assert keeper.migrate(look) == (1, 2)
    assert keeper.migrate(look) == (2, 2)
    assert found == [(1, 1)]


def test_without_what_comes_before_there_is_no_migration(old_file: Path, tmp_path: Path) -> None:
    def fails(version: int) -> None:
        raise StoreError(message("The disk is full"))

    with pytest.raises(StoreError):
        SqliteFile(str(old_file), program_with(tmp_path, SECOND)).migrate(fails)
    SqliteFile(str(old_file)).connect().leave()


def test_a_register_that_others_are_in_is_not_migrated(old_file: Path, tmp_path: Path) -> None:
    other = SqliteFile(str(old_file)).connect("suzuki")
    with pytest.raises(StoreError, match="in the register .suzuki"):
        SqliteFile(str(old_file), program_with(tmp_path, SECOND)).migrate(lambda version: None)
    assert "room" not in {column.name for column in other.get_columns("person")}
    other.leave()


def test_a_register_that_another_program_has_open_is_not_migrated(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_database, "_TIMEOUT", 0)
    with closing(sqlite3.connect(old_file)) as other:
        other.execute("SELECT * FROM person").fetchall()
        with pytest.raises(StoreError, match="Another program has"):
            SqliteFile(str(old_file), program_with(tmp_path, SECOND)).migrate(lambda version: None)
    SqliteFile(str(old_file)).connect().leave()


def test_a_table_that_is_made_anew_keeps_what_points_to_it(old_file: Path, tmp_path: Path) -> None:
    database = migrated(old_file, program_with(tmp_path, REBUILDS))
    assert database.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    assert [row[-2] for row in people(database)] == [1]
    assert database.pragma("foreign_keys") == 1
    database.leave()


def test_a_migration_that_fails_leaves_the_old_register(old_file: Path, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="half-way"):
        migrated(old_file, program_with(tmp_path, FAILS))
    database = SqliteFile(str(old_file)).connect()
    assert "room" not in {column.name for column in database.get_columns("person")}
    assert len(people(database)) == 1
    database.leave()


def test_a_migration_that_fails_leaves_what_those_before_it_have_done_and_says_so(
    old_file: Path, tmp_path: Path
) -> None:
    migrations = program_with(tmp_path, SECOND)
    (migrations / "0003_third.py").write_text(FAILS)
    with pytest.raises(pw.OperationalError, match="duplicate column"):
        migrated(old_file, migrations)
    (migrations / "0003_third.py").unlink()
    SqliteFile(str(old_file), migrations).connect().leave()


def test_a_program_that_died_between_the_migration_and_its_mark_is_made_good(old_file: Path, tmp_path: Path) -> None:
    migrations = program_with(tmp_path, SECOND)
    database = migrated(old_file, migrations)
    database.pragma("user_version", 1)
    database.leave()
    database = migrated(old_file, migrations)
    assert database.pragma("user_version") == 2
    database.leave()


def test_the_migrations_are_frozen() -> None:
    for migration in MIGRATIONS.glob("[0-9]*.py"):
        assert "kit_tui" not in migration.read_text(encoding="utf-8")
