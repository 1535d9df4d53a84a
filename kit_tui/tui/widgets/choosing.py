"""Fields of a form that are searched for: references and countries."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping, Sequence

from kit_tui.domain.countries import country_name, matching
from kit_tui.domain.fields import Field, Value
from kit_tui.domain.fold import fold
from kit_tui.domain.wording import Refused, message
from kit_tui.tui.widgets.field import Option, Slot, Words, is_typed
from kit_tui.tui.widgets.picking import PickSlot

SHOWN_OPTIONS = 8
"""As many lines as a list under a field has."""


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
        if not self.typing and (key in ("backspace", "ctrl+h", "delete") or is_typed(character)):
            self._forget()
            if character is None or not is_typed(character):
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
