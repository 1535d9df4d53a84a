"""The benchmarks' own parts; that everything is measured, though not how fast it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import handling
from tests.benchmarks.__main__ import EXAMPLE, MEASURES, measure
from tests.benchmarks.figures import KILOBYTES, MILLISECONDS, ROWS_A_SECOND, Figure, Reach, markdown, p95, plain, rows
from tests.benchmarks.generate import generate
from tests.benchmarks.office import Effort

NUMBERS = 27
"""As many numbers are to be reached."""
ONE_OF_EACH = Effort(starts=1, keys=4, rounds=1, commits=2, idle=0.2, rows=300, listening=2, saving=2, saves=1, every=1)


@pytest.mark.parametrize(
    ("reach", "value", "met"),
    [
        (Reach(0.010, MILLISECONDS), 0.010, True),
        (Reach(0.010, MILLISECONDS), 0.0101, False),
        (Reach(20_000, ROWS_A_SECOND, at_least=True), 19_999, False),
    ],
)
def test_a_number_is_reached_or_missed(reach: Reach, value: float, met: bool) -> None:
    assert reach.met(value) is met


def test_the_95th_percentile_leaves_out_one_of_twenty() -> None:
    assert p95([*range(1, 20), 1000]) == 19


def test_a_row_that_one_register_misses_is_missed() -> None:
    reach = Reach(1000, KILOBYTES)
    table = rows({"example": [Figure("sent", 320, reach)], "big": [Figure("sent", 1500, reach)]})
    assert table == [["what", "reach", "example", "big", "met?"], ["sent", "≤ 1 KB", "0.32 KB", "1.50 KB", "NO"]]


def test_what_only_explains_is_neither_reached_nor_missed() -> None:
    assert rows({"example": [Figure("as it is", 0.25, MILLISECONDS)]})[1] == ["as it is", "", "250.0 ms", ""]


def test_tables_line_up_and_go_into_the_readme() -> None:
    assert plain([["what", "met?"], ["大野", "yes"]]) == "what  met?\n大野  yes"
    assert markdown([["what", "met?"], ["a key", "yes"]]) == "| what | met? |\n|---|---|\n| a key | yes |"


@pytest.mark.slow
@pytest.mark.parametrize("register", ["example", "generated"])
def test_everything_is_measured(register: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handling, "QUERIES", ("佐藤",))
    path = EXAMPLE
    if register == "generated":
        generate(path := tmp_path / "small.db", 200)
    figures = measure({register: path}, list(MEASURES), tmp_path, ONE_OF_EACH)[register]
    assert sum(isinstance(figure.reach, Reach) for figure in figures) == NUMBERS
    assert all(figure.value >= 0 for figure in figures)
