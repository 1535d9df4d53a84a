"""What tests against a real server ask for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from server import Host, Server, new_host
from small_office import fill

from kit_tui.store import create


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.ssh)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the tests' own."""
    server = Server(tmp_path_factory.mktemp("sshd"))
    yield server
    server.close()


@pytest.fixture(scope="session")
def small_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a few records, made once: copy it, don't open it."""
    path = tmp_path_factory.mktemp("small") / "kit.db"
    create(str(path))
    fill(path)
    return path


@pytest.fixture(scope="module")
def one_host(small_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A host for many tests, with a server of its own: none of them changes anything there."""
    folder = tmp_path_factory.mktemp("host")
    server = Server(tmp_path_factory.mktemp("sshd"))
    yield new_host(server, folder, Path(shutil.copy(small_register, folder / "kit.db")))
    server.close()


@pytest.fixture
def host(server: Server, small_register: Path, tmp_path: Path) -> Host:
    """A host with a small register and three people's keys."""
    return new_host(server, tmp_path, Path(shutil.copy(small_register, tmp_path / "kit.db")))
