"""Help: the keys of the place one was in, from its commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import Message, message
from kit_tui.tui.commands import Command, everywhere
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.page import Page
from kit_tui.tui.widgets import draw
from kit_tui.tui.widgets.editing import wrapped
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine, heading

if TYPE_CHECKING:
    from kit_tui.tui.shell import Offer

MOVING: tuple[tuple[tuple[str, ...], Message], ...] = (
    (("up", "down"), message("From line to line, from field to field")),
    (("pageup", "pagedown"), message("A screenful up or down")),
    (("home", "end"), message("To the first line, to the last")),
    (("tab", "shift+tab"), message("To the next part of the screen, and back")),
)
"""Keys that move, which are no commands."""


class HelpPage(Page[None]):
    """The commands of the place and those of every place."""

    COMMANDS = (everywhere.Back,)

    def __init__(self, offers: Iterable[Offer]) -> None:
        super().__init__()
        commands = dict.fromkeys(offer.command for offer in offers)
        self._here = [command for command in commands if command.place() != "everywhere"]
        self._everywhere = [command for command in commands if command.place() == "everywhere"]

    def compose_page(self) -> ComposeResult:
        yield Lines()

    def on_mount(self) -> None:
        self.query_one(Lines).focus()
        self.query_one(Lines).show(lambda width: tuple(self._lines(width)))

    def footer(self) -> tuple[type[Command], ...]:
        return (everywhere.Back,)

    def relabel(self) -> None:
        super().relabel()
        self.query_one(Lines).relabel()

    def _lines(self, width: int) -> Iterator[TextLine]:
        keymap = self.kit.keymap
        parts = [
            (message("Here"), [(keymap.keys(command), command.help, command.id) for command in self._here]),
            (message("Everywhere"), [(keymap.keys(command), command.help, command.id) for command in self._everywhere]),
            (message("Moving"), [(keys, what, "") for keys, what in MOVING]),
        ]
        named = [(title, [(self._named(keys), what, id) for keys, what, id in lines if keys]) for title, lines in parts]
        column = max(cell_width(keys) for _, lines in named for keys, *_ in lines) + 3
        ids = max(len(id) for _, lines in named for *_, id in lines) + 2 if width >= draw.WIDE else 0
        for title, lines in named:
            if lines:
                yield heading(title)
                for keys, what, id in lines:
                    yield from self._in_rows(keys, column, self.kit.say(what), width - ids, id if ids else "")
                yield BLANK
        where = message("Keys, language and colours can be changed in {path}", path=self.kit.settings_file)
        yield (Piece("  "), Piece(where, ink="muted"))

    def _in_rows(self, keys: str, column: int, what: str, width: int, id: str) -> Iterator[TextLine]:
        room = width - column - 2
        for start, end in wrapped(what, room):
            begins = () if start else (Piece(id, ink="muted"),)
            yield (Piece("  "), Piece("" if start else keys, column, "strong"), Piece(what[start:end], room), *begins)

    def _named(self, keys: tuple[str, ...]) -> str:
        return "  ".join(self.kit.say(shown_key(key)) for key in keys)
