"""The pane beside a list: the record under the cursor and what belongs to it, once the cursor rests."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.timer import Timer

from kit_tui.domain.fields import Value
from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import Message, message
from kit_tui.store import Card, Ref, Related
from kit_tui.tui.widgets.columns import Placed, cell_words, fit, row_text, row_texts
from kit_tui.tui.widgets.editing import wrapped
from kit_tui.tui.widgets.lines import Lines
from kit_tui.tui.widgets.roll import BLANK, Piece, TextLine

REST = 0.1
"""Seconds for which the cursor has to stand still: drawing the pane at every step is slow on far lines."""
_MARGIN = 2
_ROWS = 4
"""Records of a register that are shown at most; the card itself has more."""


class SideCard(Lines, can_focus=False):
    """Follows the cursor of a list: the record's answer, its fields, and what points to it."""

    def __init__(self) -> None:
        super().__init__()
        self.card: Card | None = None
        self._wanted: tuple[str, int] | None = None
        self._timer: Timer | None = None

    def follow(self, register: str, record: int | None) -> None:
        """Show a record once the cursor has rested on it; None shows nothing."""
        self._wanted = None if record is None else (register, record)
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(REST, self.read_again)

    def read_soon(self) -> None:
        """Read the record again when what matters more has been read: after a commit, the list."""
        if self._timer is None:
            self._timer = self.set_timer(REST, self.read_again)

    def read_again(self) -> None:
        """Read the record under the cursor, unless the screen is too narrow for the pane."""
        self._timer = None
        if self.size.width:
            self._read()

    def on_resize(self) -> None:
        super().on_resize()
        self.read_again()

    @work(exclusive=True)
    async def _read(self) -> None:
        card = None
        with self.telling():
            card = await self.kit.quick(self.kit.store.card, *self._wanted) if self._wanted else None
        if card != self.card:
            self.card = card
            self.roll.top = 0
            self.show(self._lines)

    def _lines(self, width: int) -> list[TextLine]:
        return list(self._of(self.card, width - _MARGIN)) if self.card else []

    def _of(self, card: Card, width: int) -> Iterator[TextLine]:
        yield (_indent(), Piece(card.entry.title, ink="strong"))
        yield from self._wrapped(card.answer, width)
        yield BLANK
        yield from self._fields(card)
        for related in card.related:
            yield BLANK
            yield from self._related(related, width)

    def _wrapped(self, text: Message | str, width: int) -> Iterator[TextLine]:
        words = self.say(text)
        for start, end in wrapped(words, width + 1) if words else ():
            yield (_indent(), Piece(words[start:end].rstrip(), ink="muted"))

    def _fields(self, card: Card) -> Iterator[TextLine]:
        """The fields of the form that hold something, in its order; the title has said the first of them."""
        info = self.kit.store.registers[card.entry.register]
        values = card.entry.values
        beside: dict[str, Value] = {
            name: value for name, value in values.items() if not isinstance(value, (Ref, Message))
        }
        filled = [
            (info.fields[name].label, words)
            for group in info.form
            for name in group
            if (words := cell_words(values[name], info.fields[name], beside)) and words != card.entry.title
        ]
        label_width = max((cell_width(self.say(label)) for label, _ in filled), default=0) + 2
        for label, words in filled:
            yield (_indent(), Piece(label, label_width, "muted"), Piece(words))

    def _related(self, related: Related, width: int) -> Iterator[TextLine]:
        """The first records of a register that point to the card's, without saying in each whom they are about."""
        label = message("{label} ({n})", label=related.label, n=related.total)
        yield (_indent(), Piece(label if related.total > _ROWS else related.label, ink="accent"))
        for line in self._table(related, width - 1):
            yield (_indent(), Piece(f" {line}"))

    def _table(self, related: Related, width: int) -> list[str]:
        """Rows of a register in columns as wide as what stands in them; what is blank in all of them is left out."""
        columns = self.kit.store.registers[related.register].columns
        whole = [Placed(at, column, column.width) for at, column in enumerate(columns)]
        rows = [row_texts(whole, row, self.say) for row in related.rows[:_ROWS]]
        widths = [max(cell_width(text) for text in texts) for texts in zip(*rows, strict=True)]
        kept = [at for at, c in enumerate(columns) if widths[at] and c.name.partition(".")[0] != related.field]
        placed = fit([columns[at]._replace(width=widths[at]) for at in kept], [""] * len(kept), width, grow=False)
        return [row_text(placed, [texts[kept[one.at]] for one in placed]) for texts in rows]


def _indent() -> Piece:
    return Piece(" " * _MARGIN)
