"""What tests of the store, the registers and the gauges ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filling import Filling, open_as
from gauging import Gauging

from kit_tui.store import Store


@pytest.fixture
def office(register_path: Path | str) -> Iterator[Gauging]:
    """A new office without any records."""
    office = Gauging(register_path)
    yield office
    office.database.close()


@pytest.fixture
def kit(register_path: Path | str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An open register without any records; tanaka has it open on 22 November 2018."""
    monkeypatch.setenv("KIT_TODAY", "2018-11-22")
    kit = open_as(register_path)
    yield kit
    kit.close()


@pytest.fixture
def fill(kit: Store) -> Filling:
    """The open register, to be filled."""
    return Filling(kit)
