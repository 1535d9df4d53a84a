"""How stays are counted, for faculty and staff alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit_tui.domain.wording import Message, message
from kit_tui.gauges.gauge import When, earliest
from kit_tui.gauges.tally import Tally
from kit_tui.models import Record, Stay

NOT_BEGUN = ("planned", "approved")
BACK = ("returned", "reported")


def status_of(model: type[Record], code: str) -> Message:
    """The words of a record's status."""
    return model.described()["status"].describe().choice(code)


def stays(code: str, programme: str, register: str) -> Tally:
    """The gauge that counts a programme's stays that began in the academic year."""
    of_programme = Stay.programme == programme
    return Tally(
        code=code,
        reads=(Stay,),
        earliest=earliest(Stay.start, of_programme),
        model=Stay,
        register=register,
        among=lambda when: of_programme & when.in_year(Stay.start),
        counts=lambda when: (Stay.start <= when.day) & Stay.status.not_in((*NOT_BEGUN, "cancelled")),
        planned=lambda when: Stay.status.in_(NOT_BEGUN),
        nearest=lambda when: Stay.status != "cancelled",
        detail=_detail,
    )


def _detail(stay: Mapping[str, Any], when: When, fact: Any) -> Message:
    start, end, status = stay["start"], stay["end"], status_of(Stay, stay["status"])
    if start > when.day:
        return message("begins on {start}, {status}", start=start, status=status)
    if end is None:
        return message("from {start}, {status}", start=start, status=status)
    return message("{start} to {end}, {status}", start=start, end=end, status=status)
