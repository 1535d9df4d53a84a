"""One operation: who did it, and what it did to each record; Enter opens the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit_tui.domain.clock import local
from kit_tui.domain.operations import done_word
from kit_tui.domain.wording import message
from kit_tui.store import Deed, Latest
from kit_tui.tui.cardlines import At, changes
from kit_tui.tui.commands import Command, everywhere
from kit_tui.tui.commands.looking import OpenDone, UndoOperation
from kit_tui.tui.screens.operations import told
from kit_tui.tui.screens.reading import ReadingPage
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine

PAGE = 200
"""As many records are shown at a time."""


@dataclass(frozen=True, slots=True)
class After:
    """The target of the lines that lead to other records of the operation: those after a place in the log."""

    number: int


@dataclass(frozen=True, slots=True)
class Whole:
    """An operation, and some of what it did; whether there is more."""

    what: Latest
    deeds: tuple[Deed, ...]
    more: bool


class OperationPage(ReadingPage[Whole]):
    """The records of an operation, so many at a time."""

    COMMANDS = (OpenDone, UndoOperation, everywhere.Back)

    def __init__(self, operation: int) -> None:
        super().__init__()
        self._operation, self._after = operation, 0

    def footer(self) -> tuple[type[Command], ...]:
        return (*self.COMMANDS, everywhere.Help)

    def read(self) -> Whole:
        store = self.kit.store
        deeds = store.deeds(self._operation, self._after, PAGE + 1)
        return Whole(store.operation(self._operation), tuple(deeds[:PAGE]), len(deeds) > PAGE)

    def lines_for(self, found: Whole, width: int) -> Iterator[TextLine]:
        what = found.what
        yield BLANK
        yield (Piece(" "), Piece(message("Operation {n}", n=what.operation), ink="strong"))
        yield (Piece(f" {local(what.at):%Y-%m-%d %H:%M}", 20), Piece(what.login, 12), Piece(told(self.kit.store, what)))
        yield BLANK
        if self._after:
            yield (Piece(" "), Piece(message("back to the first"), ink="muted", target=After(0)))
        for deed in found.deeds:
            yield from self._deed(deed)
        if found.more:
            more = message("and more: Enter shows the next")
            yield (Piece(" "), Piece(more, ink="muted", target=After(found.deeds[-1].number)))
        if not found.deeds and what.rows:
            yield (Piece(" "), Piece(message("Your role is not shown these records."), ink="muted"))

    def _deed(self, deed: Deed) -> Iterator[TextLine]:
        info = self.kit.store.registers[deed.ref.register]
        to = At(info.slug, deed.ref.id)
        yield (
            Piece(" ", target=to),
            Piece(done_word(deed.kind), 14, target=to),
            Piece(deed.ref.title, target=to),
            Piece("   "),
            Piece(info.one, ink="muted"),
        )
        for what in changes(deed, info):
            yield (Piece("     "), Piece(what))

    async def action_open(self) -> None:
        if isinstance(after := self.lines.target, After):
            self._after = after.number
            self.lines.roll.start()
            self.read_again()
        else:
            await super().action_open()

    def action_undo_operation(self) -> None:
        self.kit.do(self.kit.undoing.back, self._operation)
