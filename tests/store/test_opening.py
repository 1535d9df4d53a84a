"""Making and opening a register: what works, and each refusal with a sentence that says what to do."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filling import open_as

from kit_tui.domain.wording import say
from kit_tui.store import Query, opening, sqlite_file
from kit_tui.store.errors import StoreError
from kit_tui.store.sqlite_database import Database

pytestmark = pytest.mark.sqlite_file

NOBODY = 65534


@pytest.fixture(scope="module")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register, made once: copy it, don't open it."""
    path = tmp_path_factory.mktemp("empty") / "kit.db"
    opening.create(str(path))
    return path


def refusal(path: Path | str) -> str:
    """The sentence with which opening is refused; it has its Japanese."""
    with pytest.raises(StoreError) as refused:
        opening.connect(str(path))
    return worded(refused.value)


def worded(error: StoreError) -> str:
    english = say(error.message, "en")
    assert say(error.message, "ja") != english
    return english


@contextmanager
def powerless() -> Iterator[None]:
    """Within it the tests have nobody's rights, even when root runs them."""
    root = os.geteuid() == 0
    if root:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)


@pytest.fixture
def shared(empty_register: Path) -> Iterator[Path]:
    """A register that everyone may write, in a folder that everyone may write."""
    folder = Path(tempfile.mkdtemp())
    path = Path(shutil.copy(empty_register, folder / "kit.db"))
    folder.chmod(0o777)
    path.chmod(0o666)
    yield path
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_new_register_is_made_and_opens(tmp_path: Path) -> None:
    path = tmp_path / "kit.db"
    opening.create(str(path))
    assert os.listdir(tmp_path) == ["kit.db"]
    database = opening.connect(f"sqlite:///{path}")
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "application_id")
    assert [database.pragma(name) for name in pragmas] == ["wal", 2, 1, 0x4B495452]
    database.close()


@pytest.mark.parametrize("contents", [False, True], ids=["empty", "copied"])
def test_a_new_register_is_nobody_else_s_to_read(empty_register: Path, tmp_path: Path, contents: bool) -> None:
    path = tmp_path / "new.db"
    opening.create(str(path), empty_register if contents else None)
    database = opening.connect(str(path))
    database.execute_sql("INSERT INTO setting VALUES ('a', 'b')")
    modes = {each.name.partition("-in-")[0]: each.stat().st_mode & 0o777 for each in tmp_path.glob("new.db*")}
    assert modes == dict.fromkeys(("new.db", "new.db-wal", "new.db-shm"), 0o600)
    assert {each.stat().st_mode & 0o777 for each in tmp_path.iterdir()} == {0o600}
    database.close()


def test_a_path_may_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    opening.create("~/kit.db")
    assert (tmp_path / "kit.db").exists()


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "kit.db"
    path.touch()
    opening.create(str(path))
    opening.connect(str(path)).close()


def test_what_an_earlier_register_left_behind_is_not_taken_for_the_new_ones(database: Database, tmp_path: Path) -> None:
    database.execute_sql("INSERT INTO setting VALUES ('old', 'yes')")
    path = tmp_path / "new.db"
    shutil.copy(f"{database.database}-wal", f"{path}-wal")
    opening.create(str(path))
    new = opening.connect(str(path))
    assert new.execute_sql("SELECT count(*) FROM setting").fetchone() == (0,)
    assert new.execute_sql("PRAGMA integrity_check").fetchone() == ("ok",)
    new.close()


def test_making_one_that_exists_is_refused_and_changes_nothing(register_path: Path) -> None:
    before = register_path.read_bytes()
    with pytest.raises(StoreError) as refused:
        opening.create(str(register_path))
    assert worded(refused.value).startswith(f"There is a file at {register_path} already")
    assert register_path.read_bytes() == before


def test_a_making_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> int:
        raise RuntimeError

    monkeypatch.setattr(sqlite_file.migrate, "migrate", fails)
    with pytest.raises(RuntimeError):
        opening.create(str(tmp_path / "kit.db"))
    assert os.listdir(tmp_path) == []


MAKE_AND_WRITE = """
import sys
from kit_tui.store import opening
path, number = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
try:
    opening.create(path)
    print("made")
except opening.StoreError:
    print("found")
database = opening.connect(path)
with database.atomic():
    database.execute_sql("INSERT INTO setting VALUES (?, '')", (number,))
database.close()
"""


