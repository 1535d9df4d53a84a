"""The references of a form: found while a name is typed, or made on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import Worker

from kit_tui.domain.wording import Refused
from kit_tui.store.plain import Done
from kit_tui.tui.widgets.choosing import SearchSlot

if TYPE_CHECKING:
    from kit_tui.tui.screens.form import FormPage


class References:
    """Searches for one form, the newest typing first."""

    def __init__(self, form: FormPage) -> None:
        self._form = form
        self._search: Worker[None] | None = None

    def look_up(self, slot: SearchSlot) -> None:
        """Search for what has been typed; a search that is on its way goes on with the newest text."""
        if self._search is None or self._search.is_finished:
            self._search = self._form.run_worker(self._look_up(slot))

    def list_latest(self, slot: SearchSlot) -> None:
        """List the latest records that a reference may point to."""
        self._form.run_worker(self._list_latest(slot))

    async def settle(self, slot: SearchSlot, entered: bool) -> bool:
        """Choose what is meant before a field is left; False when the cursor has to stay in it.

        Enter takes what is highlighted, but for one of several in a list so new that nobody can have seen it; any
        other way out takes only what is meant, and says that nothing was chosen.  The cursor also stays where the
        record is made first: in a form on top of this one.
        """
        unseen = slot.wants is not None
        if unseen:
            await self._look_up(slot)
        chosen = slot.pointed if entered and not (unseen and len(slot.records) > 1) else slot.meant
        if chosen and chosen.makes:
            self._make(slot, chosen.makes)
            return False
        if chosen:
            slot.choose(chosen)
        elif slot.options and slot.filled:
            if not entered:
                self._form.sheet.read(slot)
            return slot.value != slot.field.blank  # a country may be named without the list
        return True

    async def _look_up(self, slot: SearchSlot) -> None:
        try:
            await self._form.lookup.search(slot, self._form.sheet.info)
        except Refused as refused:
            self._form.kit.tell(refused.message, problem=True)
        self._form.body.redraw()

    async def _list_latest(self, slot: SearchSlot) -> None:
        latest = await self._form.lookup.found(slot.field, self._form.sheet.info, "")
        if not slot.editor.text:  # else something was typed meanwhile
            slot.list_records(latest)
        self._form.body.redraw()

    def _make(self, slot: SearchSlot, register: str) -> None:
        from kit_tui.tui.screens.form import FormPage

        info, sheet = self._form.kit.store.registers[register], self._form.sheet
        named = next((field.name for field in info.fields.values() if field.kind == "text" and not field.unique), "")

        def made(done: Done | None) -> None:
            if done:
                self._form.run_worker(self._point_to(slot, done.ids[0]))

        begun = {**sheet.info.made_with.get(slot.field.name, {})}
        begun |= {name: sheet.values[of] for name, of in sheet.info.made_from.get(slot.field.name, {}).items()}
        form = FormPage(register, values=begun | ({named: slot.editor.text.strip()} if named else {}), once=True)
        self._form.kit.push_screen(form, made)

    async def _point_to(self, slot: SearchSlot, record: int) -> None:
        store = self._form.kit.store
        slot.put(record, (await self._form.kit.quick(store.refs, slot.field.table, [record]))[record].title)
        self._form.go_on()
