"""What is said to the user: sentences with places for values, worded at the edge in the language asked for.

A sentence is named by its English text, as gettext names it; `locale/` holds the Japanese.  Nothing below the
screens and the command line holds worded text: it passes `Message`s, whose values may be messages themselves.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

LANGUAGES = ("en", "ja")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence by its English text, with values for the `{places}` in it.

    `one` is the English text when the value `n` is 1 ("{n} person" beside "{n} people"); Japanese needs none.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    one: str = ""

    def __str__(self) -> str:
        return say(self, "en")


def message(text: str, /, *, one: str = "", **values: object) -> Message:
    """A `Message` with its values as keywords."""
    return Message(text, values, one)


def say(what: Message | str, lang: str) -> str:
    """The sentence in `lang` ("en" or "ja"), its values filled in.  A plain string is data and comes back as it is."""
    if isinstance(what, str):
        return what
    if lang == "en":
        text = what.one if what.one and what.values.get("n") == 1 else what.text
    else:
        text = translation(what.text, lang)
    if not what.values:
        return text
    return text.format_map({name: _shown(value, lang) for name, value in what.values.items()})


def spellings(what: Message | str) -> list[str]:
    """The words in every language, for those who name a thing in one of them."""
    return list(dict.fromkeys(say(what, lang) for lang in LANGUAGES))


def translation(text: str, lang: str) -> str:
    """The text of a message in `lang`, its places still open; English where no translation is known."""
    if lang == "en":
        return text
    from kit_tui.domain.locale import ja

    return ja.WORDS.get(text, text)


def _shown(value: object, lang: str) -> object:
    if isinstance(value, Message):
        return say(value, lang)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ("、" if lang == "ja" else ", ").join(str(_shown(item, lang)) for item in value)
    return value


class Refused(Exception):
    """Something can't be done, and the sentence says why and what to do."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.message = why

    def __str__(self) -> str:
        return say(self.message, "en")
