"""Who has a register open is known, and forgotten however they end."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filling import open_as

from kit_tui.domain.roles import NotAllowed, Role
from kit_tui.store import opening, presence
from kit_tui.store.errors import StoreError
from kit_tui.store.presence import Present, others

pytestmark = pytest.mark.sqlite_file

STAYS = """
import sys
from kit_tui.store import opening
database = opening.connect(sys.argv[1], "suzuki")
print("in", flush=True)
sys.stdin.readline()
"""


def in_another_process(register: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", STAYS, str(register)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "in\n"
    return process


def test_those_who_have_it_open_are_known_by_login_and_process(register_path: Path) -> None:
    kit = open_as(register_path, "tanaka")
    with in_another_process(register_path) as other:
        assert sorted(others(register_path)) == [Present("suzuki", other.pid), Present("tanaka", os.getpid())]
        other.communicate("\n")
    assert others(register_path) == [Present("tanaka", os.getpid())]
    kit.close()
    assert others(register_path) == []


def test_one_who_was_killed_is_not_in_any_more_and_leaves_nothing(register_path: Path) -> None:
    with in_another_process(register_path) as other:
        other.send_signal(signal.SIGKILL)
    assert list(register_path.parent.glob("*-in-*"))
    assert others(register_path) == []
    assert not list(register_path.parent.glob("*-in-*"))


def test_a_register_that_is_refused_counts_nobody_in(register_path: Path) -> None:
    database = opening.connect(str(register_path))
    database.pragma("user_version", 99)
    database.leave()
    with pytest.raises(StoreError):
        opening.connect(str(register_path))
    assert others(register_path) == []


def test_one_who_may_not_come_in_is_not_in(register_path: Path) -> None:
    kit = open_as(register_path)
    kit.accounts.add("head", Role.ADMIN)
    kit.close()
    with pytest.raises(NotAllowed) as refused:
        open_as(register_path, "mori")
    assert others(register_path) == []
    assert "mori" in str(refused.value)


def test_copies_of_the_files_say_nothing_of_those_who_work_on_the_copied(register_path: Path, tmp_path: Path) -> None:
    kit = open_as(register_path)
    copied = shutil.copytree(tmp_path, tmp_path / "copied")
    assert others(copied / register_path.name) == []
    kit.close()


def test_another_register_in_the_folder_is_another(register_path: Path) -> None:
    second = Path(shutil.copy(register_path, register_path.with_name("kit.db-in-other.db")))
    kit = open_as(second)
    assert others(register_path) == []
    kit.close()


def test_a_process_that_was_forked_off_does_not_leave_for_the_first(register_path: Path) -> None:
    kit = open_as(register_path)
    child = os.fork()
    if not child:
        kit._core.database._presence()
        os._exit(0)
    os.waitpid(child, 0)
    assert len(others(register_path)) == 1
    kit.close()


def test_what_lies_beside_is_for_those_for_whom_the_register_is(register_path: Path) -> None:
    register_path.chmod(0o660)
    kit = open_as(register_path)
    (beside,) = register_path.parent.glob("*-in-*")
    assert beside.stat().st_mode & 0o777 == 0o660
    kit.close()


def test_who_comes_while_another_wants_to_be_alone_is_told_to_wait(
    register_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "_PATIENCE", 0)
    with presence.alone_in(register_path.parent), pytest.raises(StoreError, match="try again in a moment"):
        opening.connect(str(register_path))
    opening.connect(str(register_path)).leave()


def test_many_come_in_together(register_path: Path) -> None:
    with presence.coming_into(register_path.parent), presence.coming_into(register_path.parent):
        descriptor = os.open(register_path.parent, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(descriptor)
