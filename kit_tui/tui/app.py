"""The app: what the screens share, and the way from one to another; a screen is imported when it is first opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from textual import events
from textual.actions import parse
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message as Event
from textual.screen import Screen

from kit_tui import store as register_store
from kit_tui.domain.clock import today
from kit_tui.domain.fields import Value
from kit_tui.domain.text import ascii_folded, safe_text
from kit_tui.domain.wording import Message, Refused, message, say
from kit_tui.domain.years import FIRST_YEAR, LAST_YEAR, academic_year
from kit_tui.store import Store, Touched
from kit_tui.tui import state
from kit_tui.tui.commands import Command, HasCommands, bindings, everywhere
from kit_tui.tui.drafts import Drafts
from kit_tui.tui.keyboard import Keyboard, Settled, Typed, Wake
from kit_tui.tui.keymap import Keymap
from kit_tui.tui.page import Page
from kit_tui.tui.screens.main import MainScreen
from kit_tui.tui.standings import Standings
from kit_tui.tui.terminal import KitDriver, ending_well
from kit_tui.tui.themes import DEFAULT, THEMES
from kit_tui.tui.widgets.keys import Keys

if TYPE_CHECKING:
    from kit_tui.tui.drafts import Drafts

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """What the bottom line says, until the next key."""

    what: Message
    problem: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A command that can be run now, and the place where it is run."""

    command: type[Command]
    place: DOMNode


class Heard(Event):
    """A commit, ours or another's, came through the store's watcher."""

    def __init__(self, touched: Touched) -> None:
        super().__init__()
        self.touched = touched


