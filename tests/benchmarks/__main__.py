"""Measures everything that has a number to reach, and prints it as a table.

    python -m tests.benchmarks [--people N] [--keep FOLDER] [--only NAME ...] [--markdown]

Every figure is taken from the outside, at a terminal of its own, as a user would meet it.  The exit status is 1 when
one has not reached its number.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.benchmarks import commands, crowd, handling, keeping, reaching, sharing, starting
from tests.benchmarks.figures import Figure, markdown, plain, rows
from tests.benchmarks.generate import generate
from tests.benchmarks.office import Effort, Office

EXAMPLE = Path(__file__).parents[2] / "kit_tui" / "data" / "kit.db.example"

MEASURES: Mapping[str, Callable[[Office], Iterator[Figure]]] = {
    "start": starting.start,
    "move": handling.move,
    "form": handling.fill_in,
    "find": handling.find,
    "reach": reaching.reach,
    "order": reaching.order,
    "commit": sharing.hear,
    "crowd": crowd.hear,
    "many": crowd.save,
    "idle": sharing.rest,
    "memory": sharing.hold,
    "command": commands.find_command,
    "quit": starting.leave,
    "backup": keeping.back_up,
    "import": commands.take_in,
}
"""By the name that `--only` takes.  The import comes last: it leaves more people than there were."""


def measure(registers: Mapping[str, Path], names: list[str], folder: Path, effort: Effort) -> dict[str, list[Figure]]:
    """The figures of each register, of which copies are measured that are made in `folder`."""
    figures: dict[str, list[Figure]] = {}
    for register, path in registers.items():
        home = folder / f"home-{len(figures)}"
        home.mkdir()
        office = Office(shutil.copyfile(path, home / "register.db"), home, effort)
        figures[register] = []
        for name in names:
            for figure in MEASURES[name](office):
                figures[register].append(figure)
                sys.stderr.write(f"{register}  {figure.what}: {figure}{'' if figure.met else '  MISSED'}\n")
    return figures


def main() -> int:
    """Measure what is asked for, print the table, and give the exit status."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="kit-tui-benchmarks-") as name:
        folder = Path(name)
        kept = options.keep or folder
        kept.mkdir(parents=True, exist_ok=True)
        big = kept / f"people-{options.people}.db"
        if not big.exists():
            sys.stderr.write(f"Making a register of {options.people:,} people...\n")
            generate(big, options.people)
        registers = {"example": EXAMPLE, f"{options.people:,}": big}
        figures = measure(registers, options.only or list(MEASURES), folder, Effort())
    table = rows(figures)
    sys.stdout.write((markdown(table) if options.markdown else plain(table)) + "\n")
    return 0 if all(figure.met for measured in figures.values() for figure in measured) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument("--people", type=int, default=1_000_000, metavar="N", help="people in the large register")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep the large register there, or take it from there"
    )
    parser.add_argument(
        "--only", nargs="+", choices=MEASURES, metavar="NAME", help=f"only these: {', '.join(MEASURES)}"
    )
    parser.add_argument("--markdown", action="store_true", help="print the table for the README")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
