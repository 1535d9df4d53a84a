"""Academic years: AY N runs from 1 April N to 31 March N+1 (School Education Act Enforcement Rules, article 59)."""

from __future__ import annotations

import datetime as dt
import re

from kit_tui.domain.eras import ERA_YEAR, Era, era_of, named_era, year_number
from kit_tui.domain.reading import quoted, tight
from kit_tui.domain.wording import Message, Refused, message

FIRST_YEAR = 1949
"""The year the university was founded."""
LAST_YEAR = 2100
FIRST_MONTH = 4

_HEISEI_ON_PAPERS = frozenset({"H31", "H32", "H33", "H34", "H35"})

# Spreadsheets hand whole numbers over with a fraction.
_YEAR = rf"(?:(?:ay|fy)?(?P<western>[0-9]{{4}})(?:\.0)?|{ERA_YEAR})(?:年度?)?"


def academic_year(day: dt.date) -> int:
    """The academic year that holds `day`."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def first_day(year: int) -> dt.date:
    """1 April of the academic year."""
    return dt.date(year, FIRST_MONTH, 1)


def last_day(year: int) -> dt.date:
    """31 March that ends the academic year."""
    return dt.date(year + 1, FIRST_MONTH, 1) - dt.timedelta(days=1)


def within(day: dt.date, year: int) -> bool:
    """Whether `day` is in the academic year."""
    return academic_year(day) == year


def read_year(text: str) -> int:
    """The academic year that `text` names: 2018, AY 2018, 2018年度, H30, 平成30年度, 2018年度（平成30年度）.

    H31 to H35 are read as 2019 to 2023, as office papers made before the change of era have them.
    Raises Refused for anything else, for years that are not of their era, and outside 1949 to 2100.
    """
    plain = tight(text).lower()
    outer, bracket, rest = plain.partition("(")
    if not bracket:
        return _read_one(plain, text)
    inner, _, after = rest.partition(")")
    year, other = _read_one(outer + after, text), _read_one(inner, text)
    if year != other:
        raise Refused(
            message(
                '"{text}" names two academic years, {year} and {other}: type one of them.',
                text=quoted(text),
                year=year,
                other=other,
            )
        )
    return year


def year_name(year: int) -> Message:
    """The academic year in full: "AY 2018", 2018年度（平成30年度）."""
    era, number = _era(year)
    era_name = f"{era.kanji}{'元' if number == 1 else number}"
    return message("AY {academic_year}", academic_year=year, era_year=era_name)


def short_year(year: int) -> Message:
    """The academic year in short: "AY 2018", 2018年度."""
    return message("AY {year}", year=year)


def era_year(year: int) -> str:
    """The academic year by its era: "H30" for 2018, "R1" for 2019, "R5" for 2023."""
    era, number = _era(year)
    return f"{era.letter}{number}"


def _era(year: int) -> tuple[Era, int]:
    """The era an academic year is called by: the one of its 1 May, for AY 2019 was named 令和元年度 as a whole."""
    era = era_of(dt.date(year, 5, 1))
    return era, era.year(year)


def _read_one(plain: str, text: str) -> int:
    match = re.fullmatch(_YEAR, plain)
    if not match:
        raise Refused(message('"{text}" is not an academic year: type it as 2018, H30 or R5.', text=quoted(text)))
    if match["western"]:
        return _plausible(int(match["western"]), text)
    era, number = named_era(match["era"]), year_number(match["era_year"])
    year = _plausible(era.western(number), text)
    name = f"{era.letter}{number}"
    if name != era_year(year) and name not in _HEISEI_ON_PAPERS:
        raise Refused(
            message(
                '"{text}" is no academic year of that era: AY {year} is {right}.',
                text=quoted(text),
                year=year,
                right=era_year(year),
            )
        )
    return year


def _plausible(year: int, text: str) -> int:
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    raise Refused(
        message(
            '"{text}" is out of range: type an academic year from {first} to {last}.',
            text=quoted(text),
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    )
