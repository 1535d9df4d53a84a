"""Lanes: one thing after another on a thread of their own, answered where they were asked."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from kit_tui.store.lanes import Lane, Lanes


@pytest.fixture
def lane() -> Iterator[Lane]:
    lane = Lane("test")
    yield lane
    lane.close()


async def test_a_call_is_made_on_the_lane_s_thread_and_answered_here(lane: Lane) -> None:
    assert await lane(lambda a, *, b: (a, b, threading.current_thread().name), 1, b=2) == (1, 2, "test")


async def test_what_a_call_raises_is_raised_where_one_waits(lane: Lane) -> None:
    with pytest.raises(ZeroDivisionError):
        await lane(lambda: 1 // 0)
    assert await lane(lambda: "next") == "next"


async def test_calls_are_made_one_after_another_in_their_order(lane: Lane) -> None:
    made: list[int] = []
    await asyncio.gather(*(lane(made.append, n) for n in range(50)))
    assert made == list(range(50))


async def test_lanes_do_not_wait_for_one_another() -> None:
    lanes = Lanes()
    free = threading.Event()
    slow = lanes.slow(free.wait, 10)
    assert await lanes.quick(lambda: "quick") == "quick"
    assert await lanes.write(lambda: "written") == "written"
    assert not slow.done()
    free.set()
    assert await slow
    lanes.close()


async def test_a_call_that_nobody_waits_for_any_more_is_not_made(lane: Lane) -> None:
    free, made = threading.Event(), []
    first = lane(free.wait, 10)
    given_up = lane(made.append, 1)
    given_up.cancel()
    free.set()
    await first
    await lane(made.append, 2)
    assert made == [2]


async def test_a_call_given_up_while_it_is_made_harms_nobody(lane: Lane) -> None:
    begun, free = threading.Event(), threading.Event()

    def work() -> bool:
        begun.set()
        return free.wait(10)

    given_up = lane(work)
    await asyncio.to_thread(begun.wait, 10)
    given_up.cancel()
    free.set()
    assert await lane(lambda: "next") == "next"


def test_an_answer_for_a_loop_that_has_closed_is_dropped(lane: Lane) -> None:
    begun, free = threading.Event(), threading.Event()

    def work() -> bool:
        begun.set()
        return free.wait(10)

    async def ask() -> None:
        lane(work)
        await asyncio.to_thread(begun.wait, 10)

    asyncio.run(ask())
    free.set()
    lane._thread.join(10)
    assert not lane._thread.is_alive()
