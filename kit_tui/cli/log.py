"""`history` and `undo`: who changed what, and back again."""

from __future__ import annotations

import click

from kit_tui.cli.lines import out, shown
from kit_tui.cli.session import Session, complete_register, pass_session
from kit_tui.cli.worded import Read, WordedCommand, whole_number
from kit_tui.domain.clock import local
from kit_tui.domain.operations import done_word
from kit_tui.domain.wording import Message, message
from kit_tui.store.plain import Cell, Latest, RegisterInfo, Step

_NOTHING = message("(blank)")


@click.command(
    cls=WordedCommand, help="Print who changed what in a record, the latest change first.\n\nID is as for show."
)
@click.argument("register", metavar="REGISTER", shell_complete=complete_register)
@click.argument("record", metavar="ID")
@pass_session
def history(session: Session, register: str, record: str) -> None:
    info = session.register(register)
    found = session.store.resolve_record(register, record, deleted=True)
    session.store.entry(register, found)
    for step in session.store.history(register, found):
        _print_step(session, info, step)


@click.command(
    cls=WordedCommand,
    help="Take back your last operation, or the one of the number that history prints, and say what was taken back.",
)
@click.argument("operation", metavar="[OPERATION]", type=Read("number", whole_number), required=False)
@click.option("--rest", is_flag=True, help="Leave out the records that later changes stand in the way of.")
@pass_session
def undo(session: Session, operation: int | None, rest: bool) -> int:
    from kit_tui.store.errors import InTheWay

    try:
        _, undone = session.store.undo(operation, rest=rest)
    except InTheWay as refused:
        session.tell(refused.message)
        if refused.left < refused.total:
            session.tell(
                message(
                    '"kit-tui undo {operation} --rest" takes back the other {n}.',
                    operation=refused.operation,
                    n=refused.total - refused.left,
                )
            )
        return 1
    out(session.say(_taken_back(session, undone)))
    return 0


def _print_step(session: Session, info: RegisterInfo, step: Step) -> None:
    at = f"{local(step.at):%Y-%m-%d %H:%M}"
    operation = message("operation {n}", n=step.operation)
    out("  ".join(session.say(part) for part in (at, step.login, done_word(step.kind), operation)))
    for field, before, after in step.changes:
        if field is not None:
            change = message(
                "{field}: {before} -> {after}",
                field=field.label,
                before=_worded(info, field.name, before),
                after=_worded(info, field.name, after),
            )
            out("    " + session.say(change))


def _worded(info: RegisterInfo, name: str, cell: Cell) -> Message | str:
    return shown(info.fields[name], cell, {}) or _NOTHING


def _taken_back(session: Session, undone: Latest) -> Message:
    what = done_word(undone.kind)
    if undone.rows > 1:
        return message(
            "Operation {n} ({what}, {rows} records) has been taken back.",
            n=undone.operation,
            what=what,
            rows=undone.rows,
        )
    return message(
        "Operation {n} ({what}: {title}) has been taken back.", n=undone.operation, what=what, title=undone.title
    )
