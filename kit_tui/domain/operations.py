"""What an operation of the log did, and when, in a word."""

from __future__ import annotations

from kit_tui.domain.clock import local, today
from kit_tui.domain.dates import short_day
from kit_tui.domain.wording import Message, message

_DONE = {
    "add": message("added"),
    "edit": message("changed"),
    "delete": message("deleted"),
    "restore": message("brought back"),
    "import": message("imported"),
    "move": message("moved"),
    "leave": message("left"),
    "undo": message("undone"),
    "redo": message("done again"),
    "setting": message("setting changed"),
    "account": message("account changed"),
    "export": message("exported"),
}


def done_word(kind: str) -> Message:
    """What an operation of a kind did; the kind itself where it has no word."""
    return _DONE.get(kind, message("{code}", code=kind))


def when(at: str) -> Message | str:
    """The time of a stamp, with its day unless that is today."""
    moment = local(at)
    time = f"{moment:%H:%M}"
    return time if moment.date() == today() else message("{day} {time}", day=short_day(moment.date()), time=time)
