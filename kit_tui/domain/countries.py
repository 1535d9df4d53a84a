"""Countries and regions by their ISO 3166-1 alpha-2 codes, read by the names people write in English and Japanese."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kit_tui.domain.countries_table import TABLE
from kit_tui.domain.reading import folded, quoted
from kit_tui.domain.wording import Message, Refused, message

_SUGGESTIONS = 3
_ACCENTS = dict.fromkeys(range(0x300, 0x370))
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_V_TO_B = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))


class Country(NamedTuple):
    """A country or region, and its names as `_key` folds them: the English, the Japanese and the other ones."""

    code: str
    english: str
    keys: tuple[str, ...]

    def name_key(self, lang: str) -> str:
        """The name in a language, folded."""
        return self.keys[1 if lang == "ja" else 0]


def country_name(code: str) -> Message:
    """The name of the country of an alpha-2 code; the code itself where there is none."""
    country = _countries().get(code)
    return message(country.english) if country else message("{code}", code=code)


def japanese_names() -> dict[str, str]:
    """The Japanese name of each country by its English one."""
    return {english: japanese for _, english, japanese, *_ in _rows()}


def read_country(text: str) -> str:
    """The alpha-2 code of the country that `text` names, in English or Japanese, or by its code.

    Raises Refused, with up to three countries that may have been meant.
    """
    code = folded(text).upper()
    if code in _countries():
        return code
    key = _key(text)
    if key in _codes_by_key():
        return _codes_by_key()[key]
    if near := _near(text, key) if key else []:
        raise Refused(
            message(
                '"{text}" is not a country or region: type its name or code, perhaps {names}.',
                text=quoted(text),
                names=[country_name(code) for code in near],
            )
        )
    raise Refused(message('"{text}" is not a country or region: type its name or two-letter code.', text=quoted(text)))


def matching(text: str, lang: str, limit: int) -> list[str]:
    """Codes of at most `limit` countries that `text` may become, likeliest first; all are likely while it is blank.

    First the one of exactly that name, then those whose name in `lang` begins with it, the one of that code, those
    with any name that begins with it, and those with any name that has it inside.
    """
    key, code = _key(text), folded(text).upper()
    if code and not key:
        return []

    def rank(country: Country) -> int | None:
        if key in country.keys:
            return 0
        if country.name_key(lang).startswith(key):
            return 1
        if country.code == code:
            return 2
        if any(name.startswith(key) for name in country.keys):
            return 3
        return 4 if any(key in name for name in country.keys) else None

    ranked = [
        (place, country.name_key(lang), country.code)
        for country in _countries().values()
        if (place := rank(country)) is not None
    ]
    return [found for _, _, found in sorted(ranked)[:limit]]


@lru_cache(256)  # a file may hold one wrong name again and again, and looking for like ones takes long
def _near(text: str, key: str) -> list[str]:
    """Codes of countries with a name like `key`."""
    if inside := matching(text, "en", _SUGGESTIONS):
        return inside
    from difflib import get_close_matches

    # A country has several names, of which more than one may be near.
    names = get_close_matches(key, _codes_by_key(), n=2 * _SUGGESTIONS)
    return list(dict.fromkeys(_codes_by_key()[name] for name in names))[:_SUGGESTIONS]


def _rows() -> list[list[str]]:
    return [line.split("|") for line in TABLE.splitlines()]


@cache
def _countries() -> dict[str, Country]:
    return {
        code: Country(
            code, english, tuple(_key(name) for name in (english, japanese, *";".join(others).split(";")) if name)
        )
        for code, english, japanese, *others in _rows()
    }


@cache
def _codes_by_key() -> dict[str, str]:
    return {key: country.code for country in _countries().values() for key in country.keys}


def _key(name: str) -> str:
    """`name` as names are compared: letters and digits only, without case, accents, "the" and spelling variants."""
    if not name.isascii():
        import unicodedata

        bare = unicodedata.normalize("NFKD", name).translate(_ACCENTS)
        name = unicodedata.normalize("NFC", bare).translate(_TO_KATAKANA)
        for v, b in _V_TO_B:
            name = name.replace(v, b)
    name = re.sub(r"^\s*the\b", "", name.casefold())
    name = re.sub(r"\bst\b", "saint", name).replace("&", "and")
    return "".join(c for c in name if c.isalnum())
