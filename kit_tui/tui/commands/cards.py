"""Commands of a record's card."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.tui.commands.base import Command


class OpenRelated(Command):
    id, keys, action = "card.open", ("enter",), "open"
    label = message("open")
    help = message("Open the related record under the cursor")


class EditCard(Command):
    id, keys, action = "card.edit", ("e", "f2"), "edit"
    label = message("edit")
    help = message("Edit the record")


class AddRelated(Command):
    id, keys, action = "card.add", ("n", "f4"), "add"
    label = message("add related")
    help = message("Add a record that belongs to this one")


class DeleteCard(Command):
    id, keys, action = "card.delete", ("d", "delete"), "delete"
    label = message("delete")
    help = message("Delete the record; Ctrl+Z brings it back")


class CardHistory(Command):
    id, keys, action = "card.history", ("h",), "history"
    label = message("history")
    help = message("Who changed what in the record")


class MovePerson(Command):
    id, keys, action = "card.move", ("m",), "move"
    label = message("moves")
    help = message("The person moves to another unit or position")


class PersonLeaves(Command):
    id, keys, action = "card.leave", ("x",), "leave"
    label = message("leaves")
    help = message("The person leaves the university")


class NextStatus(Command):
    id, keys, action = "card.next-status", (".",), "next_status"
    label = message("next status")
    help = message("On to the next status: planned, approved, away, returned ...; Ctrl+Z takes it back")


class BringBack(Command):
    id, keys, action = "card.bring-back", ("b",), "bring_back"
    label = message("bring back")
    help = message("Bring the deleted record back")


class ChooseAddition(Command):
    id, keys, action = "add.choose", ("enter",), "choose"
    label = message("add")
    help = message("Enter such a record")
