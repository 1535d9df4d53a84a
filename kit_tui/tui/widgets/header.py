"""The two lines at the top: the office, the academic year, the day and who is working; below them the tabs."""

from __future__ import annotations

from textual.strip import Strip

from kit_tui.domain.dates import short_day
from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import message
from kit_tui.domain.years import short_year
from kit_tui.registers.areas import AREAS
from kit_tui.tui.widgets.draw import Drawn, Piece, across, strip

_WIDE = 100
"""Columns from which the long forms are used."""


class Header(Drawn):
    """Who, when and where."""

    def render_line(self, y: int) -> Strip:
        return self._tabs() if y else self._title()

    @property
    def _wide(self) -> bool:
        return self.size.width >= _WIDE

    def _title(self) -> Strip:
        kit, say = self.kit, self.say
        left = [(" KIT", self.ink("strong"))]
        if self._wide:
            left.append(("  " + say(message("International Office")), self.ink("strong")))
        login = kit.store.actor.login
        facts = [
            say(short_year(kit.year)),
            say(message("{short_day} {year}", short_day=short_day(kit.today), year=kit.today.year)),
            say(message("{login} ({role})", login=login, role=kit.store.role.label)) if self._wide else say(login),
        ]
        right = [(("   " if self._wide else " ").join(facts) + " ", self.ink("muted"))]
        if kit.example:
            right.insert(0, (say(message("example")) + "   ", self.ink("behind")))
        return across(left, right, self.size.width, self.ink())

    def _tabs(self) -> Strip:
        labels = [self.say(area.label) for area in AREAS]
        gap = "   " if self._wide else "  "
        if 1 + sum(cell_width(label) + 2 + len(gap) for label in labels) - len(gap) > self.size.width:
            labels = [self.say(area.label if area.slug == self.kit.area else area.short) for area in AREAS]
        pieces: list[Piece] = [(" ", self.ink())]
        for number, (area, label) in enumerate(zip(AREAS, labels, strict=True), 1):
            active = area.slug == self.kit.area
            pieces += [
                (f"{number} ", self.ink("accent" if active else "muted")),
                (label, self.ink("accent" if active else "")),
                (gap, self.ink()),
            ]
        return strip(pieces, self.size.width, self.ink())
