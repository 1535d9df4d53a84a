"""`add`, `edit` and `delete`: each prints the record's id and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import click

from kit_tui.cli.fields import read_values
from kit_tui.cli.lines import out
from kit_tui.cli.session import Session, complete_register, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import Message


@click.command(
    cls=WordedCommand,
    help="Add a record and print its id.\n\nFIELD is a field's name or its label, VALUE is read as it would be typed. "
    "A record that it refers to is named by its id, staff_no:0123, code:... or ror:..., or its exact name.\n\n"
    "Deadlines and academic years that are not named are worked out from the rest; FIELD= leaves one empty.",
)
@click.argument("register", metavar="REGISTER", shell_complete=complete_register)
@click.argument("values", metavar="FIELD=VALUE...", nargs=-1, required=True)
@pass_session
def add(session: Session, register: str, values: tuple[str, ...]) -> None:
    info = session.keeper(register)
    read = read_values(session, info, values, {})
    read |= session.store.worked_out(register, read)
    warnings = session.store.warnings(register, read)
    done = session.store.save(register, read)
    out(str(done.ids[0]))
    _remark(session, warnings, values)


@click.command(
    cls=WordedCommand,
    help="Change fields of a record and print its id.\n\nFIELD= empties a field; fields that are not named stay as "
    "they are. ID, FIELD and VALUE are as for show and add.",
)
@click.argument("register", metavar="REGISTER", shell_complete=complete_register)
@click.argument("record", metavar="ID")
@click.argument("values", metavar="FIELD=VALUE...", nargs=-1, required=True)
@pass_session
def edit(session: Session, register: str, record: str, values: tuple[str, ...]) -> None:
    info = session.keeper(register)
    found = session.store.resolve_record(register, record)
    before = session.store.entry(register, found).plain()
    read = read_values(session, info, values, before)
    warnings = session.store.warnings(register, before | read, found)
    session.store.save(register, read, found)
    out(str(found))
    _remark(session, warnings, values)


@click.command(
    cls=WordedCommand,
    help='Delete a record and print its id.\n\nIt can be brought back by "kit-tui undo". A record that others point to '
    "is not deleted; they are named instead. ID is as for show.",
)
@click.argument("register", metavar="REGISTER", shell_complete=complete_register)
@click.argument("record", metavar="ID")
@pass_session
def delete(session: Session, register: str, record: str) -> None:
    session.keeper(register)
    found = session.store.resolve_record(register, record)
    session.store.delete(register, [found])
    out(str(found))


def _remark(session: Session, warnings: Iterable[Message], typed: Iterable[str]) -> None:
    """Say what looks odd about a record that has been saved, and what was left out of the words typed."""
    for warning in warnings:
        session.tell(warning)
    session.tell_removed(sum(clean_text(word)[1] for word in typed))
