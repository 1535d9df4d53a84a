"""A person moves to another unit or leaves: what that means for their employments."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kit_tui.domain.wording import message
from kit_tui.models import Employment
from kit_tui.store.core import Core
from kit_tui.store.errors import Invalid
from kit_tui.store.plain import Edit


def move(core: Core, person: int, on: dt.date, unit: str, position: str, contract: str = "") -> list[Edit]:
    """The edits by which a person changes unit or position: the employment of that day ends the day before."""
    slug = core.keepers[Employment._meta.table_name][0].slug
    version, current = _employment(core, person, on)
    if current["start"] == on:
        raise Invalid({"start": message("The employment starts on that day: edit it instead.")})
    return [
        Edit(slug, current["id"], version, {"end": on - dt.timedelta(days=1)}),
        Edit(
            slug,
            values={
                "person": person,
                "contract": contract or current["contract"],
                "unit": unit,
                "position": position,
                "start": on,
                "end": current["end"],
            },
        ),
    ]


def leave(core: Core, person: int, last_day: dt.date) -> list[Edit]:
    """The edit by which a person's employment ends."""
    version, current = _employment(core, person, last_day)
    slug = core.keepers[Employment._meta.table_name][0].slug
    return [Edit(slug, current["id"], version, {"end": last_day})]


def _employment(core: Core, person: int, on: dt.date) -> tuple[int, dict[str, Any]]:
    query = Employment.select(Employment.id).where(
        (Employment.person == person)
        & Employment.deleted_at.is_null()
        & (Employment.start <= on)
        & (Employment.end.is_null() | (Employment.end >= on))
    )
    found = core.reader.scalar(query)
    if found is None:
        raise Invalid({"start": message("There is no employment on {day}: add one instead.", day=on)})
    values = core.reader.values(Employment, [found])[found]
    return values["version"], values
