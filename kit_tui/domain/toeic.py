"""The rules of the TOEIC Listening & Reading Test.

Either part is scored from 5 to 495 and the test from 10 to 990, all in steps of 5 (ETS, Examinee Handbook, and IIBC,
the test's operator in Japan).  A score has no expiry date; ETS keeps and certifies it for two years.
"""

from __future__ import annotations

import datetime as dt

from kit_tui.domain.dates import months_before
from kit_tui.domain.wording import Message, Refused, message

THRESHOLD = 730
"""The office's own mark, where level B of IIBC's proficiency scale (730 to 855) begins."""

STEP = 5
PART_LOW, PART_HIGH = 5, 495
TOTAL_LOW, TOTAL_HIGH = 2 * PART_LOW, 2 * PART_HIGH

_MONTHS_CERTIFIED = 24
_LABELS = {"listening": message("Listening"), "reading": message("Reading"), "total": message("Total")}


class BadScore(Refused):
    """A score that the test can't give; `field` is the one at fault: "listening", "reading" or "total"."""

    def __init__(self, field: str, why: Message) -> None:
        super().__init__(why)
        self.field = field


def check(listening: int | None, reading: int | None, total: int | None) -> int:
    """The total of a score, which is the sum of its parts where both are known.

    Raises BadScore for a number off the scale, a total that is not the sum, and one that is missing or out of reach.
    """
    _check_scale("listening", listening, PART_LOW, PART_HIGH)
    _check_scale("reading", reading, PART_LOW, PART_HIGH)
    if listening is not None and reading is not None:
        return _sum(listening, reading, total)
    if total is None:
        raise BadScore("total", message("Type the total, or both listening and reading."))
    _check_scale("total", total, TOTAL_LOW, TOTAL_HIGH)
    _check_rest(total, listening if listening is not None else reading)
    return total


def is_old(test_date: dt.date, on: dt.date) -> bool:
    """Whether a test lay more than two years back on the day `on`: a warning only, for the score still counts."""
    return on > months_before(test_date, -_MONTHS_CERTIFIED)


def certified_since(day: dt.date) -> dt.date:
    """The first test date that is not over two years old on `day`."""
    since = months_before(day, _MONTHS_CERTIFIED)
    return since + dt.timedelta(days=1) if is_old(since, day) else since


def _check_scale(field: str, value: int | None, low: int, high: int) -> None:
    if value is not None and not (low <= value <= high and value % STEP == 0):
        raise BadScore(
            field,
            message(
                "{field} is from {low} to {high} in steps of {step}, not {value}.",
                field=_LABELS[field],
                low=low,
                high=high,
                step=STEP,
                value=value,
            ),
        )


def _sum(listening: int, reading: int, total: int | None) -> int:
    if total not in (None, listening + reading):
        raise BadScore(
            "total",
            message(
                "{listening} and {reading} make {sum}, not {total}: correct one of the three.",
                listening=listening,
                reading=reading,
                sum=listening + reading,
                total=total,
            ),
        )
    return listening + reading


def _check_rest(total: int, part: int | None) -> None:
    """Refuses a total that the part left out could not make up."""
    if part is not None and not PART_LOW <= total - part <= PART_HIGH:
        raise BadScore(
            "total",
            message(
                "A total of {total} with {part} in one part leaves {rest} for the other: correct one of them.",
                total=total,
                part=part,
                rest=total - part,
            ),
        )
