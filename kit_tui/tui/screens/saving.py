"""Saving a form: what is refused goes to the fields at fault, a busy register is waited for, nothing typed is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from kit_tui.domain.operations import when
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.store.errors import Busy, Conflict, Invalid
from kit_tui.store.plain import Done, Edit, Theirs
from kit_tui.tui.commands import forms
from kit_tui.tui.keymap import shown_key
from kit_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp
    from kit_tui.tui.screens.waiting import Waiting

_PATIENCE = 0.7
"""Seconds until the user is told that a save has to wait."""
_BETWEEN_TRIES = 0.3


class _TakenBack(Exception):
    """The user no longer wants what had to wait."""


def tell_refused(kit: KitApp, sheet: Sheet) -> None:
    """Say at the bottom, unless more is said there already, that fields of the form hold a save up."""
    if sheet.wrong and not kit.told:
        kit.tell(
            message(
                "Not saved: {n} fields need another look.",
                one="Not saved: one field needs another look.",
                n=sheet.wrong,
            ),
            problem=True,
        )


async def what_was_saved(kit: KitApp, sheet: Sheet, done: Done) -> Message:
    """The record's title, and the first of what looks odd about it: whoever types looks at the fields alone.

    What others had changed in it meanwhile comes before both.
    """
    if done.meanwhile:
        return _also_changed(done.meanwhile)
    store, record = kit.store, done.ids[0]
    title = (await kit.quick(store.refs, sheet.info.table, [record]))[record].title
    odd = await kit.quick(store.warnings, sheet.info.slug, sheet.base | sheet.changes, record)
    if odd:
        return message("Saved: {title}. {warning}", title=title, warning=odd[0])
    return message("Saved: {title}", title=title)


def _also_changed(meanwhile: Sequence[Theirs]) -> Message:
    """What others had changed in a record that has been saved on top of it."""
    logins = list(dict.fromkeys(one.login for one in meanwhile))
    fields = [one.field.label for one in meanwhile]
    return message("Saved; also changed meanwhile by {login}: {fields}", login=logins, fields=fields)


def _whose(meanwhile: Sequence[Theirs]) -> dict[str, Message]:
    """Who changed each field, and when."""
    return {one.field.name: message("{login}, {time}", login=one.login, time=when(one.at)) for one in meanwhile}


class Saving:
    """One attempt of the user's to save a form; `notice` is what then has to be said below it."""

    def __init__(self, kit: KitApp, sheet: Sheet) -> None:
        self._kit, self._sheet = kit, sheet
        self.notice: Message | None = None
        self._wanted = True

    async def save(self) -> Done | None:
        """Save; what was done, or None when something is in the way, which the form then shows."""
        sheet = self._sheet
        if not sheet.read_all():
            return None
        try:
            return await self._when_free()
        except Invalid as invalid:
            if invalid.theirs:
                sheet.meet(invalid.theirs, _whose(invalid.meanwhile))
            sheet.show_problems(invalid.problems)
            for name, problem in invalid.problems.items():
                if name not in sheet.slots:
                    self._kit.tell(problem, problem=True)
        except Conflict as conflict:
            sheet.meet(conflict.theirs, _whose(conflict.meanwhile), conflict.login)
            if not sheet.deleted and not any(slot.theirs for slot in sheet.slots.values()):
                return await self.save()  # both have said the same
            self.notice = self._met(conflict)
        except Refused as refused:
            self._kit.tell(refused.message, problem=True)
        return None

    async def _when_free(self) -> Done | None:
        """Save as soon as no other write holds the register; None when the user takes it back meanwhile."""
        operation = uuid4().hex
        waiting: Waiting | None = None
        try:
            while True:
                attempt = asyncio.ensure_future(self._attempt(operation))
                await asyncio.wait({attempt}, timeout=_PATIENCE)
                if not attempt.done() or isinstance(attempt.exception(), Busy):
                    waiting = waiting or self._say_so()
                    await asyncio.wait({attempt, waiting.taken_back}, return_when=asyncio.FIRST_COMPLETED)
                    if waiting.taken_back.done():
                        self._wanted = False
                        attempt.add_done_callback(self._take_back)
                        return None
                try:
                    return await attempt
                except Busy:
                    await asyncio.sleep(_BETWEEN_TRIES)
                    if waiting and waiting.taken_back.done():
                        return None
        finally:
            if waiting and not waiting.taken_back.done():
                waiting.dismiss()

    async def _attempt(self, operation: str) -> Done:
        sheet, slug = self._sheet, self._sheet.info.slug
        edits = [Edit(slug, sheet.id, None if sheet.deleted else sheet.version, sheet.changes)]
        if sheet.deleted:
            edits.insert(0, Edit(slug, sheet.id, sheet.version, gone=False))
        return await self._kit.lanes.write(self._apply, edits, operation)

    def _apply(self, edits: list[Edit], operation: str) -> Done:
        """Carry out the edits, unless they have been taken back until the register was free."""
        store = self._kit.store
        with store.whole():
            if not self._wanted:
                raise _TakenBack
            return store.apply(edits, operation=operation)

    def _met(self, conflict: Conflict) -> Message:
        """What another has done to the record, and what one may do now."""
        login, time = conflict.login, when(conflict.at)
        if self._sheet.deleted:
            return message(
                "{login} deleted this record at {time}. Save again to bring it back as it stands here.",
                login=login,
                time=time,
            )
        return message(
            "{login} changed this record at {time}. Save again to keep yours; {key} on a field takes theirs.",
            login=login,
            key=shown_key(self._kit.keymap.keys(forms.AsInTheLast)[0]),
            time=time,
        )

    def _take_back(self, attempt: asyncio.Future[Done]) -> None:
        """A save that was taken back at the last moment may have gone through after all."""
        if attempt.exception() is None and (operation := attempt.result().operation):
            self._kit.do(self._undo, operation)

    async def _undo(self, operation: int) -> None:
        await self._kit.write(self._kit.store.undo, operation)

    def _say_so(self) -> Waiting:
        from kit_tui.tui.screens.waiting import Waiting

        waiting = Waiting()
        self._kit.push_screen(waiting)
        return waiting
