"""The Japanese eras since 1868, by which office papers count their years."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from kit_tui.domain.wording import Message, message


class Era(NamedTuple):
    """An era with its first and last day.  Where one era gave way to the next within a day, that day is both's."""

    letter: str
    kanji: str
    name: Message
    first: dt.date
    last: dt.date

    def western(self, year: int) -> int:
        """The calendar year that holds this era's `year`."""
        return self.first.year - 1 + year

    def year(self, western: int) -> int:
        """The year of this era that the calendar year `western` holds."""
        return western - self.first.year + 1


# The edicts of 1868 (for the whole of that year), 1912 and 1926, and the cabinet orders of 1989 and 2019 under the Era
# Name Act.  Days before 1873, when Japan took the Gregorian calendar, are counted as if it had always been in use.
ERAS = (
    Era("M", "明治", message("Meiji"), dt.date(1868, 1, 1), dt.date(1912, 7, 30)),
    Era("T", "大正", message("Taisho"), dt.date(1912, 7, 30), dt.date(1926, 12, 25)),
    Era("S", "昭和", message("Showa"), dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    Era("H", "平成", message("Heisei"), dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    Era("R", "令和", message("Reiwa"), dt.date(2019, 5, 1), dt.date.max),
)

ERA_YEAR = r"(?P<era>[mtshr]|明治?|大正?|昭和?|平成?|令和?)[.]?(?P<era_year>元|[0-9]{1,3})"
"""A year of an era, as a pattern for lower-case text as `reading.tight` gives it."""


def era_of(day: dt.date) -> Era:
    """The era that holds `day`, the later one on a day of two eras.  Raises ValueError for a day before 1868."""
    for era in reversed(ERAS):
        if era.first <= day:
            return era
    raise ValueError(f"{day} is before the first era")


def named_era(name: str) -> Era:
    """The era of a letter in either case, or of its kanji or the first of them.  Raises KeyError for any other name."""
    for era in ERAS:
        if name.upper() == era.letter or (name and era.kanji.startswith(name)):
            return era
    raise KeyError(name)


def year_number(text: str) -> int:
    """The number of an era's year: its first may be written 元."""
    return 1 if text == "元" else int(text)
