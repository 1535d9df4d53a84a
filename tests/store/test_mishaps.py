"""What can befall the computer under an open register: a sentence for each, and nothing that was saved is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from filling import Filling, open_as

from kit_tui.domain.wording import say
from kit_tui.store import Query, Store, StoreError, Touched

pytestmark = pytest.mark.sqlite_file  # what befalls the file


@contextmanager
def full_disk(kit: Store) -> Iterator[None]:
    database = kit._core.database
    database.pragma("max_page_count", database.pragma("page_count"))
    yield
    database.pragma("max_page_count", 1 << 30)


@contextmanager
def read_only(kit: Store) -> Iterator[None]:
    kit._core.database.pragma("query_only", 1)
    yield
    kit._core.database.pragma("query_only", 0)


@contextmanager
def moved_away(kit: Store) -> Iterator[None]:
    path = Path(kit.path)
    path.rename(path.with_name("elsewhere.db"))
    yield
    path.with_name("elsewhere.db").rename(path)


@contextmanager
def replaced(kit: Store) -> Iterator[None]:
    path = Path(kit.path)
    kept = path.with_name("kept.db")
    os.link(path, kept)
    Path(shutil.copy(path, path.with_name("another.db"))).replace(path)
    yield
    kept.replace(path)


@pytest.mark.parametrize(
    ("befallen", "sentence"),
    [
        (full_disk, "The disk is full: nothing was saved."),
        (read_only, "can't be written: nothing was saved."),
        (moved_away, "has been moved, replaced or deleted while it was open, and nothing is saved"),
        (replaced, "has been moved, replaced or deleted while it was open, and nothing is saved"),
    ],
)
def test_a_save_is_refused_in_a_sentence_and_goes_through_when_it_is_over(
    kit: Store, fill: Filling, befallen: Callable[[Store], AbstractContextManager[None]], sentence: str
) -> None:
    fill.person("青木 恵")
    record = {"name": "大野 健", "category": "admin", "notes": "長い" * 100_000}
    with befallen(kit):
        with pytest.raises(StoreError) as refused:
            kit.save("people", record)
        assert sentence in say(refused.value.message, "en")
        assert say(refused.value.message, "ja") != say(refused.value.message, "en")
    kit.save("people", record)
    assert [entry.title for entry in kit.each(Query("people"))] == ["大野 健", "青木 恵"]
    assert kit.check() == []


def test_what_is_done_in_several_steps_is_not_done_by_halves_on_a_full_disk(kit: Store, fill: Filling) -> None:
    person = fill.person("青木 恵")
    told: list[Touched] = []
    kit.watch(told.append)

    def do_both() -> None:
        with kit.whole():
            kit.save("people", {"name": "大野 健", "category": "admin"})
            kit.save("people", {"notes": "長い" * 100_000}, person)

    with full_disk(kit):
        with pytest.raises(StoreError, match="The disk is full"):
            do_both()
        assert kit.count(Query("people")) == 1
    last = kit.save("people", {"email": "a@example.org"}, person).operation
    assert [touched.operations for touched in told] == [(last,)]
    assert kit.check() == []


SAVE = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from filling import Filling, open_as
from kit_tui.store import StoreError
kit = open_as(sys.argv[1])
fill = Filling(kit)
fill.person("before")
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
saved = 0
try:
    while saved < 10_000:
        fill.person(f"person {saved}", notes="x" * 5000)
        saved += 1
except StoreError as error:
    print(saved, error)
"""


def test_what_was_saved_before_the_disk_took_no_more_is_there(register_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SAVE, str(register_path), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        check=True,
    )
    saved, _, sentence = ran.stdout.partition(" ")
    assert int(saved) > 0
    assert "nothing was saved" in sentence
    kit = open_as(register_path)
    assert kit.count(Query("people")) == int(saved) + 1
    assert kit.check() == []
    kit.close()


def test_a_register_of_a_newer_program_is_left_as_it_is(register_path: Path) -> None:
    with closing(sqlite3.connect(register_path)) as register:
        register.execute("PRAGMA user_version = 99")
    before = register_path.read_bytes()
    with pytest.raises(StoreError, match="newer kit-tui"):
        open_as(register_path)
    assert register_path.read_bytes() == before
    assert os.listdir(register_path.parent) == [register_path.name]
