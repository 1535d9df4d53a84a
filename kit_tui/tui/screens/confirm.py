"""A question with two answers, asked over the bottom line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.style import Style
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from kit_tui.domain.wording import Message
from kit_tui.tui.commands import confirm
from kit_tui.tui.page import Page
from kit_tui.tui.widgets.header import strip

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp


class Question(Widget):
    """The question and what its keys answer, in one line."""

    COMPONENT_CLASSES = {"question--asked", "question--key"}

    def __init__(self, asked: Message, yes: Message, no: Message) -> None:
        super().__init__()
        self._parts: tuple[tuple[str, Message | str], ...] = (
            ("asked", asked), ("", "   "), ("key", "Enter, y "), ("", yes), ("", "   "), ("key", "Esc, n "), ("", no),
        )  # fmt: skip

    def render_line(self, y: int) -> Strip:
        kit = cast("KitApp", self.app)
        parts: list[tuple[str, Style]] = [(" ", self.rich_style)]
        for part, words in self._parts:
            style = self.get_component_rich_style(f"question--{part}") if part else self.rich_style
            parts.append((kit.say(words), style))
        return strip(parts, self.size.width, self.rich_style)


class Confirm(Page[bool]):
    """Asks; whether the answer was yes.  `yes` and `no` say what the answers do ("quits", "stays")."""

    COMMANDS = (confirm.Yes, confirm.No)

    def __init__(self, asked: Message, yes: Message, no: Message) -> None:
        super().__init__()
        self._question = Question(asked, yes, no)

    def compose(self) -> ComposeResult:
        yield self._question

    @property
    def is_modal(self) -> bool:
        return True

    def typed(self, text: str) -> None:
        """Text is no answer."""

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
