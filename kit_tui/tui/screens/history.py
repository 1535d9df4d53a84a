"""A record's history: who changed what and when, and taking one of the operations back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit_tui.domain.clock import local
from kit_tui.domain.operations import done_word
from kit_tui.domain.wording import message
from kit_tui.store import Entry, RegisterInfo, Step, Touched
from kit_tui.tui.cardlines import changes
from kit_tui.tui.commands import everywhere
from kit_tui.tui.commands.looking import OpenOperation, UndoOperation
from kit_tui.tui.screens.reading import ReadingPage
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine


@dataclass(frozen=True, slots=True)
class Past:
    """A record as it stands, and the steps to it, the latest first."""

    entry: Entry
    steps: tuple[Step, ...]


class HistoryPage(ReadingPage[Past]):
    """Every step can be taken back, unless later ones stand in the way."""

    COMMANDS = (OpenOperation, UndoOperation, everywhere.Back)

    def __init__(self, register: str, record: int) -> None:
        super().__init__()
        self._register, self._record = register, record

    @property
    def _info(self) -> RegisterInfo:
        return self.kit.store.registers[self._register]

    def read(self) -> Past:
        store = self.kit.store
        return Past(store.entry(self._register, self._record), store.history(self._register, self._record))

    def concerned(self, touched: Touched) -> bool:
        ids = touched.tables.get(self._info.table, frozenset())
        return ids is None or self._record in ids

    def action_undo_operation(self) -> None:
        if isinstance(operation := self.lines.target, int):
            self.kit.do(self.kit.undoing.back, operation)

    async def action_open(self) -> None:
        if isinstance(operation := self.lines.target, int):
            self.kit.open_operation(operation)

    def lines_for(self, found: Past, width: int) -> Iterator[TextLine]:
        yield BLANK
        title = message("History of {title}", title=found.entry.title)
        yield (Piece(" "), Piece(title, ink="strong"), Piece("   "), Piece(self._info.one, ink="muted"))
        yield BLANK
        for step in found.steps:
            yield step_line(step)
            for what in changes(step, self._info):
                yield (Piece("     "), Piece(what))
            yield BLANK


def step_line(step: Step) -> TextLine:
    """Who did something to the record, when, and in which operation."""
    by = step.operation
    return (
        Piece(" ", target=by),
        Piece(f"{local(step.at):%Y-%m-%d %H:%M}", 18, target=by),
        Piece(step.login, 12, target=by),
        Piece(done_word(step.kind), 14, "strong", target=by),
        Piece(message("operation {n}", n=step.operation), ink="muted", target=by),
    )
