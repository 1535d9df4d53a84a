"""What the store refuses, each with the sentence for the person who meets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kit_tui.domain.roles import NotAllowed
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.store.plain import Entry, Ref, Theirs

__all__ = ["Ambiguous", "Busy", "Conflict", "InTheWay", "InUse", "Invalid", "NotAllowed", "NotFound", "StoreError"]


class StoreError(Refused):
    """The database can't be opened or used."""


class Away(StoreError):
    """The database's server can't be reached at the moment, or has just given way to another."""


class Invalid(Refused):
    """A record breaks rules: the sentence for each field at fault.

    `theirs` is how the record stands where others have changed it since it was read (`meanwhile`): the rules hold for
    what comes of both.
    """

    def __init__(self, problems: Mapping[str, Message]) -> None:
        super().__init__(next(iter(problems.values())))
        self.problems = dict(problems)
        self.theirs: Entry | None = None
        self.meanwhile: tuple[Theirs, ...] = ()


class NotFound(Refused):
    """There is no such register or record."""


class Ambiguous(Refused):
    """A name stands for `total` records; `matches` are the first of them, told with what they are known by."""

    def __init__(self, text: str, told: Sequence[tuple[Ref, Message | str]], total: int) -> None:
        super().__init__(
            message(
                '"{text}" stands for {n} records: {matches}. Name one by its id.',
                text=text,
                n=total,
                matches=[*(_known_by(*one) for one in told), *_others(total - len(told))],
            )
        )
        self.matches = tuple(ref for ref, _ in told)


def _known_by(ref: Ref, what: Message | str) -> Message:
    if what == "":
        return message("{id} {title}", id=ref.id, title=ref.title)
    return message("{id} {title} ({what})", id=ref.id, title=ref.title, what=what)


def _others(more: int) -> list[Message]:
    return [message("others")] if more > 0 else []


class InUse(Refused):
    """Others point to the record; `pointing` are they."""

    def __init__(self, title: Message | str, pointing: tuple[Ref, ...], total: int) -> None:
        super().__init__(
            message(
                "{title} can't be deleted: {n} records point to it ({pointing}). Delete or change those first.",
                one="{title} can't be deleted: {pointing} points to it. Delete or change that first.",
                title=title,
                n=total,
                pointing=[*(ref.title for ref in pointing), *_others(total - len(pointing))],
            )
        )
        self.pointing = pointing


class Conflict(Refused):
    """Somebody else changed the record since it was read, in the same fields or as a whole.

    `theirs` is how it stands now, `login` who changed it last where both did, and when; `meanwhile` all that others
    have changed since, field by field.
    """

    def __init__(self, theirs: Entry, login: str, at: str, meanwhile: tuple[Theirs, ...] = ()) -> None:
        super().__init__(
            message(
                "{login} changed {title} in the meantime. Take theirs or keep yours.", login=login, title=theirs.title
            )
        )
        self.theirs, self.login, self.at, self.meanwhile = theirs, login, at, meanwhile


class InTheWay(Refused):
    """Later changes stand in the way of taking back an operation: `left` of its `total` records have to stay."""

    def __init__(self, why: Message, operation: int, total: int, left: int) -> None:
        super().__init__(why)
        self.operation, self.total, self.left = operation, total, left


class Busy(Refused):
    """Another write holds the register."""
