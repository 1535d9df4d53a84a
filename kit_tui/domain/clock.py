"""The one clock: stamps in UTC, days in the office's timezone.

`KIT_TODAY`, an ISO date, fixes the day for tests and demonstrations, as the example register does for its readers;
the time of day still runs.
"""

from __future__ import annotations

import datetime as dt
import os

from kit_tui.domain.reading import quoted
from kit_tui.domain.wording import Refused, message

DEFAULT_TIMEZONE = "Asia/Tokyo"

# Japan has had no summer time since 1951, so its clock needs no timezone database, which not every system has.
_TOKYO = dt.timezone(dt.timedelta(hours=9), "JST")

_zone: dt.tzinfo = _TOKYO
_held: dt.date | None = None


def use_timezone(name: str = DEFAULT_TIMEZONE) -> None:
    """Sets the office's timezone by its name in the IANA database.  Raises Refused for a name that is not in it."""
    global _zone
    _zone = _TOKYO if name == DEFAULT_TIMEZONE else _named_zone(name)


def hold(day: dt.date | None) -> None:
    """Stands still at a day, unless KIT_TODAY names another; None lets the days run again."""
    global _held
    _held = day


def stands_still() -> bool:
    """Whether the day is held, or fixed by KIT_TODAY, so that it says nothing about the computer's clock."""
    return _fixed_day() is not None


def now() -> dt.datetime:
    """This moment, aware, in UTC.  Raises Refused when KIT_TODAY is not a date."""
    moment = dt.datetime.now(_zone)
    fixed = _fixed_day()
    if fixed is not None:
        moment = moment.replace(year=fixed.year, month=fixed.month, day=fixed.day)
    return moment.astimezone(dt.UTC)


def today() -> dt.date:
    """The day in the office's timezone.  Raises Refused when KIT_TODAY is not a date."""
    return _fixed_day() or dt.datetime.now(_zone).date()


def stamp(moment: dt.datetime | None = None) -> str:
    """`moment`, or now, as text in UTC with six decimals, so that stamps sort as text: "2018-11-22T01:42:03.000120Z".

    Raises ValueError for a moment without a timezone.
    """
    return _aware(moment or now()).astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def midnight(day: dt.date) -> str:
    """The stamp of the moment in which a day of the office begins."""
    return stamp(dt.datetime.combine(day, dt.time(), _zone))


def local(moment: str | dt.datetime) -> dt.datetime:
    """A stamp or an aware moment, in the office's timezone.  Raises ValueError for one without a timezone."""
    return _aware(dt.datetime.fromisoformat(moment) if isinstance(moment, str) else moment).astimezone(_zone)


def _aware(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no timezone")
    return moment


def _fixed_day() -> dt.date | None:
    text = os.environ.get("KIT_TODAY")
    if not text:
        return _held
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Refused(
            message('KIT_TODAY is "{text}": set it to a date such as 2018-11-22, or unset it.', text=quoted(text))
        ) from None


def _named_zone(name: str) -> dt.tzinfo:
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Refused(
            message('The timezone "{name}" is not known here: use a name such as Asia/Tokyo.', name=quoted(name))
        ) from None
