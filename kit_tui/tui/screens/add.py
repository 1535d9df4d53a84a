"""What to add to a card: the registers whose records may point to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult

from kit_tui.domain.wording import Message, message
from kit_tui.tui.adding import Addition
from kit_tui.tui.commands import cards, everywhere
from kit_tui.tui.page import Page
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine


class AddPage(Page[Addition]):
    """Gives the kind of record that was chosen, or nothing."""

    COMMANDS = (cards.ChooseAddition, everywhere.Back)

    def __init__(self, title: Message | str, choices: Sequence[Addition]) -> None:
        super().__init__()
        self._headline, self.choices = title, choices

    def compose_page(self) -> ComposeResult:
        yield Lines()

    @property
    def lines(self) -> Lines:
        """The choices."""
        return self.query_one(Lines)

    def on_mount(self) -> None:
        super().on_mount()
        self.lines.focus()
        self.lines.show(lambda width: self._lines())

    def relabel(self) -> None:
        super().relabel()
        self.lines.relabel()

    def action_choose(self) -> None:
        chosen = self.lines.target
        if isinstance(chosen, int):
            self.dismiss(self.choices[chosen])

    def _lines(self) -> Iterator[TextLine]:
        yield BLANK
        yield (Piece(" "), Piece(message("Add to {title}", title=self._headline), ink="strong"))
        yield BLANK
        for number, choice in enumerate(self.choices):
            yield (Piece("   ", target=number), Piece(choice.label, target=number))
