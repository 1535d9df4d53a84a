"""Deleted records brought back from wherever they are shown, with what was deleted together with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kit_tui.domain.wording import message

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp


async def bring_back(kit: KitApp, register: str, records: Sequence[int]) -> None:
    """Bring records back and say which, and how many came with them; raises `Refused`."""
    done = await kit.write(kit.store.bring_back, register, records)
    entry = await kit.quick(kit.store.entry, register, records[0])
    if more := len(done.ids) - 1:
        kit.tell(message("{title} and {n} more are back", title=entry.title, n=more))
    else:
        kit.tell(message("{title} is back", title=entry.title))
