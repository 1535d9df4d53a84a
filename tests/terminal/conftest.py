"""What tests in a terminal ask for."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from harness import Open, Terminal
from small_office import fill

from kit_tui.store import create

EXAMPLE = Path(__file__).parents[2] / "kit_tui" / "data" / "kit.db.example"


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The user's settings file, which is not there yet."""
    path = tmp_path / "config" / "kit-tui" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """The register that the app opens: a copy of the example."""
    return shutil.copy(EXAMPLE, tmp_path / "kit.db")


@pytest.fixture
def empty(register: Path) -> Path:
    """The register that the app opens, made anew with nothing in it."""
    register.unlink()
    create(str(register))
    return register


@pytest.fixture
def office(empty: Path) -> Path:
    """The register that the app opens, with a few records of an office."""
    fill(empty)
    return empty


@pytest.fixture
def open_app(tmp_path: Path, register: Path) -> Iterator[Open]:
    """Opens the app in a terminal, on 22 November 2018."""
    home = {
        "HOME": str(tmp_path),
        "KIT_TODAY": "2018-11-22",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    with ExitStack() as stack:

        def start(
            *words: str,
            lang: str = "en",
            size: tuple[int, int] = (120, 40),
            wide: bool = False,
            environment: Mapping[str, str] | None = None,
        ) -> Terminal:
            command = [sys.executable, "-m", "kit_tui", "--db", str(register), *words]
            if lang:
                command[3:3] = ["--lang", lang]
            terminal = Terminal(command, size=size, wide=wide, environment=home | dict(environment or {}))
            return stack.enter_context(terminal)

        yield start
