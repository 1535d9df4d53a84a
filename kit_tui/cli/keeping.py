"""`backup`, `restore` and `migrate`: the database as a whole, for administrators."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit_tui.cli.session import Session, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.clock import local
from kit_tui.domain.wording import Message, message

if TYPE_CHECKING:
    from kit_tui.store.sqlite_copy import Told

_FILE = click.Path(path_type=Path)


@click.command(
    cls=WordedCommand,
    help="Take a copy of the database while others work, and prove that it is whole.\n\nWithout FILE it goes to the "
    "folder backups beside the database, named by the time, and of those made earlier the last one of each day, week "
    'and month is kept, for as long as "kit-tui settings" says. The same is done in FILE if that is a folder.',
)
@click.argument("file", metavar="[FILE]", required=False, type=_FILE)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@pass_session
def backup(session: Session, file: Path | None, force: bool) -> None:
    with _told(session) as told:
        made = session.store.back_up(file, told, replace=force)
    session.tell(message("The backup is made and proven: {path}", path=made.path))
    if made.deleted:
        session.tell(
            message(
                "{n} older backups were deleted: {paths}",
                one="{n} older backup was deleted: {paths}",
                n=len(made.deleted),
                paths=[path.name for path in made.deleted],
            )
        )


@click.command(
    cls=WordedCommand,
    help="Put a copy of the backup FILE in the database's place, if it is whole and nobody is in.\n\nWhat was there is "
    "kept beside it. FILE stays where it is.",
)
@click.argument("file", metavar="FILE", type=_FILE)
@pass_session
def restore(session: Session, file: Path) -> None:
    from kit_tui import store

    with _told(session) as told:
        done = store.restore(session.url, file, session.actor, told)
    last = f"{local(done.last):%Y-%m-%d %H:%M}" if done.last else message("nothing yet")
    session.tell(message("{path} is in place: the last thing in its log is of {last}.", path=file, last=last))
    if done.set_aside:
        session.tell(message("What was there before is kept: {path}", path=done.set_aside))
    if done.outdated:
        session.tell(message("It is of an older kit-tui: run kit-tui migrate."))


@click.command(
    cls=WordedCommand,
    help="Bring a database of an older kit-tui up to date, when nobody is in.\n\nA backup is made and proven first. "
    "Nothing else migrates a database.",
)
@pass_session
def migrate(session: Session) -> None:
    from kit_tui import store

    with _told(session) as told:
        done = store.bring_up(session.url, session.actor, told)
    if done.backup is None:
        session.tell(message("The database is up to date: its tables are at {version}.", version=done.after))
        return
    session.tell(message("The database was at {before} and is at {after} now.", before=done.before, after=done.after))
    session.tell(message("What was there before is kept: {path}", path=done.backup))


@contextmanager
def _told(session: Session) -> Iterator[Told]:
    """Shows on a terminal what is being done, and the percent of it."""
    with session.progress() as show:

        def told(doing: Message, share: float | None) -> None:
            show(doing if share is None else message("{doing}: {n} %", doing=doing, n=int(share * 100)))

        yield told
