"""`ssh`: the entry for a forced command, which opens the app or runs one of the commands that are allowed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping

import click

from kit_tui.access.entry import ALLOWED, words_of
from kit_tui.access.places import exchange_folder
from kit_tui.cli.app import require_terminal, run_app
from kit_tui.cli.main import COMMANDS, Commands, language_option, run
from kit_tui.cli.session import Session, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.wording import Message, Refused, message

EXCHANGE: dict[str, tuple[str, Message]] = {
    "put": ("exchange:put", message("Put a file into your exchange folder")),
    "get": ("exchange:get", message("Get a file out of your exchange folder")),
    "files": ("exchange:files", message("The files in your exchange folder")),
}
"""Commands that there are by SSH alone."""


class AllowedCommands(Commands):
    """The commands that may be run by SSH."""

    known: Mapping[str, tuple[str, Message]] = {name: COMMANDS[name] for name in ALLOWED if name in COMMANDS} | EXCHANGE

    def no_command(self, name: str) -> Message:
        return message('"{name}" can\'t be used by SSH. "help" lists what can.', name=name)


@click.group(cls=AllowedCommands, help="The register by SSH: ssh opens the app, ssh with a command runs that.")
@language_option
def allowed() -> None:
    pass


@click.command(
    cls=WordedCommand,
    help="The entry for a forced command in authorized_keys, which is all that a key may run.\n\n"
    "It opens the app for an account, or runs the command that was sent if it is one of those allowed. No shell sees "
    'it, and files go by plain names in the login\'s exchange folder. "kit-tui accounts" writes the lines.',
)
@click.option("--user", metavar="LOGIN", required=True, help="The account that the key is for.")
@pass_session
def ssh(session: Session, user: str) -> int:
    from kit_tui import store
    from kit_tui.tui.state import remembered

    os.umask(0o077)
    session.login, session.by_ssh = user, True
    if not store.is_made(session.url):
        raise Refused(message("There is no register here yet: ask an administrator."))
    command = os.environ.get("SSH_ORIGINAL_COMMAND", "")
    if not command.strip():
        require_terminal()
        return run_app(session, session.url)
    session.database = os.path.abspath(session.url) if "://" not in session.url else session.url
    _ = session.store  # who has no account is told so, whatever they asked for
    if not session.lang_asked:
        session.lang = remembered(user).get("lang", session.lang)
    return _run_command(session, command)


def _run_command(session: Session, command: str) -> int:
    from kit_tui.exchange.folder import Folder
    from kit_tui.exchange.place import confined

    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    folder = Folder(exchange_folder(session.login))
    try:
        with confined(folder):
            status = run(session, words_of(command), allowed)
            sys.stdout.flush()
        return status
    finally:
        folder.close()
