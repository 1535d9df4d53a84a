"""A clerk at a terminal, who goes by what stands on the screen and uses the keyboard alone."""

from __future__ import annotations

import re
import time

import pytest
from harness import LIMIT, Terminal

from kit_tui.domain.locale.ja import WORDS
from kit_tui.domain.wording import Message, message, say

AT_BOTH_SIZES = pytest.mark.parametrize(
    ("size", "lang"), [((120, 40), "en"), ((80, 24), "ja")], ids=["120x40-en", "80x24-ja"]
)
AREAS = {"overview": "1", "faculty": "2", "staff": "3", "units": "4", "directory": "5"}
_COUNT = re.compile(r"\s(\d[\d.]*(?: %)?|n/a|算出不可)(?=\s|$)")


class Clerk:
    """Somebody at a terminal whose screen is worded in `lang`."""

    def __init__(self, terminal: Terminal, lang: str = "en") -> None:
        self.terminal = terminal
        self.lang = lang

    # -- what is seen ------------------------------------------------------------------------------------------
    def say(self, what: Message | str) -> str:
        """What the app calls something: messages in its language, records' text as it is."""
        return say(what, self.lang)

    def word(self, english: str) -> str:
        """The app's word for what it calls so in English."""
        assert english in WORDS, f"the app does not call anything {english!r}"
        return self.say(message(english))

    def sees(self, *whats: Message | str) -> None:
        """Wait until all of this stands on the screen."""
        for what in whats:
            self.terminal.wait(re.escape(self.say(what)))

    def is_told(self, what: Message | str) -> None:
        """Wait until a sentence stands on the screen, over as many lines as it takes."""
        end = time.monotonic() + LIMIT
        while "".join(self.say(what).split()) not in "".join(self.terminal.text.split()):
            assert time.monotonic() < end, f"{self.say(what)!r} is not told:\n{self.terminal.text}"
            self.terminal.look(0.2)

    def sees_no(self, what: Message | str) -> None:
        """Wait until this does not stand on the screen any longer."""
        self.terminal.wait_gone(re.escape(self.say(what)))

    def line(self, beginning: Message | str) -> str:
        """The line of the screen that begins so, or with as much of it as there is room for; empty if there is none."""
        words = self.say(beginning)
        for line in self.terminal.lines:
            first = re.split(r"\s{2,}", line.strip())[0]
            if line.strip().startswith(words) or (first.endswith("~") and words.startswith(first[:-1])):
                return line
        return ""

    def gauge(self, label: str) -> str:
        """The number that a gauge shows: "1", "29.6 %", "n/a"; empty while it is not on the screen."""
        shown = self.line(message(label))
        found = _COUNT.search(shown, shown.find(" ", 2))
        return found[1].replace("算出不可", "n/a") if found else ""

    def reads(self, label: str, number: str) -> None:
        """Wait, with no key pressed, until a gauge shows this number."""
        end = time.monotonic() + LIMIT
        while self.gauge(label) != number:
            assert time.monotonic() < end, f"{label} is {self.gauge(label)!r}, not {number!r}:\n{self.terminal.text}"
            self.terminal.look(0.2)

    # -- what is done ------------------------------------------------------------------------------------------
    def press(self, *keys: str) -> None:
        self.terminal.press(*keys)

    def goes_to(self, area: str, view: str = "") -> None:
        """Show an area, and the view of it with this label."""
        self.press(AREAS[area])
        self.sees(message("search list") if area != "overview" else message("go there"))
        if view:
            self.goes_on_to(view)

    def goes_on_to(self, *views: str) -> None:
        """See the first of these views in front, or go on to the right until it is; then to the next."""
        for view in views:
            end = time.monotonic() + LIMIT
            while self._in_front() != self.word(view):
                assert time.monotonic() < end, f"there is no view {view!r}:\n{self.terminal.text}"
                if self._in_front():
                    self.press("right")
                self.terminal.settle(0.05)

    def types(self, *texts: str) -> None:
        """Type into one field after another; Enter goes on to the next."""
        for text in texts:
            if text:
                self.terminal.type(text)
                self.terminal.look(0.05)
            self.press("enter")

    def picks(self, choice: str) -> None:
        """Pick a choice by typing what it is called."""
        self.terminal.type(self.word(choice))
        self.press("enter")

    def finds(self, part: str, title: str) -> None:
        """Type part of a name into a reference's field, and take what is found."""
        self.terminal.type(part)
        self.terminal.wait(rf"(?m)^ +{re.escape(title)}")
        self.press("enter")

    def clears(self) -> None:
        """Empty the field under the cursor."""
        self.press("ctrl+u")

    def opens(self, *keys: str, form: str) -> None:
        """Press what opens the form of a new record, and wait for it."""
        self.press(*keys)
        self.sees(message("New {record}", record=message(form)))

    def saves(self, title: str, *, and_goes_on: bool = False) -> None:
        """Save, and see it said; `and_goes_on` to the next of a series."""
        self.press("ctrl+n" if and_goes_on else "ctrl+s")
        self.sees(message("Saved: {title}", title=title))

    def leaves(self, until: Message | str) -> None:
        """Press Escape, and wait for what stood behind."""
        self.press("escape")
        self.sees(until)

    def _in_front(self) -> str:
        """The view in front, which is underlined."""
        return "".join(cell.data for line in range(2, 12) for cell in self.terminal.cells(line) if cell.underscore)
