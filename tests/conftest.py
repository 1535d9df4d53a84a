"""What tests of every floor may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kit_tui.store import opening
from kit_tui.store.database import AnyDatabase
from tests.places import ON_POSTGRES, SERVER, Databases, Files, Places, prepare

collect_ignore = [] if ON_POSTGRES else ["postgres"]
_running = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Start the server that all workers share."""
    if ON_POSTGRES and not hasattr(config, "workerinput") and not config.option.collectonly:
        from tests.cluster import server

        os.environ[SERVER] = _running.enter_context(server()).url("").rstrip("/")
        prepare(os.environ[SERVER])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop it."""
    _running.close()


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Where registers are kept."""
    if ON_POSTGRES:
        return Databases(os.environ[SERVER], os.environ.get("PYTEST_XDIST_WORKER", "main"))
    return Files(tmp_path_factory.mktemp("places"))


@pytest.fixture
def register_path(places: Places, tmp_path: Path) -> Iterator[Path | str]:
    """The path or the URL of an empty register of the test's own."""
    with places.empty(tmp_path / "kit.db") as path:
        yield path


@pytest.fixture
def example_path(places: Places) -> Iterator[str]:
    """The path or the URL of a copy of the example."""
    with places.example() as path:
        yield path


@pytest.fixture
def new_path(places: Places) -> Iterator[str]:
    """A path or a URL where a register may be made."""
    with places.nothing() as path:
        yield path


@pytest.fixture
def another_path(places: Places, register_path: Path | str, tmp_path: Path) -> Iterator[Path | str]:
    """The path or the URL of another empty register."""
    with places.empty(tmp_path / "other.db") as path:
        yield path


@pytest.fixture
def database(register_path: Path | str) -> Iterator[AnyDatabase]:
    """An open connection to an empty register; its path is `database.name`."""
    database = opening.connect(str(register_path))
    yield database
    database.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have measured."""
    measured = [
        f"{report.nodeid.rpartition('/')[2]}: {what}"
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        for name, what in report.user_properties
        if name == "measured" and report.when == "call"
    ]
    if measured:
        terminalreporter.section("measured")
        terminalreporter.line("\n".join(measured))
