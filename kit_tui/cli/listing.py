"""`list`: the rows of a register, for people, as JSON or as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from kit_tui.cli.fields import read_conditions
from kit_tui.cli.lines import print_columns, print_csv, print_json, shown
from kit_tui.cli.session import Misused, Session, complete_register, pass_session
from kit_tui.cli.worded import Read, WordedCommand, whole_number
from kit_tui.domain.wording import Message, message
from kit_tui.store.plain import ColumnInfo, Query, Ref, RegisterInfo, Row

_PAGE = 500


@click.command(
    "list",
    cls=WordedCommand,
    help="Print the rows of a register.\n\nFIELD is a field's name or its label, VALUE is read as it would be typed; "
    "FIELD>=VALUE, FIELD<=VALUE and FIELD!=VALUE compare, FIELD= asks for blanks.",
)
@click.argument("register", metavar="REGISTER", shell_complete=complete_register)
@click.option("--where", metavar="FIELD=VALUE", multiple=True, help="Only rows like this; may be given several times.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@click.option("--limit", type=Read("number", whole_number), metavar="N", help="At most N rows.")
@pass_session
def list_records(
    session: Session, register: str, where: tuple[str, ...], as_json: bool, as_csv: bool, limit: int | None
) -> None:
    info = session.register(register)
    session.store.require_read(register)
    query = Query(register, where=read_conditions(session, info, where))
    if as_json and as_csv:
        raise Misused(message("Choose --json or --csv, not both."))
    if as_json:
        print_json(_flat(session, info, query, limit))
    elif as_csv:
        from kit_tui.exchange.flat import flat_names

        names = [*flat_names(info), *(column.name for column in info.worked_out.values())]
        print_csv(names, _flat(session, info, query, limit))
    else:
        _print_list(session, info, query, limit)


def _print_list(session: Session, info: RegisterInfo, query: Query, limit: int | None) -> None:
    cells = (_worded(session, info.columns, row) for row in _rows(session, query, limit))
    print_columns(
        session,
        [message("No."), *(column.label for column in info.columns)],
        cells,
        right=[True, *(column.right for column in info.columns)],
    )


def _rows(session: Session, query: Query, limit: int | None) -> Iterator[Row]:
    """The rows of the list, read a page at a time."""
    if limit is not None and limit <= _PAGE:
        yield from session.store.window(query, 0, limit)
        return
    ordering = session.store.ordering(query)
    end = min(len(ordering), limit or len(ordering))
    for offset in range(0, end, _PAGE):
        yield from session.store.window(query, offset, min(_PAGE, end - offset), ordering)


def _flat(session: Session, info: RegisterInfo, query: Query, limit: int | None) -> Iterator[dict[str, Any]]:
    """The records as flat rows, with what their list works out beside their fields."""
    from kit_tui.exchange.flat import flat, flat_value

    entries = session.store.each(query, limit)
    while page := list(islice(entries, _PAGE)):
        rows = session.store.rows(query.register, [entry.id for entry in page]) if info.worked_out else []
        cells = {row.id: row.cells for row in rows}
        for entry in page:
            flat_row = flat(info, entry)
            for at, column in info.worked_out.items():
                cell = cells[entry.id][at] if entry.id in cells else None
                flat_row[column.name] = (
                    _plain(session, cell) if isinstance(cell, (Ref, Message)) else flat_value(column.field, cell, {})
                )
            yield flat_row


def _plain(session: Session, cell: Ref | Message) -> str:
    return session.word(cell.title if isinstance(cell, Ref) else cell)


def _worded(session: Session, columns: tuple[ColumnInfo, ...], row: Row) -> list[Message | str]:
    beside = {
        column.name: cell
        for column, cell in zip(columns, row.cells, strict=True)
        if not isinstance(cell, (Ref, Message))
    }
    return [
        str(row.id),
        *(shown(column.field, cell, beside) for column, cell in zip(columns, row.cells, strict=True)),
    ]
