"""What tests of every floor may ask for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_tui.store import opening
from kit_tui.store.sqlite_database import Database


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register, made once: copy it, don't open it."""
    path = tmp_path_factory.mktemp("empty") / "kit.db"
    opening.create(str(path))
    return path


@pytest.fixture
def register_path(empty_register: Path, tmp_path: Path) -> Path:
    """The path of an empty register of the test's own."""
    return shutil.copy(empty_register, tmp_path / "kit.db")


@pytest.fixture
def database(register_path: Path) -> Iterator[Database]:
    """An open connection to an empty register; its path is `database.database`."""
    database = opening.connect(str(register_path))
    yield database
    database.close()
