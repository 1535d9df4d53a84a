"""Choosing the column that a list is sorted by."""

from __future__ import annotations

from textual.app import ComposeResult

from kit_tui.domain.wording import Message, message
from kit_tui.store import RegisterInfo
from kit_tui.tui.commands import everywhere
from kit_tui.tui.commands.lists import ChooseColumn
from kit_tui.tui.page import Page
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine

Sort = tuple[tuple[str, bool], ...]


class SortPage(Page[Sort | None]):
    """The columns of a register.  Gives the order chosen: the column that sorts already is turned round."""

    COMMANDS = (ChooseColumn, everywhere.Back)

    def __init__(self, info: RegisterInfo, sort: Sort) -> None:
        super().__init__()
        self._info = info
        self._now = (sort or info.sort)[:1]

    def compose_page(self) -> ComposeResult:
        yield Lines()

    def on_mount(self) -> None:
        super().on_mount()
        lines = self.query_one(Lines)
        lines.focus()
        lines.show(self._lines, self._now[0][0] if self._now else None)

    def relabel(self) -> None:
        super().relabel()
        self.query_one(Lines).relabel()

    def action_choose(self) -> None:
        name = self.query_one(Lines).target
        if isinstance(name, str):
            self.dismiss(((name, (name, False) in self._now),))

    def _lines(self, width: int) -> list[TextLine]:
        title = Piece(message("{register}: sort by", register=self._info.label), ink="strong")
        columns = [
            (
                Piece("  "),
                Piece(column.label, 28, target=column.name),
                Piece(self._order(column.name), target=column.name),
            )
            for column in self._info.columns
        ]
        return [BLANK, (Piece(" "), title), BLANK, *columns]

    def _order(self, name: str) -> Message | str:
        if (name, False) in self._now:
            return message("ascending; Enter turns it round")
        return message("descending; Enter turns it round") if (name, True) in self._now else ""
