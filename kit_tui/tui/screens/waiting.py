"""What is said while a save waits for the register: another write holds it."""

from __future__ import annotations

import asyncio

from textual.app import ComposeResult

from kit_tui.domain.wording import message
from kit_tui.tui.commands import forms
from kit_tui.tui.page import Dialog
from kit_tui.tui.widgets.asked import Asked


class Waiting(Dialog[None]):
    """Stands over the form until the save has gone through, or is taken back with Esc (`taken_back` is then done)."""

    COMMANDS = (forms.TakeBack,)

    def __init__(self) -> None:
        super().__init__()
        self.taken_back = asyncio.get_running_loop().create_future()

    def compose_page(self) -> ComposeResult:
        said = message("Somebody else is writing: the record is saved as soon as the register is free.")
        yield Asked(said, self.COMMANDS)

    def action_take_back(self) -> None:
        if not self.taken_back.done():
            self.taken_back.set_result(None)
            self.dismiss()
