"""The gauges by name: what the targets and the published figures are about.

How each is read stands in `kit_tui.gauges`; the names alone are known here, so that a target can say which gauge
it is for.  The codes are those of the office's targets.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kit_tui.domain.fields import Choice, Value
from kit_tui.domain.wording import Message, message


class GaugeName(NamedTuple):
    """A gauge's code, its area (faculty, staff or units), its label, and whether it is a share or a count of `unit`.

    A share is one of what is counted in `of`.
    """

    code: str
    area: str
    label: Message
    unit: Message
    share: bool = False
    of: Message | None = None

    @property
    def counted(self) -> Message:
        """What it counts, for a share as well."""
        return self.of or self.unit


_PERCENT = message("%")
_STAYS, _PEOPLE, _PROJECTS = message("stays"), message("people"), message("projects")

GAUGES: dict[str, GaugeName] = {
    gauge.code: gauge
    for gauge in (
        GaugeName("faculty-stays", "faculty", message("Stays this year"), _STAYS),
        GaugeName("faculty-outcomes", "faculty", message("With an outcome"), _PERCENT, True, _STAYS),
        GaugeName("faculty-students", "faculty", message("Students enrolled"), _PEOPLE),
        GaugeName("faculty-papers", "faculty", message("Joint papers"), message("papers")),
        GaugeName("faculty-briefings", "faculty", message("Briefings held"), _PERCENT, True, _STAYS),
        GaugeName("staff-toeic", "staff", message("TOEIC 730+"), _PERCENT, True, _PEOPLE),
        GaugeName("staff-long-stays", "staff", message("Long stays"), _STAYS),
        GaugeName("staff-internships", "staff", message("Internships"), _STAYS),
        GaugeName("staff-short-stays", "staff", message("Short stays"), _STAYS),
        GaugeName("course-completion", "staff", message("Courses completed"), _PERCENT, True, _PEOPLE),
        GaugeName("unit-projects", "units", message("Projects"), _PROJECTS),
        GaugeName("unit-visitors", "units", message("Researchers"), _PEOPLE),
        GaugeName("unit-visits", "units", message("Visits"), message("visits")),
        GaugeName("unit-events", "units", message("Workshops, seminars"), message("events")),
        GaugeName("agreements-active", "units", message("Agreements"), message("agreements")),
    )
}


def gauge_choices() -> tuple[Choice, ...]:
    """Every gauge as an answer of the field that names one."""
    return tuple(Choice(gauge.code, gauge.label) for gauge in GAUGES.values())


def is_share(beside: Mapping[str, Value]) -> bool:
    """Whether the gauge named beside a value is a share, whose value is typed and shown as percent."""
    gauge = GAUGES.get(str(beside.get("gauge")))
    return gauge is not None and gauge.share
