"""Taking back what was done, and doing again what was taken back, for as long as one does nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit_tui.domain.operations import done_word
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.store import InTheWay, Latest, Touched

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp


class Undoing:
    """What this session has taken back: the numbers of the undoing operations, the latest last."""

    def __init__(self, kit: KitApp) -> None:
        self._kit = kit
        self._undone: list[int] = []
        self._mine = self._latest = 0

    def heard(self, touched: Touched) -> None:
        """A commit: after another of one's own there is nothing to do again."""
        if touched.own:
            self._latest = max(self._latest, *touched.operations, 0)

    async def back(self, operation: int | None = None, *, rest: bool = False) -> None:
        """Take back an operation, one's own last one unless told which; where only a part is possible, ask.

        Raises `Refused`.
        """
        kit = self._kit
        if self._latest > self._mine:
            self._undone.clear()
        try:
            done, undone = await kit.write(kit.store.undo, operation, rest=rest)
        except InTheWay as refused:
            if refused.left == refused.total:
                raise
            self._ask_for_the_rest(refused)
            return
        self._undone.append(done.operation)
        self._mine = done.operation
        kit.tell(_told(undone))

    async def again(self) -> None:
        """Do again what was taken back last; raises `Refused`."""
        if not self._undone or self._latest > self._mine:
            self._undone.clear()
            raise Refused(message("There is nothing to do again."))
        done, undone = await self._kit.write(self._kit.store.undo, self._undone[-1])
        self._undone.pop()
        self._mine = done.operation
        self._kit.tell(_told_again(undone))

    def _ask_for_the_rest(self, refused: InTheWay) -> None:
        from kit_tui.tui.screens.confirm import Confirm

        rest = message("takes back the other {n}", one="takes back the other one", n=refused.total - refused.left)
        question = Confirm(refused.message, rest, message("leaves all as it is"))
        self._kit.push_screen(question, lambda yes: self._take_the_rest(refused.operation) if yes else None)

    def _take_the_rest(self, operation: int) -> None:
        self._kit.do(lambda: self.back(operation, rest=True))


def _told(undone: Latest) -> Message:
    what = done_word(undone.kind)
    if undone.rows > 1:
        more = undone.rows - 1
        return message("Taken back: {title} and {n} more ({what})", what=what, title=undone.title, n=more)
    return message("Taken back: {title} ({what})", what=what, title=undone.title)


def _told_again(undone: Latest) -> Message:
    if undone.rows > 1:
        return message("Done again: {title} and {n} more", title=undone.title, n=undone.rows - 1)
    return message("Done again: {title}", title=undone.title)
