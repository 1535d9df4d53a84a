"""Find anywhere: results while typing, in all registers, each with the answer on its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.worker import Worker, WorkerError

from kit_tui.domain.operations import done_word
from kit_tui.domain.roles import Action, allows
from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import Message, message
from kit_tui.store import Hit, Latest, Touched
from kit_tui.tui.cardlines import At
from kit_tui.tui.commands import Command, everywhere
from kit_tui.tui.commands.find import EditHit, HitAfter, HitBefore, HitsAfter, HitsBefore, OpenHit
from kit_tui.tui.page import Page
from kit_tui.tui.returning import bring_back
from kit_tui.tui.widgets.editing import wrapped
from kit_tui.tui.widgets.line import Line
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine
from kit_tui.tui.widgets.said import Said

EACH = 5
"""As many records of a register are shown; more letters find the others."""
_LONGEST = 36
"""Cells that a title takes at most beside an answer."""
_RECENT = 30


@dataclass(frozen=True, slots=True)
class NewPerson:
    """The line that makes a person of a name which was not found."""

    name: str

    def values(self) -> dict[str, str]:
        """The name in the field where it belongs: in Latin letters, as a reading, or as it is written."""
        if self.name.isascii():
            return {"name_roman": self.name}
        is_reading = all("ぁ" <= char <= "ー" or char.isspace() for char in self.name)
        return {"name_kana" if is_reading else "name": self.name}


class NothingFound(NamedTuple):
    """Where the cursor is when nothing was found, so that Enter after a mistyped text registers nobody."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was found for a text; the latest changes where there is none."""

    text: str
    hits: tuple[Hit, ...] = ()
    latest: tuple[Latest, ...] = ()


