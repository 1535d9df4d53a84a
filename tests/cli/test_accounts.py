"""`accounts` and each other command as each role, on the command line."""

from __future__ import annotations

import os
import pwd
import shutil
from pathlib import Path

import pytest

from kit_tui.domain.roles import Role
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor
from kit_tui.store import open as open_store
from tests.cli.conftest import Kit

pytestmark = pytest.mark.sqlite_file  # the first account for another is made by who owns the file, and files are copied

ME = pwd.getpwuid(os.geteuid()).pw_name
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIgFcS7kVq0xvP9Q8b1xUqQe0R2cC3S4T5U6V7W8X9Y0"
ALL, WRITERS, ADMINS = frozenset(Role), frozenset({Role.EDITOR, Role.ADMIN}), frozenset({Role.ADMIN})
TOTAL = "815"

COMMANDS = {
    "find 青木": ALL,
    "find 青木 --json": ALL,
    "list people": ALL,
    "list people --json": ALL,
    "list people --where best>=800": frozenset[Role](),
    "list staff": WRITERS,
    "list staff --csv": WRITERS,
    "list staff --json": WRITERS,
    "list staff --where best>=800": WRITERS,
    "list scores": WRITERS,
    "list scores --json --where total>=800": WRITERS,
    "list scores --csv": WRITERS,
    "show people 1": ALL,
    "show people 1 --json": ALL,
    "show scores 1": WRITERS,
    "add people name=木村 category=admin": WRITERS,
    "add targets gauge=faculty-stays academic_year=2018 value=5": ADMINS,
    "edit people 1 notes=x": WRITERS,
    "delete scores 1": WRITERS,
    "import people people.csv": WRITERS,
    "import people people.csv --dry-run": WRITERS,
    "import all folder": WRITERS,
    "export people": WRITERS,
    "export scores": WRITERS,
    "export staff": WRITERS,
    "export scores -o scores.csv": WRITERS,
    "export all -o all.json": WRITERS,
    "export all -o all": WRITERS,
    "gauges": ALL,
    "gauges --json": ALL,
    "abroad": ALL,
    "history people 1": ALL,
    "history scores 1": WRITERS,
    "undo 6": ADMINS,
    "settings": ALL,
    "settings briefing_days 30": ADMINS,
    "check": ALL,
    "reindex": WRITERS,
    "backup": ADMINS,
    "backup made.db": ADMINS,
    "restore copy.db": ADMINS,
    "migrate": ADMINS,
    "copy {register} moved.db": ADMINS,
    "accounts": ADMINS,
    "accounts add kimura --role viewer": ADMINS,
    "accounts role head viewer": ADMINS,
    "accounts disable head": ADMINS,
    "accounts enable head": ADMINS,
    "accounts key head key.pub": ADMINS,
    "sessions": ADMINS,
    "sessions --end 999999999": ADMINS,
}
"""Every command that opens a register, and who may give it."""
WITHOUT_REGISTER = {"demo", "init", "doctor", "locate", "ssh"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the run, with files to take in; home is there as well."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "people.csv").write_text("name,category\n木村 花,admin\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "people.csv").write_text("name,category\n木村 花,admin\n", encoding="utf-8")
    (tmp_path / "key.pub").write_text(KEY)
    return tmp_path


@pytest.fixture
def staff(office: Kit, folder: Path) -> Kit:
    """An office with a score that somebody else has entered, and an administrator."""
    assert office("add", "scores", "person=1", "test=IP", "date=H30.6.17", "listening=430", "reading=385").status == 0
    assert office("accounts", "add", "head", "--role", "admin").status == 0
    return office


def become(path: Path, role: Role) -> None:
    """Give the login of this process an account; a second administrator, head, has added an institution (6).

    copy.db is a copy of the register.
    """
    store = open_store(str(path), Actor("head"), REGISTERS)
    assert store.save("institutions", {"name": "TU Delft", "country": "NL"}).operation == 6
    store.accounts.add(ME, role)
    store.close()
    shutil.copy(path, path.with_name("copy.db"))


def test_every_command_is_tried() -> None:
    from kit_tui.cli.main import COMMANDS as KNOWN

    assert {command.split()[0] for command in COMMANDS} == KNOWN.keys() - WITHOUT_REGISTER


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    "command",
    [pytest.param(c, marks=pytest.mark.sqlite_file) if c.startswith(("backup", "restore")) else c for c in COMMANDS],
)
def test_a_role_may_give_its_commands_and_no_others(staff: Kit, register_path: Path, command: str, role: Role) -> None:
    become(register_path, role)
    ran = staff(*command.format(register=register_path).split())
    refused = "This takes the role" in ran.err
    if role in COMMANDS[command]:
        assert not refused
        assert ran.status == 0 or "There is no session" in ran.err
    elif COMMANDS[command]:
        assert (ran.status, ran.out, refused) == (1, "", True)
    else:
        assert ran.status == 2
    if role == Role.VIEWER:
        assert TOTAL not in ran.out + ran.err


