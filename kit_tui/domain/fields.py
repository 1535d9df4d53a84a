"""What a field is, apart from the table that keeps it: its words, what may be typed into it, and how it reads.

Forms, imports and the command line read typed text through `Field.read`; lists, cards and exports word values
through `Field.show`.  References are the store's to resolve and are only described here.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import Message, Refused, message, translation

Value: TypeAlias = str | int | dt.date | None
"""A stored value: text, a whole number (flags are 0 and 1, shares basis points), a day, or nothing."""

YES, NO = message("yes"), message("no")
_TRUE = frozenset({"yes", "y", "true", "1", "はい", "○", "有", "済"})
_FALSE = frozenset({"no", "n", "false", "0", "いいえ", "×", "無", "未"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a field's fixed answers: the stored code and its words."""

    code: str
    label: Message


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a register, described for whoever shows, asks for or reads it.

    `kind` is one of text, notes, choice, date, year, whole, yen, flag, reference, country, email, url, orcid, ror,
    doi, measure.  `width` is in terminal cells.  `low` and `high` bound a number.  `table` names what a reference
    points to.  A `measure` is a percentage where `shares` says so of the values beside it, else a count.  `default`
    is the answer that a new record begins with; one that leaves a field blank that is `worked_out` from the others has
    that filled.
    """

    name: str
    label: Message
    kind: str = "text"
    help: Message | None = None
    choices: tuple[Choice, ...] = ()
    required: bool = False
    unique: bool = False
    width: int = 12
    low: int | None = None
    high: int | None = None
    table: str = ""
    shares: Callable[[Mapping[str, Value]], bool] | None = field(default=None, repr=False)
    default: str = ""
    worked_out: bool = False

    def read(self, text: str, *, today: dt.date | None = None, beside: Mapping[str, Value] | None = None) -> Value:
        """The value that `text` stands for.

        `today` is given when a person types, never for a file: only then are "today" and "4/1" dates.
        `beside` holds the record's other values, which decide how a measure is read.
        Raises `Refused` with the sentence to show under the field.
        """
        cleaned, _ = clean_text(text, lines=self.kind == "notes")
        if not cleaned:
            if self.required:
                raise Refused(message("{field} is required.", field=self.label))
            return self.blank
        if self.kind in ("text", "notes"):
            return cleaned
        return _READERS[self.kind](self, unicodedata.normalize("NFKC", cleaned).strip(), today, beside or {})

    def show(self, value: Value, beside: Mapping[str, Value] | None = None) -> Message | str:
        """The value in words; a plain string is the record's own text and needs no translation."""
        if value is None or value == "":
            return ""
        shower = _SHOWERS.get(self.kind)
        return shower(self, value, beside or {}) if shower else str(value)

    def problem(self, value: Value) -> Message | None:
        """What is wrong with a value that did not come through `read`, or None."""
        if value is None or value == "":
            return message("{field} is required.", field=self.label) if self.required else None
        if self.choices and value not in [choice.code for choice in self.choices]:
            return self.no_choice(str(value))
        if isinstance(value, int) and not self.within(value):
            return self.out_of_range()
        return None

    def no_choice(self, text: str) -> Message:
        """The sentence for an answer that is none of the choices."""
        return message(
            '{field}: "{text}" is not one of {choices}.',
            field=self.label,
            text=text,
            choices=[choice.label for choice in self.choices],
        )

    def within(self, number: int) -> bool:
        """Whether a number keeps the bounds."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)

    def out_of_range(self) -> Message:
        """The sentence for a number that does not."""
        if self.high is None:
            return message("{field} must be {low} or more.", field=self.label, low=self.low)
        return message("{field} must be from {low} to {high}.", field=self.label, low=self.low, high=self.high)

    @property
    def blank(self) -> Value:
        """What an empty field stores: '' in a text column, 0 (no) in a flag, nothing in any other or a unique one."""
        if self.kind == "flag":
            return 0
        return "" if self.kind in _TEXTUAL and not self.unique else None

    def choice(self, code: Value) -> Message:
        """The words of a code; the code itself where it is not (any longer) one of the choices."""
        return next((c.label for c in self.choices if c.code == code), message("{code}", code=code))

    def narrowed(self, codes: tuple[str, ...]) -> Field:
        """The same field with only some of its choices: a register's fixed filter."""
        return replace(self, choices=tuple(c for c in self.choices if c.code in codes))