class FindPage(Page[None]):
    """Up and down choose while the caret stays in the text."""

    COMMANDS = (
        OpenHit,
        EditHit,
        HitBefore,
        HitAfter,
        HitsBefore,
        HitsAfter,
        everywhere.Back,
    )
    wants_text = True
    _finding: Worker[None]

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._typed_first = text
        self._result = Result("")

    def compose_page(self) -> ComposeResult:
        with Horizontal():
            yield Line(self._typed_first, placeholder=message("A name, a place, a title, a number"))
            yield Said(right=True)
        lines = Lines()
        lines.can_focus = False
        yield lines

    def footer(self) -> tuple[type[Command], ...]:
        return (OpenHit, EditHit, HitBefore, HitAfter, everywhere.Back)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Line).focus()
        self.find(self._typed_first)

    def typed(self, text: str) -> None:
        """More text that was typed before the line had the focus."""
        line = self.query_one(Line)
        line.text += text
        self.find(line.text)

    def on_line_changed(self, event: Line.Changed) -> None:
        self.find(event.text)

    async def on_line_entered(self) -> None:
        await self.action_open()

    def touched(self, touched: Touched) -> None:
        self.find(self.query_one(Line).text)

    def relabel(self) -> None:
        super().relabel()
        self.query_one(Lines).relabel()

    def find(self, text: str) -> None:
        """Look for a text, instead of the one before it."""
        self._finding = self._find(text.strip())

    @work(exclusive=True, group="find")
    async def _find(self, text: str) -> None:
        result = await self.kit.quick(self._look, text)
        if not self.is_open or result == self._result and result.text:
            return
        anew = result.text != self._result.text
        self._result = result
        targets = (piece.target for line in self._lines(self.size.width) for piece in line if piece.target is not None)
        self.query_one(Lines).show(self._lines, next(targets, None) if anew else None)
        self.query_one(Said).show(self._number())

    def action_choose(self, by: int) -> None:
        self.query_one(Lines).action_step(by)

    def action_turn(self, by: int) -> None:
        self.query_one(Lines).action_page(by)

    async def action_open(self) -> None:
        await self._open(self.kit.open_card)

    async def action_edit(self) -> None:
        await self._open(self.kit.open_form)

    async def _open(self, opening: Callable[[str, int], None]) -> None:
        """Open what the cursor is on, once what has been typed is found: Enter may come in the same packet."""
        while not self._finding.is_finished:
            with suppress(WorkerError):
                await self._finding.wait()
        target = self.query_one(Lines).target
        if isinstance(target, NewPerson):
            self.kit.open_form("people", values=target.values())
        elif isinstance(target, At):
            deleted = next((hit for hit in self._result.hits if hit.deleted and (hit.register, hit.id) == target), None)
            if deleted:
                self.kit.do(self._bring_back, deleted, opening)
            else:
                opening(*target)

    async def _bring_back(self, hit: Hit, opening: Callable[[str, int], None]) -> None:
        await bring_back(self.kit, hit.register, [hit.id])
        opening(hit.register, hit.id)

    def _look(self, text: str) -> Result:
        store = self.kit.store
        if not text:
            return Result("", latest=tuple(store.latest(_RECENT)))
        return Result(text, tuple(store.find(text, EACH + 1)))

    def _number(self) -> Message | str:
        if not self._result.text:
            return ""
        by_register = Counter((hit.register, hit.deleted) for hit in self._result.hits)
        n = sum(min(found, EACH) for found in by_register.values())
        return message("{n}+ found" if any(found > EACH for found in by_register.values()) else "{n} found", n=n)

    def _lines(self, width: int) -> Iterator[TextLine]:
        result = self._result
        if result.hits:
            yield from self._found(result.hits, width)
        elif result.text:
            nothing = message('Nothing is called or holds "{text}".', text=result.text)
            yield (Piece(nothing, target=NothingFound()),)
            yield (Piece(message("Try fewer letters, another spelling, or the reading."), ink="muted"),)
            if allows(self.kit.store.role, Action.WRITE):
                yield BLANK
                new = NewPerson(result.text)
                yield (Piece(" "), Piece(message('New person "{name}"', name=result.text), target=new))
        else:
            yield from self._latest(result.latest)

    def _found(self, hits: Sequence[Hit], room: int) -> Iterator[TextLine]:
        for register, group in groupby(hits, key=lambda hit: "" if hit.deleted else hit.register):
            info = self.kit.store.registers.get(register)
            found = list(group)
            shown = found[:EACH] if info else found
            yield (Piece(info.label if info else message("Deleted: Enter brings one back"), ink="muted"),)
            width = min(_LONGEST, max(cell_width(self.kit.say(hit.title)) for hit in shown))
            for hit in shown:
                yield from self._hit(hit, width, room)
            if len(found) > len(shown):
                yield (Piece(" "), Piece(message("and more: type more of what you look for"), ink="muted"))
            yield BLANK

    def _hit(self, hit: Hit, width: int, room: int) -> Iterator[TextLine]:
        """What was found, and the answer beside it; whole below it where that has no room on the line."""
        at, record = At(hit.register, hit.id), self.kit.store.registers[hit.register].one
        ink, detail = ("muted", message("deleted, {record}", record=record)) if hit.deleted else ("", hit.detail)
        words = self.kit.say(detail)
        if width + cell_width(words) + 5 <= room:
            title = Piece(hit.title, width, ink, target=at)
            yield (Piece(" "), title, Piece("   ", target=at), Piece(words, target=at))
        else:
            yield (Piece(" "), Piece(hit.title, room - 2, ink, target=at))
            for start, end in wrapped(words, room - 6):
                yield (Piece("     "), Piece(words[start:end].rstrip(), ink=ink))

    def _latest(self, latest: Sequence[Latest]) -> Iterator[TextLine]:
        """The records that were worked on last, each once."""
        records = {At(one.register, one.record): one for one in reversed(latest) if one.record is not None}
        if records:
            yield (Piece(message("Worked on last"), ink="muted"),)
        for at, one in sorted(records.items(), key=lambda item: -item[1].operation):
            record = self.kit.store.registers[at.register].one
            what = message("{record}, {what} by {login}", record=record, what=done_word(one.kind), login=one.login)
            yield (Piece(" "), Piece(one.title, _LONGEST, target=at), Piece("   ", target=at), Piece(what, target=at))
