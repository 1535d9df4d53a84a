"""What an operation of the log did, in a word."""

from __future__ import annotations

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
    "setting": message("setting changed"),
    "account": message("account changed"),
    "export": message("exported"),
}


def done_word(kind: str) -> Message:
    """What an operation of a kind did; the kind itself where it has no word."""
    return _DONE.get(kind, message("{code}", code=kind))
