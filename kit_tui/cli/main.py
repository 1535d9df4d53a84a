"""The command line's entry: what may stand before a command, and what a run ends with."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module

import click

from kit_tui.cli.session import Misused, Session, pass_session
from kit_tui.cli.worded import Read, WordedCommand, usage_problem
from kit_tui.domain.wording import LANGUAGES, Message, Refused, message

DONE, REFUSED, USAGE, INTERRUPTED = 0, 1, 2, 130

COMMANDS: dict[str, tuple[str, Message]] = {
    "demo": ("app:demo", message("Open the app on a throw-away copy of the example")),
    "init": ("upkeep:init", message("Make the database")),
    "find": ("finding:find", message("Find anything, in any register")),
    "list": ("listing:list_records", message("The rows of a register")),
    "show": ("showing:show", message("One record with all that points to it")),
    "add": ("writing:add", message("Add a record")),
    "edit": ("writing:edit", message("Change a record")),
    "delete": ("writing:delete", message("Delete a record")),
    "import": ("files:import_file", message("Take in a CSV file, all or nothing")),
    "export": ("files:export_file", message("Write a register to a file")),
    "gauges": ("measuring:gauges", message("How far each target is")),
    "abroad": ("measuring:abroad", message("Who is overseas, by country")),
    "history": ("log:history", message("Who changed what, in a record or in all")),
    "undo": ("log:undo", message("Take back an operation")),
    "settings": ("settings:settings", message("The policies of the office")),
    "accounts": ("accounts:accounts", message("Who may come in, and as what")),
    "sessions": ("sessions:sessions", message("Who is in")),
    "copy": ("moving:copy", message("Copy the register into another database")),
    "check": ("upkeep:check", message("See whether the database is whole")),
    "backup": ("keeping:backup", message("Take a copy of the database while others work")),
    "restore": ("keeping:restore", message("Put a backup in the database's place")),
    "migrate": ("keeping:migrate", message("Bring an older database up to date")),
    "reindex": ("upkeep:reindex", message("Make the search index anew")),
    "doctor": ("machine:doctor", message("What this terminal can do")),
    "locate": ("machine:locate", message("Where the files are")),
    "ssh": ("ssh:ssh", message("The entry for keys in authorized_keys")),
}
"""Where each command is written, and what it does."""


class Commands(WordedCommand, click.Group):
    """The commands, each of whose modules is loaded when it is asked for."""

    known: Mapping[str, tuple[str, Message]] = COMMANDS

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.known)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.known:
            raise Misused(self.no_command(cmd_name))
        module, _, name = self.known[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(f"kit_tui.cli.{module}"), name)
        return command

    def sections(self, ctx: click.Context) -> Iterable[tuple[Message, list[tuple[str, Message]]]]:
        yield from super().sections(ctx)
        yield message("Commands:"), [(name, what) for name, (_, what) in self.known.items()]

    def no_command(self, name: str) -> Message:
        """The sentence for a word that is no command."""
        return message('There is no command "{name}". "kit-tui --help" lists them.', name=name)


def read_language(text: str) -> str:
    """One of the languages.  Raises `Refused`."""
    if text in LANGUAGES:
        return text
    raise Refused(message('"{text}" is not a language here: choose en or ja.', text=text))


def locale_language(environment: Mapping[str, str]) -> str:
    """The language that the locale asks for, English unless it is Japanese."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "ja" if locale.startswith("ja") else "en"


def asked_language(words: Sequence[str]) -> str | None:
    """The language that `--lang` asks for before the command, for what is wrong before Click comes to read it."""
    for at, word in enumerate(words):
        if word in COMMANDS:
            break
        name, _, value = word.partition("=")
        if name == "--lang":
            return next((asked for asked in (value, *words[at + 1 : at + 2]) if asked in LANGUAGES), None)
    return None


def _set_language(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    session = ctx.find_object(Session)
    if value and session:
        session.lang, session.lang_asked = value, True


language_option = click.option(
    "--lang",
    type=Read("language", read_language),
    metavar="en|ja",
    is_eager=True,
    expose_value=False,
    callback=_set_language,
    help="The language; otherwise that of the locale.",
)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    help="The register of an international-affairs office. Without a command it opens the app.",
)
@click.option("--db", metavar="PATH|URL", help="The database; otherwise $KIT_DATABASE, otherwise the user's own.")
@language_option
@pass_session
@click.pass_context
def commands(ctx: click.Context, session: Session, db: str | None) -> int | None:
    session.database = db
    if ctx.invoked_subcommand is not None:
        return None
    from kit_tui.cli.app import open_app

    return open_app(session)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (by default the process's own) and give its exit status.

    0 done, 1 problems found or refused (each a sentence on standard error), 2 usage, 130 interrupted.
    """
    _use_utf8()
    session = Session(asked_language(sys.argv[1:] if argv is None else argv) or locale_language(os.environ))
    try:
        status = run(session, argv)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has gone: there is nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    finally:
        session.close()
    return status


def run(session: Session, argv: Sequence[str] | None, group: click.Group = commands) -> int:
    """Run a command of the group and give the exit status; what is refused is told."""
    try:
        result = group.main(argv, prog_name="kit-tui", standalone_mode=False, obj=session)
    except Misused as misused:
        session.tell(misused.message)
        return USAGE
    except Refused as refused:
        for sentence in _sentences(refused):
            session.tell(sentence)
        return REFUSED
    except click.UsageError as error:
        session.tell(usage_problem(error))
        path = error.ctx.command_path if error.ctx else "kit-tui"
        session.tell(message('"{command} --help" says how it is used.', command=path))
        return USAGE
    except click.Abort:
        return INTERRUPTED
    return result if isinstance(result, int) else DONE


def _sentences(refused: Refused) -> Iterable[Message]:
    """All that is wrong, where a record breaks several rules."""
    from kit_tui.store.errors import Invalid

    return refused.problems.values() if isinstance(refused, Invalid) else (refused.message,)


def _use_utf8() -> None:
    """Write UTF-8 whatever the locale: output is data, and half a name would be wrong data."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
