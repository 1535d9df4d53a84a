"""The main screen: the five tabs, each mounted when it is first shown."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from kit_tui.store import Touched
from kit_tui.tui.commands import Command
from kit_tui.tui.filters import Filter
from kit_tui.tui.page import Page, Pane
from kit_tui.tui.widgets.keys import Keys


class MainScreen(Page[None]):
    """The overview, and one pane for each area."""

    def __init__(self) -> None:
        super().__init__()
        self._panes: dict[str, Pane] = {}

    @property
    def pane(self) -> Pane:
        """The tab in front."""
        return self._panes[self.kit.area]

    def compose_page(self) -> ComposeResult:
        yield self._make(self.kit.area)

    def footer(self) -> tuple[type[Command], ...]:
        return self.pane.footer()

    async def show(self, area: str, view: str | None = None, filters: Sequence[Filter] = ()) -> None:
        """Bring a tab to the front, with one of its views."""
        self.settle()
        with self.app.batch_update():
            if area not in self._panes:
                await self.mount(self._make(area), before=self.query_one(Keys))
            self.kit.area = area
            for name, pane in self._panes.items():
                pane.display = name == area
            if view:
                self.pane.show_view(view, filters)
            self.pane.shown()
            self.kit.refresh_header()

    def touched(self, touched: Touched) -> None:
        for pane in self._panes.values():
            pane.touched(touched)

    def year_changed(self) -> None:
        for pane in self._panes.values():
            pane.year_changed()

    def relabel(self) -> None:
        super().relabel()
        for pane in self._panes.values():
            pane.relabel()

    def _make(self, area: str) -> Pane:
        pane: Pane
        if area == "overview":
            from kit_tui.tui.screens.overview import OverviewPane

            pane = OverviewPane()
        else:
            from kit_tui.tui.screens.area import AreaPane

            pane = AreaPane(area)
        self._panes[area] = pane
        return pane
