"""The five tabs: which registers each shows, in which order, and its gauges."""

from __future__ import annotations

from typing import NamedTuple

from kit_tui.domain.catalogue import GAUGES
from kit_tui.domain.wording import Message, message


class Area(NamedTuple):
    """An area's screen.  `short` is its label where there are 80 cells; `views` are registers in tab order."""

    slug: str
    label: Message
    short: Message
    views: tuple[str, ...]
    gauges: tuple[str, ...]


def _gauges(area: str) -> tuple[str, ...]:
    return tuple(gauge.code for gauge in GAUGES.values() if gauge.area == area)


AREAS: tuple[Area, ...] = (
    Area("overview", message("Overview"), message("Over"), (), ()),
    Area(
        "faculty",
        message("Faculty mobility"),
        message("Faculty"),
        ("faculty-stays", "outcomes", "events"),
        _gauges("faculty"),
    ),
    Area(
        "staff",
        message("Staff training"),
        message("Staff"),
        ("staff", "scores", "courses", "participations", "staff-stays", "headcounts"),
        _gauges("staff"),
    ),
    Area(
        "units",
        message("Visiting units"),
        message("Units"),
        ("projects", "visits", "agreements", "events"),
        _gauges("units"),
    ),
    Area(
        "directory",
        message("Directory"),
        message("Directory"),
        ("people", "institutions", "employments", "agreements", "targets", "published"),
        (),
    ),
)
