"""A session of many hours: of a page that was left nothing is kept."""

from __future__ import annotations

import gc

from formdesk import Desk
from textual.screen import Screen
from textual.strip import Strip

PAGES = 10


def kept(kind: type[object]) -> int:
    """How many objects of a kind are still there."""
    gc.collect()
    return sum(isinstance(each, kind) for each in gc.get_objects())


async def open_and_leave(desk: Desk, times: int) -> None:
    for _ in range(times):
        desk.app.open_card("people", 1)
        await desk.sees("大野 健   person")
        await desk.press("escape")
        await desk.until(lambda: len(desk.app.screen_stack) == 1)


async def test_the_pages_that_were_left_and_their_lines_are_gone(desk: Desk) -> None:
    await open_and_leave(desk, 3)
    pages, lines = kept(Screen), kept(Strip)
    await open_and_leave(desk, PAGES)
    assert kept(Screen) == pages
    assert kept(Strip) - lines < PAGES
