"""A register that nobody has written a screen for: its declaration is enough for all that is done with records."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clerk import Clerk
from fourth_area import create
from harness import Terminal

HERE = Path(__file__).parent
PROGRAM = (sys.executable, "-m", "fourth_area")
TITLE = "Blue laptop, 青木 恵"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "PYTHONPATH": os.pathsep.join([str(HERE.parents[1]), str(HERE)]),
        "HOME": str(tmp_path),
        "KIT_TODAY": "2018-11-22",
        "KIT_DATABASE": str(tmp_path / "kit.db"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def kit(environment: dict[str, str]) -> Callable[..., str]:
    """Runs a command on the register of the test, which has one person in it; gives what it printed."""

    def run(*words: str, **instead: str) -> str:
        done = subprocess.run([*PROGRAM, *words], env=environment | instead, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    create(Path(environment["KIT_DATABASE"]))
    run("add", "people", "name=青木 恵", "name_kana=アオキ メグミ", "category=admin", "staff_no=A0123")
    return run


@pytest.fixture
def clerk(kit: Callable[..., str], environment: dict[str, str]) -> Iterator[Clerk]:
    with Terminal(PROGRAM, environment=environment) as terminal:
        yield Clerk(terminal)


def test_it_is_kept_from_the_screens(clerk: Clerk) -> None:
    clerk.sees("Equipment")
    clerk.press("6")
    clerk.sees("Loans")
    clerk.reads("Things on loan", "0")

    clerk.opens("n", form="loan")
    clerk.finds("あお", "青木 恵")
    clerk.types("laptop", "Red laptop", "2018/10/1", "2019/3/31", "5,000")
    clerk.saves("Red laptop, 青木 恵")
    clerk.reads("Things on loan", "1")
    assert clerk.line("Red laptop").split()[2:] == ["青木", "恵", "laptop", "2018-10-01", "2019-03-31"]

    clerk.press("e")
    clerk.sees("Edit: Red laptop, 青木 恵")
    clerk.press("down", "down")
    clerk.clears()
    clerk.types("Blue laptop")
    clerk.saves(TITLE)
    clerk.sees("Blue laptop")

    clerk.press("d")
    clerk.reads("Things on loan", "0")
    clerk.press("ctrl+z")
    clerk.reads("Things on loan", "1")

    clerk.press("f3")
    clerk.terminal.type("blue")
    clerk.sees(TITLE)
    clerk.press("enter")
    clerk.sees("History")
    clerk.press("enter")
    clerk.sees("アオキ メグミ", "Loans  1", "Blue laptop  laptop  2018-10-01")


def test_a_gauge_of_it_stands_on_the_overview_and_opens(clerk: Clerk, kit: Callable[..., str]) -> None:
    clerk.reads("Things on loan", "0")
    kit("add", "loans", "person=staff_no:A0123", "kind=phone", "label=Phone 1", "start=2018-06-01")
    clerk.reads("Things on loan", "1")
    clerk.press("6")
    clerk.sees("Phone 1")
    clerk.press("up", "enter")
    clerk.sees("By academic year", "Phone 1, 青木 恵   since 2018-06-01")


def test_it_is_kept_from_the_command_line_and_goes_through_a_file(kit: Callable[..., str], tmp_path: Path) -> None:
    kit("add", "loans", "person=staff_no:A0123", "kind=laptop", "label=Blue laptop", "start=H30.10.1", "deposit=5000")
    kit("edit", "loans", "1", "end=2019-03-31")
    assert [hit["title"] for hit in json.loads(kit("find", "blue", "--json"))] == [TITLE]
    assert TITLE in kit("show", "people", "1")
    gauges = {one["code"]: one["value"] for one in json.loads(kit("gauges", "--json"))}
    assert gauges["loans-out"] == 1

    kit("export", "loans", "-o", str(tmp_path / "loans.csv"))
    (row,) = csv.DictReader((tmp_path / "loans.csv").read_text("utf-8-sig").splitlines())
    assert (row["person"], row["end"], row["deposit"]) == ("A0123", "2019-03-31", "5000")
    kit("delete", "loans", "1")
    assert json.loads(kit("list", "loans", "--json")) == []
    (tmp_path / "new.csv").write_text((tmp_path / "loans.csv").read_text("utf-8-sig").replace("\n1,", "\n,"), "utf-8")
    kit("import", "loans", str(tmp_path / "new.csv"))
    (entry,) = json.loads(kit("list", "loans", "--json"))
    assert (entry["label"], entry["person"], entry["kind"]) == ("Blue laptop", "青木 恵", "laptop")
    kit("check")
