"""A record's form while it is filled in: its slots, where the cursor stands, and what is to be saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from kit_tui.domain.clock import today
from kit_tui.domain.fields import Value
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.store.plain import Entry, Ref, RegisterInfo
from kit_tui.tui.widgets.choosing import SearchSlot, slot_for
from kit_tui.tui.widgets.field import Option, Slot, Words

_KEPT_IN_SERIES = frozenset({"choice", "date", "year", "reference"})
_PEOPLE = "person"


class Sheet:
    """The slots of a register's form.  The cursor is on one of them, or below the last: on the line that saves.

    `given` are values that came along from a card; they stay through a series of new records.  `last_used` is what may
    be offered of the record before, None until it has been read.
    """

    def __init__(self, info: RegisterInfo, given: Mapping[str, Option] | None = None) -> None:
        self.info = info
        self.given = dict(given or {})
        self.groups = [[slot_for(info.fields[name]) for name in group] for group in info.form]
        self.slots = {slot.field.name: slot for group in self.groups for slot in group}
        self.at = 0
        self.saves_and_new = False
        self.id: int | None = None
        self.version: int | None = None
        self.deleted = False
        self.last_used: Mapping[str, Option] | None = None
        self._base: dict[str, Value] = {}
        self._broken: dict[str, tuple[Value, Message]] = {}
        self.fill(self.given)
        for slot in self.slots.values():
            slot.brought = slot.field.name in self.given
            slot.carried = slot.brought and slot.field.kind == "reference"
        self.at = self._first(lambda slot: slot.field.name not in self.given)
        self._opened = self.kept()

    @classmethod
    def of(cls, info: RegisterInfo, entry: Entry) -> Sheet:
        """The form of a record that is there already."""
        sheet = cls(info)
        sheet.id, sheet.version = entry.id, entry.version
        sheet._base = entry.plain()
        sheet.fill(_options(entry))
        sheet._opened = sheet.kept()
        return sheet

    @property
    def current(self) -> Slot | None:
        """The slot under the cursor; None on the line that saves."""
        return self._in_order[self.at] if self.at < len(self.slots) else None

    @property
    def values(self) -> dict[str, Value]:
        """What the form says so far, with what came along and what the record held."""
        known: dict[str, Value] = {name: codes[0] for name, codes in self.info.fixed.items() if len(codes) == 1}
        known |= self._base | {name: option.value for name, option in self.given.items()}
        return known | {name: slot.value for name, slot in self.slots.items()}

    @property
    def changes(self) -> dict[str, Value]:
        """What is to be saved: everything of a new record, with what follows for it; of another what was changed."""
        if self.id is None:
            following = {name: self.following(slot) for name, slot in self.slots.items()}
            return self.values | {name: option.value for name, option in following.items() if option}
        return {name: slot.value for name, slot in self.slots.items() if slot.value != self._base.get(name)}

    @property
    def touched(self) -> bool:
        """Whether anything was typed or chosen since the form was opened."""
        return self.kept() != self._opened

    @property
    def wrong(self) -> int:
        """How many fields are wrong, as far as they have been read."""
        return sum(slot.problem is not None for slot in self.slots.values())

    def go(self, by: int) -> None:
        """Move the cursor by so many fields, no further than the line that saves."""
        self.at = min(max(self.at + by, 0), len(self.slots))

    def go_on(self) -> None:
        """Move to the next field that neither a series nor a card has filled already, nor another one instead of it."""
        self.go(1)
        while (slot := self.current) and (slot.carried and slot.filled or self._is_spared(slot)):
            self.go(1)

    def go_to(self, name: str) -> None:
        """Put the cursor on a field."""
        self.at = list(self.slots).index(name)

    def fill(self, options: Mapping[str, Option]) -> None:
        """Put values into their fields."""
        values = self.values | {name: option.value for name, option in options.items()}
        for name, option in options.items():
            if name in self.slots:
                self.slots[name].put(option.value, option.words, values)

    def following(self, slot: Slot) -> Option | None:
        """What a new record is saved with in an empty field; None where that may stay empty and shall.

        Until it has been saved this stays an offer, which goes by what else is typed.
        """
        offered = slot.offered if self.id is None and not slot.filled else None
        wanted = offered and not offered.recalled and (slot.field.required or not slot.declined)
        return offered if wanted else None

    def read(self, slot: Slot) -> bool:
        """Read a field that is being left; whether its value has changed."""
        changed = slot.read(today(), self._beside(slot))
        slot.problem = slot.problem or self._broken_at(slot)
        return changed

    def heard(self, slot: Slot) -> Value:
        """What a field says as far as it has been typed; None while that can't be read."""
        if not slot.typing or isinstance(slot, SearchSlot):
            return slot.value
        try:
            return slot.field.read(slot.editor.text, today=today(), beside=self._beside(slot))
        except Refused:
            return None

    def read_all(self) -> bool:
        """Read every field, the cursor on the first that is wrong; whether all are right."""
        self._broken = {}
        for slot in self._in_order:
            if self.following(slot):
                slot.problem = None
            else:
                self.read(slot)
        return self._go_to_problem()

    def show_broken(self, values: Mapping[str, Value], problems: Mapping[str, Message]) -> None:
        """Show which rules the record breaks with these values, at filled fields; nothing new at the cursor."""
        before, self._broken = self._broken, {}
        for name, slot in self.slots.items():
            if name in problems and values[name] not in (None, ""):
                self._broken[name] = values[name], problems[name]
            was_shown = name in before and slot.problem is before[name][1]
            if was_shown or (slot.problem is None and slot is not self.current):
                slot.problem = self._broken_at(slot)

    def show_problems(self, problems: Mapping[str, Message]) -> None:
        """Show what the store refused at the fields, the cursor on the first."""
        for name, problem in problems.items():
            if name in self.slots:
                self.slots[name].problem = problem
        self._go_to_problem()

    def meet(self, theirs: Entry, whose: Mapping[str, Words], other: Words = "?") -> None:
        """Somebody else saved the record: take what only they changed, show theirs where both did.

        `whose` says of each field who changed it, `other` who did where that is not known.  The cursor goes to the
        first of those that both did.  Saving again keeps mine.
        """
        now, options = theirs.plain(), _options(theirs)
        for name, slot in self.slots.items():
            before, mine, option = self._base.get(name), slot.value, options[name]
            login, slot.theirs = whose.get(name, other), None
            if option.value == before or option.value == mine:
                continue
            if mine == before and not slot.problem:
                slot.put(option.value, option.words, now)
                slot.note = message("changed by {login}", login=login)
            else:
                slot.theirs = Option(option.value, option.words or slot.field.show(option.value, now), login)
        self._base, self.version, self.deleted = now, theirs.version, theirs.deleted_at is not None
        self.at = next((at for at, slot in enumerate(self._in_order) if slot.theirs), self.at)

    def next_of_series(self) -> Sheet:
        """A new record's form after this one: what a series shares is kept, what makes each record its own is empty.

        A series goes from person to person: the same test, course or host for one after another.  So choices, dates,
        years and references stay, except to the person whom the record is about; texts, numbers, countries and flags
        (nobody shall have verified what they did not look at) go.
        """
        about = next((name for name, slot in self.slots.items() if slot.field.table == _PEOPLE), None)
        sheet = Sheet(self.info, {name: option for name, option in self.given.items() if name != about})
        for name, slot in self.slots.items():
            if slot.field.kind in _KEPT_IN_SERIES and name != about and slot.filled and name not in self.given:
                sheet.slots[name].put(slot.value, slot.words)
                sheet.slots[name].carried = sheet.slots[name].brought = True
        sheet.at = sheet._first(lambda slot: not slot.filled)
        sheet._opened = sheet.kept()
        return sheet

    def kept(self) -> dict[str, Mapping[str, object]]:
        """What a draft keeps, by field."""
        return {name: slot.kept() for name, slot in self.slots.items()}

    def restore(self, fields: Mapping[str, Mapping[str, object]]) -> None:
        """Fill the form from a draft, the cursor on the last field that was filled in.

        Fields that the register no longer has are passed over.
        """
        for name, kept in fields.items():
            if name in self.slots:
                self.slots[name].restore(kept)
        for at, slot in enumerate(self._in_order):
            if slot.filled:
                self.read(slot)
                if slot.kept() != self._opened[slot.field.name]:
                    self.at = at

    @property
    def base(self) -> dict[str, Value]:
        """What the record held when the form was opened."""
        return self._base

    def rebase(self, base: Mapping[str, Value], version: int) -> None:
        """Take a draft's word for what the record was when it was begun, so that a later change is noticed."""
        self._base, self.version = self._base | dict(base), version

    def _beside(self, slot: Slot) -> dict[str, Value]:
        """The values of the other fields."""
        return {name: value for name, value in self.values.items() if name != slot.field.name}

    def _broken_at(self, slot: Slot) -> Message | None:
        """The rule that the record was found to break with the value that a field still has."""
        value, problem = self._broken.get(slot.field.name, (None, None))
        return problem if slot.value == value else None

    def _is_spared(self, slot: Slot) -> bool:
        """Whether a field has nothing to say, since another one of its alternatives is filled."""
        alternatives = self.info.alternatives
        filled = any(self.slots[name].filled for name in alternatives if name in self.slots)
        return slot.field.name in alternatives and filled and not slot.filled

    def _first(self, wanted: Callable[[Slot], bool]) -> int:
        """Where the first field stands that is wanted and not spared; at the top if there is none."""
        return next((at for at, slot in enumerate(self._in_order) if wanted(slot) and not self._is_spared(slot)), 0)

    @property
    def _in_order(self) -> list[Slot]:
        return list(self.slots.values())

    def _go_to_problem(self) -> bool:
        wrong = next((at for at, slot in enumerate(self._in_order) if slot.problem), None)
        if wrong is not None:
            self.at = wrong
        return wrong is None


