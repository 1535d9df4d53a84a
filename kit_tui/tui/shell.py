"""What the app is apart from the register: words, keys and colours, and the pages that are open."""

from __future__ import annotations

import gc
import os
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from time import monotonic
from typing import Any, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.actions import ActionParseResult, parse
from textual.app import App
from textual.dom import DOMNode
from textual.worker import WorkerFailed

from kit_tui.domain.text import ascii_folded, safe_text
from kit_tui.domain.wording import Message, Refused, message, say
from kit_tui.tui import state
from kit_tui.tui.commands import Command, HasCommands, bindings, everywhere
from kit_tui.tui.keyboard import Keyboard, Settled, Typed, Wake
from kit_tui.tui.keymap import Keymap
from kit_tui.tui.page import Page
from kit_tui.tui.terminal import KitDriver
from kit_tui.tui.themes import DEFAULT, OWN_COLOURS, THEMES
from kit_tui.tui.widgets.keys import Keys


class Told(NamedTuple):
    """What the bottom line says, until the next key."""

    what: Message
    problem: bool


class Offer(NamedTuple):
    """A command that can be run now, and the place where it is run."""

    command: type[Command]
    place: DOMNode


class Shell(App[int], inherit_bindings=False):
    """Keys and colours come from `settings`; a terminal of 16 colours or none is shown its own.

    `ambiguous` is how many cells the terminal gives a letter such as ü.
    """

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(everywhere.EVERYWHERE)

    def __init__(self, login: str, lang: str, settings: state.Settings) -> None:
        super().__init__(driver_class=KitDriver, ansi_color=True if "NO_COLOR" in os.environ else None)
        self._disable_notifications = self._disable_tooltips = True  # else each page carries their widgets, unused
        self.login = login
        self.lang = lang
        self.settings = settings
        self.keymap = Keymap(settings.keys)
        self.set_keymap(self.keymap.as_textual())
        self.keyboard = Keyboard(self, super().on_event)
        self.ambiguous = 1
        self.told: Told | None = None
        self.started = False
        self._last_key = monotonic()
        for theme in THEMES.values():
            self.register_theme(theme)
        self._begin_with_theme(settings.theme if settings.theme in THEMES else DEFAULT)

    # -- what screens use --------------------------------------------------------------------------------------
    @property
    def settings_file(self) -> str:
        """Where keys, language and colours can be changed."""
        return str(state.settings_file(self.login))

    @property
    def page(self) -> Page[Any] | None:
        """The page in front."""
        return self.screen if isinstance(self.screen, Page) else None

    @property
    def pages(self) -> list[Page[Any]]:
        """The pages that are open, the one in front last."""
        return [screen for screen in self.screen_stack if isinstance(screen, Page)]

    @property
    def in_text(self) -> bool:
        """Whether the focus is in a text field, so that characters are text."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def say(self, what: Message | str) -> str:
        """The words in the user's language, fit to be drawn: the only way to get text for the screen."""
        words = safe_text(say(what, self.lang))
        return ascii_folded(words) if self.ambiguous == 2 else words

    def ink(self, name: str) -> Style:
        """The style of an ink, on the background of the pages."""
        return self.screen_stack[0].get_component_rich_style(f"ink--{name}")

    def tell(self, what: Message, problem: bool = False) -> None:
        """Say something at the right of the bottom line; it goes with the next key."""
        self._set_told(Told(what, problem))

    def offers(self) -> Iterator[Offer]:
        """The commands of this place and those of every place, as far as they can be run now.

        A command all of whose keys are taken by a nearer place does not hold here.
        """
        here = self.focused or self.screen
        places: list[tuple[DOMNode, tuple[type[Command], ...]]] = [
            (node, node.COMMANDS) for node in here.ancestors_with_self if isinstance(node, HasCommands)
        ]
        taken: set[str] = set()
        for place, commands in (*places, (self, everywhere.EVERYWHERE)):
            for command in commands:
                keys = set(self.keymap.keys(command))
                if keys and keys <= taken:
                    continue
                taken |= keys
                namespace, name, parameters = parse(command.action)
                target = self if namespace == "app" else place
                if target.check_action(name, parameters):
                    yield Offer(command, place)

    def refresh_header(self) -> None:
        """Draw the header and the line of keys again: the year, the tab or the commands have changed."""
        for page in self.pages:
            for line in page.query("Header, Keys"):
                line.refresh()

    def save_drafts(self) -> None:
        """Keep what is half typed, now and on this thread: the terminal goes away."""
        for page in self.pages:
            page.save_draft()

    # -- commands ----------------------------------------------------------------------------------------------
    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run a command; what is refused is told."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Refused as refused:
            self.tell(refused.message, problem=True)
            return True

    def action_palette(self) -> None:
        from kit_tui.tui.screens.palette import PalettePage

        self.push_screen(PalettePage(self.offers()), self._run_offer)

    def action_help(self) -> None:
        from kit_tui.tui.screens.help import HelpPage

        with_key = (offer for offer in self.offers() if not self.in_text or self._has_key_in_text(offer.command))
        self.push_screen(HelpPage(with_key))

    def action_language(self) -> None:
        self.lang = "en" if self.lang == "ja" else "ja"
        self._relabel()
        self._remember(lang=self.lang)

    def action_theme(self) -> None:
        names = list(THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._relabel()
        self._remember(theme=self.theme)

    async def action_quit(self) -> None:
        from kit_tui.tui.screens.confirm import Confirm

        question = Confirm(message("Quit kit-tui?"), message("quits"), message("goes on"))
        await self.push_screen(question, lambda yes: self.exit(0) if yes else None)

    # -- within ------------------------------------------------------------------------------------------------
    def on_mount(self) -> None:
        if problems := [*self.settings.problems, *self.keymap.problems]:
            self.tell(problems[0], problem=True)
        if self.settings.idle_minutes:
            self.set_interval(60, self.end_if_forgotten)

    def on_ready(self) -> None:
        self.started = True
        gc.freeze()
        gc.enable()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.Paste, Typed)) and not event.is_forwarded:
            self._last_key = monotonic()
            if self.told:
                self._set_told(None)
            await self.keyboard.take(event)
        else:
            await super().on_event(event)

    def on_settled(self, event: Settled) -> None:
        self.call_later(self.keyboard.settled, event.turn)  # after the focus that the key may have moved

    async def on_wake(self, event: Wake) -> None:
        await self.keyboard.go_on()

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal's answer to where it stood after drawing ü (see `question`)."""
        if event.x == 2 and self.ambiguous == 1:
            self.ambiguous = 2
            self._relabel()
            self.tell(
                message(
                    "This terminal draws u-umlaut in two cells, so such letters are shown plain. "
                    "Set its ambiguous width to narrow to see them."
                )
            )

    def _has_key_in_text(self, command: type[Command]) -> bool:
        return any(len(key) > 1 for key in self.keymap.keys(command))

    def _handle_exception(self, error: Exception) -> None:
        """Tell what is refused to what goes on by itself; everything else is a mistake of ours."""
        if isinstance(error, WorkerFailed) and isinstance(error.error, Refused):
            self.tell(error.error.message, problem=True)
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Ends the app after a mistake of ours: with a sentence, and what it was in a file without anybody's data."""
        if self._exit_renderables:
            return
        with suppress(Exception):  # the one mistake must not hide behind another
            self.save_drafts()
        report = state.keep_report(traceback.format_exc())
        sorry = message(
            "kit-tui has made a mistake and had to stop; what was half typed has been kept. "
            "Please send {path} to whoever looks after it.",
            path=report,
        )
        self.panic(Text(self.say(sorry)))

    def _begin_with_theme(self, wanted: str) -> None:
        """Set the theme without what setting it later does as well: reading the style sheet again."""
        few_colours = self.no_color or self.console.color_system == "standard"
        self.set_reactive(Shell.theme, OWN_COLOURS if few_colours else wanted)
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)

    def end_if_forgotten(self) -> None:
        """End a session in which no key was pressed for as long as the settings allow; drafts are kept."""
        minutes = self.settings.idle_minutes
        if monotonic() - self._last_key > 60 * minutes:
            self.save_drafts()
            closed = message(
                "kit-tui was closed after {n} minutes without a key; what was half typed has been kept.", n=minutes
            )
            self.exit(0, message=self.say(closed))

    async def _run_offer(self, offer: Offer | None) -> None:
        if offer:
            await self.run_action(offer.command.action, offer.place)

    def _set_told(self, told: Told | None) -> None:
        self.told = told
        for page in self.pages:
            for line in page.query(Keys):
                line.told()

    def _relabel(self) -> None:
        for page in self.pages:
            page.relabel()

    def _remember(self, **chosen: str) -> None:
        try:
            state.remember(self.login, **chosen)
        except OSError as error:
            self.tell(message("This can't be remembered: {why}.", why=str(error)), problem=True)
