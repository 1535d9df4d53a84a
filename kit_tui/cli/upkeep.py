"""`init`, `check` and `reindex`: the database is made, proven whole and mended."""

from __future__ import annotations

import click

from kit_tui.cli.places import example_database
from kit_tui.cli.session import Session, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.wording import message


@click.command(cls=WordedCommand, help="Make the database. One that exists is left alone.")
@click.option("--example", is_flag=True, help="Fill it with the example.")
@pass_session
def init(session: Session, example: bool) -> None:
    from kit_tui import store

    store.create(session.url, example_database() if example else None)
    session.tell(message("The database is ready: {path}", path=store.called(session.url)))


@click.command(cls=WordedCommand, help="See whether the database is whole; every fault is told. This only reads.")
@pass_session
def check(session: Session) -> int:
    problems = session.store.check()
    for problem in problems:
        session.tell(problem)
    if problems:
        return 1
    session.tell(message("The database is whole."))
    return 0


@click.command(cls=WordedCommand, help="Make the search index anew from the records.")
@pass_session
def reindex(session: Session) -> None:
    entries = session.store.reindex()
    session.tell(
        message("The search index is new: {n} records.", one="The search index is new: {n} record.", n=entries)
    )
