"""What a form asks of the store while it is filled in, off the event loop."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.wording import Message, message, say
from kit_tui.store.plain import RegisterInfo
from kit_tui.tui.drafts import Draft
from kit_tui.tui.widgets.choosing import SHOWN_OPTIONS, SearchSlot
from kit_tui.tui.widgets.field import Option
from kit_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp


class Lookup:
    """The records, titles and values that a form needs."""

    def __init__(self, kit: KitApp) -> None:
        self._kit = kit

    async def search(self, slot: SearchSlot, info: RegisterInfo) -> None:
        """List what the text of a register's reference may mean; if more is typed meanwhile, what that means."""
        while (text := slot.wants) is not None:
            found = await self.found(slot.field, info, text)
            if text == slot.wants:
                slot.found(text, [*found, *self._to_make(slot.field.table, text)])

    async def found(self, field: Field, info: RegisterInfo, text: str) -> list[Option]:
        """The records that a register's reference may point to, the likeliest first; without a text the latest."""
        likely = info.made_with.get(field.name, {})
        choices = await self._kit.quick(self._kit.store.choices, field.table, text, SHOWN_OPTIONS, likely)
        return [Option(ref.id, ref.title, detail) for ref, detail in choices]

    async def options(self, info: RegisterInfo, values: Mapping[str, Value]) -> dict[str, Option]:
        """Values as they are put into slots, references with the titles of their records."""
        options = {}
        for name, value in values.items():
            field = info.fields.get(name)
            if field and field.kind == "reference" and isinstance(value, int):
                refs = await self._kit.quick(self._kit.store.refs, field.table, [value])
                if value in refs and not refs[value].deleted:
                    options[name] = Option(value, refs[value].title)
            elif field and value not in (None, ""):
                options[name] = Option(value)
        return options

    async def last(self, info: RegisterInfo) -> dict[str, Option]:
        """The values of the record that the user entered last in the register."""
        return await self.options(info, await self._kit.quick(self._kit.store.last_values, info.slug))

    async def offer(self, sheet: Sheet) -> None:
        """Offer values for empty fields: what follows from others, else for a new record what was used last."""
        if sheet.last_used is None:
            sheet.last_used = await self._last_used(sheet)
        suggested = await self._kit.slow(self._kit.store.suggestions, sheet.info.slug, sheet.values)
        worded = {name: self._worded(value) for name, value in suggested.items()}
        offered = {**sheet.last_used, **await self.options(sheet.info, worded)}
        for name, slot in sheet.slots.items():
            slot.offered = offered.get(name)
            if sheet.following(slot):
                slot.problem = None  # it is no longer missing

    def _worded(self, value: Value | Message) -> Value:
        return say(value, self._kit.lang) if isinstance(value, Message) else value

    async def _last_used(self, sheet: Sheet) -> dict[str, Option]:
        if sheet.id is not None:
            return {}
        values = await self._kit.slow(self._kit.store.last_used, sheet.info.slug)
        options = await self.options(sheet.info, values)
        return {name: dataclasses.replace(option, recalled=True) for name, option in options.items()}

    async def advise(self, sheet: Sheet) -> Sequence[Message]:
        """Offer values for empty fields, show the rules that are broken, and give what looks odd about the record."""
        store, slug, values = self._kit.store, sheet.info.slug, sheet.values
        await self.offer(sheet)
        sheet.show_broken(values, await self._kit.slow(store.problems, slug, {**sheet.base, **values}, sheet.id))
        return await self._kit.slow(store.warnings, slug, values, sheet.id)

    def drafted(self, sheet: Sheet, draft: Draft) -> Sheet:
        """The form of a draft: `sheet` as it opens now, with what had been typed."""
        if sheet.id is None:
            given = {
                name: Option(_plain(kept.get("value")), str(kept.get("words") or ""))
                for name, kept in draft.given.items()
            }
            sheet = Sheet(sheet.info, given)
        elif draft.version is not None:
            base = {
                name: _stored(sheet.info.fields[name], value)
                for name, value in draft.base.items()
                if name in sheet.info.fields
            }
            sheet.rebase(base, draft.version)
        sheet.restore(draft.fields)
        if lost := [name for name in draft.fields if name not in sheet.slots]:
            self._kit.tell(message("The draft had fields that no longer exist: {names}.", names=lost), problem=True)
        return sheet

    def _to_make(self, table: str, text: str) -> list[Option]:
        """The lines that make the missing record, one for each register that keeps such records."""
        return [
            Option(None, message('New {record}: "{text}"', record=info.one, text=text), makes=info.slug)
            for info in self._kit.store.registers.values()
            if info.table == table and info.base == info.slug
        ]


def _plain(kept: object) -> Value:
    return kept if isinstance(kept, (int, str)) else None


def _stored(field: Field, kept: object) -> Value:
    """A value of a draft's file as the store has it: days are kept as text there."""
    if field.kind == "date" and isinstance(kept, str):
        return dt.date.fromisoformat(kept)
    return _plain(kept)
