"""Who may do what: one table of roles and actions."""

from __future__ import annotations

from enum import StrEnum

from kit_tui.domain.wording import Message, Refused, message


class Role(StrEnum):
    """What an account is for, from the least to the most it may do."""

    VIEWER = "viewer"
    EDITOR = "editor"
    ADMIN = "admin"

    @property
    def label(self) -> Message:
        """The role's name for the user."""
        return _LABELS[self]


class Action(StrEnum):
    """What the store asks leave for."""

    READ = "read"
    """Registers, cards and gauges, without personal scores."""
    READ_SCORES = "read_scores"
    """Who has which score."""
    WRITE = "write"
    """Add and edit records, headcounts among them."""
    DELETE = "delete"
    IMPORT = "import"
    EXPORT = "export"
    UNDO_OWN = "undo_own"
    UNDO_ANY = "undo_any"
    TARGETS = "targets"
    """Change targets, published figures and the gauges' policies."""
    SETTINGS = "settings"
    ACCOUNTS = "accounts"
    BACKUP = "backup"
    RESTORE = "restore"
    MIGRATE = "migrate"
    """Change the tables to those of this program."""


ROLES = tuple(Role)

_LABELS = {Role.VIEWER: message("viewer"), Role.EDITOR: message("editor"), Role.ADMIN: message("administrator")}

_LEAST = {
    Action.READ: Role.VIEWER,
    Action.READ_SCORES: Role.EDITOR,
    Action.WRITE: Role.EDITOR,
    Action.DELETE: Role.EDITOR,
    Action.IMPORT: Role.EDITOR,
    Action.EXPORT: Role.EDITOR,
    Action.UNDO_OWN: Role.EDITOR,
    Action.UNDO_ANY: Role.ADMIN,
    Action.TARGETS: Role.ADMIN,
    Action.SETTINGS: Role.ADMIN,
    Action.ACCOUNTS: Role.ADMIN,
    Action.BACKUP: Role.ADMIN,
    Action.RESTORE: Role.ADMIN,
    Action.MIGRATE: Role.ADMIN,
}


class NotAllowed(Refused):
    """The role does not allow the action; the sentence names both roles and whom to ask."""


def allows(role: Role, action: Action) -> bool:
    """Whether `role` may do `action`."""
    return ROLES.index(role) >= ROLES.index(_LEAST[action])


def require(role: Role, action: Action) -> None:
    """Raises NotAllowed unless `role` may do `action`."""
    if not allows(role, action):
        raise NotAllowed(
            message(
                "This takes the role {needed} and yours is {role}: ask an administrator.",
                needed=_LEAST[action].label,
                role=role.label,
            )
        )
