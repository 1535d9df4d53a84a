"""The command line, run in this process on a register of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kit_tui.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a command line left behind."""

    status: int
    out: str
    err: str


Kit = Callable[..., Ran]


@pytest.fixture
def kit(register_path: Path | str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kit:
    """Runs `kit-tui` with the words given, on an empty register and on 22 November 2018."""
    monkeypatch.setenv("KIT_DATABASE", str(register_path))
    monkeypatch.setenv("KIT_TODAY", "2018-11-22")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str | Path) -> Ran:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


@pytest.fixture
def office(kit: Kit) -> Kit:
    """The same, with a person, an institution and a stay in the register."""
    for words in (
        ("people", "name=青木 恵", "name_kana=アオキ メグミ", "staff_no=A0123", "category=admin"),
        ("institutions", "name=ETH Zürich", "country=スイス"),
        ("staff-stays", "person=staff_no:A0123", "institution=ETH Zürich", "programme=staff_long", "start=H30.9.1"),
    ):
        assert kit("add", *words).status == 0
    return kit
