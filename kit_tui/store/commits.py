"""The transactions of an open register, and who is told of what they committed."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from kit_tui.domain.wording import Message
from kit_tui.store import writing
from kit_tui.store.core import Core
from kit_tui.store.plain import Done, Edit, Touched

if TYPE_CHECKING:
    from kit_tui.store.watching import Watcher

T = TypeVar("T")


class Commits:
    """Everything is written through here, on whichever thread."""

    def __init__(self, core: Core, see_role: Callable[[], object]) -> None:
        self._core, self._see_role = core, see_role
        self._heard: list[Callable[[Touched], None]] = []
        self._lost: list[Callable[[Message], object]] = []
        self._watcher: Watcher | None = None
        self._committed: deque[Touched] = deque()

    @contextlib.contextmanager
    def whole(self) -> Iterator[None]:
        """Within it, everything written on this thread is one transaction, all or nothing, and nobody else writes."""
        with self._core.database.translating(), self._core.database.atomic():
            self._see_role()
            yield
        while self._committed:
            try:
                touched = self._committed.popleft()
            except IndexError:  # another thread is telling it
                return
            self._pass_on(touched)

    def once(self, work: Callable[[], T]) -> T:
        """What `work` gives, done as a whole; from its beginning again when the connection is lost in the middle.

        A commit may have come through although the answer to it was lost: `work` must see to that.
        """

        def attempt() -> T:
            with self.whole():
                return work()

        return self._core.database.steadily(attempt)

    def carry_out(
        self, edits: Callable[[], tuple[Sequence[Edit], int | None]], kind: str = "", operation: str = ""
    ) -> Done:
        """Carry out edits as one operation, which is known by its unique name when it is attempted again.

        They are worked out within the transaction; with them comes the number of the operation that they undo.
        """
        name = operation or writing.new_name()

        def work() -> Done:
            done, touched = writing.already(self._core, name) or writing.apply(self._core, *edits(), kind, name)
            self.tell(touched)
            return done

        return self.once(work)

    def tell(self, touched: Touched) -> None:
        """Have those who watch told of a write of our own, once it is committed."""
        if touched.tables:
            self._core.database.after_commit(lambda: self._committed.append(touched))

    def watch(self, heard: Callable[[Touched], None], lost: Callable[[Message], object] | None) -> None:
        """Have every commit told, ours and those of others; `lost` hears what is the matter with the database."""
        self._heard.append(heard)
        if lost:
            self._lost.append(lost)
        if self._watcher is None:
            self._watcher = self._core.database.watcher(self._core.own_operations, self._pass_on, self._lose)

    def close(self) -> None:
        """Tell of nothing more."""
        if self._watcher is not None:
            self._watcher.close()

    def _pass_on(self, touched: Touched) -> None:
        for heard in self._heard:
            heard(touched)

    def _lose(self, what: Message) -> None:
        for lost in self._lost:
            lost(what)
