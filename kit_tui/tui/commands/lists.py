"""Commands of the overview and of lists."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.tui.commands.base import Command


class GoThere(Command):
    id, keys, action = "overview.open", ("enter",), "open"
    label = message("go there")
    help = message("Go to the target or the record under the cursor")


class OpenRecord(Command):
    id, keys, action = "list.open", ("enter",), "open"
    label = message("open")
    help = message("Open the record under the cursor; a deleted one comes back")


class EditRecord(Command):
    id, keys, action = "list.edit", ("e", "f2"), "edit"
    label = message("edit")
    help = message("Edit the record")


class NewRecord(Command):
    id, keys, action = "list.new", ("n", "f4"), "new"
    label = message("new")
    help = message("Enter a new record")


class SearchList(Command):
    id, keys, action = "list.search", ("/",), "search"
    label = message("search list")
    help = message("Show only the records with some text")


class FilterList(Command):
    id, keys, action = "list.filter", ("f",), "filter"
    label = message("filter")
    help = message("Show only the records with some value")


class SortList(Command):
    id, keys, action = "list.sort", ("s",), "sort"
    label = message("sort")
    help = message("Sort by a column")


class MarkRecord(Command):
    id, keys, action = "list.mark", ("space",), "mark"
    label = message("mark")
    help = message("Mark the record, or unmark it")


class DeleteRecord(Command):
    id, keys, action = "list.delete", ("d", "delete"), "delete"
    label = message("delete")
    help = message("Delete the record, or those marked; Ctrl+Z brings them back")


class NextStatus(Command):
    id, keys, action = "list.next-status", (".",), "next_status"
    label = message("next status")
    help = message("On to the next status: planned, approved, away, returned ...; Ctrl+Z takes it back")


class RecordHistory(Command):
    id, keys, action = "list.history", ("h",), "history"
    label = message("history")
    help = message("Who changed what in the record")


class DeletedRecords(Command):
    id, keys, action = "list.deleted", ("D",), "deleted"
    label = message("deleted ones")
    help = message("The deleted records, which Enter brings back; once more, the others")


class PreviousView(Command):
    id, keys, action = "list.previous-view", ("left",), "view(-1)"
    label = message("view")
    help = message("The view to the left")


class NextView(Command):
    id, keys, action = "list.next-view", ("right",), "view(1)"
    label = message("view")
    help = message("The view to the right")


class AllRecords(Command):
    id, keys, action = "list.all", ("escape",), "all"
    label = message("all records")
    help = message("Back to the whole list: no marks, no search, no filters")


class ChooseFilter(Command):
    id, keys, action = "filter.choose", ("enter",), "choose"
    label = message("choose")
    help = message("Filter by the field or the value under the cursor")


class RemoveFilter(Command):
    id, keys, action = "filter.remove", ("d", "delete", "backspace"), "remove"
    label = message("remove")
    help = message("Filter by this field no longer")


class ChooseColumn(Command):
    id, keys, action = "sort.choose", ("enter", "s"), "choose"
    label = message("sort")
    help = message("Sort by the column under the cursor; once more, the other way round")
