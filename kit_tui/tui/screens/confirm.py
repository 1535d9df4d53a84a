"""A question that is answered with yes or no, asked over the bottom line."""

from __future__ import annotations

from textual.app import ComposeResult

from kit_tui.domain.wording import Message
from kit_tui.tui.commands import confirm
from kit_tui.tui.page import Dialog
from kit_tui.tui.widgets.asked import Asked


class Confirm(Dialog[bool]):
    """Asks; whether the answer was yes.  `yes` and `no` say what the answers do ("quits", "goes on")."""

    COMMANDS = (confirm.Yes, confirm.No)

    def __init__(self, asked: Message, yes: Message, no: Message) -> None:
        super().__init__()
        self._asked, self._words = asked, (yes, no)

    def compose_page(self) -> ComposeResult:
        yield Asked(self._asked, self.COMMANDS, self._words)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
