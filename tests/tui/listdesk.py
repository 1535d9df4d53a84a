"""What tests of the areas and their lists do at a desk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from formdesk import Desk, small_register

from kit_tui.domain.fields import Value
from kit_tui.domain.roles import Role
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor, Edit, Store
from kit_tui.store import open as open_store
from kit_tui.tui.app import KitApp
from kit_tui.tui.screens.area import AreaPane
from kit_tui.tui.widgets.listing import Listing
from kit_tui.tui.widgets.window import Window

TABS = {"faculty": "2", "staff": "3", "units": "4", "directory": "5"}


async def at_list(desk: Desk, area: str, view: str = "") -> Listing:
    """The list of a tab, when its rows are there and in order."""
    await desk.press(TABS[area])
    if view:
        desk.app.open_area(area, view)
    await desk.until(lambda: is_ready(desk, view))
    return listing(desk)


def is_ready(desk: Desk, view: str = "") -> bool:
    """Whether the list in front is read and in order."""
    panes = [pane for pane in desk.app.screen.query(AreaPane) if pane.display]
    window = panes[0].listing.window if panes else None
    return window is not None and window.ordered and window.query.register == (view or window.query.register)


def pane(desk: Desk) -> AreaPane:
    """The tab in front."""
    return next(pane for pane in desk.app.screen_stack[0].query(AreaPane) if pane.display)


def listing(desk: Desk) -> Listing:
    """The list in front."""
    return pane(desk).listing


def window(desk: Desk) -> Window:
    """What the list in front shows."""
    shown = listing(desk).window
    assert shown is not None
    return shown


def under_cursor(desk: Desk) -> str:
    """The first cell of the row under the cursor."""
    row = window(desk).current
    return str(row.cells[0]) if row else ""


def add_people(store: Store, count: int, **values: Value) -> None:
    """So many people in one write: 職員 001 and so on, in this order after those of the small register."""
    people: list[Mapping[str, Value]] = [
        {"name": f"職員 {number:03}", "name_kana": f"ワ {number:03}", "category": "technical", **values}
        for number in range(1, count + 1)
    ]
    store.apply([Edit("people", values=person) for person in people])


@contextmanager
def another_session(desk: Desk, login: str = "suzuki") -> Iterator[Store]:
    """The same register, open in another session."""
    store = open_store(desk.store.path, Actor(login), REGISTERS)
    try:
        yield store
    finally:
        store.close()


@asynccontextmanager
async def viewer_at(path: Path) -> AsyncIterator[Desk]:
    """The app on the small register, as one sees it who may only look."""
    small_register(path).close()
    store = open_store(str(path), Actor("mori", Role.VIEWER), REGISTERS)
    app = KitApp(store)
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            yield Desk(app, pilot)
    finally:
        app.lanes.close()
        store.close()
