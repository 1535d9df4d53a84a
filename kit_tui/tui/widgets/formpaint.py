"""How a form looks: a line for each field with what is said about it, the open list, the line that saves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from rich.style import Style
from textual.strip import Strip

from kit_tui.domain.text import cell_width, cut, pad
from kit_tui.domain.wording import Message, message
from kit_tui.tui.widgets import draw
from kit_tui.tui.widgets.choosing import SearchSlot
from kit_tui.tui.widgets.editing import wrapped
from kit_tui.tui.widgets.field import Option, Slot, Words
from kit_tui.tui.widgets.picking import PickSlot
from kit_tui.tui.widgets.sheet import Sheet, echo

SAVE, SAVE_AND_NEW = message("Save"), message("Save and new")

Said: TypeAlias = tuple[str, str]
"""A text and the name of its ink."""

_WIDE = 100
_BOX = 45
_LEFT = 2
_HEAD = 3


_IN_BOX = 16
"""Where in a box what is said of the field begins, so that it stands in a column."""

_IN_BOX_INKS = {"muted": "hint", "strong": "field", "behind": "problem"}


class Spot(NamedTuple):
    """A cell of the form."""

    x: int
    y: int


class Keys(NamedTuple):
    """`fill` takes what somebody else saved, `take` what is offered for an empty field, `skip` leaves it empty."""

    fill: Words
    take: Words
    skip: Words


@dataclass(frozen=True)
class Paint:
    """What a form is drawn with: its size, the way to word things, the inks, and what stands around the fields.

    An ink "field/hint" is the one's background with the other's colour.  `marked` draws a sign at the cursor, for
    terminals without colours.  `once`: no other record follows this one.
    """

    width: int
    height: int
    say: Callable[[Words], str]
    ink: Callable[[str], Style]
    marked: bool
    keys: Keys
    title: Words
    mark: Words
    notices: Sequence[Message]
    once: bool = False

    def line(self, *pieces: tuple[int, str, str]) -> Strip:
        """A line with texts at their places, from left to right, each in its ink."""
        rest = self.ink("")
        drawn: list[draw.Piece] = []
        at = 0
        for x, text, ink in pieces:
            drawn += [(" " * (x - at), rest), (text, self.ink(ink))]
            at = max(at, x) + cell_width(text)
        return draw.strip(drawn, self.width, rest)


class Frame:
    """One picture of a form: `lines` from top to bottom, where the caret is, and the row that is on top.

    `top` is the row that was on top before: the form moves only as far as the cursor needs.
    """

    def __init__(self, sheet: Sheet, paint: Paint, top: int) -> None:
        self._sheet, self._paint, self.top = sheet, paint, top
        widest = max(cell_width(self._label(slot)) for slot in sheet.slots.values())
        wide = paint.width >= _WIDE
        self._box_x = max(_LEFT + 1 + widest + 3, 23 if wide else 0)
        self.box = _BOX if wide else paint.width - self._box_x - 2
        self._beside_x = self._box_x + self.box + 2 if wide else paint.width
        self._hint_room = (paint.width - self._beside_x if wide else self.box - _IN_BOX) - 2
        self._values = sheet.values
        self._rows: list[Strip] = []
        self._caret = Spot(0, 0)
        self._cursor = (0, 0)
        self._draw_rows()
        self.lines, self.caret = self._compose()

    def _draw_rows(self) -> None:
        index = 0
        for group in self._sheet.groups:
            for slot in group:
                current = index == self._sheet.at
                start = len(self._rows)
                self._rows += self._of_slot(slot, current)
                if current:
                    self._cursor = (start, len(self._rows))
                index += 1
            self._rows.append(self._paint.line())
        if index == self._sheet.at:
            self._cursor = (len(self._rows), len(self._rows) + 1)
            self._caret = Spot(self._box_x, len(self._rows))
        self._rows.append(self._buttons(index == self._sheet.at))

    def _of_slot(self, slot: Slot, current: bool) -> list[Strip]:
        """The lines of a field.  What is said about it stands beside it, else in its box, else below it."""
        boxes = list(self._boxes(slot, current))
        said = list(self._said(slot, current))
        length = _cells(said)
        beside, below = [], []
        if length < self._paint.width - self._beside_x:
            beside = [("  ", ""), *said]
        elif length + (start := max(_cells(boxes[0]) + 2, _IN_BOX)) < self.box:
            boxes[0] += [
                (" " * (start - _cells(boxes[0])), "box"),
                *((text, f"box/{_IN_BOX_INKS.get(ink, ink)}") for text, ink in said),
            ]
        elif said:
            below = self._below(said)
        label = cut(self._label(slot), self._box_x - _LEFT - 3)
        lines = []
        for number, box in enumerate(boxes):
            pieces = [(_LEFT, f"{self._sign(current)}{label}" if number == 0 else "", "muted")]
            x = self._box_x
            for text, ink in (*box, (" " * (self.box - _cells(box)), "box"), *(beside if number == 0 else ())):
                pieces.append((x, text, ink.replace("box", "current" if current else "field")))
                x += cell_width(text)
            lines.append(self._paint.line(*pieces))
        return lines + below

    def _label(self, slot: Slot) -> str:
        return self._paint.say(slot.field.label) + (" *" if slot.field.required else "")

    def _below(self, said: Sequence[Said]) -> list[Strip]:
        x, text, ink = self._box_x + 1, "".join(text for text, _ in said), said[0][1]
        rows = wrapped(text, self._paint.width - x)
        return [self._paint.line((x, text[start:end], ink)) for start, end in rows]

    def _boxes(self, slot: Slot, current: bool) -> Iterable[list[Said]]:
        """What stands in the field's box, line by line, in the ink "box" where it is nothing special."""
        say, room = self._paint.say, self.box - 1
        offered = cut(self._offered(slot, slot.offered), room - 1) if slot.offered and not slot.filled else ""
        if slot.field.kind == "notes":
            yield from self._note_boxes(slot, current)
        elif current and slot.typing:
            view = slot.editor.view(room, say)
            self._caret = Spot(self._box_x + 1 + cell_width(view.before), len(self._rows))
            yield [(" " + view.before, "box"), (view.under, "caret"), (view.after, "box"), (offered, "box/hint")]
        else:
            if current:
                self._caret = Spot(self._box_x + 1, len(self._rows))
            yield [(" " + cut(say(slot.words), room), "box"), (offered, "box/hint")]

    def _note_boxes(self, slot: Slot, current: bool) -> Iterable[list[Said]]:
        say, room, text = self._paint.say, self.box - 1, slot.editor.text
        rows = wrapped(text, room, say)
        at, view = slot.editor.row_view(rows, say) if current else (-1, None)
        for number, (start, end) in enumerate(rows):
            if view and number == at:
                self._caret = Spot(self._box_x + 1 + cell_width(view.before), len(self._rows) + number)
                yield [(" " + view.before, "box"), (view.under, "caret"), (view.after, "box")]
            else:
                yield [(" " + say(text[start:end]), "box")]

    def _said(self, slot: Slot, current: bool) -> Iterable[Said]:
        """What is said about a field: a conflict, a problem, what may be done with it now, what was understood."""
        say = self._paint.say
        if slot.theirs:
            their = message(
                '{login}: "{value}" ({key} takes it)',
                login=slot.theirs.detail,
                value=slot.theirs.words,
                key=self._paint.keys.fill,
            )
            yield say(their), "behind"
        elif slot.problem:
            yield say(slot.problem), "behind"
        elif current and isinstance(slot, PickSlot):
            yield from self._answers(slot)
        elif current and not slot.filled:
            yield self._hint(slot), "muted"
        elif slot.note:
            yield say(slot.note), "behind"
        elif words := echo(slot, self._sheet.heard(slot) if current else slot.value, self._values):
            room = self._hint_room if isinstance(slot, SearchSlot) else self._paint.width
            yield cut(say(words), room), "muted"

    def _answers(self, slot: PickSlot) -> Iterable[Said]:
        """All answers of a choice beside it, as many as fit, the chosen one marked."""
        room = self._hint_room
        for option in slot.answers:
            text = self._paint.say(option.words)
            room -= cell_width(text) + 2
            if room < 0:
                yield "~", "muted"
                return
            yield text, "strong" if option.value == slot.value else "muted"
            yield "  ", "muted"

    def _hint(self, slot: Slot) -> str:
        """What an empty field under the cursor asks for, or may be filled with."""
        if slot.offered:
            keys = self._paint.keys
            hint: Words = message("{key} takes it, {other} leaves it empty", key=keys.take, other=keys.skip)
        elif slot.field.help:
            hint = slot.field.help
        elif slot.field.kind == "country":
            hint = message("Part of a name; Space lists them all")
        elif slot.field.kind == "reference":
            hint = message("Part of a name; Space lists the latest")
        else:
            hint = ""
        return cut(self._paint.say(hint), self._hint_room)

    def _offered(self, slot: Slot, option: Option) -> str:
        """What is offered for an empty field, in brackets: it must not look filled, with colours or without."""
        words = option.words or slot.field.show(option.value, self._values)
        return f"({self._paint.say(message('last time: {value}', value=words) if option.recalled else words)})"

    def _sign(self, at_cursor: bool) -> str:
        return ">" if at_cursor and self._paint.marked else " "

    def _buttons(self, current: bool) -> Strip:
        pieces, x = [], self._box_x
        buttons = (SAVE, not self._sheet.saves_and_new), (SAVE_AND_NEW, self._sheet.saves_and_new)
        for text, chosen in buttons[:1] if self._paint.once else buttons:
            shown = f"[{self._sign(current and chosen)}{self._paint.say(text)} ]"
            pieces.append((x, shown, "cursor" if current and chosen else "muted"))
            x += cell_width(shown) + 2
        return self._paint.line(*pieces)

    def _compose(self) -> tuple[list[Strip], Spot]:
        """The picture: the title, the rows from `top` on with the open list over them, and the notices below."""
        paint = self._paint
        foot = [line for notice in paint.notices for line in self._notice(notice)]
        room = max(paint.height - _HEAD - len(foot), 1)
        options = self._options(room - 1)
        self._scroll(room, len(options))
        shown = self._rows[self.top : self.top + room]
        under = self._cursor[1] - self.top
        if options:
            shown = [*shown[:under], *[paint.line()] * (under - len(shown))][:under]
            shown += [*options, *self._rows[self.top + under + len(options) : self.top + room]]
        lines = [paint.line(), self._title(), paint.line(), *shown]
        lines = [*lines[: paint.height - len(foot)], *foot]
        lines += [paint.line()] * (max(paint.height, _HEAD + room) - len(lines))
        for y in draw.thumb(room, self.top, room, len(self._rows)):
            thumb = draw.strip([(draw.FILLED if paint.marked else " ", paint.ink("thumb"))], 1, paint.ink(""))
            lines[_HEAD + y] = Strip.join([lines[_HEAD + y].crop(0, paint.width - 1), thumb])
        return lines, Spot(self._caret.x, self._caret.y - self.top + _HEAD)

    def _title(self) -> Strip:
        """The title, the mark beside it, and where there is room at the right what the sign after a label means."""
        say = self._paint.say
        title, mark, sign = say(self._paint.title), say(self._paint.mark), say(message("* required"))
        mark_x = _LEFT + cell_width(title) + 3
        sign_x = self._paint.width - cell_width(sign) - 2
        pieces = [(_LEFT, title, "strong"), (mark_x, mark, "muted"), (sign_x, sign, "muted")]
        has_room = mark_x + cell_width(mark) < sign_x
        return self._paint.line(*pieces[: 3 if has_room else 2])

    def _scroll(self, room: int, options: int) -> None:
        """Move `top` so that the cursor's rows and the list under them are in sight."""
        start, end = self._cursor
        self.top = max(self.top, end + options - room)
        self.top = min(self.top, start, max(len(self._rows) - room, end + options - room, 0))

    def _notice(self, notice: Message) -> list[Strip]:
        text = self._paint.say(notice)
        rows = wrapped(text, self._paint.width - _LEFT - 2)
        return [self._paint.line(), *(self._paint.line((_LEFT + 1, text[a:b], "")) for a, b in rows)]

    def _options(self, most: int) -> list[Strip]:
        """The list under the field at the cursor; of a long one `most` lines about the one that Enter takes."""
        slot = self._sheet.current
        if slot is None or not slot.options or most < 1:
            return []
        say, room = self._paint.say, self._paint.width - self._box_x - 1
        first = max(0, min(slot.highlighted - most // 2, len(slot.options) - most))
        words = [(say(option.words), say(option.detail)) for option in slot.options[first : first + most]]
        column = min(max(cell_width(title) for title, _ in words), room - 2)
        lines = []
        for number, (title, detail) in enumerate(words, first):
            text = pad(title, column) + (f"   {detail}" if detail else "")
            ink, sign = "cursor" if number == slot.highlighted else "list", self._sign(number == slot.highlighted)
            lines.append(self._paint.line((self._box_x, sign + pad(text, room - 1), ink)))
        return lines


def _cells(pieces: Iterable[Said]) -> int:
    return sum(cell_width(text) for text, _ in pieces)
