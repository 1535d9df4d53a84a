"""Commands of the pages that one reads: histories, gauges, who is abroad."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.tui.commands.base import Command


class UndoOperation(Command):
    id, keys, action = "history.undo", ("u",), "undo_operation"
    label = message("take this back")
    help = message("Take back the operation under the cursor")


class OpenOperation(Command):
    id, keys, action = "history.open", ("enter",), "open"
    label = message("open")
    help = message("All that was done together: who, when, and each record")


class FilterHistory(Command):
    id, keys, action = "history.filter", ("f",), "filter"
    label = message("filter")
    help = message("Show only what a person did, in a register, on a day")


class OpenDone(Command):
    id, keys, action = "operation.open", ("enter",), "open"
    label = message("open")
    help = message("Open the record under the cursor")


class OpenWho(Command):
    id, keys, action = "gauge.open", ("enter",), "open"
    label = message("open")
    help = message("Open the record under the cursor")


class OpenStay(Command):
    id, keys, action = "abroad.open", ("enter",), "open"
    label = message("open")
    help = message("Open the stay under the cursor")


class DayBefore(Command):
    id, keys, action = "abroad.earlier", ("<",), "day(-1)"
    label = message("day")
    help = message("Who was overseas the day before")


class DayAfter(Command):
    id, keys, action = "abroad.later", (">",), "day(1)"
    label = message("day")
    help = message("Who will be overseas the day after")
