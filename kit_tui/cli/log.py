"""`history` and `undo`: who changed what, and back again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import click

from kit_tui.cli.lines import out, print_columns, print_json, shown
from kit_tui.cli.session import Misused, Session, complete_register, pass_session
from kit_tui.cli.worded import Read, WordedCommand, whole_number
from kit_tui.domain.clock import local, today
from kit_tui.domain.fields import Field
from kit_tui.domain.operations import done_word, in_words, with_fate
from kit_tui.domain.wording import Message, message
from kit_tui.store.plain import Cell, Condition, Latest, RegisterInfo, Step

_NOTHING = message("(blank)")
_PAGE = 200


def _read_day(text: str) -> dt.date:
    """A day as it is typed, with what is a day without its year too.  Raises `Refused`."""
    day = Field("day", message("Day"), kind="date", required=True).read(text, today=today())
    assert isinstance(day, dt.date)
    return day


@click.command(
    cls=WordedCommand,
    help="Print who changed what in a record, the latest change first; without a record, the latest operations of "
    "all.\n\nID is as for show.",
)
@click.argument("register", metavar="[REGISTER", shell_complete=complete_register, required=False)
@click.argument("record", metavar="ID]", required=False)
@click.option("--login", metavar="LOGIN", help="Only what this login has done.")
@click.option("--register", "of", metavar="REGISTER", shell_complete=complete_register, help="Only in this register.")
@click.option("--day", type=Read("day", _read_day), metavar="DAY", help="Only on this day.")
@click.option("--limit", type=Read("number", whole_number), metavar="N", default="20", help="At most N operations.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def history(
    session: Session,
    register: str | None,
    record: str | None,
    login: str | None,
    of: str | None,
    day: dt.date | None,
    limit: int,
    as_json: bool,
) -> None:
    if register is None:
        where = _conditions(session, login, of, day)
        _print_operations(session, where, limit, as_json)
        return
    if record is None:
        raise Misused(message("{name} is missing.", name="ID"))
    if login or of or day or as_json:
        raise Misused(message("These options are for the history of all, without a register and an ID."))
    info = session.register(register)
    found = session.store.resolve_record(register, record, deleted=True)
    session.store.entry(register, found)
    for step in session.store.history(register, found):
        _print_step(session, info, step)


def _conditions(session: Session, login: str | None, of: str | None, day: dt.date | None) -> list[Condition]:
    named = {"login": login, "register": session.register(of).slug if of else None, "day": day}
    return [Condition(name, "=", value) for name, value in named.items() if value]


def _print_operations(session: Session, where: Sequence[Condition], limit: int, as_json: bool) -> None:
    found = islice(_operations(session, where), limit)
    if as_json:
        print_json(_flat(session, each) for each in found)
        return
    headings = [message("No."), message("When"), message("Who"), message("What")]
    rows = ((str(o.operation), f"{local(o.at):%Y-%m-%d %H:%M}", o.login, _deed(session, o)) for o in found)
    print_columns(session, headings, rows, right=[True, False, False, False])


def _operations(session: Session, where: Sequence[Condition]) -> Iterator[Latest]:
    """The operations from the newest on, read a page at a time."""
    before = None
    while page := session.store.operations(where, before, limit=_PAGE):
        yield from page
        before = page[-1].operation


def _flat(session: Session, done: Latest) -> dict[str, Any]:
    return {
        "operation": done.operation,
        "at": done.at,
        "login": done.login,
        "kind": done.kind,
        "register": done.register or None,
        "id": done.record,
        "title": session.word(done.title) or None,
        "records": done.rows,
        "undoes": done.undoes or None,
        "taken_back": done.taken_back,
    }


def _deed(session: Session, done: Latest) -> Message:
    info = session.store.registers.get(done.register)
    what = in_words(done.kind, (info.one, info.label) if info else None, done.title, done.rows)
    return with_fate(what, done.rows, done.undoes, done.taken_back)


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
