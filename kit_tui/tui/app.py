"""The app: what the screens share, and the way from one to another; a screen is imported when it is first opened."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, ParamSpec, TypeVar

from textual.message import Message as Event
from textual.screen import Screen

from kit_tui import store as register_store
from kit_tui.access.places import state_folder
from kit_tui.access.sessions import present
from kit_tui.domain.clock import today
from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, message
from kit_tui.domain.years import FIRST_YEAR, LAST_YEAR, academic_year
from kit_tui.store import ACCOUNTS, Actor, Done, NotAllowed, Store, Touched
from kit_tui.tui import state
from kit_tui.tui.drafts import Drafts
from kit_tui.tui.filters import Filter
from kit_tui.tui.screens.main import MainScreen
from kit_tui.tui.shell import Shell
from kit_tui.tui.standings import Standings
from kit_tui.tui.terminal import ending_well
from kit_tui.tui.undoing import Undoing

P = ParamSpec("P")
T = TypeVar("T")

_PATIENCE = 0.7
"""Seconds until the user is told that a write has to wait."""


class Heard(Event):
    """A commit, ours or another's, came through the store's watcher."""

    def __init__(self, touched: Touched) -> None:
        super().__init__()
        self.touched = touched


class Lost(Event):
    """The database is no longer where it was opened, which is said in `what`."""

    def __init__(self, what: Message) -> None:
        super().__init__()
        self.what = what


class KitApp(Shell):
    """The app on an open register.  `year` is the academic year looked at, `area` the tab in front."""

    def __init__(self, store: Store, *, lang: str = "en", settings: state.Settings | None = None) -> None:
        super().__init__(store.actor.login, lang, settings or state.Settings())
        self.store = store
        self.lanes = register_store.Lanes()
        self.drafts = Drafts(state_folder(), self.login, store.path)
        self.standings = Standings(self)
        self.undoing = Undoing(self)
        self.example = store.example
        self.year = academic_year(self.today)
        self.area = "overview"
        self._turn = asyncio.Lock()

    # -- what screens use --------------------------------------------------------------------------------------
    @property
    def today(self) -> dt.date:
        """The day, in the office's timezone."""
        return today()

    async def quick(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A quick read of the store (a window, find, a card), off the event loop."""
        return await self.lanes.quick(function, *args, **kwargs)

    async def slow(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A slow read (gauges, counts, orderings), off the event loop."""
        return await self.lanes.slow(function, *args, **kwargs)

    async def write(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A write, off the event loop, after those before it; if it has to wait for long, that is told."""
        wait = message("This has to wait a moment: it is done as soon as the register is free.")
        telling = asyncio.get_running_loop().call_later(_PATIENCE, self.tell, wait)
        try:
            return await self.lanes.write(function, *args, **kwargs)
        finally:
            telling.cancel()

    def do(self, action: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Do what a key asked for after what the keys before it asked for, while other keys are dealt with."""

        async def in_turn() -> None:
            async with self._turn:
                await action(*args, **kwargs)

        self.run_worker(in_turn())

    # -- from one screen to another ----------------------------------------------------------------------------
    def open_find(self, text: str = "") -> None:
        """Find anywhere, holding `text`."""
        from kit_tui.tui.screens.find import FindPage

        if isinstance(self.page, FindPage):
            self.page.typed(text)
        else:
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
        problems: Mapping[str, Message] | None = None,
        at: str = "",
        then: Callable[[Done | None], None] | None = None,
    ) -> None:
        """The form of a record, or of a new one that begins with `values`; `problems` are shown at their fields.

        The cursor begins at the field `at`, or after what has come along.  `then` hears what was saved last, or None
        when the form was left without a save.
        """
        from kit_tui.tui.screens.form import FormPage

        try:
            self.store.require_write(register)
        except NotAllowed as refused:  # at once, and not when everything has been typed
            self.tell(refused.message, problem=True)
            return
        self.push_screen(FormPage(register, record, values, title, problems, at=at), then)

    def open_gauge(self, code: str) -> None:
        """A gauge by academic year, and who counts."""
        from kit_tui.tui.screens.gauge import GaugePage

        self.push_screen(GaugePage(code))

    def open_history(self, register: str, record: int) -> None:
        """Who changed what in a record."""
        from kit_tui.tui.screens.history import HistoryPage

        self.push_screen(HistoryPage(register, record))

    def open_operation(self, operation: int) -> None:
        """What was done together, record by record."""
        from kit_tui.tui.screens.operation import OperationPage

        self.push_screen(OperationPage(operation))

    def open_abroad(self) -> None:
        """Who is overseas today, by country."""
        from kit_tui.tui.screens.abroad import AbroadPage

        self.push_screen(AbroadPage())

    def open_area(self, area: str, view: str | None = None, filters: Sequence[Filter] = ()) -> None:
        """One of the tabs, in front of everything; `view` is the slug of a register in it, narrowed by `filters`."""
        self.call_later(
            self._show_area, area, view, filters
        )  # here and now it would wait for the screen that asked for it

    # -- commands of every place -------------------------------------------------------------------------------
    async def action_area(self, area: str) -> None:
        await self._show_area(area)

    def action_find(self) -> None:
        self.open_find()

    def action_abroad(self) -> None:
        self.open_abroad()

    def action_year(self, by: int) -> None:
        year = self.year + by
        if FIRST_YEAR <= year <= LAST_YEAR:
            self.year = year
            for page in self.pages:
                page.year_changed()
            self.refresh_header()

    def action_undo(self) -> None:
        if not self.in_text:
            self.do(self.undoing.back)

    def action_redo(self) -> None:
        if not self.in_text:
            self.do(self.undoing.again)

    def action_history(self) -> None:
        from kit_tui.tui.screens.operations import OperationsPage

        if not isinstance(self.page, OperationsPage):
            self.push_screen(OperationsPage())

    # -- within ------------------------------------------------------------------------------------------------
    def get_default_screen(self) -> Screen[Any]:
        return MainScreen()

    def on_mount(self) -> None:
        self.store.watch(self._hear, lambda what: self.post_message(Lost(what)))

    def on_heard(self, heard: Heard) -> None:
        self.undoing.heard(heard.touched)
        if ACCOUNTS in heard.touched.tables:
            self.run_worker(self._look_at_account())
        for page in self.pages:
            if page.is_mounted:  # one that is about to be has yet to read
                page.touched(heard.touched)

    async def _look_at_account(self) -> None:
        """End the session of somebody whose role is not what they came in with: what is open may not be for them."""
        before = self.store.role
        with suppress(NotAllowed):
            if await self.quick(self.store.see_role) == before:
                return
        self.save_drafts()
        closed = message(
            "An administrator has changed your account, so kit-tui was closed; what was half typed has been kept."
        )
        self.exit(1, return_code=1, message=self.say(closed))

    def on_lost(self, lost: Lost) -> None:
        self.tell(lost.what, problem=True)

    def _hear(self, touched: Touched) -> None:
        self.post_message(Heard(touched))

    async def _show_area(self, area: str, view: str | None = None, filters: Sequence[Filter] = ()) -> None:
        main = self.screen_stack[0]
        assert isinstance(main, MainScreen)
        drafts = [kept for page in self.pages if (kept := page.save_draft())]
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await main.show(area, view, filters)
        if drafts:
            self.tell(drafts[-1])

    def on_ready(self) -> None:
        self.run_worker(self._offer_drafts())
        self.run_worker(self._look_at_clock())

    async def _look_at_clock(self) -> None:
        if trouble := await self.slow(self.store.clock_trouble):
            self.tell(trouble, problem=True)

    async def _offer_drafts(self) -> None:
        if await self.quick(self.drafts.waiting):
            from kit_tui.tui.screens.draft import offer_at_start

            await offer_at_start(self)


def run(path: str, *, lang: str, actor: Actor, asked: bool = False) -> int:
    """Open the app on a register and give the exit status.  Raises `StoreError` when it can't be opened.

    What the login has chosen goes before `lang`, unless the user has `asked` for that just now.
    """
    from kit_tui.registers import REGISTERS

    settings, chosen = state.read_settings(actor.login), state.remembered(actor.login)
    settings = settings._replace(theme=chosen.get("theme", settings.theme))
    if not asked:
        lang = chosen.get("lang") or settings.lang or lang
    store = register_store.open(path, actor, REGISTERS)
    try:
        app = KitApp(store, lang=lang, settings=settings)
        with present(actor.login, store.path), ending_well(app):
            app.run(mouse=False)
        app.lanes.close()
        return app.return_code or 0
    finally:
        store.close()
