"""`put`, `get` and `files`: a login's exchange folder, by SSH alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kit_tui.cli.lines import print_columns
from kit_tui.cli.session import Misused, Session, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.roles import Action, require
from kit_tui.domain.wording import Refused, message
from kit_tui.exchange.folder import Folder
from kit_tui.exchange.place import only_in


@click.command(
    cls=WordedCommand,
    help="Put a file into your exchange folder, from which it can be imported: ssh kit@host put NAME < FILE",
)
@click.argument("name", metavar="NAME")
@pass_session
def put(session: Session, name: str) -> None:
    require(session.store.role, Action.IMPORT)
    if sys.stdin.isatty():
        raise Misused(message('The file comes from standard input: type "ssh kit@host put NAME < FILE".'))
    with _told(name):
        size = _folder().put(name, sys.stdin.buffer)
    session.tell(message("{file}: {n} bytes", file=name, n=f"{size:,}"))


@click.command(
    cls=WordedCommand,
    help="Get a file out of your exchange folder: ssh kit@host get NAME > FILE",
)
@click.argument("name", metavar="NAME")
@pass_session
def get(session: Session, name: str) -> None:
    require(session.store.role, Action.EXPORT)
    if sys.stdout.isatty():
        raise Misused(message('The file goes to standard output: type "ssh kit@host get NAME > FILE".'))
    with _told(name):
        _folder().get(name, sys.stdout.buffer)


@click.command(cls=WordedCommand, help="Print the files in your exchange folder, or remove one.")
@click.option("--remove", metavar="NAME", help="Remove this file.")
@pass_session
def files(session: Session, remove: str | None) -> None:
    if remove is not None:
        with _told(remove):
            _folder().remove(remove)
        return
    rows = [(held.name, f"{held.size:,}") for held in _folder().files()]
    print_columns(session, (message("File"), message("Bytes")), rows, right=(False, True))


def _folder() -> Folder:
    folder = only_in()
    assert folder is not None, "these commands are run within their folder"
    return folder


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Within it, what the system refuses is refused in words."""
    try:
        yield
    except BrokenPipeError:
        raise
    except FileNotFoundError:
        raise Refused(message("There is no file {file}.", file=name)) from None
    except OSError as error:
        raise Refused(message("{file}: {why}.", file=name, why=error.strerror or "?")) from None
