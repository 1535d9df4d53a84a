"""Who may come in, and as what."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TypeAlias

import peewee as pw

from kit_tui.domain.clock import stamp
from kit_tui.domain.roles import Action, NotAllowed, Role, require
from kit_tui.domain.wording import Refused, message
from kit_tui.models import Account, Change
from kit_tui.store.core import Actor, CameBy, Core
from kit_tui.store.database import AnyDatabase
from kit_tui.store.plain import AccountInfo, Touched
from kit_tui.store.reader import Reader
from kit_tui.store.writing import as_json, log_operation

Whole: TypeAlias = Callable[[], AbstractContextManager[None]]

ACCOUNTS = "account"
"""The table by which those who watch are told of a change."""
_LOGIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}")
"""It is part of a command line and of the names of files."""


def role_of(database: AnyDatabase, actor: Actor) -> Role:
    """What the actor may do; while there are no accounts, everyone who is on this host is an administrator.

    Who owns the register's file can do with it what they like, and is an administrator without an account as well.
    Raises `NotAllowed` for a login that has no account, or one that has been disabled.
    """
    if actor.role is not None:
        return actor.role
    reader = Reader(database)
    found = reader.row(Account.select(Account.role, Account.disabled_at).where(Account.login == actor.login))
    if found is None:
        if actor.by != CameBy.SSH and not _has_accounts(reader):
            return Role.ADMIN
        if actor.by == CameBy.SYSTEM and database.owned:
            return Role.ADMIN
        raise NotAllowed(
            message("{login} has no account here: ask an administrator for one.", login=actor.login or "?")
        )
    role, disabled_at = found
    if disabled_at is not None:
        raise NotAllowed(message("The account {login} has been disabled: ask an administrator.", login=actor.login))
    return Role(role)


def _has_accounts(reader: Reader) -> bool:
    return reader.row(Account.select(Account.id)) is not None


class Accounts:
    """The accounts of an open register, for administrators: every method raises `NotAllowed` for others.

    `whole` makes one transaction of a write, `tell` has those who watch told of it.
    """

    def __init__(self, core: Core, whole: Whole, tell: Callable[[Touched], None]) -> None:
        self._core, self._whole, self._tell = core, whole, tell

    def all(self) -> list[AccountInfo]:
        """Every account by login."""
        require(self._core.role, Action.ACCOUNTS)
        query = Account.select(Account.login, Account.role, Account.created_at, Account.disabled_at)
        return [
            AccountInfo(login, Role(role), created_at, disabled_at)
            for login, role, created_at, disabled_at in self._core.reader.rows(query.order_by(Account.login))
        ]

    def add(self, login: str, role: Role) -> None:
        """Make an account; raises `Refused` for a login that can't be one or is taken, or a first of another role."""
        core = self._core
        with self._whole():
            require(core.role, Action.ACCOUNTS)
            if not _LOGIN.fullmatch(login):
                raise Refused(
                    message('"{login}" can\'t be a login: use letters, digits and . _ @ - (at most 64).', login=login)
                )
            if core.reader.row(Account.select(Account.id).where(Account.login == login)):
                raise Refused(message("There is an account {login} already.", login=login))
            if not _has_accounts(core.reader):
                self._refuse_first(login, role)
            query = Account.insert(login=login, role=role.value, created_at=stamp())
            self._tell(_log(core, query.execute(core.database), None, {"login": login, "role": role.value}))

    def _refuse_first(self, login: str, role: Role) -> None:
        """Raises `Refused` for a first account after which nobody, or not who makes it, could make another."""
        actor = self._core.actor
        if role != Role.ADMIN:
            raise Refused(message("The first account must be an administrator's: --role admin."))
        if actor.by == CameBy.SYSTEM and login != actor.login and not self._core.database.owned:
            raise Refused(
                message(
                    "Make an account for yourself first ({login}): you could make no other then.", login=actor.login
                )
            )

    def set_role(self, login: str, role: Role) -> None:
        """Give an account another role; raises `Refused` for the last administrator's."""
        with self._whole():
            number, was, disabled_at = self._account(login)
            if disabled_at is None and role != Role.ADMIN:
                self._keep_an_administrator(login, was)
            if was != role:
                self._change(number, {"role": was.value}, {"role": role.value})

    def disable(self, login: str) -> None:
        """Shut an account out; raises `Refused` for the last administrator's."""
        with self._whole():
            number, role, disabled_at = self._account(login)
            if disabled_at is None:
                self._keep_an_administrator(login, role)
                self._change(number, {"disabled_at": None}, {"disabled_at": stamp()})

    def enable(self, login: str) -> None:
        """Let a disabled account in again; raises `Refused` where there is no such account."""
        with self._whole():
            number, _, disabled_at = self._account(login)
            if disabled_at is not None:
                self._change(number, {"disabled_at": disabled_at}, {"disabled_at": None})

    def require_active(self, login: str) -> None:
        """Raises `Refused` unless the login has an account that is not disabled."""
        if self._account(login)[2] is not None:
            raise Refused(message("The account {login} has been disabled: ask an administrator.", login=login))

    def _account(self, login: str) -> tuple[int, Role, str | None]:
        require(self._core.role, Action.ACCOUNTS)
        query = Account.select(Account.id, Account.role, Account.disabled_at).where(Account.login == login)
        found = self._core.reader.row(query)
        if found is None:
            raise Refused(message('There is no account "{login}".', login=login))
        number, role, disabled_at = found
        return number, Role(role), disabled_at

    def _keep_an_administrator(self, login: str, role: Role) -> None:
        """Raises `Refused` if nobody else could give out accounts."""
        others = Account.select(Account.id).where(
            (Account.role == Role.ADMIN.value) & Account.disabled_at.is_null() & (Account.login != login)
        )
        if role == Role.ADMIN and self._core.reader.row(others) is None:
            raise Refused(
                message("{login} is the last administrator: make somebody else an administrator first.", login=login)
            )

    def _change(self, number: int, before: Mapping[str, str | None], after: Mapping[str, str | None]) -> None:
        Account.update(**after).where(Account.id == number).execute(self._core.database)
        self._tell(_log(self._core, number, before, after))


def _log(core: Core, number: int, before: Mapping[str, str | None] | None, after: Mapping[str, str | None]) -> Touched:
    """Write down who changed an account, and how; an operation without records, which can't be undone."""
    operation = log_operation(core, "account", [ACCOUNTS], 0, stamp())
    earlier = Change.select(pw.fn.COUNT(Change.id)).where((Change.table == ACCOUNTS) & (Change.record == number))
    Change.insert(
        operation=operation,
        table=ACCOUNTS,
        record=number,
        version=core.reader.scalar(earlier) + 1,
        before=as_json(before),
        after=as_json(after),
    ).execute(core.database)
    return Touched({ACCOUNTS: None}, (operation,), own=True)
