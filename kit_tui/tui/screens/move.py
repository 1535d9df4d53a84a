"""A person moves to another unit or position, or leaves: what is asked is little, the employments follow from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widget import Widget

from kit_tui.domain.dates import long_day
from kit_tui.domain.fields import Field, Value
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.store import Done, Invalid
from kit_tui.tui.commands import Command, everywhere, forms
from kit_tui.tui.page import Page
from kit_tui.tui.widgets.draw import Drawn, strip
from kit_tui.tui.widgets.formpaint import SAVE
from kit_tui.tui.widgets.line import Line
from kit_tui.tui.widgets.said import Said

_EMPLOYMENTS = "employments"


class SaveLine(Drawn, can_focus=True):
    """The line below the last field, on which Enter saves."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        if event.is_printable:
            event.stop()
            event.prevent_default()

    def on_focus(self) -> None:
        self.refresh()

    on_blur = on_focus

    def render_line(self, y: int) -> Strip:
        sign = ">" if self.has_focus and self.colourless else " "
        ink = self.ink("cursor" if self.has_focus else "muted")
        return strip(((f"[{sign}{self.say(SAVE)} ]", ink),), self.size.width, self.ink())


class AskPage(Page[Done]):
    """A few fields under one another, and the line that saves.  Enter reads the field at the caret and goes on.

    As in forms, Enter in a field never saves: it is the key that ends a conversion too.
    """

    COMMANDS: ClassVar[tuple[type[Command], ...]] = (
        forms.NextField,
        forms.Save,
        forms.FieldUp,
        forms.FieldDown,
        everywhere.Back,
    )
    wants_text = True

    def __init__(self, person: int, who: Message | str) -> None:
        super().__init__()
        self.person, self.who = person, who
        self._problem = Said()

    def asked(self) -> Message:
        """What the page is for."""
        raise NotImplementedError

    def fields(self) -> Sequence[Field]:
        """What is asked."""
        raise NotImplementedError

    def act(self, values: dict[str, Value]) -> Done:
        """Do it, on the write lane.  Raises `Refused`."""
        raise NotImplementedError

    def compose_page(self) -> ComposeResult:
        yield Said(self.asked(), "strong")
        for field in self.fields():
            with Horizontal():
                yield Said(field.label)
                yield Line(id=field.name, placeholder=field.help)
                yield Said()
        yield SaveLine()
        yield self._problem

    def footer(self) -> tuple[type[Command], ...]:
        return (forms.NextField, forms.Save, everywhere.Back)

    def on_mount(self) -> None:
        super().on_mount()
        self.query(Line).first().focus()

    def on_line_changed(self) -> None:
        self._problem.show("")

    def on_line_entered(self, event: Line.Entered) -> None:
        self.action_next()

    def action_next(self) -> None:
        if self.query_one(SaveLine).has_focus:
            self.action_save()
        elif self._read(self._at) is not None:
            self._stops[self._at + 1].focus()

    def action_go(self, by: int) -> None:
        if self._at < len(self.fields()):
            self._read(self._at)
        self._stops[min(max(self._at + by, 0), len(self._stops) - 1)].focus()

    def action_save(self) -> None:
        read = [self._read(at) for at in range(len(self.fields()))]
        values = {name: value for one in read if one for name, value in one.items()}
        if len(values) < len(read):
            self._stops[read.index(None)].focus()
        else:
            self.kit.do(self._save, values)

    async def _save(self, values: dict[str, Value]) -> None:
        try:
            done = await self.kit.write(self.act, values)
        except Invalid as invalid:
            self._show(invalid)
        else:
            self.dismiss(done)
            self.kit.tell(message("Saved: {title}", title=self.asked()))

    @property
    def _stops(self) -> list[Widget]:
        """Where the cursor may be: the fields, and the line that saves."""
        return [*self.query(Line), self.query_one(SaveLine)]

    @property
    def _at(self) -> int:
        return next((at for at, stop in enumerate(self._stops) if stop.has_focus), 0)

    def _read(self, at: int) -> dict[str, Value] | None:
        """The value of a field by its name, with what was understood beside it; None where it is wrong."""
        field, row = self.fields()[at], self.query(Horizontal)[at]
        try:
            value = field.read(row.query_one(Line).text, today=self.kit.today)
        except Refused as refused:
            self._problem.show(refused.message, "behind")
            return None
        self._problem.show("")
        row.query(Said).last().show(long_day(value) if isinstance(value, dt.date) else "")
        return {field.name: value}

    def _show(self, invalid: Invalid) -> None:
        """Say what was refused, with the caret in the field at fault."""
        self._problem.show(invalid.message, "behind")
        for line in self.query(Line):
            if line.id in invalid.problems:
                line.focus()


class MovePage(AskPage):
    """Date, new unit and position; the employment before ends on the day before, and the contract goes on."""

    def asked(self) -> Message:
        return message("{name} moves", name=self.who)

    def fields(self) -> Sequence[Field]:
        known = self.kit.store.registers[_EMPLOYMENTS].fields
        return (known["start"], replace(known["unit"], required=True), known["position"])

    def act(self, values: dict[str, Value]) -> Done:
        on = values["start"]
        assert isinstance(on, dt.date)
        return self.kit.store.move(self.person, on, str(values["unit"]), str(values["position"]))


class LeavePage(AskPage):
    """The last day of the employment."""

    def asked(self) -> Message:
        return message("{name} leaves", name=self.who)

    def fields(self) -> Sequence[Field]:
        end = self.kit.store.registers[_EMPLOYMENTS].fields["end"]
        return (replace(end, label=message("Last day"), help=None, required=True),)

    def act(self, values: dict[str, Value]) -> Done:
        last_day = values["end"]
        assert isinstance(last_day, dt.date)
        return self.kit.store.leave(self.person, last_day)
