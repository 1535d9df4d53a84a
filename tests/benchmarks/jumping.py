"""The app with one more key: J goes to a row of the list, as far as it is asked for in the environment.

A list's own keys go by steps, pages and ends.  What is measured is the way from there to the screen, wherever one goes.
"""

import os
import sys
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from kit_tui.store import Actor
from kit_tui.tui import app
from kit_tui.tui.widgets.listing import Listing


class JumpingApp(app.KitApp):
    CSS_PATH = Path(app.__file__).with_name("app.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("J", "jump", show=False)]

    def action_jump(self) -> None:
        listing = self.screen.query_one(Listing)
        assert listing.window
        listing.action_step(int(os.environ["JUMP_TO"]) - 1 - listing.window.wanted)


app.KitApp = JumpingApp  # type: ignore[misc]
sys.exit(app.run(sys.argv[1], lang="en", actor=Actor("benchmark")))
