"""An exchange folder: plain names, plain files, limits, and nothing of the host beside it."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_tui.domain.wording import Refused
from kit_tui.exchange import place
from kit_tui.exchange.atomic import CantWrite, new_file, new_folder
from kit_tui.exchange.folder import Folder, NotInFolder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """An empty folder that takes 10 bytes a file and 25 in all."""
    path = tmp_path / "exchange"
    path.mkdir()
    folder = Folder(path, most=10, in_all=25)
    yield folder
    folder.close()


def put(folder: Folder, name: str, data: bytes = b"x") -> int:
    return folder.put(name, io.BytesIO(data))


def got(folder: Folder, name: str) -> bytes:
    target = io.BytesIO()
    folder.get(name, target)
    return target.getvalue()


def test_what_was_put_is_got(folder: Folder) -> None:
    assert put(folder, "名簿 2018.csv", b"\r\n\0\xff") == 4
    assert got(folder, "名簿 2018.csv") == b"\r\n\0\xff"
    assert folder.files() == [("名簿 2018.csv", 4)]


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", ".ssh", "-x", "a/b", "/etc/passwd", "../x", "a\\b", "a\0b", "a\nb", "\x1b[2J",
     "x" * 121, "大" * 41],
)  # fmt: skip
def test_what_is_no_plain_name_is_refused(folder: Folder, name: str) -> None:
    for attempt in (lambda: put(folder, name), lambda: got(folder, name), lambda: folder.remove(name)):
        with pytest.raises(NotInFolder):
            attempt()
    assert folder.files() == []


def test_a_link_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder.path / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="symbolic links"):
        got(folder, "link")
    put(folder, "link")
    assert (tmp_path / "secret").read_text() == "secret"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_plain_file_is_not_read(folder: Folder, make: object) -> None:
    make(folder.path / "odd")  # type: ignore[operator]
    with pytest.raises(NotInFolder, match="no plain file"):
        got(folder, "odd")


def test_a_second_name_of_a_file_elsewhere_is_not_read(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder.path / "hard").hardlink_to(tmp_path / "secret")
    with pytest.raises(NotInFolder):
        got(folder, "hard")


def test_a_file_over_the_limit_is_refused_and_the_old_one_stays(folder: Folder) -> None:
    put(folder, "a", b"old")
    with pytest.raises(NotInFolder, match="too large"):
        put(folder, "a", bytes(11))
    assert (got(folder, "a"), len(list(folder.path.iterdir()))) == (b"old", 1)


def test_all_files_together_have_a_limit(folder: Folder) -> None:
    put(folder, "a", bytes(10))
    put(folder, "b", bytes(10))
    with pytest.raises(NotInFolder, match="is full"):
        put(folder, "c", bytes(6))
    folder.remove("a")
    put(folder, "c", bytes(6))


def test_what_a_session_that_died_has_begun_is_removed_after_a_day(folder: Folder) -> None:
    for name, age in ((".made-old", 90_000), (".made-new", 10)):
        (folder.path / name).touch()
        os.utime(folder.path / name, (time.time() - age,) * 2)
    Folder(folder.path).close()
    assert [path.name for path in folder.path.iterdir()] == [".made-new"]


# The whole process


def test_files_are_read_in_the_folder_alone(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "outside.csv").write_text("x")
    put(folder, "inside.csv", b"y")
    with place.confined(folder):
        with place.opened_text(Path("inside.csv")) as file:
            assert file.read() == "y"
        for name in ("../outside.csv", str(tmp_path / "outside.csv")):
            with pytest.raises(NotInFolder):
                place.opened_text(Path(name))
    with place.opened_text(tmp_path / "outside.csv") as file:
        assert file.read() == "x"


def test_files_are_written_in_the_folder_alone(folder: Folder, tmp_path: Path) -> None:
    with place.confined(folder):
        with new_file(Path("new.csv")) as new:
            new.write_text("x")
        with pytest.raises(CantWrite, match="is there already"), new_file(Path("new.csv")):
            pass
        for name in ("../new.csv", str(tmp_path / "new.csv"), ".new"):
            with pytest.raises(NotInFolder), new_file(Path(name)):
                pass
        with pytest.raises(Refused, match="no folders"), new_folder(Path("all")):
            pass
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["exchange", "new.csv"]


def test_an_export_over_the_limit_leaves_nothing(folder: Folder) -> None:
    with place.confined(folder), pytest.raises(NotInFolder), new_file(Path("new.csv")) as new:
        new.write_bytes(bytes(11))
    assert list(folder.path.iterdir()) == []
