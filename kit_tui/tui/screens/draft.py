"""What becomes of a half-typed form that was kept: asked when its form is opened, and when the app starts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import uuid4

from textual.app import ComposeResult
from textual.timer import Timer

from kit_tui.domain.clock import local, stamp
from kit_tui.domain.text import cut
from kit_tui.domain.wording import Message, message
from kit_tui.tui.commands import forms
from kit_tui.tui.drafts import Draft, Drafts
from kit_tui.tui.page import Dialog
from kit_tui.tui.widgets.asked import Asked
from kit_tui.tui.widgets.field import Words
from kit_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp
    from kit_tui.tui.screens.form import FormPage

Answer: TypeAlias = Literal["on", "away", "later"]

_AFTER = 0.8
"""Seconds of rest: a draft is at most a second behind the typing."""
_NOT_KEPT = message("no draft can be kept")
_SHOWN = 24
"""Cells of a draft's words in the question about it."""


class KeptDraft:
    """The draft of one open form."""

    def __init__(self, drafts: Drafts, sheet: Sheet) -> None:
        self._drafts, self.sheet = drafts, sheet
        self._name, self._turn = uuid4().hex[:12], 0
        self._held: Mapping[str, object] = {}
        self._at = ""
        self._dropped = False

    @property
    def wanted(self) -> bool:
        """Whether anything was typed that was neither saved nor thrown away."""
        return self.sheet.touched and not self._dropped

    def snapshot(self) -> Callable[[], bool]:
        """What the form holds now: calling it, on any thread, writes that down; whether it could be.

        The draft is as old as what was typed last, so that of two forms the one on top, typed in later, is the newer.
        """
        self._turn += 1
        sheet, turn = self.sheet, self._turn
        if self._held != sheet.kept():
            self._held, self._at = sheet.kept(), stamp()
        given = {name: {"value": option.value, "words": str(option.words)} for name, option in sheet.given.items()}
        draft = Draft(sheet.info.slug, sheet.id, sheet.kept(), sheet.base, sheet.version, given, self._at)
        return lambda: self._drafts.keep(self._name, draft, turn)

    def drop(self) -> None:
        """The form was saved, or is left for good: nothing of it is kept from here on."""
        self._dropped = True
        self._turn += 1
        self._drafts.drop(self._name, self._turn)

    def close(self) -> None:
        """The form is gone; what it held may be offered again."""
        self._drafts.leave(self._name)


class Keeping:
    """Keeps the draft of a form while one types, and says so beside the form's title."""

    def __init__(self, form: FormPage) -> None:
        self._form = form
        self._kept: KeptDraft | None = None
        self._timer: Timer | None = None

    def begin(self, sheet: Sheet) -> None:
        """Another record is being filled in: it has a draft of its own."""
        self._kept = KeptDraft(self._form.kit.drafts, sheet)

    def soon(self) -> None:
        """Something was typed."""
        if self._timer is None:
            self._timer = self._form.set_timer(_AFTER, self._write_soon)

    def now(self) -> Message | None:
        """Write the draft at once, on this thread; the way back to it in words, None where there is none to write."""
        if not self._kept or not self._kept.wanted:
            return None
        if not self._kept.snapshot()():
            return _NOT_KEPT
        record = self._kept.sheet.info.one
        return message("Draft kept: open the form of the {record} again to go on with it.", record=record)

    def drop(self) -> None:
        """The form was saved, or is left for good."""
        if self._kept:
            self._kept.drop()

    def close(self) -> None:
        """The form is gone."""
        self.now()
        if self._kept:
            self._kept.close()

    def _write_soon(self) -> None:
        self._timer = None
        if self._kept:
            self._form.run_worker(self._write(self._kept))

    async def _write(self, kept: KeptDraft) -> None:
        said: Words = ""
        body = self._form.body
        if kept.wanted:
            at = f"{local(stamp()):%H:%M}"
            said = message("draft kept {time}", time=at) if await asyncio.to_thread(kept.snapshot()) else _NOT_KEPT
        if kept is self._kept and body.mark != said:
            body.mark = said
            body.redraw()


class OfferDraft(Dialog[Answer]):
    """Offers a draft: go on with it, throw it away, or later."""

    COMMANDS = (forms.GoOnWithDraft, forms.ThrowDraftAway, forms.DraftLater)

    def __init__(self, draft: Draft, record: Message) -> None:
        super().__init__()
        self._asked = message(
            "A draft from {time} was kept: {record} {words}.",
            time=f"{local(draft.at):%Y-%m-%d %H:%M}",
            record=record,
            words=cut(first_words(draft), _SHOWN),
        )

    def compose_page(self) -> ComposeResult:
        yield Asked(self._asked, self.COMMANDS)

    def action_answer(self, answer: Answer) -> None:
        self.dismiss(answer)


def first_words(draft: Draft) -> str:
    """The first words that were typed or chosen in a draft: they tell it from another."""
    own = [kept for name, kept in draft.fields.items() if name not in draft.given]
    words = (str(kept.get("words") or kept.get("text") or "") for kept in own)
    return next((one for one in words if one.strip()), "")


async def offer(kit: KitApp, register: str = "", record: int | None = None) -> Draft | None:
    """Ask about the newest waiting draft, with `register` only of that form; the one to go on with, or None.

    For a worker: it waits for the answer.
    """
    waiting: list[tuple[Path, Draft]] = await asyncio.to_thread(kit.drafts.waiting)
    for path, draft in waiting:
        info = kit.store.registers.get(draft.register)
        if info is None or (register and (draft.register, draft.id) != (register, record)):
            continue
        answer = await kit.push_screen_wait(OfferDraft(draft, info.one))
        if answer == "later":
            return None
        if await asyncio.to_thread(kit.drafts.take_over, path) and answer == "on":
            return draft
    return None


async def offer_at_start(kit: KitApp) -> None:
    """Ask about the drafts that a lost terminal left, the next one when the form of the one before has been closed.

    So who was made on the spot comes before the record that waits for them.
    """
    from kit_tui.tui.screens.form import FormPage

    while draft := await offer(kit):
        await kit.push_screen_wait(FormPage(draft.register, draft.id, draft=draft))
