"""What tests of the screens ask for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from formdesk import Desk, desk_at


@pytest.fixture
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", "2018-11-22")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
async def desk(register_path: Path, _own_settings: None) -> AsyncIterator[Desk]:
    """The app on the small register, on 22 November 2018, without its main screen."""
    async with desk_at(register_path) as desk:
        yield desk


@pytest.fixture
async def whole_desk(register_path: Path, _own_settings: None) -> AsyncIterator[Desk]:
    """The app as it starts, on the small register."""
    async with desk_at(register_path, whole=True) as desk:
        yield desk
