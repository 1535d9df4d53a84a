"""Accounts: who is let in, the last administrator, and what the log says of both and of exports."""

from __future__ import annotations

import os
import pwd
import queue
from pathlib import Path

import pytest
from filling import Filling, open_as

from kit_tui import store
from kit_tui.domain.roles import Role
from kit_tui.domain.wording import Refused
from kit_tui.exchange.exporting import export, write_csv
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor, CameBy, NotAllowed, Query, Store, Touched

OWNER = pwd.getpwuid(os.geteuid()).pw_name


def open_by(kit: Store, login: str, by: CameBy) -> Store:
    return store.open(kit.path, Actor(login, by=by), REGISTERS)


def refusal(kit: Store, login: str, by: CameBy = CameBy.ANY) -> str:
    with pytest.raises(NotAllowed) as refused:
        open_by(kit, login, by)
    return str(refused.value)


# Who is let in


def test_without_accounts_everyone_on_the_host_is_an_administrator(kit: Store) -> None:
    assert open_as(kit.path, "anybody").role == Role.ADMIN


def test_without_accounts_nobody_comes_in_by_a_key(kit: Store) -> None:
    assert refusal(kit, "tanaka", CameBy.SSH) == "tanaka has no account here: ask an administrator for one."


def test_an_account_says_what_its_login_may(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    kit.accounts.add("sato", Role.EDITOR)
    assert open_as(kit.path, "sato").role == Role.EDITOR


def test_a_login_without_an_account_is_not_let_in_once_there_are_accounts(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    assert refusal(kit, "kimura") == "kimura has no account here: ask an administrator for one."


def test_a_disabled_account_is_not_let_in_and_an_enabled_one_is(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    kit.accounts.add("sato", Role.EDITOR)
    kit.accounts.disable("sato")
    assert refusal(kit, "sato") == "The account sato has been disabled: ask an administrator."
    kit.accounts.enable("sato")
    assert open_as(kit.path, "sato").role == Role.EDITOR


@pytest.mark.sqlite_file
def test_who_owns_the_file_is_an_administrator_without_an_account(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    assert open_by(kit, OWNER, CameBy.SYSTEM).role == Role.ADMIN


@pytest.mark.sqlite_file
def test_who_owns_the_file_goes_by_their_account_if_they_have_one(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    kit.accounts.add(OWNER, Role.VIEWER)
    assert open_by(kit, OWNER, CameBy.SYSTEM).role == Role.VIEWER


# What may be done to accounts


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR])
def test_the_first_account_is_an_administrator_s(kit: Store, role: Role) -> None:
    with pytest.raises(Refused, match="first account must be an administrator's"):
        kit.accounts.add("sato", role)
    assert kit.accounts.all() == []


def test_who_would_shut_themselves_out_begins_with_their_own(kit: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(kit._core.database), "owned", False)
    mine = open_by(kit, OWNER, CameBy.SYSTEM)
    with pytest.raises(Refused, match="for yourself first"):
        mine.accounts.add("tanaka", Role.ADMIN)
    mine.accounts.add(OWNER, Role.ADMIN)
    mine.accounts.add("tanaka", Role.ADMIN)


@pytest.mark.parametrize("login", ["", "-x", ".x", "a b", "a/b", "../x", "田中", "a;b", "x" * 65, "a\n"])
def test_what_can_t_stand_in_a_command_line_is_no_login(kit: Store, login: str) -> None:
    with pytest.raises(Refused, match="can't be a login"):
        kit.accounts.add(login, Role.ADMIN)


def test_a_login_has_one_account(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    with pytest.raises(Refused, match="There is an account tanaka already"):
        kit.accounts.add("tanaka", Role.EDITOR)


def test_the_last_administrator_is_neither_disabled_nor_given_another_role(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    kit.accounts.add("head", Role.ADMIN)
    kit.accounts.disable("head")
    tanaka = open_as(kit.path, "tanaka")
    for attempt in (
        lambda: tanaka.accounts.disable("tanaka"),
        lambda: tanaka.accounts.set_role("tanaka", Role.EDITOR),
    ):
        with pytest.raises(Refused, match="tanaka is the last administrator"):
            attempt()
    assert open_as(kit.path, "tanaka").role == Role.ADMIN


def test_one_of_two_administrators_may_go(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    kit.accounts.add("head", Role.ADMIN)
    kit.accounts.disable("tanaka")
    assert [(a.login, a.role, a.disabled_at is None) for a in open_as(kit.path, "head").accounts.all()] == [
        ("head", Role.ADMIN, True),
        ("tanaka", Role.ADMIN, False),
    ]


def test_an_account_that_is_not_there_is_named(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    with pytest.raises(Refused, match='There is no account "sato"'):
        open_as(kit.path, "tanaka").accounts.disable("sato")


# While somebody is in


def test_a_write_goes_by_the_role_that_the_account_has_then(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    kit.accounts.add("sato", Role.EDITOR)
    sato, tanaka = open_as(kit.path, "sato"), open_as(kit.path, "tanaka")
    tanaka.accounts.set_role("sato", Role.VIEWER)
    with pytest.raises(NotAllowed):
        sato.save("people", {"name": "木村", "category": "admin"})
    with pytest.raises(NotAllowed):
        sato.count(Query("scores"))


def test_who_has_been_shut_out_writes_nothing_more(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    kit.accounts.add("sato", Role.EDITOR)
    sato = open_as(kit.path, "sato")
    open_as(kit.path, "tanaka").accounts.disable("sato")
    with pytest.raises(NotAllowed, match="has been disabled"):
        sato.save("people", {"name": "木村", "category": "admin"})


def test_others_are_told_that_an_account_has_changed(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    told: queue.Queue[Touched] = queue.Queue()
    kit.watch(told.put)
    open_as(kit.path, "tanaka").accounts.add("sato", Role.VIEWER)
    assert told.get(timeout=10).tables == {"account": None}


# The log


def test_the_log_says_who_changed_accounts_and_that_is_not_undone(kit: Store) -> None:
    kit.accounts.add("tanaka", Role.ADMIN)
    tanaka = open_as(kit.path, "tanaka")
    line = tanaka.latest(1)[0]
    assert (line.login, line.kind, line.rows) == ("tanaka", "account", 0)
    with pytest.raises(Refused, match="nothing to undo"):
        tanaka.undo(line.operation)
    assert tanaka.check() == []


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_an_export_of_personal_scores_is_in_the_log(kit: Store, fill: Filling, tmp_path: Path, ending: str) -> None:
    fill.score(fill.person(category="admin"))
    export(kit, [kit.registers["scores"]], tmp_path / f"scores.{ending}")
    line = kit.latest(1)[0]
    assert (line.login, line.kind, line.register, line.record, line.rows) == ("tanaka", "export", "scores", None, 0)


def test_an_export_to_a_stream_is_in_the_log_too(kit: Store) -> None:
    from io import StringIO

    write_csv(kit, kit.registers["scores"], StringIO())
    assert [line.kind for line in kit.latest()] == ["export"]


def test_an_export_without_scores_is_not(kit: Store, fill: Filling, tmp_path: Path) -> None:
    fill.person()
    export(kit, [kit.registers["people"]], tmp_path / "people.csv")
    assert [line.kind for line in kit.latest()] == ["add"]


def test_an_export_that_fails_is_not(kit: Store, tmp_path: Path) -> None:
    (tmp_path / "scores.csv").touch()
    with pytest.raises(Refused):
        export(kit, [kit.registers["scores"]], tmp_path / "scores.csv")
    assert kit.latest() == []


def test_an_export_can_t_be_undone(kit: Store, fill: Filling, tmp_path: Path) -> None:
    person = fill.person()
    export(kit, [kit.registers["scores"]], tmp_path / "scores.csv")
    kit.undo()
    assert kit.entry("people", person).deleted_at
