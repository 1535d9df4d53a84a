"""`copy`: a register moves into another database."""

from __future__ import annotations

import click

from kit_tui.cli.lines import out
from kit_tui.cli.session import Session, login, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.wording import message


@click.command(
    cls=WordedCommand,
    help="Copy a register with its log, settings and accounts into an empty database, of whichever kind, and compare "
    "the two record by record.",
)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@pass_session
def copy(session: Session, source: str, target: str) -> None:
    from kit_tui import store

    counts = store.copy(source, target, store.Actor(login()))
    for table, count in counts.items():
        out(f"{table}\t{count}")
    n = sum(counts.values())
    session.tell(
        message("{n} records were copied and are the same.", one="{n} record was copied and is the same.", n=n)
    )
