"""`import` and `export`: files in and out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit_tui.cli.session import Misused, Session, complete_register, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.wording import Message, message

if TYPE_CHECKING:
    from kit_tui.exchange.importing import Fault, Result

ALL = "all"
_SAID = 20
"""As many faults are said on standard error; a file takes the rest."""


@click.command(
    "import",
    cls=WordedCommand,
    help="Take a CSV file in UTF-8 into a register, all of it or nothing.\n\nThe headings are names of fields or their "
    "labels. A row whose id or unique key is there changes that record, any other makes a new one, whose deadlines and "
    'academic year are worked out where they are blank. With the register "all", FILE is a folder as "kit-tui export '
    'all" writes it; into an empty register the ids are kept.',
)
@click.argument("register", metavar="REGISTER|all", shell_complete=complete_register)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--errors", metavar="FILE", type=click.Path(path_type=Path), help="Write what is wrong to a CSV file.")
@pass_session
def import_file(session: Session, register: str, file: Path, dry_run: bool, errors: Path | None) -> int:
    from kit_tui.exchange.importing import import_csv, import_folder

    if errors is not None and errors.resolve() == file.resolve():
        raise Misused(message("--errors names the file that is to be imported: name another."))
    with session.progress() as show, _nothing_collected():

        def progress(file: str, rows: int) -> None:
            show(message("{file}: row {n}", file=file, n=f"{rows:,}"))

        if register == ALL:
            result = import_folder(session.store, file, dry_run=dry_run, progress=progress)
        else:
            info = session.keeper(register)
            result = import_csv(session.store, info, file, dry_run=dry_run, progress=progress)
    if result.faults:
        _tell_faults(session, result, errors)
        return 1
    _tell_done(session, result, dry_run)
    return 0


@click.command(
    "export",
    cls=WordedCommand,
    help="Write a register to a file: .csv (UTF-8, for Excel too) or .json by its ending; without a file, CSV to "
    'standard output.\n\n"all" writes every register, to a .json file or as CSV files to a folder. Texts are written '
    'as they are: one that begins with "=" is a formula to a spreadsheet.',
)
@click.argument("register", metavar="REGISTER|all", shell_complete=complete_register)
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="The file or folder to write.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@pass_session
def export_file(session: Session, register: str, output: Path | None, force: bool) -> None:
    from kit_tui.exchange.exporting import export, write_csv
    from kit_tui.exchange.importing import kept_registers

    registers = kept_registers(session.store) if register == ALL else [session.register(register)]
    if output is not None:
        export(session.store, registers, output, replace=force)
    elif register == ALL:
        raise Misused(message("Name the folder or the .json file to write: kit-tui export all -o NAME."))
    else:
        write_csv(session.store, registers[0], sys.stdout)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Leaves Python's collector off: it would look through millions of values among which it has nothing to find."""
    import gc

    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _tell_faults(session: Session, result: Result, errors: Path | None) -> None:
    count = len(result.faults)
    if errors is not None:
        _write_faults(session, result.faults, errors)
    else:
        for fault in result.faults[:_SAID]:
            session.tell(_sentence(fault))
        if count > _SAID:
            session.tell(message("{n} more are wrong: --errors FILE writes them all to a file.", n=count - _SAID))
    if result.stopped:
        session.tell(message("After {n} faults the rest was not looked at.", n=count))
    session.tell(
        message(
            "{file}: {n} faults, nothing was imported.",
            one="{file}: {n} fault, nothing was imported.",
            file=result.file,
            n=count,
        )
    )


def _sentence(fault: Fault) -> Message:
    if fault.column:
        return message("Row {row}, {column}: {what}", row=fault.row, column=fault.column, what=fault.message)
    return message("Row {row}: {what}", row=fault.row, what=fault.message)


def _write_faults(session: Session, faults: tuple[Fault, ...], path: Path) -> None:
    import csv

    from kit_tui.exchange.atomic import new_file

    with new_file(path, replace=True) as new, new.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["row", "column", "value", "message"])
        for fault in faults:
            writer.writerow([fault.row, fault.column, fault.value, session.word(fault.message)])


def _tell_done(session: Session, result: Result, dry_run: bool) -> None:
    counts = message(
        "{new} new, {changed} changed, {unchanged} unchanged",
        new=result.new,
        changed=result.changed,
        unchanged=result.unchanged,
    )
    session.tell(message("{counts} (nothing was written: a dry run)", counts=counts) if dry_run else counts)
    session.tell_removed(result.removed)
