"""Lanes: one thread and one kept connection each, so that nothing slow stands in the way of a key."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    import asyncio

P = ParamSpec("P")
T = TypeVar("T")


class Lane:
    """A thread that does one thing after another and answers through asyncio.

    The thread is a daemon: a program that has been told to go does not wait for a query.
    """

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[tuple[asyncio.Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def __call__(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> asyncio.Future[T]:
        """The result of a call on the lane's thread.  A caller that is cancelled while waiting is never called."""
        from asyncio import get_running_loop  # commands that have no event loop start without it

        future: asyncio.Future[T] = get_running_loop().create_future()
        self._jobs.put((future, lambda: function(*args, **kwargs)))
        return future

    def close(self) -> None:
        """Take no more work."""
        self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            future, call = job
            if future.cancelled():
                continue
            result: Any = None
            error: BaseException | None = None
            try:
                result = call()
            except BaseException as raised:  # noqa: BLE001  it is the caller's: it is raised where they wait
                error = raised
            try:
                future.get_loop().call_soon_threadsafe(_settle, future, result, error)
            except RuntimeError:
                return  # the event loop has closed: nobody waits any longer


def _settle(future: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    if future.done():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)


class Lanes:
    """The lanes of an open register: quick reads (windows, find, cards), slow reads (gauges, orderings), writes."""

    def __init__(self) -> None:
        self.quick, self.slow, self.write = Lane("quick"), Lane("slow"), Lane("write")

    def close(self) -> None:
        """Take no more work on any of them."""
        for lane in (self.quick, self.slow, self.write):
            lane.close()
