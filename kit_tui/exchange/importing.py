"""Files taken into the register: every row is checked before the first is written, and all are or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, message
from kit_tui.exchange import place
from kit_tui.exchange.cells import Cells, Numbers
from kit_tui.exchange.csv_file import BadFile, CsvFile, open_csv
from kit_tui.exchange.headings import columns_of
from kit_tui.exchange.keys import resolve_key
from kit_tui.store.bulk import MANY_PROBLEMS, Import, Problem
from kit_tui.store.plain import Query, RegisterInfo

if TYPE_CHECKING:
    from kit_tui.store import Store

_BATCH = 1000

Progress: TypeAlias = Callable[[str, int], None]
"""Is told the file and how many of its rows have been read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file: the row as a spreadsheet counts it, the column's heading, the cell and the sentence.

    Row 0 stands for the file as a whole, no heading for the row as a whole.
    """

    row: int
    column: str
    value: str
    message: Message


@dataclass(frozen=True, slots=True)
class Result:
    """What an import did, or would do; with faults it does nothing.

    `removed` counts control characters that were left out of texts.  `file` is the one with the faults; `stopped`
    says that its later rows were not looked at.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    file: str = ""
    faults: tuple[Fault, ...] = ()
    stopped: bool = False

    def __add__(self, other: Result) -> Result:
        return replace(
            other,
            new=self.new + other.new,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            removed=self.removed + other.removed,
        )


def import_csv(
    store: Store,
    info: RegisterInfo,
    path: Path,
    *,
    dry_run: bool,
    progress: Progress,
    keep_ids: bool = False,
    renumbered: dict[str, dict[int, int]] | None = None,
) -> Result:
    """Take a CSV file into a register.

    A row whose id or unique key is there changes that record, any other makes a new one.  `renumbered`, by table, are
    the ids in other files whose records have others here; those of this file are added.  Raises `BadFile` for a file
    that can't be read as the register's, and what the store refuses.
    """
    with closing(store.importing(info.slug, keep_ids=keep_ids)) as importing:
        with open_csv(path) as table:
            reading = _Reading(store, info, table, importing, renumbered)
            reading.read(progress)
        if not reading.stopped:
            importing.settle()
        faults = reading.faults()
        summary = importing.summary() if faults or dry_run else store.take_in(importing)
        if renumbered is not None:
            renumbered.setdefault(info.table, {}).update(importing.renumbered())
    return Result(
        summary.new, summary.changed, summary.unchanged, reading.cells.removed, path.name, faults, reading.stopped
    )


def import_folder(store: Store, folder: Path, *, dry_run: bool, progress: Progress) -> Result:
    """Take in a folder of CSV files named after their registers, as `export all` writes it, all or nothing.

    Into an empty register the rows' ids are kept; what refers to others' by id follows them to the ids that they get.
    Stops after the first file with faults.  Raises as `import_csv`.
    """
    files = _files(store, folder)
    filled = {info.table for info in kept_registers(store) if _holds_records(store, info)}
    renumbered: dict[str, dict[int, int]] = {}
    result = Result()
    with suppress(_TakenBack), store.whole():
        for info, path in files:
            result += import_csv(
                store,
                info,
                path,
                dry_run=False,
                progress=progress,
                keep_ids=info.table not in filled,
                renumbered=renumbered,
            )
            if result.faults:
                raise _TakenBack
        if dry_run:
            raise _TakenBack
    return result


def _holds_records(store: Store, info: RegisterInfo) -> bool:
    """Whether a register has any records, deleted ones included."""
    return any(store.count(Query(info.slug, deleted=deleted)) for deleted in (False, True))


class _TakenBack(Exception):
    """Nothing is to be written after all."""


