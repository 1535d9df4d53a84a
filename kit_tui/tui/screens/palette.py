"""The palette: every command of the place one was in, by arrows and Enter, or by typing a part of its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from kit_tui.domain.fold import fold
from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import message, say
from kit_tui.tui.commands import Command, everywhere
from kit_tui.tui.commands.palette import CommandAfter, CommandBefore, RunCommand
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.page import Page
from kit_tui.tui.widgets.line import Line
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import Piece, TextLine

if TYPE_CHECKING:
    from kit_tui.tui.shell import Offer


class PalettePage(Page["Offer"]):
    """Chooses one of the commands that were offered; it is run where it was offered."""

    COMMANDS = (RunCommand, CommandBefore, CommandAfter, everywhere.Back)
    BINDINGS = [("pageup", "turn(-1)", ""), ("pagedown", "turn(1)", "")]
    wants_text = True

    def __init__(self, offers: Iterable[Offer]) -> None:
        super().__init__()
        self._offers = {offer.command.id: offer for offer in offers if offer.command is not everywhere.Palette}

    def compose_page(self) -> ComposeResult:
        yield Line(placeholder=message("A part of a command's name"))
        lines = Lines()
        lines.can_focus = False
        yield lines

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Line).focus()
        self._show("")

    def footer(self) -> tuple[type[Command], ...]:
        return self.COMMANDS

    def relabel(self) -> None:
        super().relabel()
        self.query_one(Lines).relabel()

    def on_line_changed(self, event: Line.Changed) -> None:
        self._show(event.text)

    def on_line_entered(self) -> None:
        self.action_run()

    def action_run(self) -> None:
        chosen = self.query_one(Lines).target
        if isinstance(chosen, str):
            self.dismiss(self._offers[chosen])

    def action_choose(self, by: int) -> None:
        self.query_one(Lines).action_step(by)

    def action_turn(self, by: int) -> None:
        self.query_one(Lines).action_page(by)

    def _show(self, text: str) -> None:
        words = fold(text).split()
        found = [c for c in self._commands() if all(word in _searched(c) for word in words)]
        self.query_one(Lines).show(lambda width: tuple(self._lines(found)), found[0].id if found and text else None)

    def _commands(self) -> Iterator[type[Command]]:
        return (offer.command for offer in self._offers.values())

    def _lines(self, commands: Sequence[type[Command]]) -> Iterator[TextLine]:
        kit = self.kit
        if not commands:
            yield (Piece("  "), Piece(message("No command here has this name."), ink="muted"))
            return
        labels = max(cell_width(kit.say(command.label)) for command in self._commands()) + 3
        keys = max(cell_width(self._keys(command)) for command in self._commands()) + 3
        for command in commands:
            yield (
                Piece("  "),
                Piece(command.label, labels, target=command.id),
                Piece(self._keys(command), keys, "accent", target=command.id),
                Piece(command.help, ink="muted", target=command.id),
            )

    def _keys(self, command: type[Command]) -> str:
        return "  ".join(self.kit.say(shown_key(key)) for key in self.kit.keymap.keys(command)[:2])


def _searched(command: type[Command]) -> str:
    """The words of a command in both languages, as they are searched."""
    return fold(" ".join(say(words, lang) for words in (command.label, command.help) for lang in ("en", "ja")))
