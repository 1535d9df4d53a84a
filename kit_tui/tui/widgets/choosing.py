"""Fields of a form that are chosen: fixed answers, and references and countries, which are searched for."""

from __future__ import annotations

import datetime as dt
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from kit_tui.domain.countries import country_name, matching
from kit_tui.domain.fields import NO, YES, Choice, Field, Value
from kit_tui.domain.fold import fold
from kit_tui.domain.wording import LANGUAGES, Refused, message, say
from kit_tui.tui.widgets.field import Option, Slot, Words

SHOWN_OPTIONS = 8
"""As many lines as a list under a field has."""
SPACES = frozenset({" ", "\u3000"})


class PickSlot(Slot):
    """A choice or a flag: the arrows go through the answers, what is typed picks by its beginning, Space lists them."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._typed = ""
        flags = (Choice("1", YES), Choice("0", NO)) if field.kind == "flag" else ()
        self.answers = [Option(self._stored(choice.code), choice.label) for choice in field.choices or flags]
        self.value = self._stored(field.default) if field.kind == "choice" else 0

    @property
    def words(self) -> Words:
        return self.field.show(self.value)

    @property
    def filled(self) -> bool:
        return self.value not in (None, "")

    @property
    def typing(self) -> bool:
        return False

    def put(self, value: Value, words: Words = "", beside: Mapping[str, Value] | None = None) -> None:
        self.value, self.problem, self._typed = value, None, ""

    take = put

    def key(self, key: str, character: str | None, lang: str) -> bool:
        if key in ("left", "right"):
            self._step(1 if key == "right" else -1)
        elif key in ("backspace", "ctrl+h", "delete"):
            self.put(self.field.blank if self.field.kind == "choice" else 0)
        elif character in SPACES and not (self._typed and self._named(self._typed + " ")):
            self._list_or_turn()
        elif character is not None and _typed(character):
            self._pick(character)
        else:
            return key.startswith("f") and key in {"f6", "f7", "f8", "f9", "f10"} or key == "ctrl+z"
        return True

    def paste(self, text: str, lang: str) -> int:
        self._typed = ""
        for character in text.strip():
            self._pick(character)
        return 0

    def read(self, today: dt.date, beside: Mapping[str, Value]) -> bool:
        self._typed = ""
        self.problem = self.field.problem(self.value)
        return False

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

    def _pick(self, character: str) -> None:
        """Take the first answer that begins with what has been typed, in either language, by code or by number."""
        folded = unicodedata.normalize("NFKC", character).casefold()
        for typed in (self._typed + folded, folded):
            if number := self._named(typed):
                self.put(self.answers[number - 1].value)
                self._typed, self.highlighted = typed, number - 1
                return

    def _named(self, typed: str) -> int:
        """The number of the first answer that begins so; 0 where there is none."""
        for number, option in enumerate(self.answers, 1):
            names = [str(option.value), str(number), *(say(option.words, lang) for lang in LANGUAGES)]
            if any(name.casefold().startswith(typed) for name in names):
                return number
        return 0


class SearchSlot(Slot):
    """A reference or a country: typing searches, a list under the field shows what was found.

    `searched` is the text that the list answers; None while the field holds what was chosen.  `about` is what the list
    said of it.
    """

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.chosen: Words = ""
        self.about: Words = ""
        self.searched: str | None = None
        self._before: tuple[Value, Words] = (self.value, "")

    @property
    def words(self) -> Words:
        return self.editor.text if self.typing else self.chosen

    @property
    def filled(self) -> bool:
        return self.value != self.field.blank or super().filled

    @property
    def typing(self) -> bool:
        return self.value == self.field.blank

    @property
    def wants(self) -> str | None:
        """The text to search for, or None when the list answers it already, as it always does that of a country."""
        text = self.editor.text.strip()
        return text if self.typing and text and text != self.searched else None

    def put(self, value: Value, words: Words = "", beside: Mapping[str, Value] | None = None) -> None:
        self.value, self.problem = value, None
        self.chosen = country_name(str(value)) if self.field.kind == "country" and value else words
        self.about = ""
        self.editor.reset("")
        self.close_options()

    take = put

    def key(self, key: str, character: str | None, lang: str) -> bool:
        if not self.typing and (key in ("backspace", "ctrl+h", "delete") or _typed(character)):
            self._forget()
            if character is None or not _typed(character):
                return True
        elif not self.editor.text and key == "ctrl+z":
            self.put(*self._before)
            return True
        return super().key(key, character, lang)

    def paste(self, text: str, lang: str) -> int:
        if not self.typing:
            self._forget()
        return super().paste(text, lang)

    def read(self, today: dt.date, beside: Mapping[str, Value]) -> bool:
        text = self.editor.text.strip()
        before = self.value
        if self.typing and text and self.field.kind == "country":
            try:
                self.put(self.field.read(text))
            except Refused as refused:
                self.problem = refused.message
        elif self.typing and text:
            self.problem = message('Nothing chosen for "{text}": choose from the list, or clear the field.', text=text)
        else:
            self.problem = self.field.problem(self.value)
        return self.value != before

    def found(self, text: str, options: Sequence[Option]) -> None:
        """Show what was found for a text."""
        self.searched = text
        self.open_options(options)

    def list_records(self, options: Sequence[Option]) -> None:
        """List records to look at, on the one that has been chosen already: Enter changes nothing unasked."""
        values = [option.value for option in options]
        if not self.typing and self.value not in values:
            options = [Option(self.value, self.chosen, self.about), *options]
            values = [self.value, *values]
        self.found("", options)
        self.highlighted = 0 if self.typing else values.index(self.value)

    @property
    def records(self) -> list[Option]:
        """The lines of the list that are there already, and not to be made."""
        return [option for option in self.options if not option.makes]

    @property
    def meant(self) -> Option | None:
        """The line that was moved to, the one of the very name that was typed, or the only one.

        What was found first for a half-typed name is nobody's choice.
        """
        text = self.editor.text.strip()
        if self.moved or not text:
            return super().meant
        named = [option for option in self.records if _same_name(str(option.words), text)]
        return one[0] if len(one := named or self.records) == 1 else None

    def list_all(self, lang: str) -> bool:
        """List every country; False for a reference, whose records the store knows."""
        if self.field.kind == "country":
            self.list_records(_countries("", lang, sys.maxsize))
        return self.field.kind == "country"

    def close_options(self) -> None:
        self.options, self.searched = (), self.editor.text.strip() or None

    def choose(self, option: Option) -> None:
        self.put(option.value, option.words)
        self.about = option.detail

    def kept(self) -> dict[str, object]:
        return {"text": self.editor.text, "value": self.value, "words": str(self.chosen)}

    def restore(self, kept: Mapping[str, object]) -> None:
        value = kept.get("value")
        self.put(value if isinstance(value, (int, str)) else self.field.blank, str(kept.get("words") or ""))
        self.editor.reset(str(kept.get("text") or ""))

    def _forget(self) -> None:
        """Search anew; undo brings back what was chosen."""
        self._before = self.value, self.chosen
        self.put(self.field.blank)

    def _edited(self, lang: str) -> None:
        super()._edited(lang)
        text = self.editor.text.strip()
        if not text:
            self.close_options()
        elif self.field.kind == "country":
            self.found(text, _countries(text, lang, SHOWN_OPTIONS))


_MADE: dict[str, Callable[[Field], Slot]] = {
    "choice": PickSlot,
    "flag": PickSlot,
    "reference": SearchSlot,
    "country": SearchSlot,
}


def slot_for(field: Field) -> Slot:
    """The slot that suits the kind of a field."""
    return _MADE.get(field.kind, Slot)(field)


def _countries(text: str, lang: str, most: int) -> list[Option]:
    return [Option(code, country_name(code), code) for code in matching(text, lang, most)]


def _same_name(name: str, text: str) -> bool:
    """Whether two names are the same, with or without their spaces."""
    return fold(name).replace(" ", "") == fold(text).replace(" ", "")


def _typed(character: str | None) -> bool:
    return character is not None and (character.isprintable() or character == "\u3000")
