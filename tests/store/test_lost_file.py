"""The database's file is moved, replaced or deleted while it is open: that is said, and no write goes astray."""

from __future__ import annotations

import queue
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from filling import Filling

from kit_tui.domain.wording import Message
from kit_tui.store import Store
from kit_tui.store.errors import StoreError

pytestmark = pytest.mark.sqlite_file


def move_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replace(path: Path) -> None:
    Path(shutil.copy(path, path.with_name("restored.db"))).replace(path)


@pytest.mark.parametrize("befall", [move_away, Path.unlink, replace])
def test_nothing_is_written_to_a_file_that_is_no_longer_there(
    kit: Store, fill: Filling, register_path: Path, befall: Callable[[Path], None]
) -> None:
    fill.person()
    befall(register_path)
    with pytest.raises(StoreError, match="moved, replaced or deleted"):
        fill.person()


def test_no_empty_file_is_made_in_its_place(kit: Store, register_path: Path) -> None:
    move_away(register_path)
    refused: list[StoreError] = []

    def write_on_another_thread() -> None:
        try:
            kit.save("people", {"name": "大野 健", "category": "admin"})
        except StoreError as error:
            refused.append(error)

    thread = threading.Thread(target=write_on_another_thread)
    thread.start()
    thread.join()
    assert refused
    assert not register_path.exists()


def test_work_goes_on_when_it_is_put_back(fill: Filling, register_path: Path) -> None:
    move_away(register_path)
    with pytest.raises(StoreError):
        fill.person()
    register_path.with_name("elsewhere.db").rename(register_path)
    assert fill.person()


def test_those_who_watch_are_told_once(kit: Store, register_path: Path) -> None:
    told: queue.Queue[Message] = queue.Queue()
    kit.watch(lambda _: None, told.put)
    move_away(register_path)
    assert "put it back" in str(told.get(timeout=10))
    register_path.with_name("elsewhere.db").rename(register_path)
    assert told.empty()
