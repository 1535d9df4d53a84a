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


class HitBefore(Command):
    id, keys, action = "find.up", ("up",), "choose(-1)"
    label = message("choose")
    help = message("The record above")


class HitAfter(Command):
    id, keys, action = "find.down", ("down",), "choose(1)"
    label = message("choose")
    help = message("The record below")


class HitsBefore(Command):
    id, keys, action = "find.page-up", ("pageup",), "turn(-1)"
    label = message("turn the page")
    help = message("A screenful up")


class HitsAfter(Command):
    id, keys, action = "find.page-down", ("pagedown",), "turn(1)"
    label = message("turn the page")
    help = message("A screenful down")
