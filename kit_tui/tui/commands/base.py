"""Every command, declared once: its keys, the footer's word, the palette's entry and the line of help.

They stand in groups by the place where they hold.  A place (a page, a pane, the app) lists the commands it has in
`COMMANDS` and has a method `action_…` for each; the keys may be changed in the settings file by a command's id.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from kit_tui.domain.wording import Message

if TYPE_CHECKING:
    from textual.binding import BindingType

REGISTRY: dict[str, type[Command]] = {}
"""All commands by id."""


class Command:
    """Something a user can do.

    `id` is its place and its name ("list.new"); `keys` come in the order in which they are shown, the letter first;
    `label` is the footer's word, `help` a short line; `action` is the method that does it ("new" is `action_new`,
    "app.find" is the app's).  A command without keys is reached from the palette alone.
    """

    id: ClassVar[str]
    keys: ClassVar[tuple[str, ...]] = ()
    label: ClassVar[Message]
    help: ClassVar[Message]
    action: ClassVar[str]

    def __init_subclass__(cls) -> None:
        if hasattr(cls, "id"):
            REGISTRY[cls.id] = cls

    @classmethod
    def place(cls) -> str:
        """Where it holds: the first part of its id."""
        return cls.id.partition(".")[0]


def bindings(commands: Iterable[type[Command]]) -> list[BindingType]:
    """The commands' keys as Textual binds them."""
    from textual.binding import Binding  # here, so that the settings file can be checked without Textual

    return [Binding(",".join(c.keys), c.action, id=c.id, show=False) for c in commands if c.keys]


class HasCommands:
    """A place where commands hold: a page, a pane or the app.  Its `COMMANDS` become its bindings."""

    COMMANDS: ClassVar[tuple[type[Command], ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init_subclass__(cls, **options: Any) -> None:
        if own := cls.__dict__.get("COMMANDS"):
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindings(own)]
        super().__init_subclass__(**options)
