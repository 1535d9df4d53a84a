"""Who may come in."""

from __future__ import annotations

import peewee as pw

from kit_tui.domain.roles import Role
from kit_tui.models import Account
from kit_tui.store.reader import Reader


def role_of(database: pw.Database, login: str) -> Role:
    """What `login` may do: an administrator's while there are no accounts, a viewer's for one that has none."""
    reader = Reader(database)
    if reader.row(Account.select(Account.id)) is None:
        return Role.ADMIN
    found = reader.scalar(Account.select(Account.role).where((Account.login == login) & Account.disabled_at.is_null()))
    return Role(found) if found else Role.VIEWER
