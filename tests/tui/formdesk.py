"""A desk to fill in forms at: the app on a small register of its own, nothing but the form in front."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from kit_tui.domain.fields import Value
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor, Entry, Query, Store
from kit_tui.store import open as open_store
from kit_tui.tui.app import KitApp
from kit_tui.tui.page import Page
from kit_tui.tui.screens.form import FormPage


class Blank(Page[None]):
    """What lies under the form."""


class Desk:
    """The app, and a clerk's hands and eyes."""

    def __init__(self, app: KitApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot, self.store = app, pilot, app.store
        self.given: list[object] = []

    async def open(self, register: str, record: int | None = None, **values: Value) -> FormPage:
        form = FormPage(register, record, values)
        await self.app.push_screen(form, self.given.append)
        await self.until(form.idle.is_set)
        return form

    @property
    def form(self) -> FormPage:
        assert isinstance(self.app.screen, FormPage)
        return self.app.screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        if isinstance(self.app.screen, FormPage):
            await self.until(self.form.idle.is_set)

    async def type(self, text: str, *keys: str) -> None:
        """A text all at once, as an input method or the clipboard brings it, and then some keys."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()
        await self.press(*keys)

    async def choose(self, text: str, *keys: str) -> None:
        """A text in a reference, and when the list for it is there, Enter."""
        await self.type(text)
        await self.until(lambda: bool(self.form.sheet.current and self.form.sheet.current.options))
        await self.press(*keys, "enter")

    async def go_to(self, name: str) -> None:
        self.form.sheet.go_to(name)
        self.form.body.redraw()
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool], seconds: float = 5) -> None:
        end = dt.datetime.now() + dt.timedelta(seconds=seconds)
        while not holds():
            assert dt.datetime.now() < end, f"waited in vain; on screen:\n{self.text}"
            await self.pilot.pause(0.01)

    async def sees(self, text: str) -> None:
        await self.until(lambda: text in self.text)

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def line(self, label: str) -> str:
        """The line of a field on the screen."""
        return next(line for line in self.text.splitlines() if line.strip().startswith(label))

    @property
    def told(self) -> str:
        return self.app.say(self.app.told.what) if self.app.told else ""

    def records(self, register: str) -> list[Entry]:
        return list(self.store.each(Query(register)))


def small_register(path: Path, login: str = "tanaka") -> Store:
    """A register with three people, three institutions, a stay and a course."""
    store = open_store(str(path), Actor(login), REGISTERS)
    records: list[tuple[str, Mapping[str, Value]]] = [
        ("people", {"name": "大野 健", "name_kana": "オオノ ケン", "staff_no": "A0317", "category": "faculty"}),
        ("people", {"name": "青木 恵", "name_kana": "アオキ メグミ", "category": "admin"}),
        ("people", {"name": "大野 花", "name_kana": "オオノ ハナ", "category": "admin"}),
        ("institutions", {"name": "ETH Zürich", "country": "CH"}),
        ("institutions", {"name": "TU Wien", "country": "AT"}),
        ("courses", {"name": "Speaking", "kind": "conversation", "academic_year": 2018}),
    ]
    for register, values in records:
        store.save(register, values)
    store.save(
        "faculty-stays", {"person": 1, "institution": 2, "start": dt.date(2018, 3, 1), "end": dt.date(2018, 9, 15)}
    )
    return store


@asynccontextmanager
async def desk_at(
    path: Path, size: tuple[int, int] = (120, 40), *, whole: bool = False, **options: Any
) -> AsyncIterator[Desk]:
    """The app on a small register, for as long as the block runs; with `whole`, its main screen too."""
    store = small_register(path)
    app = KitApp(store, **options)
    if not whole:
        app.get_default_screen = Blank  # type: ignore[method-assign]
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            desk = Desk(app, pilot)
            await desk.until(lambda: app.started)
            await app.workers.wait_for_complete()
            yield desk
    finally:
        app.lanes.close()
        store.close()
