"""Peewee fields that know their own words: label, help, choices, rule and width stand here and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import peewee as pw

from kit_tui.domain import fields as plain
from kit_tui.domain.fields import Choice, Value
from kit_tui.domain.wording import Message, message
from kit_tui.domain.years import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:  # peewee's fields are generic in its stubs alone
    _TextField = pw.TextField[Any]
    _DateField = pw.DateField[Any]
    _IntegerField = pw.IntegerField[Any]
    _ForeignKeyField = pw.ForeignKeyField[Any]
else:
    _TextField, _DateField = pw.TextField, pw.DateField
    _IntegerField, _ForeignKeyField = pw.IntegerField, pw.ForeignKeyField


MOST = 999_999_999
"""The highest whole number: nine digits, which every database keeps in its plain integers."""


class Described:
    """What our field classes share: `describe` gives the plain description that crosses the store's door."""

    kind: ClassVar[str] = "text"
    usual_width: ClassVar[int] = 12
    name: Any
    unique: Any
    verbose_name: Message
    help_text: Message | None
    required: bool
    width: int

    def _words(self, label: str, help: str, required: bool, width: int) -> dict[str, Any]:
        self.required = required
        self.width = width or self.usual_width
        return {"verbose_name": message(label), "help_text": message(help) if help else None}

    def describe(self) -> plain.Field:
        """The plain description of this field."""
        return plain.Field(
            name=self.name,
            label=self.verbose_name,
            kind=self.kind,
            help=self.help_text,
            required=self.required,
            unique=bool(getattr(self, "alone", False)),
            width=self.width,
            **self._more(),
        )

    def _more(self) -> dict[str, Any]:
        return {}


class Text(Described, _TextField):
    """A line of text.  `alone` means that no two records may share it; blank is then NULL, else ''."""

    def __init__(
        self,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        width: int = 0,
        alone: bool = False,
    ) -> None:
        self.alone = alone
        words = self._words(label, help, required, width)
        super().__init__(null=alone, default=None if alone else "", **words)


class Notes(Text):
    """Text of several lines."""

    kind = "notes"
    usual_width = 30


class Email(Text):
    """An e-mail address."""

    kind = "email"
    usual_width = 24


class Url(Text):
    """A web address."""

    kind = "url"
    usual_width = 24


class Orcid(Text):
    """A researcher's ORCID iD, with its hyphens."""

    kind = "orcid"
    usual_width = 19


class Ror(Text):
    """An institution's id in the Research Organization Registry."""

    kind = "ror"
    usual_width = 9


class Doi(Text):
    """A publication's DOI, in lower case."""

    kind = "doi"
    usual_width = 24


class Country(Text):
    """An ISO 3166 alpha-2 code, typed and shown as a country's name."""

    kind = "country"
    usual_width = 14


class Answer(Described, _TextField):
    """One of the answers, stored as its code.  Answers that a function gives may become more, others are fixed."""

    kind = "choice"

    def __init__(
        self,
        label: str,
        choices: Mapping[str, str] | Callable[[], tuple[Choice, ...]],
        *,
        help: str = "",
        required: bool = True,
        width: int = 0,
        default: str = "",
    ) -> None:
        self._choices = choices
        self.fixed = not callable(choices)
        super().__init__(default=default, **self._words(label, help, required, width))

    @property
    def answers(self) -> tuple[Choice, ...]:
        """The answers in the office's order."""
        if callable(self._choices):
            return self._choices()
        return tuple(Choice(code, message(label)) for code, label in self._choices.items())

    def _more(self) -> dict[str, Any]:
        return {"choices": self.answers, "default": self.default}


class Day(Described, _DateField):
    """A day, without a time."""

    kind = "date"
    usual_width = 10

    def __init__(self, label: str, *, help: str = "", required: bool = False, width: int = 0) -> None:
        super().__init__(null=not required, **self._words(label, help, required, width))

    def python_value(self, value: object) -> dt.date | None:
        if isinstance(value, str):
            return dt.date.fromisoformat(value)
        return value if isinstance(value, dt.date) else None


class Whole(Described, _IntegerField):
    """A whole number from `low` to `high`, in steps of `step`."""

    kind = "whole"
    usual_width = 6

    def __init__(
        self,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        width: int = 0,
        low: int = 0,
        high: int = MOST,
        step: int = 1,
    ) -> None:
        self.low, self.high, self.step = low, high, step
        super().__init__(null=not required, **self._words(label, help, required, width))

    def _more(self) -> dict[str, Any]:
        return {"low": self.low, "high": self.high}


class Yen(Whole):
    """An amount in yen."""

    kind = "yen"
    usual_width = 10


class Year(Whole):
    """An academic year by its first calendar year."""

    kind = "year"
    usual_width = 6

    def __init__(self, label: str, *, required: bool = False) -> None:
        super().__init__(label, required=required, low=FIRST_YEAR, high=LAST_YEAR)


class Measure(Whole):
    """A gauge's value: basis points of a share, or a count, as the gauge named beside it decides."""

    kind = "measure"
    usual_width = 8

    def __init__(self, label: str, *, shares: Callable[[Mapping[str, Value]], bool], help: str = "") -> None:
        self.shares = shares
        super().__init__(label, help=help, required=True)

    def _more(self) -> dict[str, Any]:
        return super()._more() | {"shares": self.shares}


class Flag(Described, _IntegerField):
    """Yes or no, stored as 1 or 0."""

    kind = "flag"
    usual_width = 4

    def __init__(self, label: str, *, help: str = "", width: int = 0) -> None:
        super().__init__(default=0, **self._words(label, help, False, width))


class Reference(Described, _ForeignKeyField):
    """Another record.  What it points to can't be deleted while it does.

    `indexed` is False where another index of the table begins with it.
    """

    kind = "reference"
    usual_width = 20

    def __init__(
        self,
        label: str,
        model: type[pw.Model] | str,
        *,
        help: str = "",
        required: bool = False,
        width: int = 0,
        indexed: bool = True,
    ) -> None:
        super().__init__(
            model,
            backref="+",
            null=not required,
            on_delete="RESTRICT",
            index=indexed,
            **self._words(label, help, required, width),
        )

    def _more(self) -> dict[str, Any]:
        return {"table": self.rel_model._meta.table_name}
