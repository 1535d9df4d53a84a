"""One field of a form while it is filled in: what is typed, what it stands for, and what else is known of it.

A slot knows nothing of screens or of the database: a form hands it keys, and gives it what can be chosen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.wording import Message, Refused
from kit_tui.tui.widgets.editing import Editor

Words: TypeAlias = Message | str

SPACES = frozenset({" ", "\u3000"})
"""The space bar, without and with a Japanese input method."""


@dataclass(frozen=True, slots=True)
class Option:
    """A line of the list under a field: what it stands for, in words, and more about it.

    `makes` names the register in which choosing it makes a new record, with the words typed so far.  An offer that is
    only `recalled` from the last record is taken by whoever asks for it, and never by saving.
    """

    value: Value
    words: Words = ""
    detail: Words = ""
    makes: str = ""
    recalled: bool = False


class Slot:
    """A field's place in a form: text, dates and numbers are typed and read when the field is left.

    `problem` says why the text is refused, `note` what else there is to know.  `offered` is a value worth taking
    while the field is empty, unless it was `declined`; `theirs` what somebody else saved in the meantime.  `options`
    is the open list under the field, with one line `highlighted`, which was `moved` there or is just the first.
    `brought` says that what stands there came along from elsewhere and nobody has edited it: typing replaces it.
    """

    def __init__(self, field: Field) -> None:
        self.field = field
        self.value: Value = field.blank
        self.problem: Message | None = None
        self.note: Message | None = None
        self.offered: Option | None = None
        self.declined = False
        self.theirs: Option | None = None
        self.editor = Editor(lines=field.kind == "notes")
        self.options: Sequence[Option] = ()
        self.highlighted = 0
        self.moved = False
        self.carried = False
        self.brought = False

    @property
    def words(self) -> Words:
        """What stands in the field."""
        return self.editor.text

    @property
    def filled(self) -> bool:
        """Whether anything stands in the field."""
        return bool(self.editor.text.strip())

    @property
    def typing(self) -> bool:
        """Whether the field is drawn as text being typed, with a caret."""
        return True

    def put(self, value: Value, words: Words = "", beside: Mapping[str, Value] | None = None) -> None:
        """Fill the field from elsewhere; `words` is the title of a reference."""
        self.value, self.problem = value, None
        self.editor.reset(str(self.field.show(value, beside)))

    def take(self, value: Value, words: Words = "", beside: Mapping[str, Value] | None = None) -> None:
        """Fill the field with what was offered; typed text can be brought back by undo."""
        self.value, self.problem = value, None
        self.editor.write(str(self.field.show(value, beside)))

    def key(self, key: str, character: str | None, lang: str) -> bool:
        """Act on a key press; whether it belonged to the field."""
        before = self.editor.text
        if character and character.isprintable() and character.strip():
            self._give_way()
        ours = self.editor.key(key, character)
        self.brought = self.brought and not ours
        if self.editor.text != before:
            self._edited(lang)
        return ours

    def paste(self, text: str, lang: str) -> int:
        """Insert a pasted text; the number of characters that could not be kept."""
        self._give_way()
        removed = self.editor.paste(text)
        self._edited(lang)
        return removed

    def read(self, today: dt.date, beside: Mapping[str, Value]) -> bool:
        """Read what was typed into `value`, or say in `problem` why not; whether the value has changed."""
        before = self.value
        try:
            self.value = self.field.read(self.editor.text, today=today, beside=beside)
            self.problem = None
        except Refused as refused:
            self.value, self.problem = None, refused.message
        if self.value is not None and self._hangs_on_today():
            self.editor.write(str(self.field.show(self.value)))
        return self.value != before

    def open_options(self, options: Sequence[Option], at: int = 0) -> None:
        """Open the list, one of its lines highlighted."""
        self.options, self.highlighted, self.moved = options, at, False

    def step(self, by: int) -> None:
        """Move the highlight."""
        self.highlighted, self.moved = min(max(self.highlighted + by, 0), len(self.options) - 1), True

    def close_options(self) -> None:
        """Put the list away."""
        self.options = ()

    @property
    def pointed(self) -> Option | None:
        """The highlighted line of the list."""
        return self.options[self.highlighted] if self.options else None

    @property
    def meant(self) -> Option | None:
        """The line of the list that is meant although nobody has said so with Enter."""
        return self.pointed if self.moved else None

    def choose(self, option: Option) -> None:
        """Take one of the list."""
        self.take(option.value, option.words)
        self.close_options()

    def kept(self) -> dict[str, object]:
        """What a draft keeps of the field."""
        return {"text": self.editor.text}

    def restore(self, kept: Mapping[str, object]) -> None:
        """Fill the field from a draft."""
        before = self.editor.text
        self.editor.reset(str(kept.get("text") or ""))
        self.brought = self.brought and self.editor.text == before

    def _give_way(self) -> None:
        """What came along goes when something else is typed, but for words, to which one may want to add."""
        if self.brought and self.field.kind not in ("text", "notes"):
            self.editor.write("")
        self.brought = False

    def _edited(self, lang: str) -> None:
        self.problem = None

    def _hangs_on_today(self) -> bool:
        """Whether the text is a day by what stands around it: "9/1", "today".  Read again it might be another one."""
        if self.field.kind != "date":
            return False
        try:
            self.field.read(self.editor.text)
        except Refused:
            return True
        return False


def is_typed(character: str | None) -> bool:
    """Whether a key gives a character that is text."""
    return character is not None and (character.isprintable() or character == "\u3000")
