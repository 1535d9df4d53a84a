"""The history of everything: every operation, the newest first, by person, register and day, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from textual import work

from kit_tui.domain.clock import local
from kit_tui.domain.fields import Choice, Field
from kit_tui.domain.operations import in_words, with_fate
from kit_tui.domain.wording import Message, message
from kit_tui.store import Latest, RegisterInfo, Store
from kit_tui.tui.commands import Command, everywhere
from kit_tui.tui.commands.looking import FilterHistory, OpenOperation, UndoOperation
from kit_tui.tui.filters import Filter, conditions
from kit_tui.tui.screens.filter import Narrowed
from kit_tui.tui.screens.reading import ReadingPage
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine

PAGE = 100
"""As many operations are read at a time."""
MOST = 3 * PAGE
"""As many are kept: those that one has left behind go."""
_HEADING = message("History of everything")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The operations around the cursor, the newest first; whether there may be newer and older ones."""

    operations: tuple[Latest, ...] = ()
    newer: bool = False
    older: bool = False


class OperationsPage(ReadingPage[Stretch]):
    """Enter opens an operation.  What comes into reach is read as one goes."""

    COMMANDS = (OpenOperation, UndoOperation, FilterHistory, everywhere.Back)

    def __init__(self) -> None:
        super().__init__()
        self._filters: tuple[Filter, ...] = ()

    @property
    def slow(self) -> bool:  # type: ignore[override]  # what is narrowed may be far back
        return bool(self._filters)

    def footer(self) -> tuple[type[Command], ...]:
        return (*self.COMMANDS, everywhere.Help)

    def read(self) -> Stretch:
        """What is in reach, once more; at first the newest."""
        store, known = self.kit.store, self.found or Stretch()
        before = known.operations[0].operation + 1 if known.newer else None
        limit = max(PAGE, len(known.operations))
        found = store.operations(conditions(self._filters), before, limit=limit)
        return Stretch(tuple(found), known.newer, len(found) == limit)

    def lines_for(self, found: Stretch, width: int) -> Iterator[TextLine]:
        yield BLANK
        told = [Piece(one.told, ink="accent") for one in self._filters]
        yield (Piece(" "), Piece(_HEADING, ink="strong"), *(part for one in told for part in (Piece("   "), one)))
        yield BLANK
        if not found.operations:
            yield (Piece(" "), Piece(message("Nothing was done there."), ink="muted"))
        for done in found.operations:
            yield self._line(done, width)

    def _line(self, done: Latest, width: int) -> TextLine:
        to = done.operation
        room = max(width - 37, 12)
        return (
            Piece(" ", target=to),
            Piece(f"{local(done.at):%Y-%m-%d %H:%M}", 18, target=to),
            Piece(done.login, 10, target=to),
            Piece(told(self.kit.store, done), room, target=to),
            Piece(str(to), 7, "muted", right=True, target=to),
        )

    # -- commands ----------------------------------------------------------------------------------------------
    async def action_open(self) -> None:
        if isinstance(operation := self.lines.target, int):
            self.kit.open_operation(operation)

    def action_undo_operation(self) -> None:
        if isinstance(operation := self.lines.target, int):
            self.kit.do(self.kit.undoing.back, operation)

    @work
    async def action_filter(self) -> None:
        from kit_tui.tui.screens.filter import FilterPage

        logins = await self.kit.slow(self.kit.store.logins)
        page = FilterPage(_asked(self.kit.store, logins), self._filters, None)
        await self.kit.push_screen(page, self._narrow)

    # -- within ------------------------------------------------------------------------------------------------
    def _narrow(self, chosen: Narrowed | None) -> None:
        if chosen is not None and chosen.filters != self._filters:
            self._filters, self.found = chosen.filters, None
            self.lines.show(lambda width: ())
            self.read_again()

    def on_lines_moved(self, event: Lines.Moved) -> None:
        if self.found and event.left < event.height and self.found.older:
            self._read_on(older=True)
        elif self.found and event.passed < event.height and self.found.newer:
            self._read_on(older=False)

    @work(exclusive=True, group="read")
    async def _read_on(self, older: bool) -> None:
        """Read what lies beyond the edge that one comes near to, and let go of what is far from it."""
        known = self.found or Stretch()
        edge = known.operations[-1 if older else 0].operation
        where, store = conditions(self._filters), self.kit.store
        more = tuple(
            await self.kit.slow(store.operations, where, edge if older else None, None if older else edge, limit=PAGE)
        )
        if not self.is_open or known is not self.found:
            return
        is_end = len(more) < PAGE
        if older:
            shown = (*known.operations, *more)[-MOST:]
            shift = len(shown) - len(known.operations) - len(more)
            self.found = replace(known, operations=shown, older=not is_end, newer=known.newer or shift < 0)
        else:
            shown, shift = (*more, *known.operations)[:MOST], len(more)
            cut = len(shown) < len(known.operations) + len(more)
            self.found = replace(known, operations=shown, newer=not is_end, older=known.older or cut)
        found = self.found
        self.lines.roll.shift(shift)
        self.lines.show(lambda width: self.lines_for(found, width))


def told(store: Store, done: Latest) -> Message:
    """What an operation did, and what has become of it."""
    info = store.registers.get(done.register)
    what = in_words(done.kind, (info.one, info.label) if info else None, done.title, done.rows)
    return with_fate(what, done.rows, done.undoes, done.taken_back)


def _asked(store: Store, logins: list[str]) -> RegisterInfo:
    """What the history can be filtered by, as if it were a register."""
    people = tuple(Choice(login, message("{code}", code=login)) for login in logins)
    seen = [info for info in store.registers.values() if info.base == info.slug]
    registers = tuple(Choice(info.slug, info.label) for info in seen if store.reader.sees_scores or not info.personal)
    fields = (
        Field("login", message("Person"), kind="choice", choices=people, required=True),
        Field("register", message("Register"), kind="choice", choices=registers, required=True),
        Field("day", message("Day"), kind="date", required=True),
    )
    return RegisterInfo(
        slug="",
        label=message("History"),
        one=message("History"),
        area="",
        table="",
        base="",
        fields={field.name: field for field in fields},
        columns=(),
        form=(),
        sort=(),
        fixed={},
    )
