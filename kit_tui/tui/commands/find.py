"""Commands of find anywhere."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.tui.commands.base import Command


class OpenHit(Command):
    id, keys, action = "find.open", ("enter",), "open"
    label = message("open")
    help = message("Open the record; a deleted one comes back")


class EditHit(Command):
    id, keys, action = "find.edit", ("f2",), "edit"
    label = message("edit")
    help = message("Edit the record")
