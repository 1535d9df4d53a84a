"""`doctor` and `locate`: what this terminal can do, and where the files are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

import click

from kit_tui.cli.lines import out
from kit_tui.cli.session import Session, login, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.text import cell_width, pad
from kit_tui.domain.wording import Message, Refused, message

_COLUMNS, _LINES = 80, 24


@click.command(cls=WordedCommand, help="Say what this terminal and this machine can do, and what would not work.")
@pass_session
def doctor(session: Session) -> int:
    _print_pairs(session, _facts())
    problems = list(_problems())
    try:
        _print_pairs(session, list(_server(session.url)))
    except Refused as away:
        problems.append(away.message)
    for problem in problems:
        session.tell(problem)
    return 1 if problems else 0


@click.command(cls=WordedCommand, help="Say where the database, the settings and the drafts are.")
@pass_session
def locate(session: Session) -> None:
    from kit_tui.access.places import state_folder
    from kit_tui.store import called
    from kit_tui.tui.state import settings_file

    _print_pairs(
        session,
        [
            (message("database"), called(session.url)),
            (message("settings"), str(settings_file(session.login))),
            (message("drafts"), str(state_folder())),
        ],
    )


def _print_pairs(session: Session, pairs: Sequence[tuple[Message | str, Message | str]]) -> None:
    if not pairs:
        return
    worded = [(session.say(label), session.say(what)) for label, what in pairs]
    left = max(cell_width(label) for label, _ in worded) + 2
    for label, what in worded:
        out(pad(label, left) + what)


def _facts() -> list[tuple[Message | str, Message | str]]:
    import platform
    import sqlite3
    from importlib.metadata import version

    columns, lines = _window()
    return [
        (message("terminal"), os.environ.get("TERM") or message("not named")),
        (message("number of colours"), _colours()),
        (message("window"), f"{columns} x {lines}"),
        (message("encoding"), _encoding()),
        (message("ambiguous width"), message("asked when the app starts")),
        ("Python", platform.python_version()),
        ("SQLite", sqlite3.sqlite_version),
        ("Textual", version("textual")),
    ]


def _server(url: str) -> Iterator[tuple[str, str]]:
    """The database's server and what speaks with it, where there is one.  Raises `StoreError` when it is away."""
    if "://" in url:
        from kit_tui.store import versions

        yield from versions(url).items()


def _problems() -> Iterator[Message]:
    """What would not work here, each with what to do about it."""
    columns, lines = _window()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield message("This is no terminal: the commands work, the app does not.")
    elif columns < _COLUMNS or lines < _LINES:
        yield message("The window has {columns} x {lines} characters: make it 80 x 24.", columns=columns, lines=lines)
    if os.environ.get("TERM", "dumb") == "dumb":
        yield message("TERM names no terminal that can be drawn on: set it to what yours is, such as xterm-256color.")
    if _encoding().lower().replace("-", "") != "utf8":
        yield message("The locale is not UTF-8: Japanese would be garbled. Set LANG to ja_JP.UTF-8 or en_US.UTF-8.")
    from kit_tui.tui import keymap

    yield from keymap.problems(login())


def _window() -> tuple[int, int]:
    import shutil

    size = shutil.get_terminal_size()
    return size.columns, size.lines


def _encoding() -> str:
    """The encoding of the locale, which is that of the terminal if both are set up alike."""
    import locale

    return locale.nl_langinfo(locale.CODESET)


def _colours() -> Message | str:
    if os.environ.get("NO_COLOR"):
        return message("none (NO_COLOR is set)")
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return message("16 million")
    return "256" if "256color" in os.environ.get("TERM", "") else "16"
