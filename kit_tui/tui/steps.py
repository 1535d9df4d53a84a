"""The day's commonest change: a record goes on to its next status, with one key on its card or in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit_tui.domain.fields import Value
from kit_tui.domain.statuses import next_status
from kit_tui.domain.wording import message
from kit_tui.store import Entry, Invalid, RegisterInfo

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp


def following(info: RegisterInfo, entry: Entry) -> str | None:
    """The status that a record comes to next; None where there is none."""
    status = info.fields.get("status")
    now = entry.plain().get("status")
    return next_status(status, now) if status and not entry.deleted_at else None


async def go_on(kit: KitApp, register: str, record: int) -> None:
    """Set a record's next status, and the day on which it begins where that is empty.

    Where a rule then asks for more, the form opens on the field that it asks for.  Raises `Refused` for all else.
    """
    info = kit.store.registers[register]
    try:
        entry = await kit.quick(kit.store.entry, register, record)
        status = following(info, entry)
        if status is None:
            kit.tell(message("{title} has no next status.", title=entry.title), problem=True)
            return
        day = info.day_of.get(status, "")
        values: dict[str, Value] = {"status": status}
        if day and not entry.values[day]:
            values[day] = kit.today
        await kit.write(kit.store.save, register, values, record, entry.version)
    except Invalid as invalid:
        kit.open_form(register, record, values, problems=invalid.problems)
    else:
        said = info.fields["status"].choice(status)
        if day in values:
            said = message("{status}, {field} {day}", status=said, field=info.fields[day].label, day=values[day])
        kit.tell(message("{title}: {status}. Ctrl+Z takes it back.", title=entry.title, status=said))
