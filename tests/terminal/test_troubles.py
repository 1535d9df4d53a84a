"""The register is held by another, deleted under one's hands, or moved away: a sentence, and the app goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from harness import Open
from small_office import opened


@contextmanager
def held(register: Path) -> Iterator[None]:
    """Within it, another program is writing to the register."""
    connection = sqlite3.connect(register, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@pytest.mark.parametrize("keys", [("d",), ("enter", "d"), ("h", "u")], ids=["list", "card", "history"])
def test_what_has_to_wait_for_another_s_write_is_said_and_keeps_no_key_waiting(
    open_app: Open, register: Path, keys: tuple[str, ...]
) -> None:
    app = open_app()
    app.wait("Needs attention")
    app.press("5", "right", "right", "right")
    app.wait("Agreements.*records")
    app.press(*keys[:-1])
    app.wait("F3 find anywhere" if len(keys) == 1 else "Esc back")
    with held(register):
        app.press(keys[-1])
        app.wait("This has to wait a moment")
        app.press("f3")
        app.wait("A name, a place")
    app.wait("Deleted|Taken back")


def test_a_save_waits_for_another_s_write_and_then_goes_through(open_app: Open, register: Path) -> None:
    app = open_app()
    app.wait("Needs attention")
    app.press("5", "right", "n")
    app.wait("New institution")
    app.type("Zeta Institute")
    app.press("enter", "enter", "enter")
    app.type("Switzerland")
    app.press("enter")
    with held(register):
        app.press("ctrl+s")
        app.wait("Somebody else is writing")
    app.wait("Saved: Zeta Institute")


def test_a_waiting_save_that_is_taken_back_leaves_nothing_but_what_was_typed_in_the_form(
    open_app: Open, register: Path
) -> None:
    app = open_app()
    app.wait("Needs attention")
    app.press("5", "right", "n")
    app.wait("New institution")
    app.type("Zeta Institute")
    app.press("enter", "enter", "enter")
    app.type("Switzerland")
    app.press("enter")
    with held(register):
        app.press("ctrl+s")
        app.wait("Somebody else is writing")
        app.press("escape")
        app.wait_gone("Somebody else is writing")
        app.wait("Institution name .*Zeta Institute")
        app.type("Zug")
        app.wait("City .*Zug")
        app.press("ctrl+s")
        app.wait("Somebody else is writing")
    app.wait("Saved: Zeta Institute")
    store = opened(register)
    assert [step.kind for hit in store.find("Zeta") for step in store.history("institutions", hit.id)] == ["add"]
    store.close()


def test_a_register_that_was_moved_away_is_told_and_what_was_typed_is_saved_when_it_is_back(
    open_app: Open, register: Path
) -> None:
    app = open_app()
    app.wait("Needs attention")
    app.press("5", "right", "n")
    app.wait("New institution")
    app.type("Zeta Institute")
    app.press("enter", "enter", "enter")
    app.type("Switzerland")
    app.press("enter")
    moved = register.with_name("moved.db")
    register.rename(moved)
    app.wait("has been moved")
    app.press("ctrl+s")
    app.wait("has been moved")
    assert not register.exists()
    moved.rename(register)
    app.press("ctrl+s")
    app.wait("Saved: Zeta Institute")


def test_what_was_typed_about_a_record_that_another_deleted_brings_it_back(open_app: Open, register: Path) -> None:
    store = opened(register, "suzuki")
    record = store.save("institutions", {"name": "Aachen Institute", "country": "DE"}).ids[0]
    app = open_app()
    app.wait("Needs attention")
    app.press("5", "right")
    app.wait("^ Aachen Institute")
    app.press("e")
    app.wait("Edit: Aachen Institute")
    app.type(" of Art")
    store.delete("institutions", [record])
    app.press("ctrl+s")
    app.wait("suzuki deleted this record at")
    app.press("ctrl+s")
    app.wait("Saved: Aachen Institute of Art")
    assert store.entry("institutions", record).deleted_at is None
    store.close()


def test_the_page_of_a_record_that_another_deletes_says_so(open_app: Open, register: Path) -> None:
    store = opened(register, "suzuki")
    record = store.save("institutions", {"name": "Aachen Institute", "country": "DE"}).ids[0]
    app = open_app()
    app.wait("Needs attention")
    app.press("5", "right")
    app.wait("^ Aachen Institute")
    app.press("enter")
    app.wait("Aachen Institute   institution")
    store.delete("institutions", [record])
    app.wait("Deleted. Enter brings it back")
    app.press("escape")
    app.wait_gone("Aachen Institute")
    store.close()
