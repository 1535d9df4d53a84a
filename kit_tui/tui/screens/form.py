"""Entering and changing records: one page for every register, made from its declaration."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.timer import Timer

from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.store.plain import Done
from kit_tui.tui.commands import Command, forms
from kit_tui.tui.drafts import Draft
from kit_tui.tui.page import Page
from kit_tui.tui.screens.draft import Keeping, offer
from kit_tui.tui.screens.references import References
from kit_tui.tui.screens.saving import Saving, tell_refused, what_was_saved
from kit_tui.tui.widgets.choosing import SearchSlot
from kit_tui.tui.widgets.field import Slot
from kit_tui.tui.widgets.formbody import FormBody
from kit_tui.tui.widgets.lookup import Lookup
from kit_tui.tui.widgets.sheet import Sheet

_ADVICE_AFTER = 0.2


class FormPage(Page[Done | None]):
    """The form of a record, or of a new one, with `values` put in; gives what was saved last, if anything.

    The cursor begins at the field `at`, or after what `values` have filled.  With `once` it makes the one record that
    another form misses, and no series.  While `idle` is not set (the record is being read or saved), keys wait.
    """

    wants_text = True
    COMMANDS: ClassVar[tuple[type[Command], ...]] = forms.FORM

    def __init__(
        self,
        register: str,
        record: int | None = None,
        values: Mapping[str, Value] | None = None,
        title: Message | None = None,
        problems: Mapping[str, Message] | None = None,
        draft: Draft | None = None,
        at: str = "",
        once: bool = False,
    ) -> None:
        super().__init__()
        self.once = once
        self._slug, self._record, self._values = register, record, dict(values or {})
        self._headline, self._problems, self._draft, self._at = title, dict(problems or {}), draft, at
        self.idle = asyncio.Event()
        self.body = FormBody()
        self.done: Done | None = None
        self.keeping = Keeping(self)
        self._advice_timer: Timer | None = None
        self._filled_from_last: Slot | None = None
        self._met: tuple[Message, ...] = ()

    @property
    def is_ready(self) -> bool:
        return super().is_ready and self.idle.is_set()

    @property
    def sheet(self) -> Sheet:
        """What is being filled in; only once it is there, when `idle` has been set."""
        assert self.body.sheet is not None
        return self.body.sheet

    def compose_page(self) -> ComposeResult:
        yield self.body

    def footer(self) -> tuple[type[Command], ...]:
        return tuple(command for command in forms.FORM[:5] if not (self.once and command is forms.SaveAndNew))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until the form is there it can only be left."""
        if action == "save_new" and self.once:
            return False
        return action == "leave" or self.body.sheet is not None

    def relabel(self) -> None:
        super().relabel()
        self.body.redraw_all()

    def on_mount(self) -> None:
        self.body.focus()
        self.lookup = Lookup(self.kit)
        self.references = References(self)
        self.run_worker(self._open())

    # -- opening -----------------------------------------------------------------------------------------------
    async def _open(self) -> None:
        try:
            sheet = await self._read()
        except Refused as refused:
            self.dismiss(None)
            self.kit.tell(refused.message, problem=True)
            return
        self._show(sheet)
        if draft := self._draft or await offer(self.kit, sheet.info.slug, sheet.id):
            self._show(self.lookup.drafted(sheet, draft))
            self.keeping.soon()

    async def _read(self) -> Sheet:
        """The form as it opens: filled from the record, or with what came along."""
        info = self.kit.store.registers[self._slug]
        if self._record is None:
            self._headline = self._headline or message("New {record}", record=info.one)
            sheet = Sheet(info, await self.lookup.options(info, self._values))
            if self._at:
                sheet.go_to(self._at)
            return sheet
        entry = await self.kit.quick(self.kit.store.entry, self._slug, self._record)
        if entry.deleted_at:
            raise Refused(message("The record has been deleted. Bring it back first."))
        self._headline = self._headline or message("Edit: {title}", title=entry.title)
        sheet = Sheet.of(self.kit.store.registers[entry.register], entry)
        sheet.fill(await self.lookup.options(sheet.info, self._values))
        sheet.show_problems(self._problems)
        return sheet

    def _show(self, sheet: Sheet) -> None:
        self.body.title = self._headline or ""
        self.body.mark, self.body.notices = "", ()
        self.keeping.begin(sheet)
        self.body.show(sheet)
        self.idle.set()
        self.kit.keyboard.wake()
        if sheet.id is None or any(slot.filled for slot in sheet.slots.values()):
            self._advise_soon()

    # -- typing ------------------------------------------------------------------------------------------------
    def typed_in(self, slot: Slot, removed: int = 0) -> None:
        """Something was typed or chosen in a field; `removed` characters of a paste could not be kept."""
        slot.note, self._filled_from_last = None, None
        if removed:
            self.kit.tell(
                message(
                    "{n} characters that can't be stored were left out.",
                    one="One character that can't be stored was left out.",
                    n=removed,
                )
            )
        if isinstance(slot, SearchSlot) and slot.wants:
            self.references.look_up(slot)
        self.keeping.soon()

    def take_offer(self, slot: Slot) -> None:
        """Fill a field with what is offered for it."""
        if slot.offered:
            slot.take(slot.offered.value, slot.offered.words, self.sheet.values)
            self.typed_in(slot)

    # -- from field to field -----------------------------------------------------------------------------------
    async def action_next(self) -> None:
        slot = self.sheet.current
        if slot is None:
            self._save(self.sheet.saves_and_new)
            return
        if not slot.filled:
            self.take_offer(slot)
        if await self._leave_field(entered=True):
            self.sheet.go_on()
        self.body.redraw()

    async def action_go(self, by: int) -> None:
        if (slot := self.sheet.current) and slot.offered and not slot.filled:
            slot.declined = True
        if await self._leave_field():
            self.sheet.go(by)
        self.body.redraw()

    def action_line_break(self) -> None:
        if slot := self.sheet.current:
            slot.editor.break_line()
            self.typed_in(slot)
            self.body.redraw()

    async def _leave_field(self, entered: bool = False) -> bool:
        """Take what is chosen in the list, with Enter or before, and read the field; False when the cursor stays."""
        slot = self.sheet.current
        if slot is None:
            return True
        self._filled_from_last = None
        if isinstance(slot, SearchSlot):
            if not await self.references.settle(slot, entered):
                return False
        elif chosen := slot.pointed if entered else slot.meant:
            slot.choose(chosen)
        slot.close_options()
        if self.sheet.read(slot):
            self._advise_soon()
        self.keeping.soon()
        return True

    def go_on(self) -> None:
        """The field was filled from elsewhere: on to the next."""
        self.sheet.go_on()
        self._advise_soon()
        self.keeping.soon()
        self.body.redraw()

    # -- what is offered ---------------------------------------------------------------------------------------
    async def action_as_last(self) -> None:
        """Fill the field with theirs, with what is offered, or as in the last record; again: every empty field."""
        slot = self.sheet.current
        if slot is None:
            return
        if slot.theirs:
            slot.take(slot.theirs.value, slot.theirs.words, self.sheet.values)
            slot.theirs = None
        elif slot.offered and not slot.offered.recalled and not slot.filled:
            self.take_offer(slot)
        else:
            last = await self.lookup.last(self.sheet.info)
            again = slot is self._filled_from_last
            for each in self.sheet.slots.values() if again else (slot,):
                if (option := last.get(each.field.name)) and (each is slot or not each.filled):
                    each.take(option.value, option.words, self.sheet.values)
                    self.sheet.read(each)
            self._filled_from_last = slot
        self.sheet.read(slot)
        self._advise_soon()
        self.keeping.soon()
        self.body.redraw()

    def _advise_soon(self) -> None:
        if self._advice_timer is None:
            self._advice_timer = self.set_timer(_ADVICE_AFTER, self._advise)

    def _advise(self) -> None:
        self._advice_timer = None
        self.run_worker(self._take_advice(), group="advice", exclusive=True)

    async def _take_advice(self) -> None:
        """What the store has to say about the record so far: values to offer, likely duplicates, overlaps."""
        try:
            self.body.notices = (*self._met, *await self.lookup.advise(self.sheet))
        except Refused as refused:
            self.kit.tell(refused.message, problem=True)
        self.body.redraw()

    # -- saving and leaving ------------------------------------------------------------------------------------
    def action_save(self) -> None:
        self._save(series=False)

    def action_save_new(self) -> None:
        self._save(series=True)

    def _save(self, series: bool) -> None:
        self.idle.clear()
        self.run_worker(self._save_and_go_on(series))

    async def _save_and_go_on(self, series: bool) -> None:
        try:
            if await self._leave_field() and (done := await self._try_to_save()):
                await self._saved(done, series)
            elif self.is_current:
                tell_refused(self.kit, self.sheet)
        finally:
            self.idle.set()
            self.kit.keyboard.wake()
            self.body.redraw()

    async def _try_to_save(self) -> Done | None:
        """Save the record, a new one with what follows from all that has been typed; None if it is not to be."""
        if self.sheet.id is None:
            with self.body.telling():
                await self.lookup.offer(self.sheet)
        saving = Saving(self.kit, self.sheet)
        done = await saving.save()
        self._met = (saving.notice,) if saving.notice else ()
        if self._met:
            self.body.notices = self._met
        return done

    async def _saved(self, done: Done, series: bool) -> None:
        self.keeping.drop()
        self.done = done
        said = await what_was_saved(self.kit, self.sheet, done)
        if series:
            self._headline = message("New {record}", record=self.sheet.info.one)
            self._show(self.sheet.next_of_series())
        else:
            self.dismiss(done)
        self.kit.tell(said)

    async def action_leave(self) -> None:
        """Leave the form; ask only if something was typed."""
        from kit_tui.tui.screens.confirm import Confirm

        if self.body.sheet is None or not self.sheet.touched:
            self._leave(True)
        else:
            asked = Confirm(message("Leave without saving?"), message("throws it away"), message("goes on typing"))
            await self.kit.push_screen(asked, self._leave)

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.keeping.drop()
            self.dismiss(self.done)

    # -- the draft ---------------------------------------------------------------------------------------------
    def save_draft(self) -> Message | None:
        return self.keeping.now()

    def on_unmount(self) -> None:
        self.keeping.close()
