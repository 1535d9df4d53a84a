"""What the app draws of itself: Japanese without stray English, and no character that a terminal may draw wider.

Every screen is gone through, in Japanese, on a register whose records hold nothing but Japanese text and digits, so
that whatever else is on the screen is the app's own.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
from formdesk import Desk

from kit_tui.domain.catalogue import GAUGES
from kit_tui.domain.fields import Value
from kit_tui.domain.text import has_ambiguous
from kit_tui.registers import AREAS, REGISTERS
from kit_tui.store import Actor, Store
from kit_tui.store import open as open_store
from kit_tui.tui.app import KitApp
from kit_tui.tui.screens.area import AreaPane
from kit_tui.tui.screens.card import CardPage
from kit_tui.tui.screens.form import FormPage
from kit_tui.tui.screens.main import MainScreen
from kit_tui.tui.widgets.sidecard import SideCard

LATIN = re.compile(r"(?<![0-9])[A-Za-zÀ-ɏ]{2,}(?![0-9])")
SAME = {
    *("KIT", "kit", "tui", "TOEIC", "IP", "DOI", "ORCID", "ROR", "JASSO", "English"),
    *("Enter", "Esc", "Tab", "Shift", "Ctrl", "Del", "Ins", "Home", "End", "PgUp", "PgDn", "Backspace"),
}
"""Words that are the same in Japanese, and English's own name for itself; single letters are keys."""

ALL_KINDS = ("people", "staff-stays", "outcomes")
"""Registers that between them have a field of every kind."""

RECORDS: tuple[tuple[str, Mapping[str, Value]], ...] = (
    ("institutions", {"name": "上海大学", "country": "CN", "city": "上海"}),
    ("people", {"name": "大野 健", "name_kana": "オオノ ケン", "staff_no": "0317", "category": "faculty"}),
    ("people", {"name": "青木 恵", "name_kana": "アオキ メグミ", "category": "admin", "nationality": "JP"}),
    ("people", {"name": "王 明", "category": "visitor", "home_institution": 1, "notes": "三月まで"}),
    ("employments", {"person": 2, "contract": "full_time", "unit": "国際課", "start": dt.date(2012, 4, 1)}),
    (
        "agreements",
        {
            "institution": 1,
            "title": "交流協定",
            "level": "university",
            "kind": "general",
            "status": "signed",
            "start": dt.date(2014, 4, 1),
            "end": dt.date(2018, 12, 31),
        },
    ),
    (
        "projects",
        {
            "title": "木造建築",
            "field": "architecture",
            "academic_year": 2018,
            "institution": 1,
            "lead": 1,
            "status": "implemented",
        },
    ),
    (
        "faculty-stays",
        {
            "person": 1,
            "institution": 1,
            "status": "returned",
            "start": dt.date(2018, 4, 1),
            "end": dt.date(2018, 9, 15),
            "briefing_due": dt.date(2018, 11, 14),
            "report_due": dt.date(2018, 12, 15),
        },
    ),
    (
        "staff-stays",
        {
            "person": 2,
            "programme": "staff_short",
            "institution": 1,
            "status": "away",
            "start": dt.date(2018, 11, 1),
            "end": dt.date(2018, 11, 30),
        },
    ),
    ("events", {"kind": "workshop", "title": "公開講評", "start": dt.date(2018, 6, 1), "project": 1}),
    ("outcomes", {"stay": 1, "kind": "joint_paper", "title": "木の強さ", "date": dt.date(2018, 8, 1), "verified": 1}),
    ("courses", {"name": "英会話", "kind": "conversation", "academic_year": 2018}),
    ("participations", {"course": 1, "person": 2, "status": "completed"}),
    ("scores", {"person": 2, "test": "toeic_lr", "date": dt.date(2018, 6, 17), "total": 700}),
    ("visits", {"visitor": 3, "host": 1, "institution": 1, "start": dt.date(2019, 2, 1), "status": "planned"}),
    ("headcounts", {"category": "admin", "academic_year": 2018, "as_of": dt.date(2018, 5, 1), "count": 3}),
    ("targets", {"gauge": "staff-toeic", "academic_year": 2014, "role": "baseline", "value": 1000}),
    ("targets", {"gauge": "staff-toeic", "academic_year": 2023, "role": "final", "value": 3000}),
    ("published", {"gauge": "staff-short-stays", "academic_year": 2018, "value": 3, "source": "年報"}),
)


def japanese_register(path: Path) -> Store:
    """A register with a record of each kind, in Japanese text and digits alone."""
    store = open_store(str(path), Actor("田中"), REGISTERS)
    for register, values in RECORDS:
        store.save(register, values)
    store.save("institutions", {"name": "閉校大学", "country": "CN"})
    store.delete("institutions", [2])
    store.set_setting("example", "2018-11-22")
    return store


