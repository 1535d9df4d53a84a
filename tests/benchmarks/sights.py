"""Where on the app's screens one sees that it has got somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from kit_tui.domain.catalogue import GAUGES
from kit_tui.domain.targets import Status
from kit_tui.domain.wording import say
from tests.benchmarks.office import Office
from tests.benchmarks.stopwatch import Stopwatch

NEWS = "Latest changes"
"""On the overview it is drawn together with what has been read from the register."""
PEOPLE, STAFF = "5", "3"
"""The keys of the tabs that open on the list of people, and on that of the staff below its gauges."""
LIST = 78
"""As many columns of the screen are the list's; beyond is the pane beside it."""
_WORDS = tuple(say(status.label, "en") for status in Status)
"""With one of them a gauge's line ends, once it has been read."""
_COUNTED = re.compile(r"[\d,]+ (?:people|person|records?)$")
"""At the right of the views, once the list is in order from end to end."""


def gauges_read(app: Stopwatch) -> bool:
    """Whether every gauge of the overview has its figure."""
    return sum(line.rstrip().endswith(_WORDS) for line in app.lines) >= len(GAUGES)


def ordered(app: Stopwatch) -> bool:
    """Whether the list in front is in order from end to end."""
    return any(_COUNTED.search(line.rstrip()) for line in app.lines[2:20])


@contextmanager
def people(office: Office) -> Iterator[Stopwatch]:
    """The app with the list of people in front, in which nothing happens any more."""
    with office.app() as app:
        open_people(app)
        yield app


def open_people(app: Stopwatch) -> None:
    """Go to the list of people, once the overview is at rest, and wait until nothing happens any more."""
    app.came(lambda: gauges_read(app))
    app.press(PEOPLE)
    app.came(lambda: ordered(app))
    app.settle(0.3)
    app.draw()