def test_an_export_that_a_viewer_may_not_make_leaves_no_file(staff: Kit, register_path: Path, folder: Path) -> None:
    become(register_path, Role.VIEWER)
    for words in ("export scores -o s.csv", "export all -o s.json", "export all -o s"):
        assert staff(*words.split()).status == 1
    assert not list(folder.glob("s*.*")) + list(folder.glob("s"))


# Accounts and keys


def test_the_first_account_is_an_administrator_s(kit: Kit, folder: Path) -> None:
    ran = kit("accounts", "add", "tanaka", "--role", "editor", "--key", "key.pub")
    assert (ran.status, ran.out, ran.err) == (1, "", "The first account must be an administrator's: --role admin.\n")
    assert not (folder / ".ssh").exists()


def test_accounts_are_made_one_after_another_by_who_owns_the_register(kit: Kit, folder: Path) -> None:
    assert kit("accounts", "add", "tanaka", "--role", "admin", "--key", "key.pub").status == 0
    assert kit("accounts", "add", "sato", "--role", "editor").status == 0
    listed = [line.split()[:2] for line in kit("accounts").out.splitlines()[1:]]
    assert listed == [["sato", "editor"], ["tanaka", "admin"]]


def test_the_key_s_line_lets_in_to_this_register_alone(kit: Kit, folder: Path, register_path: Path) -> None:
    kit("accounts", "add", "tanaka", "--role", "admin", "--key", "key.pub")
    line = (folder / ".ssh" / "authorized_keys").read_text()
    assert f'--db {register_path} ssh --user tanaka",restrict,pty {KEY} tanaka\n' in line


def test_the_line_can_be_printed_instead(kit: Kit, folder: Path) -> None:
    ran = kit("accounts", "add", "tanaka", "--role", "admin", "--key", "key.pub", "--authorized-keys", "-")
    assert ran.out.endswith(f'ssh --user tanaka",restrict,pty {KEY} tanaka\n')
    assert not (folder / ".ssh").exists()


def test_a_key_of_somebody_else_makes_no_account(kit: Kit, folder: Path) -> None:
    kit("accounts", "add", "tanaka", "--role", "admin", "--key", "key.pub")
    assert kit("accounts", "add", "sato", "--role", "editor", "--key", "key.pub").status == 1
    assert "sato" not in kit("accounts").out


def test_a_disabled_account_loses_its_keys_and_is_let_in_again_with_another(kit: Kit, folder: Path) -> None:
    keys = folder / ".ssh" / "authorized_keys"
    kit("accounts", "add", "head", "--role", "admin")
    kit("accounts", "add", "tanaka", "--role", "editor", "--key", "key.pub")
    assert kit("accounts", "disable", "tanaka").err == "tanaka is shut out, 1 key was removed.\n"
    assert keys.read_text() == ""
    assert kit("accounts", "key", "tanaka", "key.pub").status == 1
    assert kit("accounts", "enable", "tanaka", "--key", "key.pub").status == 0
    assert "--user tanaka" in keys.read_text()


def test_the_last_administrator_keeps_role_and_keys(kit: Kit, folder: Path) -> None:
    kit("accounts", "add", "tanaka", "--role", "admin", "--key", "key.pub")
    for words in (("disable", "tanaka"), ("role", "tanaka", "viewer")):
        ran = kit("accounts", *words)
        assert ran.status == 1
        assert "tanaka is the last administrator" in ran.err
    assert "--user tanaka" in (folder / ".ssh" / "authorized_keys").read_text()


@pytest.mark.parametrize(
    "words", [("accounts", "add", "x"), ("accounts", "add", "x", "--role", "boss"), ("accounts", "x")]
)
def test_what_is_typed_wrongly_is_a_matter_of_usage(kit: Kit, words: tuple[str, ...]) -> None:
    assert kit(*words).status == 2


# The entry, without a server


def test_the_entry_lets_in_nobody_without_an_account(office: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", "find 青木")
    ran = office("ssh", "--user", ME)
    assert (ran.status, ran.out) == (1, "")
    assert f"{ME} has no account here" in ran.err


def test_without_a_register_the_entry_makes_none(kit: Kit, register_path: Path) -> None:
    register_path.unlink()
    assert kit("ssh", "--user", "tanaka").status == 1
    assert not register_path.exists()
