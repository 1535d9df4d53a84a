"""Who may do what."""

import pytest

from kit_tui.domain.roles import ROLES, Action, NotAllowed, Role, allows, require
from kit_tui.domain.wording import say


def test_a_viewer_reads_everything_but_personal_scores() -> None:
    assert [action for action in Action if allows(Role.VIEWER, action)] == [Action.READ]


def test_an_editor_keeps_the_registers() -> None:
    assert {action for action in Action if allows(Role.EDITOR, action)} == {
        Action.READ,
        Action.READ_SCORES,
        Action.WRITE,
        Action.DELETE,
        Action.IMPORT,
        Action.EXPORT,
        Action.UNDO_OWN,
    }


def test_an_administrator_may_do_everything() -> None:
    assert all(allows(Role.ADMIN, action) for action in Action)


def test_a_role_is_known_by_its_stored_name() -> None:
    assert [Role(name) for name in ("viewer", "editor", "admin")] == list(ROLES)


def test_what_is_allowed_passes() -> None:
    require(Role.EDITOR, Action.WRITE)


def test_a_refusal_names_both_roles_and_whom_to_ask() -> None:
    with pytest.raises(NotAllowed) as refusal:
        require(Role.VIEWER, Action.WRITE)
    assert str(refusal.value) == "This takes the role editor and yours is viewer: ask an administrator."
    assert "「担当者」" in say(refusal.value.message, "ja")
    assert "「閲覧者」" in say(refusal.value.message, "ja")
