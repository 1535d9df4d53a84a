"""The example: what its script makes, with the office's published figures counted from records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_tui import gauges, store
from kit_tui.registers import REGISTERS
from tests.example.build import DAY, PUBLISHED, build
from tests.places import EXAMPLE


@pytest.fixture
def example(example_path: str) -> Iterator[store.Store]:
    example = store.open(example_path, store.Actor("tester"), REGISTERS)
    yield example
    example.close()


def counted(register: store.Store, code: str, year: int) -> tuple[object, object]:
    policy = gauges.Policy.of(register.settings())
    standing = gauges.standing(register.reader, policy, code, gauges.as_of(year, DAY))
    return standing.numerator, standing.published


def _dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


@pytest.mark.sqlite_file
def test_the_example_is_what_its_script_makes(tmp_path: Path) -> None:
    build(tmp_path / "fresh.db")
    assert _dump(tmp_path / "fresh.db") == _dump(EXAMPLE)


def test_the_package_carries_the_example() -> None:
    assert (Path(store.__file__).parents[1] / "data" / "kit.db.example").read_bytes() == EXAMPLE.read_bytes()


@pytest.mark.parametrize(("code", "year"), [(code, year) for code, years in PUBLISHED.items() for year in years])
def test_the_records_count_to_what_was_published(example: store.Store, code: str, year: int) -> None:
    assert counted(example, code, year) == (PUBLISHED[code][year], PUBLISHED[code][year])


def test_taking_a_record_away_moves_the_records_count_alone(example: store.Store) -> None:
    query = store.Query("projects", (store.Condition("academic_year", "=", 2015),))
    project = next(entry for entry in example.each(query) if not example.card("projects", entry.id).related)
    example.delete("projects", [project.id])
    assert counted(example, "unit-projects", 2015) == (39, 40)


def test_the_example_is_whole(example: store.Store) -> None:
    assert example.check() == []


def test_every_list_of_the_example_has_something_to_show(example: store.Store) -> None:
    assert [slug for slug in example.registers if not example.count(store.Query(slug))] == []
