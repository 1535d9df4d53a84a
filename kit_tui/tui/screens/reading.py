"""A page of lines that is read from the store, and read again when a commit touches what it shows."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import ClassVar, Generic, TypeVar

from textual import work
from textual.app import ComposeResult

from kit_tui.store import Touched
from kit_tui.tui.cardlines import At
from kit_tui.tui.commands import Command, everywhere
from kit_tui.tui.page import Page
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import TextLine

Found = TypeVar("Found")


class ReadingPage(Page[None], Generic[Found]):
    """What `read` finds, off the event loop, is what `lines_for` makes lines of.

    The cursor stays on its record when the page is read again.  `slow` pages are read behind windows and cards.
    """

    COMMANDS: ClassVar[tuple[type[Command], ...]] = (everywhere.Back,)
    slow = False
    found: Found | None = None

    def read(self) -> Found:
        """What the page shows; called on a lane's thread.  Raises `Refused`."""
        raise NotImplementedError

    def lines_for(self, found: Found, width: int) -> Iterable[TextLine]:
        """What was found as lines of so many cells."""
        raise NotImplementedError

    def concerned(self, touched: Touched) -> bool:
        """Whether a commit touched what the page shows."""
        return True

    def compose_page(self) -> ComposeResult:
        yield Lines()

    @property
    def lines(self) -> Lines:
        """The page's lines."""
        return self.query_one(Lines)

    def on_mount(self) -> None:
        self.lines.focus()
        self.read_again()

    def touched(self, touched: Touched) -> None:
        if self.concerned(touched):
            self.read_again()

    def relabel(self) -> None:
        super().relabel()
        self.lines.relabel()

    @work(exclusive=True, group="read")
    async def read_again(self, target: Hashable = None) -> None:
        """Read the page, and draw it where it has changed."""
        found = await (self.kit.slow if self.slow else self.kit.quick)(self.read)
        if self.is_open and (found != self.found or target is not None):
            self.found = found
            self.lines.show(lambda width: self.lines_for(found, width), target)
            self.read_done()

    def read_done(self) -> None:
        """What was found has changed and is shown."""

    async def action_open(self) -> None:
        if isinstance(at := self.lines.target, At):
            self.kit.open_card(at.register, at.id)
