"""A backup is put in the register's place if it is whole and nobody is in, and what was there is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from filling import Filling, open_as
from test_backups import in_folder, people, quiet

from kit_tui import store
from kit_tui.domain.roles import NotAllowed, Role
from kit_tui.domain.wording import Message
from kit_tui.store import Actor, StoreError, migrate
from kit_tui.store.sqlite_replacing import Restored

pytestmark = pytest.mark.sqlite_file

ADMIN = Actor("tanaka", Role.ADMIN)


@pytest.fixture
def backup(register_path: Path, tmp_path: Path) -> Path:
    """A backup of a register with one person in it, which has two by now."""
    kit = open_as(register_path)
    Filling(kit).person()
    path = kit.back_up(tmp_path / "backup.db", quiet).path
    Filling(kit).person("青木 恵")
    kit.close()
    return path


def restored(register: Path, file: Path, actor: Actor = ADMIN) -> Restored:
    return store.restore(str(register), file, actor, quiet)


def refusal(register: Path, file: Path, actor: Actor = ADMIN) -> str:
    """The sentence with which a restore is refused; the register is as it was, and nothing lies beside it."""
    before, beside = register.read_bytes(), in_folder(register.parent)
    with pytest.raises(StoreError) as refused:
        restored(register, file, actor)
    assert register.read_bytes() == before
    assert in_folder(register.parent) == beside
    return str(refused.value)


def test_the_backup_is_in_place_and_what_was_there_is_kept(register_path: Path, backup: Path) -> None:
    done = restored(register_path, backup)
    assert people(register_path) == 1
    assert done.set_aside is not None
    assert done.set_aside.parent == register_path.parent
    assert people(done.set_aside) == 2
    assert people(backup) == 1


def test_the_moment_of_the_last_thing_in_its_log_is_told(register_path: Path, backup: Path) -> None:
    kit = open_as(backup)
    (last,) = kit.latest()
    kit.close()
    assert restored(register_path, backup).last == last.at


def test_the_mode_stays(register_path: Path, backup: Path) -> None:
    register_path.chmod(0o660)
    restored(register_path, backup)
    assert register_path.stat().st_mode & 0o777 == 0o660


def test_a_register_that_is_gone_is_made_of_its_backup_for_its_owner_alone(register_path: Path, backup: Path) -> None:
    register_path.unlink()
    assert restored(register_path, backup).set_aside is None
    assert people(register_path) == 1
    assert register_path.stat().st_mode & 0o777 == 0o600


def test_the_log_of_a_register_that_is_gone_is_not_taken_for_the_backups(register_path: Path, backup: Path) -> None:
    kit = open_as(register_path)
    Filling(kit).person("大野 弘")
    log = shutil.copy(f"{register_path}-wal", register_path.with_name("log"))
    kit.close()
    register_path.unlink()
    os.replace(log, f"{register_path}-wal")
    restored(register_path, backup)
    assert people(register_path) == 1
    assert [name for name in in_folder(register_path.parent) if "replaced" in name and name.endswith("-wal")]


def test_one_may_be_restored_again_and_again(register_path: Path, backup: Path) -> None:
    aside = {restored(register_path, backup).set_aside for _ in range(3)}
    assert len(aside) == 3
    assert all(path and path.exists() for path in aside)


def test_what_has_not_left_the_backups_log_is_restored_too(register_path: Path, backup: Path) -> None:
    kit = open_as(backup)
    Filling(kit).person("大野 弘")
    restored(register_path, backup)
    kit.close()
    assert people(register_path) == 2


def test_a_backup_on_a_medium_that_is_only_read_is_restored(register_path: Path, backup: Path, tmp_path: Path) -> None:
    (medium := tmp_path / "medium").mkdir()
    backup = Path(shutil.copy(backup, medium))
    backup.chmod(0o400)
    medium.chmod(0o500)
    restored(register_path, backup)
    medium.chmod(0o700)
    assert in_folder(medium) == [backup.name]
    assert people(register_path) == 1


# -- what is refused -------------------------------------------------------------------------------------------
def test_a_file_that_is_no_backup(register_path: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("notes")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE person (id)")
    assert "is no backup of a register" in refusal(register_path, tmp_path / "notes.db")
    assert "is no backup of a register" in refusal(register_path, tmp_path / "other.db")
    assert "There is no file" in refusal(register_path, tmp_path / "no.db")
    assert "There is no file" in refusal(register_path, tmp_path)


def test_the_register_itself(register_path: Path) -> None:
    assert "is the register itself" in refusal(register_path, register_path)


def test_a_backup_that_is_damaged(register_path: Path, backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as file:
        page = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change'").fetchone()[0]
    with backup.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    assert f"{backup} is damaged" in refusal(register_path, backup)


def test_a_backup_that_is_cut_short(register_path: Path, backup: Path) -> None:
    os.truncate(backup, backup.stat().st_size // 2)
    assert f"{backup} is damaged" in refusal(register_path, backup)


def test_a_backup_of_a_newer_program(register_path: Path, backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as file:
        file.execute("PRAGMA user_version = 99")
    assert f"{backup} is of a newer kit-tui" in refusal(register_path, backup)


def test_a_backup_of_an_older_program_is_said_to_be(register_path: Path, backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as file:
        file.execute("PRAGMA user_version = 0")
    assert restored(register_path, backup).outdated
    with pytest.raises(StoreError, match="run kit-tui migrate"):
        open_as(register_path)


def test_while_others_are_in_nothing_is_restored_and_they_are_named(register_path: Path, backup: Path) -> None:
    first, second = open_as(register_path, "suzuki"), open_as(register_path, "mori")
    with pytest.raises(StoreError, match=r"^2 others are in the register \(.*(suzuki.*mori|mori.*suzuki)"):
        restored(register_path, backup)
    first.close()
    with pytest.raises(StoreError, match=r"^Somebody else is in the register \(mori"):
        restored(register_path, backup)
    Filling(second).person("大野 弘")
    second.close()
    assert people(register_path) == 3


def test_who_comes_in_while_the_backup_is_copied_keeps_the_register(register_path: Path, backup: Path) -> None:
    came = []

    def come_in(doing: Message, share: float | None) -> None:
        if not came:
            came.append(open_as(register_path, "mori"))

    with pytest.raises(StoreError, match="mori"):
        store.restore(str(register_path), backup, ADMIN, come_in)
    came[0].close()
    assert people(register_path) == 2


def test_a_program_of_others_that_has_it_open_is_noticed(register_path: Path, backup: Path) -> None:
    with closing(sqlite3.connect(register_path)) as other:
        other.execute("SELECT * FROM person").fetchall()
        with pytest.raises(StoreError, match="Another program has .* open"):
            restored(register_path, backup)
    assert people(register_path) == 2


def test_the_database_of_another_program_is_not_replaced(tmp_path: Path, backup: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE person (id)")
    assert "is a database of another program" in refusal(tmp_path / "other.db", backup)


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR])
def test_only_an_administrator_of_the_register_that_is_replaced_restores(
    register_path: Path, backup: Path, role: Role
) -> None:
    before = register_path.read_bytes()
    with pytest.raises(NotAllowed):
        restored(register_path, backup, Actor("mori", role))
    assert register_path.read_bytes() == before


def test_only_an_administrator_migrates(register_path: Path) -> None:
    with pytest.raises(NotAllowed):
        store.bring_up(str(register_path), Actor("mori", Role.EDITOR), quiet)


# -- a register that is damaged --------------------------------------------------------------------------------
def spoil_header(path: Path) -> None:
    path.write_bytes(b"\xff" * 4096 + path.read_bytes()[4096:])


def spoil_accounts(path: Path) -> None:
    with closing(sqlite3.connect(path)) as register:
        page = register.execute("SELECT rootpage FROM sqlite_master WHERE name = 'account'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


@pytest.mark.parametrize("spoil", [spoil_header, spoil_accounts])
def test_it_is_replaced_and_kept_as_it_is(register_path: Path, backup: Path, spoil: Callable[[Path], None]) -> None:
    spoil(register_path)
    done = restored(register_path, backup)
    assert people(register_path) == 1
    assert done.set_aside is not None
    assert done.set_aside.stat().st_size > 4096


# -- before a migration ----------------------------------------------------------------------------------------
def test_a_migration_makes_a_backup_first(register_path: Path, backup: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(register_path)) as register:
        register.execute("PRAGMA user_version = 0")
    done = store.bring_up(str(register_path), ADMIN, quiet)
    assert (done.before, done.after) == (0, 1)
    assert done.backup is not None
    assert done.backup.name.startswith("kit-version-0-")
    with closing(sqlite3.connect(done.backup)) as made:
        assert made.execute("SELECT count(*) FROM person").fetchone() == (2,)
    assert people(register_path) == 2


def test_a_register_that_is_up_to_date_is_left_alone(register_path: Path, backup: Path) -> None:
    before = register_path.read_bytes()
    assert store.bring_up(str(register_path), ADMIN, quiet).backup is None
    assert register_path.read_bytes() == before


def test_a_migration_that_fails_says_where_the_register_is_as_it_was(
    register_path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("half-way")

    with closing(sqlite3.connect(register_path)) as register:
        register.execute("PRAGMA user_version = 0")
    monkeypatch.setattr(migrate, "migrate", fails)
    with pytest.raises(StoreError, match=r"A migration failed \(half-way\).*kit-version-0-[-\d]+\.db"):
        store.bring_up(str(register_path), ADMIN, quiet)
