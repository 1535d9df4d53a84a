"""`accounts`: who may come in and as what, and the lines of authorized_keys that let their keys in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kit_tui.access import authorized
from kit_tui.access.keys import PublicKey, read_key
from kit_tui.cli.lines import out, print_columns
from kit_tui.cli.session import Session, pass_session
from kit_tui.cli.worded import Read, WordedCommand, WordedGroup
from kit_tui.domain.clock import local
from kit_tui.domain.roles import ROLES, Role
from kit_tui.domain.wording import Refused, message

F = TypeVar("F", bound=Callable[..., Any])

_HEADINGS = (message("Login"), message("Role"), message("Since"), message("Disabled since"))
_PRINT = "-"


def read_role(text: str) -> Role:
    """One of the roles.  Raises `Refused`."""
    if text in ROLES:
        return Role(text)
    raise Refused(message('"{text}" is not a role: choose one of {roles}.', text=text, roles=[r.value for r in ROLES]))


_ROLE = Read("role", read_role)


def _key_file(command: F) -> F:
    """The option that names where lines for keys are written."""
    return click.option(
        "--authorized-keys",
        "keys",
        metavar="FILE",
        default="~/.ssh/authorized_keys",
        help='The file for the lines of keys, by default ~/.ssh/authorized_keys; "-" prints them.',
    )(command)


@click.group(
    cls=WordedGroup,
    invoke_without_command=True,
    help="Print the accounts, or change them.\n\nWhile there are none, everybody on this host may do everything. The "
    "first must be an administrator's; from then on who has none is not let in, except for the owner of the "
    "database's file.",
)
@click.pass_context
def accounts(ctx: click.Context) -> None:
    session = ctx.find_object(Session)
    if ctx.invoked_subcommand is None and session:
        print_columns(
            session,
            _HEADINGS,
            [
                (one.login, one.role.value, _day(one.created_at), _day(one.disabled_at))
                for one in session.store.accounts.all()
            ],
        )


@accounts.command(
    cls=WordedCommand,
    short_help="Make an account",
    help="Make an account; with --key the key may come in by SSH, to kit-tui alone.",
)
@click.argument("login", metavar="LOGIN")
@click.option("--role", type=_ROLE, metavar="viewer|editor|admin", required=True, help="What it may do.")
@click.option(
    "--key", type=click.Path(path_type=Path), metavar="FILE", help="The public key, as OpenSSH or PuTTY has it."
)
@_key_file
@pass_session
def add(session: Session, login: str, role: Role, key: Path | None, keys: str) -> None:
    read = read_key(key) if key else None
    with session.store.whole():
        session.store.accounts.add(login, role)
        if read:
            _let_in(session, login, read, keys)
    session.tell(message("{login} may come in as {role}.", login=login, role=role.label))


@accounts.command("role", cls=WordedCommand, short_help="Give another role", help="Give an account another role.")
@click.argument("login", metavar="LOGIN")
@click.argument("role", type=_ROLE, metavar="viewer|editor|admin")
@pass_session
def change_role(session: Session, login: str, role: Role) -> None:
    session.store.accounts.set_role(login, role)
    session.tell(message("{login} may come in as {role}.", login=login, role=role.label))


@accounts.command(
    cls=WordedCommand,
    short_help="Let in one more key",
    help="Let in one more key of an account: somebody's second computer.",
)
@click.argument("login", metavar="LOGIN")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@_key_file
@pass_session
def key(session: Session, login: str, file: Path, keys: str) -> None:
    read = read_key(file)
    with session.store.whole():
        session.store.accounts.require_active(login)
        _let_in(session, login, read, keys)
    session.tell(message("The key lets in {login}.", login=login))


@accounts.command(
    cls=WordedCommand,
    short_help="Shut an account out",
    help="Shut an account out and remove its keys. Its sessions end at once; what it did stays in the log.",
)
@click.argument("login", metavar="LOGIN")
@_key_file
@pass_session
def disable(session: Session, login: str, keys: str) -> None:
    with session.store.whole():
        session.store.accounts.disable(login)
        removed = 0 if keys == _PRINT else authorized.remove_keys(_path(keys), _words(session, login))
    session.tell(
        message(
            "{login} is shut out, {n} keys were removed.",
            one="{login} is shut out, {n} key was removed.",
            login=login,
            n=removed,
        )
    )


@accounts.command(
    cls=WordedCommand,
    short_help="Let a disabled account in again",
    help="Let a disabled account in again, with a key if one is given: its old ones were removed.",
)
@click.argument("login", metavar="LOGIN")
@click.option(
    "--key", type=click.Path(path_type=Path), metavar="FILE", help="The public key, as OpenSSH or PuTTY has it."
)
@_key_file
@pass_session
def enable(session: Session, login: str, key: Path | None, keys: str) -> None:
    read = read_key(key) if key else None
    with session.store.whole():
        session.store.accounts.enable(login)
        if read:
            _let_in(session, login, read, keys)
    session.tell(message("{login} may come in again.", login=login))


def _let_in(session: Session, login: str, key: PublicKey, keys: str) -> None:
    words = _words(session, login)
    if keys == _PRINT:
        out(authorized.line_of(words, key))
    else:
        authorized.add_key(_path(keys), words, key)


def _path(keys: str) -> Path:
    return Path(keys).expanduser()


def _words(session: Session, login: str) -> tuple[str, ...]:
    """The command that the login's keys run: this program, on this database, wherever it is run from."""
    url = session.url
    database = url.removeprefix("sqlite:///") if url.startswith("sqlite:///") else url
    if "://" not in database:
        database = str(Path(database).absolute())
    return authorized.forced_words(_program(), database, login)


def _program() -> tuple[str, ...]:
    """How this program is started, by its full path."""
    script = Path(sys.argv[0]).absolute()
    if script.name == "kit-tui" and script.is_file():
        return (str(script),)
    return (sys.executable, "-P", "-m", "kit_tui")


def _day(at: str | None) -> str:
    return f"{local(at):%Y-%m-%d}" if at else ""
