"""Lines of which some can be opened: the cursor that goes from one to the next, and the stretch that is in sight."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple, TypeAlias

from kit_tui.domain.wording import Message


class Piece(NamedTuple):
    """Text in a line: in as many cells as it takes, or in `width`.  A piece with a `target` can be opened."""

    text: Message | str
    width: int = 0
    ink: str = ""
    right: bool = False
    target: Hashable = None


class Bar(NamedTuple):
    """A bar in a line, filled to a fraction of its cells in the ink `bar-good` or `bar-behind`, with its mark."""

    width: int
    full: float
    mark: float | None
    ink: str
    target: Hashable = None


TextLine: TypeAlias = tuple[Piece | Bar, ...]

BLANK: TextLine = ()


def heading(text: Message | str, ink: str = "accent") -> TextLine:
    """A line over others."""
    return (Piece(" "), Piece(text, ink=ink))


class Roll:
    """The lines, the line `at` and the `target` on it that the cursor is on, and `top`, the first line in sight."""

    def __init__(self) -> None:
        self.lines: Sequence[TextLine] = ()
        self.height = 0
        self.top = 0
        self.at = 0
        self.target: Hashable = None
        self._side = 0

    def put(self, lines: Sequence[TextLine]) -> None:
        """Other lines.  The cursor stays on its target where that is among them, else near by."""
        wanted, self.target = self.target, None
        self.lines = lines
        same = [at for at, line in enumerate(lines) if wanted is not None and wanted in _targets(line)]
        open_to_any = [at for at, line in enumerate(lines) if _targets(line)]
        if same or open_to_any:
            self._stand(min(same or open_to_any, key=lambda at: abs(at - self.at)))
        if same:
            self.target = wanted
        self._reveal()

    def shift(self, by: int) -> None:
        """So many lines are put in above those in sight, or taken out: the next `put` leaves these where they are."""
        self.top, self.at = max(0, self.top + by), max(0, self.at + by)

    def resize(self, height: int) -> None:
        """Another number of lines is in sight."""
        self.height = height
        self._reveal()

    def start(self) -> None:
        """To the first line that can be opened, and to the top."""
        self._ends(first=True)

    def end(self) -> None:
        """To the last line that can be opened, and to the bottom."""
        self._ends(first=False)

    def step(self, by: int) -> None:
        """One line that can be opened up (-1) or down (1); where there is none in reach, what is in sight moves."""
        at = self.at + by if self.target is not None else self.top if by > 0 else self.top + self.height - 1
        while 0 <= at < len(self.lines) and not _targets(self.lines[at]):
            at += by
        beyond = at - self._bottom if by > 0 else self.top - at
        if 0 <= at < len(self.lines) and beyond <= self.height:
            self._stand(at)
            self._reveal()
        else:
            self._scroll(by)

    def page(self, by: int) -> None:
        """A screenful up (-1) or down (1)."""
        if self.target is None:
            self._scroll(by * self.height)
            return
        goal = self.at + by * max(self.height - 1, 1)
        ahead = [at for at, line in enumerate(self.lines) if _targets(line) and (at - self.at) * by > 0]
        if ahead:
            self._stand(min(ahead, key=lambda at: abs(at - goal)))
        self._scroll(by * max(self.height - 1, 1))
        self._reveal()

    def aside(self, by: int) -> None:
        """To the next target on the same line."""
        if self.target is None:
            return
        targets = _targets(self.lines[self.at])
        self._side = min(max(targets.index(self.target) + by, 0), len(targets) - 1)
        self.target = targets[self._side]

    @property
    def _bottom(self) -> int:
        return self.top + self.height - 1

    def _stand(self, at: int) -> None:
        self.at = at
        targets = _targets(self.lines[at])
        self.target = targets[min(self._side, len(targets) - 1)]

    def _ends(self, first: bool) -> None:
        able = [at for at, line in enumerate(self.lines) if _targets(line)]
        if able:
            self._stand(able[0 if first else -1])
        self.top = 0 if first else self._last_top
        self._reveal()

    def _reveal(self) -> None:
        """Move what is in sight no further than it takes to show the cursor, with the heading over the first line."""
        self.top = min(self.top, self._last_top)
        if self.target is None or not self.height:
            return
        if self.at < self.height and not any(_targets(line) for line in self.lines[: self.at]):
            self.top = 0
        self.top = max(min(self.top, self.at), self.at - self.height + 1)

    def _scroll(self, by: int) -> None:
        self.top = max(0, min(self.top + by, self._last_top))

    @property
    def _last_top(self) -> int:
        return max(0, len(self.lines) - self.height)


def _targets(line: TextLine) -> list[Hashable]:
    return list(dict.fromkeys(piece.target for piece in line if piece.target is not None))
