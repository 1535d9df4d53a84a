"""The app itself, and its demonstration: the only commands that load Textual."""

from __future__ import annotations

import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path

import click

from kit_tui.cli.places import example_database
from kit_tui.cli.session import Session, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.wording import Refused, message


def open_app(session: Session) -> int:
    """Open the app on the database of the run, and give its exit status; without a database, offer to make one."""
    require_terminal()
    from kit_tui import store

    if not store.is_made(session.url) and not _first_start(session):
        return 0
    return run_app(session, session.url)


@click.command(cls=WordedCommand, help="Open the app on a copy of the example that is thrown away afterwards.")
@pass_session
def demo(session: Session) -> int:
    require_terminal()
    with tempfile.TemporaryDirectory(prefix="kit-tui-") as folder:
        copy = Path(folder) / "example.db"
        shutil.copyfile(example_database(), copy)
        return run_app(session, str(copy))


def _first_start(session: Session) -> bool:
    """Ask what the new register should hold, and make it; False when the user would rather not."""
    from kit_tui import store
    from kit_tui.tui import question

    question.give_back()
    session.tell(message("There is no register at {path} yet.", path=store.called(session.url)))
    session.tell(message("1  Begin with an empty one"))
    session.tell(message("2  Begin with the example"))
    session.tell(message("Any other key and Enter: leave"))
    wanted = unicodedata.normalize("NFKC", sys.stdin.readline()).strip()
    if wanted not in ("1", "2"):
        return False
    store.create(session.url, example_database() if wanted == "2" else None)
    question.ask()
    return True


def require_terminal() -> None:
    """Raises `Refused` where there is nothing to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(message('The app needs a terminal. "kit-tui --help" lists the commands that do without.'))


def run_app(session: Session, url: str) -> int:
    """Run the app on a database and give its exit status."""
    from kit_tui.tui.app import run

    return run(url, lang=session.lang, asked=session.lang_asked, actor=session.actor)
