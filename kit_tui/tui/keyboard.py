"""Keys in the order in which they were pressed, and Japanese input outside text fields.

Textual hands a key to the widget that has the focus when the key arrives, and not when the keys before it have been
dealt with: of "815 Tab 2018" arriving in one packet, as lines with a delay do it, 2018 may land in the first field.
Here a key waits until the one before it has done its work, and until a page that it opened is ready for text.

Outside text fields a full-width character is its key.  Other text, such as several characters that arrive at once (an
input method's conversion), runs nothing and opens Find anywhere.  One ASCII character repeated is a held key on a slow
line and stays that; other ASCII in one packet counts as text too, since keys run blindly might delete or move.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from textual import events
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.message import Message as Event
from textual.screen import Screen

if TYPE_CHECKING:
    from kit_tui.tui.shell import Shell

KANA_KEYS = frozenset({"f6", "f7", "f8", "f9", "f10"})
"""They convert kana under a Japanese input method; pressed by habit, they do nothing anywhere."""

_ON_JAPANESE_KEYS = str.maketrans("・、。「」ー￥〜\u3000", "/,.[]-\\~ ")
_FULL_WIDTH = str.maketrans({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
_LONGEST_WAIT = 0.5
"""Seconds.  A key is held back no longer for the one before it, whatever became of that."""
_LONGEST_OPENING = 5.0
"""Seconds.  Text is held back no longer for a page that opens."""


class Typed(events.Event, bubble=False):
    """Several characters that arrived from the terminal at once."""

    def __init__(self, keys: list[events.Key]) -> None:
        super().__init__()
        self.keys = keys

    @property
    def text(self) -> str:
        return "".join(key.character or "" for key in self.keys)


class Settled(Event):
    """Follows a key on its way up from widget to app: where it arrives, the key of that `turn` has been dealt with."""

    def __init__(self, turn: int) -> None:
        super().__init__()
        self.turn = turn


class Wake(Event):
    """Something happened that keys may have waited for."""


Pressed: TypeAlias = events.Key | events.Paste | Typed


def gathered(arrived: Iterable[Event]) -> Iterator[Event]:
    """What one read from the terminal brought, runs of characters joined to `Typed`."""
    run: list[events.Key] = []
    for event in [*arrived, None]:
        if isinstance(event, events.Key) and is_text(event):
            run.append(event)
            continue
        if run:
            yield run[0] if len(run) == 1 else Typed(run)
            run = []
        if event is not None:
            yield event


def is_text(key: events.Key) -> bool:
    """Whether a key is a character, and not one pressed with Alt."""
    return key.is_printable and not key.key.startswith(("alt+", "shift+alt+"))


def key_name(character: str) -> str:
    """Textual's name for the key of a character: "n", "question_mark"."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def ascii_key(character: str) -> str:
    """The ASCII character on the key that gives this full-width one; empty where there is none."""
    plain = character.translate(_ON_JAPANESE_KEYS).translate(_FULL_WIDTH)
    return plain if plain.isascii() else ""


class Keyboard:
    """Takes what is pressed and passes it on, one thing after another, by `dispatch`."""

    def __init__(self, app: Shell, dispatch: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._dispatch = dispatch
        self._waiting: deque[Pressed] = deque()
        self._unsettled: Screen[object] | None = None
        self._turn = 0
        self._has_timer = False
        self._waiting_since = 0.0

    async def take(self, pressed: Pressed) -> None:
        """Something was pressed."""
        if not self._waiting:
            self._waiting_since = monotonic()
        self._waiting.append(pressed)
        await self.go_on()

    async def go_on(self) -> None:
        """Deal with what waits, as far as it need not wait any longer."""
        while self._waiting and not self._must_wait(self._waiting[0]):
            self._waiting_since = monotonic()
            await self._act(self._waiting.popleft())
        if self._waiting and not self._has_timer:
            self._has_timer = True
            self._app.set_timer(_LONGEST_WAIT, self._waited_long)

    async def settled(self, turn: int) -> None:
        """The key of a turn has been dealt with; it may not be the last one, if that went to another screen."""
        if turn == self._turn:
            self._unsettled = None
        await self.go_on()

    def wake(self) -> None:
        """Look again, soon, whether what waits can go on."""
        if self._waiting:
            self._app.post_message(Wake())

    def _must_wait(self, pressed: Pressed) -> bool:
        if self._unsettled is self._app.screen:
            return True
        page = self._app.page
        if page is None or page.is_ready or isinstance(pressed, events.Key) and pressed.key == "escape":
            return False
        return monotonic() - self._waiting_since < _LONGEST_OPENING

    async def _waited_long(self) -> None:
        self._has_timer = False
        if monotonic() - self._waiting_since >= _LONGEST_WAIT:  # else the timer was set for a key before
            self._unsettled = None
        await self.go_on()

    async def _act(self, pressed: Pressed) -> None:
        if isinstance(pressed, events.Paste):
            await self._pasted(pressed)
        elif isinstance(pressed, Typed):
            await self._several(pressed)
        elif pressed.key not in KANA_KEYS:
            await self._one(pressed)

    async def _one(self, key: events.Key) -> None:
        in_text = self._app.in_text
        if is_text(key) and key.character:
            if in_text:
                await self._dispatch(key)
                return
            plain = ascii_key(key.character)
            if not plain:
                self._type(key.character)
                return
            if plain != key.character:
                key = events.Key(key_name(plain), plain)
        await self._dispatch(key)
        screen = self._app.screen
        self._turn += 1
        if (self._app.focused or screen).post_message(Settled(self._turn)):
            self._unsettled = screen

    async def _several(self, typed: Typed) -> None:
        if self._app.in_text:
            for key in typed.keys:
                await self._dispatch(key)
        elif typed.text.isascii() and len(set(typed.text)) == 1:
            self._waiting.extendleft(reversed(typed.keys))
        else:
            self._type(typed.text)

    async def _pasted(self, paste: events.Paste) -> None:
        if self._app.in_text:
            await self._dispatch(paste)
        elif lines := paste.text.strip().splitlines():
            self._type(lines[0])

    def _type(self, text: str) -> None:
        if page := self._app.page:
            page.typed(text)
