"""Commands of the palette."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.tui.commands.base import Command


class RunCommand(Command):
    id, keys, action = "palette.run", ("enter",), "run"
    label = message("do it")
    help = message("Do what the cursor is on")


class CommandBefore(Command):
    id, keys, action = "palette.before", ("up",), "choose(-1)"
    label = message("choose")
    help = message("The command above")


class CommandAfter(Command):
    id, keys, action = "palette.after", ("down",), "choose(1)"
    label = message("choose")
    help = message("The command below")