class KitApp(App[int], inherit_bindings=False):
    """The app on an open register.

    `year` is the academic year looked at, `area` the tab; `ambiguous` is how many cells the terminal gives a letter
    such as ü.  Keys, language and colours come from `settings`, the last two from what the login chose last.
    """

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(everywhere.EVERYWHERE)

    def __init__(
        self, store: Store, *, lang: str = "en", example: bool = False, settings: state.Settings | None = None
    ) -> None:
        super().__init__(driver_class=KitDriver)
        self.store = store
        self.lanes = register_store.Lanes()
        self.lang = lang
        self.example = example
        self.settings = settings or state.Settings()
        self.keymap = Keymap(self.settings.keys)
        self.set_keymap(self.keymap.as_textual())
        self.drafts = Drafts(state.state_folder(), store.actor.login, store.path)
        self.keyboard = Keyboard(self, super().on_event)
        self.year = academic_year(self.today)
        self.standings = Standings(self)
        self.area = "overview"
        self.ambiguous = 1
        self.told: Told | None = None
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.settings.theme or DEFAULT

    # -- what screens use --------------------------------------------------------------------------------------
    @property
    def today(self) -> dt.date:
        """The day, in the office's timezone."""
        return today()

    @property
    def settings_file(self) -> str:
        """Where keys, language and colours can be changed."""
        return str(state.settings_file(self.store.actor.login))

    @cached_property
    def drafts(self) -> Drafts:
        """The half-typed forms of the login on this register."""
        from kit_tui.tui.drafts import Drafts

        return Drafts(state.state_folder(), self.store.actor.login, self.store.path)

    @property
    def page(self) -> Page[Any] | None:
        """The page in front; None while something asks over it."""
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

    def tell(self, what: Message, problem: bool = False) -> None:
        """Say something at the right of the bottom line; it goes with the next key."""
        self._set_told(Told(what, problem))

    async def quick(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A quick read of the store (a window, find, a card), off the event loop."""
        return await self.lanes.quick(function, *args, **kwargs)

    async def slow(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A slow read (gauges, counts, orderings), off the event loop."""
        return await self.lanes.slow(function, *args, **kwargs)

    async def write(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A write, off the event loop, after those before it."""
        return await self.lanes.write(function, *args, **kwargs)

    # -- from one screen to another ----------------------------------------------------------------------------
    def open_find(self, text: str = "") -> None:
        """Find anywhere, holding `text`."""
        from kit_tui.tui.screens.find import FindPage

        self.push_screen(FindPage(text))

    def open_card(self, register: str, record: int) -> None:
        """A record with everything that points to it."""
        from kit_tui.tui.screens.card import CardPage

        self.push_screen(CardPage(register, record))

    def open_form(
        self,
        register: str,
        record: int | None = None,
        values: Mapping[str, Value] | None = None,
        title: Message | None = None,
    ) -> None:
        """The form of a record, or of a new one that begins with `values`."""
        from kit_tui.tui.screens.form import FormPage

        self.push_screen(FormPage(register, record, values, title))

    def open_gauge(self, code: str) -> None:
        """A gauge by academic year, and who counts."""
        from kit_tui.tui.screens.gauge import GaugePage

        self.push_screen(GaugePage(code))

    def open_history(self, register: str, record: int) -> None:
        """Who changed what in a record."""
        from kit_tui.tui.screens.history import HistoryPage

        self.push_screen(HistoryPage(register, record))

    def open_abroad(self) -> None:
        """Who is overseas today, by country."""
        from kit_tui.tui.screens.abroad import AbroadPage

        self.push_screen(AbroadPage())

    async def open_area(self, area: str, view: str | None = None) -> None:
        """One of the five tabs, in front of everything; `view` is the slug of a register in it."""
        main = self.screen_stack[0]
        assert isinstance(main, MainScreen)
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await main.show(area, view)

    # -- commands of every place -------------------------------------------------------------------------------
    async def action_area(self, area: str) -> None:
        await self.open_area(area)

    def action_find(self) -> None:
        self.open_find()

    def action_abroad(self) -> None:
        self.open_abroad()

    def action_palette(self) -> None:
        from kit_tui.tui.screens.palette import PalettePage

        self.push_screen(PalettePage(self.offers()), self._run_offer)

    def action_help(self) -> None:
        from kit_tui.tui.screens.help import HelpPage

        self.push_screen(HelpPage(self.offers()))

    def action_year(self, by: int) -> None:
        year = self.year + by
        if FIRST_YEAR <= year <= LAST_YEAR:
            self.year = year
            for page in self.pages:
                page.year_changed()
            self.refresh_header()

    def action_language(self) -> None:
        self.lang = "en" if self.lang == "ja" else "ja"
        self._relabel()
        self._remember(lang=self.lang)

    def action_theme(self) -> None:
        names = list(THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._relabel()
        self._remember(theme=self.theme)

    def action_undo(self) -> None:
        if not self.in_text:
            self.run_worker(self._undo(), exit_on_error=True)

    async def action_quit(self) -> None:
        from kit_tui.tui.screens.confirm import Confirm

        await self.push_screen(
            Confirm(message("Quit kit-tui?"), message("quits"), message("goes on")),
            lambda yes: self.exit(0) if yes else None,
        )

    # -- within ------------------------------------------------------------------------------------------------
    def get_default_screen(self) -> Screen[Any]:
        return MainScreen()

    def on_mount(self) -> None:
        self.store.watch(self._hear)
        if problems := [*self.settings.problems, *self.keymap.problems]:
            self.tell(problems[0], problem=True)

    def _hear(self, touched: Touched) -> None:
        self.post_message(Heard(touched))

    def on_heard(self, heard: Heard) -> None:
        for page in self.pages:
            page.touched(heard.touched)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.Paste, Typed)) and not event.is_forwarded:
            if self.told:
                self._set_told(None)
            await self.keyboard.take(event)
        else:
            await super().on_event(event)

    async def on_settled(self, event: Settled) -> None:
        await self.keyboard.settled()

    async def on_wake(self, event: Wake) -> None:
        await self.keyboard.go_on()

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal's answer to where it stood after drawing ü (asked before the start, in `__main__`)."""
        if event.x == 2 and self.ambiguous == 1:
            self.ambiguous = 2
            self._relabel()
            self.tell(
                message(
                    "This terminal draws letters such as u-umlaut in two cells, so they are shown without their marks. "
                    'Set its "ambiguous width" to narrow to see them.'
                )
            )

    def refresh_header(self) -> None:
        """Draw the header and the line of keys again: the year, the tab or the commands have changed."""
        for page in self.pages:
            for line in page.query("Header, Keys"):
                line.refresh()

    def offers(self) -> Iterator[Offer]:
        """The commands of this place and those of every place, as far as they can be run now."""
        here = self.focused or self.screen
        places: list[tuple[DOMNode, tuple[type[Command], ...]]] = [
            (node, node.COMMANDS) for node in here.ancestors_with_self if isinstance(node, HasCommands)
        ]
        for place, commands in (*places, (self, everywhere.EVERYWHERE)):
            for command in commands:
                namespace, name, parameters = parse(command.action)
                target = self if namespace == "app" else place
                if target.check_action(name, parameters):
                    yield Offer(command, place)

    def save_drafts(self) -> None:
        """Keep what is half typed, now and on this thread: the terminal goes away."""
        for page in self.pages:
            page.save_draft()

    async def _run_offer(self, offer: Offer | None) -> None:
        if offer:
            await self.run_action(offer.command.action, offer.place)

    async def _undo(self) -> None:
        try:
            _, undone = await self.write(self.store.undo)
        except Refused as refused:
            self.tell(refused.message, problem=True)
            return
        if undone.rows > 1:
            self.tell(message("Taken back: {title} and {n} more", title=undone.title, n=undone.rows - 1))
        else:
            self.tell(message("Taken back: {title}", title=undone.title))

    def _set_told(self, told: Told | None) -> None:
        self.told = told
        for line in self.screen.query(Keys):
            line.refresh()

    def _relabel(self) -> None:
        for page in self.pages:
            page.relabel()

    def _remember(self, **chosen: str) -> None:
        try:
            state.remember(self.store.actor.login, **chosen)
        except OSError as error:
            self.tell(message("This can't be remembered: {why}.", why=str(error)), problem=True)


def run(path: str, *, lang: str, example: bool = False, actor_login: str) -> int:
    """Open the app on a register and give the exit status.  Raises `StoreError` when it can't be opened."""
    from kit_tui.registers import REGISTERS

    settings = state.read_settings(actor_login)
    chosen = state.remembered(actor_login)
    store = register_store.open(path, register_store.Actor(actor_login), REGISTERS)
    try:
        app = KitApp(store, lang=chosen.get("lang", lang), example=example, settings=settings)
        if chosen.get("theme") in THEMES:
            app.theme = chosen["theme"]
        with ending_well(app):
            app.run(mouse=False)
        app.lanes.close()
        return app.return_code or 0
    finally:
        store.close()