def test_eight_programs_make_one_register_at_once_and_all_work_in_it(tmp_path: Path) -> None:
    path = tmp_path / "kit.db"
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", MAKE_AND_WRITE, str(path), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for number in range(8)
    ]
    for program in programs:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin
        program.stdin.write("\n")
        program.stdin.flush()
    said = sorted(program.communicate(timeout=60)[0].strip() for program in programs)
    assert said == ["found"] * 7 + ["made"]
    database = opening.connect(str(path))
    assert database.execute_sql("SELECT count(*) FROM setting").fetchone() == (8,)
    database.leave()
    assert os.listdir(tmp_path) == ["kit.db"]


def test_opening_loads_nothing_of_playhouse(register_path: Path) -> None:
    code = "import sys; from kit_tui.store import opening; opening.connect(sys.argv[1]); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code, str(register_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout.split()
    assert "peewee" in loaded
    assert not [name for name in loaded if name.startswith(("playhouse", "textual", "click"))]


def test_a_file_that_is_not_in_wal_mode_is_put_into_it(register_path: Path) -> None:
    connection = sqlite3.connect(register_path)
    connection.execute("PRAGMA journal_mode = delete")
    connection.close()
    database = opening.connect(str(register_path))
    assert database.pragma("journal_mode") == "wal"
    database.close()


def test_a_register_that_is_left_stands_in_its_file_alone(register_path: Path, tmp_path: Path) -> None:
    kit, other = open_as(register_path), opening.connect(str(register_path))
    kit.save("people", {"name": "大野 健", "category": "admin"})
    kit.close()
    copied = open_as(shutil.copy(register_path, tmp_path / "copy.db"))
    assert copied.count(Query("people")) == 1
    copied.close()
    other.close()


def test_the_last_to_leave_a_register_leaves_nothing_beside_it(register_path: Path) -> None:
    kit = open_as(register_path)
    kit.save("people", {"name": "大野 健", "category": "admin"})
    kit.close()
    assert os.listdir(register_path.parent) == ["kit.db"]


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no" / "kit.db").startswith(f"There is no folder {tmp_path / 'no'}")


def test_a_folder_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        opening.create(str(tmp_path / "no" / "kit.db"))
    assert os.listdir(tmp_path) == []


def test_a_file_that_does_not_exist(tmp_path: Path) -> None:
    assert refusal(tmp_path / "kit.db").endswith("make one with kit-tui init.")
    assert os.listdir(tmp_path) == []


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_pipe_instead_of_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kit.db")
    assert "There is no database" in refusal(tmp_path / "kit.db")


def test_a_kind_of_database_that_is_not_known() -> None:
    sentence = refusal("mysql://tanaka:secret@host/kit")
    assert "mysql://" in sentence
    assert "secret" not in sentence


def test_a_file_that_is_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "kit.db"
    path.write_text("name,kana\n" * 100)
    assert "is not a database" in refusal(path)
    assert path.read_text() == "name,kana\n" * 100


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kit.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE person (id)")
    connection.close()
    before = path.read_bytes()
    assert "another program" in refusal(path)
    assert path.read_bytes() == before


def test_a_register_of_a_newer_program(database: Database) -> None:
    database.pragma("user_version", 99)
    assert "newer kit-tui (its tables are at 99, here at" in refusal(database.database)


def test_a_torn_file(register_path: Path) -> None:
    register_path.write_bytes(register_path.read_bytes()[:4096] + b"\xff" * 8192)
    assert "is damaged" in refusal(register_path)


def test_a_register_is_made_of_a_copy(register_path: Path, tmp_path: Path) -> None:
    opening.create(str(tmp_path / "copy.db"), register_path)
    opening.connect(str(tmp_path / "copy.db")).close()


def test_a_file_that_may_only_be_read(shared: Path) -> None:
    shared.chmod(0o444)
    with powerless():
        assert refusal(shared).startswith(f"You may not read and write {shared}")


def test_a_folder_that_may_only_be_read(shared: Path) -> None:
    shared.parent.chmod(0o555)
    with powerless():
        assert refusal(shared).startswith(f"You may not write in the folder {shared.parent}")


def test_a_companion_file_that_another_user_keeps_to_themselves(shared: Path) -> None:
    companion = shared.with_name("kit.db-wal")
    companion.write_bytes(b"")
    companion.chmod(0 if os.geteuid() else 0o600)
    with powerless():
        assert refusal(shared).startswith(f"You may not read and write {companion}")


def test_sqlite_older_than_needed(register_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    assert "3.35 is needed" in refusal(register_path)
