"""Commands of forms."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.tui.commands.base import Command


class NextField(Command):
    id, keys, action = "form.next", ("enter",), "next"
    label = message("next field")
    help = message("Take what is offered, and on to the next field; on the last one to the line that saves")


class Save(Command):
    id, keys, action = "form.save", ("ctrl+s",), "save"
    label = message("save")
    help = message("Save the record")


class SaveAndNew(Command):
    id, keys, action = "form.save-new", ("ctrl+n",), "save_new"
    label = message("save and new")
    help = message("Save the record and enter the next one")


class AsInTheLast(Command):
    id, keys, action = "form.as-last", ("f5",), "as_last"
    label = message("as in the last one")
    help = message("Fill the field as in the record entered last")


class LeaveForm(Command):
    id, keys, action = "form.leave", ("escape",), "leave"
    label = message("leave")
    help = message("Leave the form; it asks only if something was typed")


class FieldDown(Command):
    id, keys, action = "form.down", ("tab", "down"), "go(1)"
    label = message("field below")
    help = message("To the field below, in a list to the next line")


class FieldUp(Command):
    id, keys, action = "form.up", ("shift+tab", "up"), "go(-1)"
    label = message("field above")
    help = message("To the field above, in a list to the line before")


class LineBreak(Command):
    id, keys, action = "form.line-break", ("ctrl+j",), "line_break"
    label = message("new line")
    help = message("Begin a new line in notes")


class TakeBack(Command):
    id, keys, action = "wait.take-back", ("escape",), "take_back"
    label = message("back to the form")
    help = message("Do not save after all")


class GoOnWithDraft(Command):
    id, keys, action = "draft.go-on", ("enter",), "answer('on')"
    label = message("go on with it")
    help = message("Go on with the draft")


class ThrowDraftAway(Command):
    id, keys, action = "draft.throw-away", ("d", "delete"), "answer('away')"
    label = message("throw it away")
    help = message("Throw the draft away")


class DraftLater(Command):
    id, keys, action = "draft.later", ("escape",), "answer('later')"
    label = message("later")
    help = message("Keep the draft for later")


FORM = (NextField, Save, SaveAndNew, AsInTheLast, LeaveForm, FieldDown, FieldUp, LineBreak)
