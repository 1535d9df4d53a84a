"""Which backups are kept: the last one of each of so many days, weeks and months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Hashable
from typing import NamedTuple


class Retention(NamedTuple):
    """Of how many days, weeks (from Monday on) and months one backup each is kept.

    A period without a backup is not counted, so that nothing goes while no new ones are made.
    """

    daily: int = 7
    weekly: int = 5
    monthly: int = 12

    def kept(self, made: Collection[dt.datetime]) -> set[dt.datetime]:
        """The moments, of those at which backups were made, whose backups are kept: the latest one always."""
        return {
            *sorted(made)[-1:],
            *_last_of_each(made, self.daily, dt.datetime.date),
            *_last_of_each(made, self.weekly, lambda moment: moment.isocalendar()[:2]),
            *_last_of_each(made, self.monthly, lambda moment: (moment.year, moment.month)),
        }


def _last_of_each(
    made: Collection[dt.datetime], count: int, period: Callable[[dt.datetime], Hashable]
) -> list[dt.datetime]:
    """The last moments of the `count` latest periods, the latest first."""
    last = {period(moment): moment for moment in sorted(made)}
    return sorted(last.values(), reverse=True)[:count]
