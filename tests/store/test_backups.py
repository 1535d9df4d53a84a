"""A backup is as of one moment, proven before it is kept, and takes the place of older ones only where it may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

import pytest
from filling import Filling, open_as

from kit_tui.domain.roles import NotAllowed, Role
from kit_tui.domain.wording import Message
from kit_tui.store import Query, Store, StoreError, sqlite_copy
from kit_tui.store.sqlite_copy import Told, copy

pytestmark = pytest.mark.sqlite_file


def quiet(doing: Message, share: float | None) -> None:
    """Hears how far a backup is."""


def in_folder(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def people(path: Path) -> int:
    kit = open_as(path)
    count = kit.count(Query("people"))
    kit.close()
    return count


def test_a_backup_holds_all_that_was_saved_and_nobody_else_may_read_it(
    kit: Store, fill: Filling, tmp_path: Path
) -> None:
    fill.person()
    made = kit.back_up(tmp_path / "copy.db", quiet)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert people(made.path) == 1


def test_nothing_but_the_backup_is_left_beside_it(kit: Store, fill: Filling, tmp_path: Path) -> None:
    (folder := tmp_path / "elsewhere").mkdir()
    kit.back_up(folder / "copy.db", quiet)
    assert in_folder(folder) == ["copy.db"]


def test_it_is_of_the_moment_at_which_it_began_and_never_begins_anew(
    kit: Store, fill: Filling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_copy, "_STEP", 1)
    fill.person()
    steps = []
    writing = threading.get_ident()

    def write_meanwhile(doing: Message, share: float | None) -> None:
        if "copying" in str(doing) and share is not None and len(steps) < 300:
            steps.append(share)
            assert threading.get_ident() != writing
            fill.person(staff_no=str(len(steps)))

    made = kit.back_up(tmp_path / "copy.db", write_meanwhile)
    assert steps == sorted(steps)
    assert kit.count(Query("people")) > 50
    assert people(made.path) == 1


def test_what_was_written_meanwhile_is_no_work_left_for_those_who_save(
    kit: Store, fill: Filling, tmp_path: Path
) -> None:
    written: list[int] = []

    def write_once(doing: Message, share: float | None) -> None:
        if not written:
            written.append(fill.person("meanwhile"))

    kit.back_up(tmp_path / "copy.db", write_once)
    assert b"meanwhile" in Path(kit.path).read_bytes()


def test_a_copy_that_is_not_what_it_should_be_is_not_kept(
    kit: Store, fill: Filling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill.person()

    def torn(descriptor: int, doing: Message, told: Told) -> None:
        os.pwrite(descriptor, b"\xff" * 4096 * 10, 20 * 4096)

    monkeypatch.setattr(sqlite_copy, "_read_back", torn)
    with pytest.raises(StoreError, match="The copy is damaged"):
        kit.back_up(tmp_path / "copy.db", quiet)
    assert not [name for name in in_folder(tmp_path) if "copy" in name]


def test_a_register_that_is_damaged_is_said_to_be(kit: Store, tmp_path: Path) -> None:
    page = kit._core.rows("SELECT rootpage FROM sqlite_master WHERE name = 'person'")[0][0]
    kit.close()
    with Path(kit.path).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(StoreError, match="damaged"):
        copy(Path(kit.path), tmp_path / "copy.db", quiet)
    assert in_folder(tmp_path) == ["kit.db"]


def test_a_backup_that_is_stopped_leaves_nothing(kit: Store, tmp_path: Path) -> None:
    def stop(doing: Message, share: float | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kit.back_up(tmp_path / "copy.db", stop)
    assert not [name for name in in_folder(tmp_path) if "copy" in name]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR])
def test_only_an_administrator_makes_backups(register_path: Path, tmp_path: Path, role: Role) -> None:
    kit = open_as(register_path, role=role)
    with pytest.raises(NotAllowed):
        kit.back_up(tmp_path / "copy.db", quiet)
    kit.close()
    assert in_folder(tmp_path) == ["kit.db"]


# -- where it goes ---------------------------------------------------------------------------------------------
def test_a_file_that_is_there_is_only_replaced_on_demand(kit: Store, fill: Filling, tmp_path: Path) -> None:
    first = kit.back_up(tmp_path / "copy.db", quiet)
    fill.person()
    with pytest.raises(StoreError, match="already"):
        kit.back_up(first.path, quiet)
    assert people(first.path) == 0
    kit.back_up(first.path, quiet, replace=True)
    assert people(first.path) == 1


def test_the_register_itself_is_never_replaced(kit: Store, fill: Filling, tmp_path: Path) -> None:
    (tmp_path / "other.db").symlink_to(kit.path)
    for path in (Path(kit.path), tmp_path / "other.db"):
        with pytest.raises(StoreError, match="already"):
            kit.back_up(path, quiet, replace=True)
    assert fill.person()


def test_a_folder_that_is_not_there_is_not_made(kit: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no folder"):
        kit.back_up(tmp_path / "no" / "copy.db", quiet)


def test_without_a_name_it_goes_beside_the_register(kit: Store, tmp_path: Path) -> None:
    made = kit.back_up(None, quiet)
    assert made.path.parent == tmp_path / "backups"
    assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_two_of_one_second_are_two(kit: Store) -> None:
    assert kit.back_up(None, quiet).path != kit.back_up(None, quiet).path


# -- what goes for it ------------------------------------------------------------------------------------------
class Shelf(NamedTuple):
    """A folder of backups, which has been filled for years."""

    kit: Store
    folder: Path

    def put(self, name: str, register: bool = True) -> None:
        if register:
            shutil.copy(self.kit.path, self.folder / name)
        else:
            (self.folder / name).write_text("notes")


@pytest.fixture
def shelf(kit: Store, tmp_path: Path) -> Shelf:
    (folder := tmp_path / "backups").mkdir()
    return Shelf(kit, folder)


def test_of_a_day_the_last_one_stays(shelf: Shelf) -> None:
    for name in ("kit-20181121-120000.db", "kit-20181121-180000.db", "kit-20181120-180000.db"):
        shelf.put(name)
    made = shelf.kit.back_up(None, quiet)
    assert [path.name for path in made.deleted] == ["kit-20181121-120000.db"]
    assert in_folder(shelf.folder) == ["kit-20181120-180000.db", "kit-20181121-180000.db", made.path.name]


def test_how_many_stay_is_a_policy(shelf: Shelf) -> None:
    for kind in ("daily", "weekly", "monthly"):
        shelf.kit.set_setting(f"backup_{kind}", "0")
    shelf.put("kit-20181121-120000.db")
    made = shelf.kit.back_up(None, quiet)
    assert in_folder(shelf.folder) == [made.path.name]


def test_what_was_not_made_by_a_backup_stays(shelf: Shelf) -> None:
    for kind in ("daily", "weekly", "monthly"):
        shelf.kit.set_setting(f"backup_{kind}", "0")
    foreign = [
        "kit-20181121.db", "kit-20181121-120000.db.gz", "kit-20181121-120000-audit.db", "kit-2018112-1120000.db",
        "kit-version-1-20181121-120000.db", "other-20181121-120000.db", "kit.db",
    ]  # fmt: skip
    for name in foreign:
        shelf.put(name)
    shelf.put("kit-20181121-130000.db", register=False)
    made = shelf.kit.back_up(None, quiet)
    assert made.deleted == ()
    assert in_folder(shelf.folder) == sorted([*foreign, "kit-20181121-130000.db", made.path.name])


def test_a_new_one_stays_though_the_clock_has_been_set_back(shelf: Shelf) -> None:
    for kind in ("daily", "weekly", "monthly"):
        shelf.kit.set_setting(f"backup_{kind}", "1")
    shelf.put("kit-20990101-120000.db")
    made = shelf.kit.back_up(None, quiet)
    assert made.deleted == ()
    assert in_folder(shelf.folder) == [made.path.name, "kit-20990101-120000.db"]


def test_a_folder_that_is_named_is_kept_as_well(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put("kit-20181121-120000.db")
    shelf.put("kit-20181121-180000.db")
    assert len(shelf.kit.back_up(shelf.folder, quiet).deleted) == 1


def test_what_a_killed_backup_has_left_goes_after_a_day(shelf: Shelf) -> None:
    for name, age in ((".kit-1.db.77.unfinished", 2 * 86400), (".kit-2.db.78.unfinished", 60)):
        shelf.put(name)
        moment = (shelf.folder / name).stat().st_mtime - age
        os.utime(shelf.folder / name, (moment, moment))
    made = shelf.kit.back_up(None, quiet)
    assert in_folder(shelf.folder) == [".kit-2.db.78.unfinished", made.path.name]


# -- a disk without room ---------------------------------------------------------------------------------------
def test_a_disk_without_room_is_told_before_anything_is_written(
    kit: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**6, 10**6, 0))
    with pytest.raises(StoreError, match="has no room for the copy: it takes 0 MB"):
        kit.back_up(tmp_path / "copy.db", quiet)


BACK_UP = """
import resource, sys
sys.path.insert(0, sys.argv[3])
from filling import open_as
from kit_tui.store import StoreError
from pathlib import Path
kit = open_as(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    kit.back_up(Path(sys.argv[2]), lambda doing, share: None)
except StoreError as error:
    print(error)
"""


def test_a_disk_that_fills_up_is_told_and_nothing_is_kept(kit: Store, fill: Filling, tmp_path: Path) -> None:
    fill.person()
    ran = subprocess.run(
        [sys.executable, "-c", BACK_UP, kit.path, str(tmp_path / "copy.db"), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "can't be written" in ran.stdout
    assert not [name for name in in_folder(tmp_path) if "copy" in name]
    assert kit.check() == []
