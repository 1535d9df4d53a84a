"""What tests of many at once ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from kit_tui.store import Store
from tests.stress import effort, jobs
from tests.stress.effort import EFFORT

Tell = Callable[[str], None]


@pytest.fixture
def seed(record_property: Callable[[str, object], None]) -> int:
    """The number that decides on what is left to chance in this test; it is printed with the figures."""
    seed = effort.seed()
    record_property("measured", f"{effort.SEED}={seed}")
    return seed


@pytest.fixture
def chance(seed: int) -> Random:
    """What is left to chance."""
    return Random(seed)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Has something printed at the end of the run, with the test's name."""
    return lambda what: record_property("measured", what)


@pytest.fixture
def url(register_path: Path | str) -> str:
    """A register of a few people, to be opened by many."""
    url = str(register_path)
    kit = jobs.opened(url)
    with kit.whole():
        for n in range(1, EFFORT.people + 1):
            kit.save("people", {"staff_no": f"S{n}", "name": f"職員 {n}", "category": "admin", "notes": "0"})
    kit.close()
    return url


@pytest.fixture
def people(url: str) -> list[int]:
    """The people of that register."""
    kit = jobs.opened(url)
    ids = kit.ordering(jobs.store.Query("people")).ids.tolist()
    kit.close()
    return ids


def whole(kit: Store) -> None:
    """See that the register is whole."""
    assert kit.check() == []
