"""Days by which something must be done, and how early the office is told of them."""

from __future__ import annotations

import datetime as dt

from kit_tui.domain.dates import months_before

SOON_DAYS = 30
"""Days ahead at which a due day needs attention."""
EXPIRY_STEPS = (30, 60, 90)
"""Days before the end of an agreement at which it is announced, more urgently each time."""

LONGEST_NOTICE = 4
"""The most months before its start at which a visit may have to be applied for."""


def application_due(start: dt.date, visa: str, basis: str) -> dt.date:
    """The last day to apply for a visit that begins on `start`.

    Three months ahead, one on a short-stay visa; four and two for a person approved by the president (basis 6).
    """
    months, on_short_stay = (LONGEST_NOTICE, 2) if basis == "6" else (3, 1)
    return months_before(start, on_short_stay if visa == "short" else months)


def expiry_step(end: dt.date, today: dt.date) -> int | None:
    """Within how many days (30, 60 or 90) an agreement ends; None if later, or over."""
    left = (end - today).days
    return next((step for step in EXPIRY_STEPS if 0 <= left <= step), None)
