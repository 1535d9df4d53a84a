"""The keys of the commands, as the settings file changes them.  Textual is not loaded to read or to check them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kit_tui.domain.wording import Message, message
from kit_tui.tui.commands import REGISTRY, Command

_NAMED: dict[str, str] = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
}
_KANA = re.compile(r"f([6-9]|10)")
_FUNCTION = re.compile(r"f([1-9]|1[0-9]|2[0-4])")
_CONTROL = re.compile(r"ctrl\+[a-z]")
_MOVING = frozenset({"up", "down", "left", "right", "pageup", "pagedown", "home", "end"})
"""They move a cursor or a caret wherever there is one, before they are anybody's keys."""
_SAME_AS = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+j": "enter", "ctrl+m": "enter"}
_WITH_TEXT = ("form", "find")
"""Places where the focus is in a text field, so that a character is text and no key."""


class Keymap:
    """The keys by command.  What is wrong in `changes` (keys by command id, as in the settings file) is left out."""

    def __init__(self, changes: Mapping[str, str] | None = None) -> None:
        self.problems: list[Message] = []
        self.changed: dict[str, tuple[str, ...]] = {}
        for command_id, typed in (changes or {}).items():
            keys = tuple(key.strip() for key in typed.split(",") if key.strip())
            problems = list(self._problems(command_id, keys))
            self.problems += problems
            if not problems:
                self.changed[command_id] = keys

    def keys(self, command: type[Command]) -> tuple[str, ...]:
        """The keys of a command, the one to show first."""
        return self.changed.get(command.id, command.keys)

    def as_textual(self) -> dict[str, str]:
        """The changed keys as Textual's `set_keymap` takes them."""
        return {command_id: ",".join(keys) for command_id, keys in self.changed.items()}

    def _problems(self, command_id: str, keys: tuple[str, ...]) -> Iterator[Message]:
        command = REGISTRY.get(command_id)
        if command is None:
            yield message('Keys: there is no command "{id}".', id=command_id)
            return
        if not keys:
            yield message('Keys: "{id}" is left without a key; it keeps its own.', id=command_id)
        for key in keys:
            if wrong := _wrong(command, key):
                yield wrong
            for other in REGISTRY.values():
                if other is not command and key in self.keys(other) and _together(command, other):
                    yield message(
                        'Keys: "{id}" can\'t have {key}, which is a key of "{other}"; it keeps its own.',
                        id=command_id,
                        key=shown_key(key),
                        other=other.id,
                    )


def problems(login: str) -> list[Message]:
    """A sentence for each thing that is wrong in the settings file of a login."""
    from kit_tui.tui.state import read_settings

    settings = read_settings(login)
    return [*settings.problems, *Keymap(settings.keys).problems]


def shown_key(key: str) -> Message | str:
    """A key as it is shown: "n", "F3", "Ctrl+S", "Enter"."""
    if key in _NAMED:
        return message(_NAMED[key])
    return key.title() if len(key) > 1 else key


def _wrong(command: type[Command], key: str) -> Message | None:
    if _KANA.fullmatch(key):
        return message("Keys: {key} converts kana under a Japanese input method and can't be a key.", key=key.title())
    if key in _SAME_AS:
        return message(
            "Keys: a terminal can't tell {key} from {other}: choose another key.", key=key.title(), other=_SAME_AS[key]
        )
    if key in _MOVING and key not in command.keys:
        return message('Keys: "{id}" can\'t have {key}, which moves the cursor.', id=command.id, key=shown_key(key))
    if not key.isascii():
        return message("Keys: {key} is what an input method types and can't be a key: write it in ASCII.", key=key)
    if len(key) == 1 and command.place() in _WITH_TEXT:
        return message('Keys: "{id}" holds where text is typed, and {key} is text.', id=command.id, key=key)
    known = len(key) == 1 and key.isprintable() or key in _NAMED or _FUNCTION.fullmatch(key) or _CONTROL.fullmatch(key)
    if known:
        return None
    return message('Keys: there is no key "{key}": write n, ?, f4, ctrl+s, enter, space, left and the like.', key=key)


def _together(one: type[Command], other: type[Command]) -> bool:
    """Whether two commands may hold at the same time."""
    places = {one.place(), other.place()}
    return len(places) == 1 or "everywhere" in places
