"""Fields of a form with fixed answers: choices, and flags with yes and no."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from kit_tui.domain.fields import NO, YES, Choice, Field, Value
from kit_tui.domain.fold import fold
from kit_tui.domain.wording import LANGUAGES, Message, message, say
from kit_tui.tui.widgets.field import SPACES, Option, Slot, Words, is_typed

_KANA_KEYS = frozenset({"f6", "f7", "f8", "f9", "f10"})


class PickSlot(Slot):
    """The arrows go through the answers, typing picks the one that begins so or else holds the text, Space lists them.

    What is `missed`, for it is in no answer, stands in the field until it is corrected.
    """

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.missed = False
        self._typed = ""
        flags = (Choice("1", YES), Choice("0", NO)) if field.kind == "flag" else ()
        self.answers = [Option(self._stored(choice.code), choice.label) for choice in field.choices or flags]
        self.value = self._left = self._stored(field.default) if field.kind == "choice" else 0

    @property
    def words(self) -> Words:
        return self._typed if self.missed else self.field.show(self.value)

    @property
    def filled(self) -> bool:
        return self.value not in (None, "")

    @property
    def typing(self) -> bool:
        return False

    def put(self, value: Value, words: Words = "", beside: Mapping[str, Value] | None = None) -> None:
        self.value, self.problem, self.missed, self._typed = value, None, False, ""

    take = put

    def key(self, key: str, character: str | None, lang: str) -> bool:
        if key in ("left", "right"):
            self._step(1 if key == "right" else -1)
        elif key in ("backspace", "ctrl+h", "delete", "ctrl+u"):
            self._take_back(whole=key in ("delete", "ctrl+u"))
        elif character in SPACES and not self._are_words(self._typed):
            self._list_or_turn()
        elif character is not None and is_typed(character):
            self._type(character)
        else:
            return key in _KANA_KEYS or key == "ctrl+z"
        return True

    def paste(self, text: str, lang: str) -> int:
        self._pick(text.strip())
        return 0

    def read(self, today: dt.date, beside: Mapping[str, Value]) -> bool:
        if self.missed:
            self.problem = self._in_none()
            return False
        before, self._left, self._typed = self._left, self.value, ""
        self.problem = self.field.problem(self.value)
        return self.value != before

    def kept(self) -> dict[str, object]:
        return {"value": self.value}

    def restore(self, kept: Mapping[str, object]) -> None:
        value = kept.get("value")
        if value in [option.value for option in self.answers] or value == self.field.blank:
            self.put(value)  # type: ignore[arg-type]

    def _stored(self, code: str) -> Value:
        return int(code) if self.field.kind == "flag" else code

    @property
    def _at(self) -> int:
        values = [option.value for option in self.answers]
        return values.index(self.value) if self.value in values else -1

    def _step(self, by: int) -> None:
        at = self._at
        self.put(self.answers[(at + by) % len(self.answers) if at >= 0 else (0 if by > 0 else -1)].value)
        self.highlighted = self._at

    def _list_or_turn(self) -> None:
        if self.field.kind == "flag":
            self._step(1)
        else:
            self.open_options(self.answers, max(self._at, 0))

    def _take_back(self, whole: bool) -> None:
        """Take back the last letter of what was missed, else the answer."""
        if self.missed:
            self._pick("" if whole else self._typed[:-1])
        else:
            self.put(self.field.blank if self.field.kind == "choice" else 0)

    def _type(self, character: str) -> None:
        """One letter more; where nothing goes on so, an answer that begins with it."""
        begun_anew = not self.missed and not self._number(self._typed + character) and self._beginning(character)
        self._pick(character if begun_anew else self._typed + character)

    def _pick(self, typed: str) -> None:
        """Take the answer that is meant by a text, or say that there is none."""
        number = self._number(typed)
        if number:
            self.put(self.answers[number - 1].value)
            self.highlighted = number - 1
        self._typed, self.missed = typed, bool(typed.strip()) and not number
        self.problem = self._in_none() if self.missed else None

    def _number(self, typed: str) -> int:
        """The number of the first answer that begins with a text or else holds it; 0 where there is none."""
        return self._beginning(typed) or self._holding(typed)

    def _beginning(self, typed: str) -> int:
        """By its words in either language, its code or its number."""
        begins = _letters(typed)
        for number, option in enumerate(self.answers, 1):
            names = [str(option.value), str(number), *_wordings(option)]
            if begins and any(_letters(name).startswith(begins) for name in names):
                return number
        return 0

    def _holding(self, typed: str) -> int:
        part = _letters(typed)
        holding = (any(part in _letters(words) for words in _wordings(option)) for option in self.answers)
        return next((number for number, holds in enumerate(holding, 1) if holds), 0) if part else 0

    def _are_words(self, typed: str) -> bool:
        """Whether more words may follow these: a space then belongs to an answer."""
        words = [wording for option in self.answers for wording in _wordings(option)]
        return bool(typed) and any(f" {fold(typed)} " in f" {fold(wording)}" for wording in words)

    def _in_none(self) -> Message:
        text = self._typed
        if self.field.kind == "flag":
            return message('{field}: type yes or no, not "{text}".', field=self.field.label, text=text)
        return message('No answer holds "{text}": Space lists them.', text=text)


def _wordings(option: Option) -> list[str]:
    return [say(option.words, lang) for lang in LANGUAGES]


def _letters(text: str) -> str:
    """A text as it is compared, whatever its width, kana and spaces."""
    return fold(text).replace(" ", "")