_TEXTUAL = frozenset({"text", "notes", "choice", "country", "email", "url", "orcid", "ror", "doi"})

_Reader: TypeAlias = Callable[[Field, str, "dt.date | None", Mapping[str, Value]], Value]
_Shower: TypeAlias = Callable[[Field, Value, Mapping[str, Value]], "Message | str"]


def _read_choice(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
    wanted = text.casefold()
    for choice in spec.choices:
        label = choice.label.text
        if wanted in (choice.code, label.casefold(), translation(label, "ja").casefold()):
            return choice.code
    raise Refused(spec.no_choice(text))


def _read_date(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
    from kit_tui.domain.dates import read_date

    start = beside.get("start") if spec.name == "end" else None
    return read_date(text, today=today, after=start if isinstance(start, dt.date) else None)


def _read_year(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
    from kit_tui.domain.years import read_year

    return read_year(text)


def _read_whole(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
    digits = text.replace(",", "").removeprefix("¥").removesuffix("円").strip()
    if digits.endswith(".0"):  # spreadsheets hand whole numbers over with a fraction
        digits = digits[:-2]
    if not (digits.removeprefix("-").isascii() and digits.removeprefix("-").isdigit()) or len(digits) > 15:
        raise Refused(message('{field}: "{text}" is not a whole number.', field=spec.label, text=text))
    number = int(digits)
    if not spec.within(number):
        raise Refused(spec.out_of_range())
    return number


def _read_flag(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
    folded = text.casefold()
    if folded in _TRUE:
        return 1
    if folded in _FALSE:
        return 0
    raise Refused(message('{field}: type yes or no, not "{text}".', field=spec.label, text=text))


def _read_measure(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
    if spec.shares and spec.shares(beside):
        from kit_tui.domain.targets import read_share

        return read_share(text)
    return _read_whole(spec, text, today, beside)


def _read_country(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
    from kit_tui.domain.countries import read_country

    return read_country(text)


def _identifier(name: str) -> _Reader:
    def read(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
        from kit_tui.domain import identifiers

        reader: Callable[[str], str] = getattr(identifiers, name)
        return reader(text)

    return read


def _unresolved(spec: Field, text: str, today: dt.date | None, beside: Mapping[str, Value]) -> Value:
    raise TypeError(f"{spec.name} is a reference: the store resolves it")


def _show_measure(spec: Field, value: Value, beside: Mapping[str, Value]) -> Message | str:
    if spec.shares and spec.shares(beside):
        from kit_tui.domain.targets import show_share

        return f"{show_share(int(str(value)))} %"
    return f"{value:,}"


def _show_country(spec: Field, value: Value, beside: Mapping[str, Value]) -> Message | str:
    from kit_tui.domain.countries import country_name

    return country_name(str(value))


_READERS: dict[str, _Reader] = {
    "choice": _read_choice,
    "date": _read_date,
    "year": _read_year,
    "whole": _read_whole,
    "yen": _read_whole,
    "flag": _read_flag,
    "measure": _read_measure,
    "country": _read_country,
    "email": _identifier("read_email"),
    "url": _identifier("read_url"),
    "orcid": _identifier("read_orcid"),
    "ror": _identifier("read_ror"),
    "doi": _identifier("read_doi"),
    "reference": _unresolved,
}

_SHOWERS: dict[str, _Shower] = {
    "choice": lambda spec, value, beside: spec.choice(value),
    "date": lambda spec, value, beside: value.isoformat() if isinstance(value, dt.date) else str(value),
    "yen": lambda spec, value, beside: f"{value:,}",
    "flag": lambda spec, value, beside: YES if value else NO,
    "measure": _show_measure,
    "country": _show_country,
}
