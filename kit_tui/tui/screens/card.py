"""A record's card: the record, everything that points to it, and what one does with it."""

from __future__ import annotations

from collections.abc import Iterable

from kit_tui.domain.wording import message
from kit_tui.store import Card, RegisterInfo, Touched
from kit_tui.tui import steps
from kit_tui.tui.adding import Addition, additions, takes_additions
from kit_tui.tui.cardlines import At, BringBack, CardLines, History, More
from kit_tui.tui.commands import Command, cards, everywhere
from kit_tui.tui.filters import is_value
from kit_tui.tui.returning import bring_back
from kit_tui.tui.screens.reading import ReadingPage
from kit_tui.tui.widgets.roll import TextLine

_PEOPLE, _EMPLOYMENTS = "people", "employments"


class CardPage(ReadingPage[Card]):
    """Enter opens the record under the cursor: one that this one names, or one that points to it."""

    COMMANDS = (
        cards.OpenRelated,
        cards.EditCard,
        cards.AddRelated,
        cards.NextStatus,
        cards.MovePerson,
        cards.PersonLeaves,
        cards.CardHistory,
        cards.DeleteCard,
        cards.BringBack,
        everywhere.Back,
    )

    def __init__(self, register: str, record: int) -> None:
        super().__init__()
        self._register, self._record = register, record

    @property
    def _info(self) -> RegisterInfo:
        """The register that keeps the record."""
        registers = self.kit.store.registers
        return registers[registers[self._register].base]

    @property
    def _deleted(self) -> bool:
        return self.found is not None and self.found.entry.deleted_at is not None

    def read(self) -> Card:
        return self.kit.store.card(self._register, self._record)

    def concerned(self, touched: Touched) -> bool:
        """Whether the record changed, or a table that has to do with it."""
        ids = touched.tables.get(self._info.table, frozenset())
        return ids is None or self._record in ids or not self._around.isdisjoint(touched.tables)

    def lines_for(self, found: Card, width: int) -> Iterable[TextLine]:
        return CardLines(self.kit.store.registers, self.kit.say).of(found, width)

    def read_done(self) -> None:
        self.kit.refresh_header()

    def footer(self) -> tuple[type[Command], ...]:
        can = (command for command in self.COMMANDS[:-1] if self.check_action(command.action, ()))
        return (*can, everywhere.Back, everywhere.Help)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command holds for this record: people move and leave, the deleted are brought back."""
        match action:
            case "move" | "leave":
                return self._info.slug == _PEOPLE and not self._deleted
            case "next_status":
                return self.found is not None and steps.following(self._info, self.found.entry) is not None
            case "bring_back":
                return self._deleted
            case "add":
                return not self._deleted and takes_additions(self.kit.store.registers, self._info.table)
            case "edit" | "delete":
                return not self._deleted
        return True

    async def action_open(self) -> None:
        match self.lines.target:
            case At(register, record):
                self.kit.open_card(register, record)
            case More(register, field):
                self._open_list(self.kit.store.registers[register], field)
            case History():
                self.action_history()
            case BringBack():
                self.action_bring_back()

    def _open_list(self, info: RegisterInfo, reference: str) -> None:
        """All records of a register that point to this one, in the register's list."""
        if self.found:
            pointing = is_value(info.fields[reference], self._record, self.found.entry.title)
            self.kit.open_area(info.area, info.slug, (pointing,))

    def action_edit(self) -> None:
        self.kit.open_form(self._info.slug, self._record)

    def action_add(self) -> None:
        """Choose what to add; its form begins with what it has in common with this record."""
        if self.found is None:
            return
        choices = additions(self.kit.store.registers, self.found.entry)
        if len(choices) == 1:
            self._add(choices[0])
        else:
            from kit_tui.tui.screens.add import AddPage

            self.kit.push_screen(AddPage(self.found.entry.title, choices), self._add)

    def _add(self, chosen: Addition | None) -> None:
        if chosen:
            self.kit.open_form(chosen.register, values=chosen.values)

    def action_next_status(self) -> None:
        self.kit.do(steps.go_on, self.kit, self._info.slug, self._record)

    def action_history(self) -> None:
        self.kit.open_history(self._info.slug, self._record)

    def action_move(self) -> None:
        from kit_tui.tui.screens.move import MovePage

        if self.found and self._is_employed(self.found):
            self.kit.push_screen(MovePage(self._record, self.found.entry.title))

    def action_leave(self) -> None:
        from kit_tui.tui.screens.move import LeavePage

        if self.found and self._is_employed(self.found):
            self.kit.push_screen(LeavePage(self._record, self.found.entry.title))

    def _is_employed(self, card: Card) -> bool:
        """Whether the person has an employment that can change; what has to be done first is told."""
        employed = any(related.register == _EMPLOYMENTS for related in card.related)
        if not employed:
            self.kit.tell(message("{name} has no employment: add one first.", name=card.entry.title), problem=True)
        return employed

    def action_delete(self) -> None:
        self.kit.do(self._delete)

    async def _delete(self) -> None:
        """Delete the record and go back to where one came from."""
        await self.kit.write(self.kit.store.delete, self._info.slug, [self._record])
        self.dismiss()
        if self.found:
            self.kit.tell(
                message(
                    "Deleted {n} records. Ctrl+Z brings them back.",
                    one="Deleted {title}. Ctrl+Z brings it back.",
                    n=1,
                    title=self.found.entry.title,
                )
            )

    def action_bring_back(self) -> None:
        self.kit.do(bring_back, self.kit, self._info.slug, [self._record])

    @property
    def _around(self) -> frozenset[str]:
        """The tables that refer to the record's or that it refers to, and those that refer to these."""
        registers = self.kit.store.registers.values()
        pointing = {info.slug: {field.table for field in info.fields.values() if field.table} for info in registers}
        near = {info.table for info in registers if self._info.table in pointing[info.slug]} | pointing[self._info.slug]
        return frozenset(near | {info.table for info in registers if near & pointing[info.slug]})