def _options(entry: Entry) -> dict[str, Option]:
    """A record's values as they are put into slots."""
    return {
        name: Option(value.id, value.title) if isinstance(value, Ref) else Option(value)
        for name, value in entry.values.items()
        if not isinstance(value, Message)
    }


def echo(slot: Slot, value: Value, values: Mapping[str, Value]) -> Words:
    """What was understood of a field's text, where that says more than the text itself."""
    kind = slot.field.kind
    if value is None or value == "" or slot.problem:
        return ""
    if isinstance(slot, SearchSlot):
        return slot.about
    if isinstance(value, dt.date):
        return _echo_date(slot.field.name, value, values)
    if kind == "year" and isinstance(value, int):
        from kit_tui.domain.years import year_name

        return year_name(value)
    shown = slot.field.show(value, values)
    return "" if shown == slot.words or kind in ("text", "notes", "choice", "flag") else shown


def _echo_date(name: str, day: dt.date, values: Mapping[str, Value]) -> Message:
    from kit_tui.domain.dates import days_between, days_inclusive, long_day
    from kit_tui.domain.years import academic_year, short_year

    start, end = values.get("start"), values.get("end")
    if name == "end" and isinstance(start, dt.date) and start <= day:
        return message("{day}, {n} days", one="{day}, one day", day=long_day(day), n=days_inclusive(start, day))
    if name.endswith("_due") and isinstance(end, dt.date) and end < day:
        return message(
            "{day}, {n} days after the end",
            one="{day}, the day after the end",
            day=long_day(day),
            n=days_between(end, day),
        )
    return message("{day}, {year}", day=long_day(day), year=short_year(academic_year(day)))
