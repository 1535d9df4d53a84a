"""`sessions`: who is in, and how one is ended."""

from __future__ import annotations

import click

from kit_tui.cli.lines import print_columns
from kit_tui.cli.session import Session, pass_session
from kit_tui.cli.worded import Read, WordedCommand, whole_number
from kit_tui.domain.clock import local
from kit_tui.domain.roles import Action, require
from kit_tui.domain.wording import message

_HEADINGS = (
    message("No."),
    message("Login"),
    message("Since"),
    message("Idle for"),
    message("From"),
    message("Database"),
)


@click.command(
    cls=WordedCommand,
    help="Print who has the app open from this account of the host, or end a session.\n\nA session that is ended keeps "
    "what is half typed, and offers it at the next start.",
)
@click.option("--end", type=Read("number", whole_number), metavar="N", help="End the session of that number.")
@pass_session
def sessions(session: Session, end: int | None) -> None:
    from kit_tui.access import sessions as present

    require(session.store.role, Action.ACCOUNTS)
    if end is not None:
        ended = present.end(end)
        session.tell(message("Session {n} of {login} has been told to end.", n=ended.pid, login=ended.login))
        return
    print_columns(
        session,
        _HEADINGS,
        [
            (str(s.pid), s.login, f"{local(s.since):%Y-%m-%d %H:%M}", _time(s.idle), s.origin or s.terminal, s.database)
            for s in present.sessions()
        ],
        right=(True, False, False, True, False, False),
    )


def _time(seconds: int | None) -> str:
    """Hours and minutes."""
    return "" if seconds is None else f"{seconds // 3600}:{seconds // 60 % 60:02}"