class _Reading:
    """The rows of one file on their way into an import."""

    def __init__(
        self, store: Store, info: RegisterInfo, table: CsvFile, importing: Import, renumbered: Numbers | None
    ) -> None:
        self.table, self.importing = table, importing
        self.columns = {column.name: column for column in columns_of(info, table.headings, table.path.name)}
        self.cells = Cells(list(self.columns.values()), partial(resolve_key, store), renumbered)
        self.unreadable: list[Problem] = []

    @property
    def stopped(self) -> bool:
        """Whether so much is wrong that the rest was not looked at."""
        return len(self.unreadable) + len(self.importing.problems) >= MANY_PROBLEMS

    def read(self, progress: Progress) -> None:
        """Hand the rows over in batches, until the end or until too many are wrong."""
        batch: list[tuple[int, dict[str, Value]]] = []
        for number, row in self.table.rows():
            values, problems = self.cells.read(row)
            if problems:
                self.unreadable += [Problem(number, name, what) for name, what in problems]
            else:
                batch.append((number, values))
            if len(batch) == _BATCH or (problems and self.stopped):
                self.importing.add(batch)
                batch = []
                progress(self.table.path.name, number)
                if self.stopped:
                    return
        self.importing.add(batch)

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, row by row, with the cells it is about.  A column that is missing is told once."""
        problems = sorted([*self.unreadable, *self.importing.problems], key=lambda problem: problem.line)
        told: set[str] = set()
        kept = []
        for problem in problems[:MANY_PROBLEMS]:
            if not problem.field or problem.field in self.columns or problem.field not in told:
                kept.append(problem)
                told.add(problem.field)
        rows = self._rows_again({problem.line for problem in kept})
        return tuple(self._fault(problem, rows.get(problem.line, [])) for problem in kept)

    def _fault(self, problem: Problem, row: Sequence[str]) -> Fault:
        column = self.columns.get(problem.field)
        at = None if column is None else column.at if column.at is not None else column.id_at
        return Fault(
            problem.line,
            column.heading if column else problem.field,
            row[at] if at is not None and at < len(row) else "",
            problem.message,
        )

    def _rows_again(self, numbers: set[int]) -> dict[int, list[str]]:
        """Some rows by number; none of what can be read but once, such as a pipe."""
        if not numbers or not self.table.path.is_file():
            return {}
        with open_csv(self.table.path) as table:
            until_last = takewhile(lambda row: row[0] <= max(numbers), table.rows())
            return {number: row for number, row in until_last if number in numbers}


def kept_registers(store: Store) -> list[RegisterInfo]:
    """The registers that keep records of their own, each after those it refers to unless these refer to it as well."""
    left = [info for info in store.registers.values() if info.base == info.slug]
    ordered: list[RegisterInfo] = []
    while left:
        waiting = {info.table for info in left}
        ready = [info for info in left if not (_tables_referred_to(info) - {info.table}) & waiting] or left
        ordered += ready
        left = [info for info in left if info not in ready]
    return ordered


def _tables_referred_to(info: RegisterInfo) -> set[str]:
    return {field.table for field in info.fields.values() if field.kind == "reference"}


def _files(store: Store, folder: Path) -> list[tuple[RegisterInfo, Path]]:
    """The folder's CSV files with their registers, in the order in which they can be taken in."""
    place.refuse_folders(folder)
    if not folder.is_dir():
        raise BadFile(
            message("{file} is no folder: name the one that holds a CSV file for each register.", file=folder)
        )
    registers = kept_registers(store)
    paths = {path.stem: path for path in sorted(folder.glob("*.csv"))}
    unknown = paths.keys() - {info.slug for info in registers}
    if unknown:
        raise BadFile(
            message(
                "{files}: no register is called like that. The registers are {registers}.",
                files=[paths[name].name for name in sorted(unknown)],
                registers=[info.slug for info in registers],
            )
        )
    if not paths:
        raise BadFile(message("There are no CSV files in {folder}.", folder=folder))
    return [(info, paths[info.slug]) for info in registers if info.slug in paths]
