"""A register to measure on, and the programs that are started on it, away from the user's own files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kit_tui import store
from kit_tui.registers import REGISTERS
from tests.benchmarks.stopwatch import Stopwatch

_KIT_TUI = (sys.executable, "-c", "import sys; from kit_tui.__main__ import main; sys.exit(main())")
"""The console script, as pip writes it."""


@dataclass(frozen=True)
class Effort:
    """How often things are repeated, how long one looks on, and how many rows are imported.

    So many sessions are open while one listens, so many save at once, each so often, every so many seconds.
    """

    starts: int = 15
    keys: int = 60
    rounds: int = 2
    commits: int = 10
    idle: float = 5.0
    rows: int = 200_000
    listening: int = 20
    saving: int = 50
    saves: int = 6
    every: float = 5.0


@dataclass(frozen=True)
class Office:
    """A register that may be written to, and the folder in which programs find their user's files."""

    path: Path
    home: Path
    effort: Effort

    @property
    def environment(self) -> dict[str, str]:
        """What the programs find in their environment, beside how to find Python."""
        home = str(self.home)
        return {"HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}

    def app(self) -> Stopwatch:
        """The app on the register, in a terminal, for a user from whom nothing has been kept."""
        shutil.rmtree(self.home / "kit-tui", ignore_errors=True)
        return Stopwatch([*_KIT_TUI, "--db", str(self.path)], self.environment)

    def python(self, *words: str, **environment: str) -> Stopwatch:
        """A Python program in a terminal."""
        return Stopwatch([sys.executable, *words], self.environment | environment)

    def kit_tui(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command on the register, run to its end."""
        return self.run(*_KIT_TUI, "--db", str(self.path), *words)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A program, run to its end."""
        kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
        environment = kept | self.environment | {"LANG": "C.UTF-8"}
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=True)

    def seat(self, number: int) -> Office:
        """The same register, for another user."""
        home = self.home / f"seat-{number}"
        home.mkdir(exist_ok=True)
        return replace(self, home=home)

    @contextmanager
    def open(self) -> Iterator[store.Store]:
        """The register, open in this process."""
        kit = store.open(str(self.path), store.Actor("benchmark"), REGISTERS)
        try:
            yield kit
        finally:
            kit.close()