class Walk:
    """Goes to every screen, and gives what is seen there."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.app = desk, desk.app
        self.slugs = [register.slug for register in REGISTERS if not register.view_of]

    async def press(self, *keys: str) -> str:
        """Press keys; the screen that comes of it."""
        for key in keys:
            self.app.simulate_key(key)
        return await self.seen()

    async def seen(self) -> str:
        """The screen, when nothing more comes."""
        dealt_with = asyncio.Event()
        self.app.call_later(dealt_with.set)
        await dealt_with.wait()
        before, text = None, ""
        while before != text:
            await asyncio.sleep(0.005)
            if all(worker.is_finished for worker in self.app.workers):
                before, text = text, self.desk.text
        return text

    async def screens(self) -> AsyncIterator[tuple[str, str]]:
        """Every screen by a name, with its text."""
        yield "overview", await self.seen()
        for part in (self.main(), self.lists(), self.cards(), self.forms(), self.looking(), self.finding()):
            async for name, text in part:
                yield name, text

    async def back(self) -> None:
        """To the main screen."""
        while not isinstance(self.app.screen, MainScreen):
            await self.app.pop_screen()
        await self.seen()

    async def main(self) -> AsyncIterator[tuple[str, str]]:
        for name, key in (("help", "f1"), ("palette", "f12"), ("abroad", "a"), ("quitting", "q")):
            yield name, await self.press(key)
            yield f"{name}, further down", await self.press("pagedown")
            await self.back()
        yield "another year", await self.press("less_than_sign")
        yield "this year", await self.press("greater_than_sign")
        yield "nothing to undo", await self.press("ctrl+z")
        yield "redo", await self.press("ctrl+z")

    async def lists(self) -> AsyncIterator[tuple[str, str]]:
        for number, area in enumerate(AREAS[1:], 2):
            yield area.slug, await self.press(str(number))
            for view in area.views:
                yield f"list {view}", await self.seen()
                yield f"record beside the list {view}", await self.beside()
                yield f"filter {view}", await self.press("f")
                for _ in self.app.store.registers[view].fields if view in ALL_KINDS else ():
                    yield f"filter {view} by", await self.press("enter")
                    await self.press("escape", "down")
                await self.back()
                yield f"sort {view}", await self.press("s")
                await self.back()
                await self.press("right")
            for name, key in (("help", "f1"), ("palette", "f12")):
                yield f"{name} of a list", await self.press(key)
                await self.back()
        yield "nothing found", await self.press("slash", *"零零", "enter")
        yield "whole list", await self.press("escape")
        yield "marked", await self.press("space")

    async def beside(self) -> str:
        """The screen once the record under the cursor is shown beside its list, where there is room for that."""
        pane = next(pane for pane in self.app.screen.query(AreaPane) if pane.display)
        side = pane.query_one(SideCard)

        def is_there() -> bool:
            row, entry = pane.window.current, side.card.entry if side.card else None
            return bool(row and entry) and (entry.register, entry.id) == (pane.info.base, row.id)

        if side.display:
            await self.desk.until(is_there)
        return await self.seen()

    async def cards(self) -> AsyncIterator[tuple[str, str]]:
        for slug in self.slugs:
            yield f"card {slug}", await self.card(slug, 2 if slug == "staff-stays" else 1)
            yield f"adding to {slug}", await self.press("n")
            await self.back()
        for key in ("m", "x", "h", "f1", "f12"):
            await self.card("people", 2)
            yield f"{key} on a card", await self.press(key)
            yield f"{key} on a card, left empty", await self.press("enter")
            await self.back()
        yield "a deleted record's card", await self.card("institutions", 2)
        await self.back()
        await self.card("outcomes", 1)
        yield "deleted", await self.press("d")
        yield "undone", await self.press("ctrl+z")

    async def forms(self) -> AsyncIterator[tuple[str, str]]:
        for slug in self.slugs:
            await self.form(slug)
            for name in self.app.store.registers[slug].fields:
                yield f"form {slug} at {name}", await self.press("tab")
            yield f"form {slug} not saved", await self.press("ctrl+s")
            yield f"form {slug} left", await self.press("escape")
            await self.press("enter")
            await self.back()
        yield "editing", await self.form("scores", 1)
        yield "help of a form", await self.press("f1")
        await self.back()

    async def form(self, slug: str, record: int | None = None) -> str:
        """A form, opened."""
        self.app.open_form(slug, record)
        await self.desk.until(lambda: isinstance(self.app.screen, FormPage) and self.app.screen.idle.is_set())
        return await self.seen()

    async def card(self, slug: str, record: int) -> str:
        """A card, opened and read."""
        self.app.open_card(slug, record)
        await self.desk.until(lambda: isinstance(self.app.screen, CardPage) and self.app.screen.found is not None)
        return await self.seen()

    async def looking(self) -> AsyncIterator[tuple[str, str]]:
        for code in GAUGES:
            self.app.open_gauge(code)
            yield f"gauge {code}", await self.seen()
            await self.back()

    async def finding(self) -> AsyncIterator[tuple[str, str]]:
        yield "find", await self.press("f3")
        for text in ("大", "零"):
            yield f"found {text}", await self.press(text)
        yield "help of find", await self.press("f1")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
@pytest.mark.usefixtures("_own_settings")
async def test_the_app_draws_nothing_foreign(
    register_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/0")  # a path short enough to be drawn whole; nothing is written there
    store = japanese_register(register_path)
    app = KitApp(store, lang="ja")
    wrong: dict[str, str] = {}
    try:
        async with app.run_test(size=size) as pilot:
            async for name, text in Walk(Desk(app, pilot)).screens():
                text = text.replace(app.settings_file, "")
                text = re.sub(r"\b[a-z]+\.[a-z-]+\b", "", text)  # a command's id, as the settings file has it
                latin = set(LATIN.findall(text)) - SAME
                wide = set(filter(has_ambiguous, text))
                wrong |= {word: name for word in latin | wide if word not in wrong}
    finally:
        app.lanes.close()
        store.close()
    assert not wrong, "\n".join(f"{word!r} in {name}" for word, name in wrong.items())
