"""The answers to a question."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.tui.commands.base import Command


class Yes(Command):
    id, keys, action = "confirm.yes", ("enter", "y"), "answer(True)"
    label = message("yes")
    help = message("Yes")


class No(Command):
    id, keys, action = "confirm.no", ("escape", "n"), "answer(False)"
    label = message("no")
    help = message("No")
