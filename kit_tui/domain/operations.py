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


def in_words(kind: str, words: tuple[Message, Message] | None, title: Message | str, rows: int) -> Message:
    """What an operation did to which records.

    `words` are those for one record and for the register of the first, None where that is not told.
    """
    done = done_word(kind)
    if words is None:
        return done
    record, register = words
    if not rows:
        return message("{done}: {register}", register=register, done=done)
    if rows > 1:
        return message("{done}: {record}, {n} records", record=record, n=rows, done=done)
    return message("{done}: {record} {title}", record=record, title=title, done=done)


def with_fate(what: Message, rows: int, undoes: int, taken_back: int) -> Message:
    """What an operation did, with the operation that it took back, or whether it has been taken back itself."""
    if undoes:
        return message("{what} (operation {n})", what=what, n=undoes)
    if taken_back >= rows > 0:
        return message("{what} (taken back)", what=what)
    if taken_back:
        return message("{what} ({n} of {total} taken back)", what=what, n=taken_back, total=rows)
    return what


def when(at: str) -> Message | str:
    """The time of a stamp, with its day unless that is today."""
    moment = local(at)
    time = f"{moment:%H:%M}"
    return time if moment.date() == today() else message("{day} {time}", day=short_day(moment.date()), time=time)
