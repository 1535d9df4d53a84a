"""The app itself, and its demonstration: the only commands that load Textual."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click

from kit_tui.cli.places import example_database
from kit_tui.cli.session import Session, login, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.wording import Refused, message


def open_app(session: Session) -> int:
    """Open the app on the database of the run, and give its exit status."""
    return _run(session, session.url, example=False)


@click.command(cls=WordedCommand, help="Open the app on a copy of the example that is thrown away afterwards.")
@pass_session
def demo(session: Session) -> int:
    with tempfile.TemporaryDirectory(prefix="kit-tui-") as folder:
        copy = Path(folder) / "example.db"
        shutil.copyfile(example_database(), copy)
        return _run(session, str(copy), example=True)


def _run(session: Session, url: str, *, example: bool) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(message('The app needs a terminal. "kit-tui --help" lists the commands that do without.'))
    from kit_tui.tui.app import run

    return run(url, lang=session.lang, example=example, actor_login=login())
