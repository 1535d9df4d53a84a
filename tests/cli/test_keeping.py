"""backup, restore, migrate."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kit_tui.cli import session
from tests.cli.conftest import Kit

pytestmark = pytest.mark.sqlite_file


def names(kit: Kit) -> list[str]:
    return [person["name"] for person in json.loads(kit("list", "people", "--json").out)]


def test_a_backup_beside_the_register_is_named_and_restored(office: Kit, register_path: Path) -> None:
    ran = office("backup")
    (made,) = (register_path.parent / "backups").iterdir()
    assert (ran.status, ran.out, ran.err) == (0, "", f"The backup is made and proven: {made}\n")
    office("add", "people", "name=大野 健", "category=admin")
    ran = office("restore", made)
    assert ran.status == 0
    assert f"{made} is in place: the last thing in its log is of 2018-11-22" in ran.err
    assert "kit-replaced-" in ran.err
    assert names(office) == ["青木 恵"]


def test_older_backups_that_go_are_told(office: Kit, register_path: Path) -> None:
    office("backup")
    ran = office("backup")
    assert ran.status == 0
    assert "1 older backup was deleted: kit-" in ran.err
    assert len(list((register_path.parent / "backups").iterdir())) == 1


def test_a_backup_to_a_file_and_over_it(office: Kit, tmp_path: Path) -> None:
    assert office("backup", tmp_path / "copy.db").status == 0
    again = office("backup", tmp_path / "copy.db")
    assert (again.status, str(tmp_path / "copy.db") in again.err) == (1, True)
    assert office("backup", tmp_path / "copy.db", "--force").status == 0


def test_a_restore_without_a_register_makes_it(office: Kit, tmp_path: Path, register_path: Path) -> None:
    office("backup", tmp_path / "copy.db")
    register_path.unlink()
    assert office("restore", tmp_path / "copy.db").status == 0
    assert names(office) == ["青木 恵"]


@pytest.mark.parametrize("words", [("restore",), ("backup", "one", "two"), ("migrate", "now")])
def test_what_makes_no_sense_is_a_mistake_of_usage(office: Kit, words: tuple[str, ...]) -> None:
    assert office(*words).status == 2


def test_an_older_register_is_opened_by_no_command_but_migrated_by_one(office: Kit, register_path: Path) -> None:
    with closing(sqlite3.connect(register_path)) as register:
        register.execute("PRAGMA user_version = 0")
    for words in (("list", "people"), ("check",), ("backup",), ("add", "people", "name=大野", "category=admin")):
        ran = office(*words)
        assert (ran.status, "run kit-tui migrate" in ran.err) == (1, True)
    ran = office("migrate")
    assert ran.status == 0
    assert "The database was at 0 and is at 1 now." in ran.err
    assert str(register_path.parent / "backups" / "kit-version-0-") in ran.err
    assert office("migrate").err == "The database is up to date: its tables are at 1.\n"
    assert names(office) == ["青木 恵"]


STAYS = """
import sys
from kit_tui import store
from kit_tui.registers import REGISTERS
kit = store.open(sys.argv[1], store.Actor("suzuki"), REGISTERS)
print("in", flush=True)
sys.stdin.readline()
"""


def test_while_somebody_is_in_nothing_is_restored_or_migrated_but_backed_up(
    office: Kit, tmp_path: Path, register_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STAYS, str(register_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "in\n"
        assert office("backup", tmp_path / "copy.db").status == 0
        for words in (("restore", tmp_path / "copy.db"), ("migrate",)):
            ran = office(*words)
            assert (ran.status, f"(suzuki, process {other.pid})" in ran.err) == (1, True)
        other.communicate("\n")
    assert office("restore", tmp_path / "copy.db").status == 0


def test_on_a_terminal_it_says_how_far_it_is(
    office: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(session.sys.stderr, "isatty", lambda: True, raising=False)
    ran = office("backup", tmp_path / "copy.db")
    assert "100 %" in ran.err
    assert f"checking {tmp_path}" in ran.err
    assert ran.err.splitlines()[-1].endswith(f"The backup is made and proven: {tmp_path / 'copy.db'}")


def test_it_speaks_japanese(office: Kit, tmp_path: Path) -> None:
    assert "バックアップを取り" in office("--lang", "ja", "backup", tmp_path / "copy.db").err
