"""Dates as people write them, read and shown."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from contextlib import suppress

from kit_tui.domain import years
from kit_tui.domain.eras import ERA_YEAR, Era, era_of, named_era, year_number
from kit_tui.domain.reading import quoted, tight
from kit_tui.domain.wording import Message, Refused, message

FIRST_YEAR = 1868
LAST_YEAR = 2999

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
KANJI_WEEKDAYS = "月火水木金土日"

_LOOKALIKES = str.maketrans("ー・。", "-..")
_TIME = r"(?:(?:[ t]|(?<=[日)]))(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?))?"
_WEEKDAY = rf"(?:[(](?P<weekday>[{KANJI_WEEKDAYS}])(?:曜日?)?[)])?"
_MONTH_DAY = r"(?P<month>[0-9]{1,2})(?:(?P=sep)|月)(?P<day>[0-9]{1,2})日?"
_DATE = rf"(?:(?P<western>[0-9]{{4}})|{ERA_YEAR})(?:(?P<sep>[-./])|年){_MONTH_DAY}{_WEEKDAY}{_TIME}"
_COMPACT = r"(?P<western>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[.]0)?"
_THIS_YEAR = rf"(?P<month>[0-9]{{1,2}})(?:[-./]|月)(?P<day>[0-9]{{1,2}})日?{_WEEKDAY}"
_YEAR_LAST = r"(?P<one>[0-9]{1,2})([-./])(?P<two>[0-9]{1,2})\2(?P<western>[0-9]{4})"
_SHORT_YEAR = r"[0-9]{1,2}(?:[-./]|年)[0-9]{1,2}(?:[-./]|月)[0-9]{1,2}日?"


class Unreadable(Refused):
    """A text that is no date, or not one date only; the sentence says why, or how to type it."""


def read_date(text: str, *, today: dt.date | None, after: dt.date | None = None) -> dt.date:
    """The day that `text` names, in a Western year or a Japanese era, from 1868 to 2999.

    With `today`, the text was typed: "today", 今日, 本日 and a month and day are read too, these as the next such day
    from `after` on if that is given, else in the academic year of `today`.  Without it the text is from a file, where
    these are refused.  A weekday in brackets must be the day's own; a time must be midnight, as spreadsheets add it.
    Raises Unreadable.
    """
    if day := _iso_day(text):
        _check_year(day.year)
        return day
    plain = tight(text).lower().translate(_LOOKALIKES)
    if match := re.fullmatch(_DATE, plain) or re.fullmatch(_COMPACT, plain):
        return _full_date(match.groupdict(default=""), text)
    if plain in ("today", "今日", "本日"):
        if today is None:
            raise Unreadable(message('"{text}" is not a date in a file: write the day itself.', text=quoted(text)))
        return today
    if match := re.fullmatch(_THIS_YEAR, plain):
        return _without_year(match, text, today, after)
    raise _unread(plain, text)


def long_day(day: dt.date) -> Message:
    """The day with its weekday: "Sat 1 Sep 2018", 2018年9月1日（土）."""
    weekday = message(WEEKDAYS[day.weekday()][:3])
    return message(
        "{weekday} {day} {month} {year}", weekday=weekday, day=day.day, month=_short_month(day), year=day.year
    )


def short_day(day: dt.date) -> Message:
    """The day without its year: "12 Nov", 11月12日."""
    return message("{day} {month}", day=day.day, month=_short_month(day))


def plain_day(day: dt.date) -> Message:
    """The day in words, for a sentence: "30 April 2019", 2019年4月30日."""
    return message("{day} {month} {year}", day=day.day, month=message(MONTHS[day.month - 1]), year=day.year)


def era_day(day: dt.date) -> str:
    """The day by its era: "R1.5.1".  Raises ValueError for a day before 1868."""
    era = era_of(day)
    return f"{era.letter}{era.year(day.year)}.{day.month}.{day.day}"


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day `months` earlier (later, if negative), or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_between(first: dt.date, last: dt.date) -> int:
    """Days from `first` until `last`: 1 for the next day."""
    return (last - first).days


def days_inclusive(first: dt.date, last: dt.date) -> int:
    """Days that a stay from `first` to `last` takes, both counted: 1 for a single day."""
    return days_between(first, last) + 1


def _short_month(day: dt.date) -> Message:
    return message(MONTHS[day.month - 1][:3])


def _iso_day(text: str) -> dt.date | None:
    """The day of "2018-04-01", the form nearly all of a long file has: it need not pass through the patterns."""
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 and text[4] == text[7] == "-" else None
    except ValueError:
        return None


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(
            message(
                "The year {year} is out of range: type one from {first} to {last}.",
                year=year,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
        )


def _full_date(parts: dict[str, str], text: str) -> dt.date:
    """The day of a match that has a year, a month and a day."""
    month, day_of_month = int(parts["month"]), int(parts["day"])
    if parts["western"]:
        day = _day(int(parts["western"]), month, day_of_month)
    else:
        day = _day_of_era(named_era(parts["era"]), year_number(parts["era_year"]), month, day_of_month)
    _check_weekday(day, parts.get("weekday", ""))
    if parts.get("time", "").strip("0:."):
        raise Unreadable(message('"{text}" has a time of day: give the date alone.', text=quoted(text)))
    return day


def _day(year: int, month: int, day: int) -> dt.date:
    _check_year(year)
    if not 1 <= month <= 12:
        raise Unreadable(message("There is no month {month}: type one from 1 to 12.", month=month))
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise Unreadable(
            message(
                "{year} has no {day} {month}: that month has {days} days.",
                year=year,
                day=day,
                month=message(MONTHS[month - 1]),
                days=days,
            )
        )
    return dt.date(year, month, day)


def _day_of_era(era: Era, year: int, month: int, day_of_month: int) -> dt.date:
    if year == 0:
        raise Unreadable(message("{era} has no year 0: its first year is {letter}1.", era=era.name, letter=era.letter))
    day = _day(era.western(year), month, day_of_month)
    if day < era.first:
        raise Unreadable(
            message(
                "{era} began on {first}: that day is {right}.",
                era=era.name,
                first=plain_day(era.first),
                right=era_day(day),
            )
        )
    if day > era.last:
        raise Unreadable(
            message(
                "{era} ended on {last}: that day is {right}.",
                era=era.name,
                last=plain_day(era.last),
                right=era_day(day),
            )
        )
    return day


def _check_weekday(day: dt.date, kanji: str) -> None:
    if kanji and kanji != KANJI_WEEKDAYS[day.weekday()]:
        raise Unreadable(
            message(
                "{day} is a {weekday}: correct the date or leave the weekday out.",
                day=plain_day(day),
                weekday=message(WEEKDAYS[day.weekday()]),
            )
        )


def _without_year(match: re.Match[str], text: str, today: dt.date | None, after: dt.date | None) -> dt.date:
    if today is None:
        raise Unreadable(
            message('"{text}" has no year: in a file, write the whole date, such as 2018-04-01.', text=quoted(text))
        )
    month, number = int(match["month"]), int(match["day"])
    if after:
        year, passed = after.year, (month, number) < (after.month, after.day)
    else:
        year, passed = years.academic_year(today), month < years.FIRST_MONTH
    day = _day(year + passed, month, number)
    _check_weekday(day, match["weekday"] or "")
    return day


def _unread(plain: str, text: str) -> Unreadable:
    """The refusal of a text in none of the forms: how to type what may have been meant."""
    if (match := re.fullmatch(_YEAR_LAST, plain)) and (days := _readings(match)):
        choices = message("{day} or {other}", day=days[0], other=days[1]) if len(days) > 1 else days[0]
        return Unreadable(message('"{text}" has its year last: type {choices}.', text=quoted(text), choices=choices))
    if re.fullmatch(_SHORT_YEAR, plain):
        return Unreadable(
            message(
                '"{text}" has a year of two digits: type it in full or with its era, such as 2018-04-01 or H30.4.1.',
                text=quoted(text),
            )
        )
    return Unreadable(message('"{text}" is not a date: type it as 2018-04-01 or H30.4.1.', text=quoted(text)))


def _readings(match: re.Match[str]) -> list[dt.date]:
    """The days that two numbers before a year may mean, either of them being the month."""
    year, one, two = int(match["western"]), int(match["one"]), int(match["two"])
    days = []
    for month, day in dict.fromkeys([(two, one), (one, two)]):
        with suppress(Unreadable):
            days.append(_day(year, month, day))
    return days
