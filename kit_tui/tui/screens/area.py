"""An area's screen: its gauges, its registers as views, the list of the one in front, the record under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from kit_tui.domain.wording import Message, message
from kit_tui.registers import AREAS
from kit_tui.store import Done, Query, RegisterInfo, Row, Store, Touched
from kit_tui.tui import steps
from kit_tui.tui.commands import Command, everywhere, lists
from kit_tui.tui.filters import Filter
from kit_tui.tui.page import Pane
from kit_tui.tui.returning import bring_back
from kit_tui.tui.widgets.draw import WIDE
from kit_tui.tui.widgets.gauges import GaugeLines, Group, OfGauge
from kit_tui.tui.widgets.line import Line
from kit_tui.tui.widgets.listing import Listing
from kit_tui.tui.widgets.sidecard import SideCard
from kit_tui.tui.widgets.views import Views
from kit_tui.tui.widgets.window import Window

_LOW = 28
"""Lines below which no line is left empty between the views and the list."""


class AreaPane(Pane):
    """One of the tabs with lists.  Each view keeps its place, its filters and its order while the app runs.

    Views that were narrowed to the year looked at (`_by_year`) go with it.
    """

    COMMANDS = (
        lists.NewRecord,
        lists.OpenRecord,
        lists.SearchList,
        lists.EditRecord,
        lists.FilterList,
        lists.SortList,
        lists.MarkRecord,
        lists.DeleteRecord,
        lists.NextStatus,
        lists.RecordHistory,
        lists.DeletedRecords,
        lists.PreviousView,
        lists.NextView,
        lists.AllRecords,
    )

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.area = next(area for area in AREAS if area.slug == slug)
        self._windows: dict[str, Window] = {}
        self._by_year: set[str] = set()
        self._view = ""

    def compose(self) -> ComposeResult:
        if self.area.gauges:
            yield GaugeLines([Group(self.area.gauges)])
        yield Views(self._infos)
        search = Line(placeholder=message("Show only records with this text"))
        search.display = False
        yield search
        side = SideCard()
        side.display = self.app.size.width >= WIDE
        with Horizontal():
            yield Listing()
            yield side

    # -- its parts ---------------------------------------------------------------------------------------------
    @property
    def listing(self) -> Listing:
        """The list."""
        return self.query_one(Listing)

    @property
    def window(self) -> Window:
        """The list of the view in front, as it was asked for."""
        return self._windows[self._view]

    @property
    def info(self) -> RegisterInfo:
        """The register in front."""
        return self.window.info

    async def row(self) -> Row | None:
        """The row under the cursor, unless that is on a gauge.  A key may come before the list: it is waited for."""
        if self.gauges and self.gauges.has_focus:
            return None
        await self.listing.arrived.wait()
        return self.window.current

    @property
    def gauges(self) -> GaugeLines | None:
        """The area's gauges, if it has any."""
        return self.query(GaugeLines).first() if self.area.gauges else None

    @property
    def _infos(self) -> list[RegisterInfo]:
        """The views that the login's role may see."""
        known, store = self.kit.store.registers, self.kit.store
        return [known[slug] for slug in self.area.views if store.reader.sees_scores or not known[slug].personal]

    def footer(self) -> tuple[type[Command], ...]:
        can = [command for command in self.COMMANDS if self.check_action(command.action, ())]
        return (*can[:5], everywhere.FindAnywhere, everywhere.Help)

    # -- coming and going --------------------------------------------------------------------------------------
    def shown(self) -> None:
        self._read_gauges()
        self.show_view(self._view or self._infos[0].slug)
        self.listing.focus()

    def show_view(self, slug: str, filters: Sequence[Filter] = ()) -> None:
        """Bring a register to the front, as it was left, or narrowed by `filters`."""
        info = self.kit.store.registers[slug]
        self._view = slug
        if filters:
            self._windows[slug] = Window(info, Query(slug), tuple(filters))
        window = self._windows.setdefault(slug, Window(info, Query(slug)))
        if self._follows_year and window.query.year != self.kit.year:
            window = self._windows[slug] = Window(info, window.query._replace(year=self.kit.year), window.filters)
        search = self.query_one(Line)
        search.text = window.query.text
        search.display = bool(window.query.text)
        self.query_one(Views).activate(slug)
        self.listing.show(window)

    def touched(self, touched: Touched) -> None:
        self.kit.standings.touched(touched)
        for slug, window in self._windows.items():
            if slug != self._view or not self.display:
                window.miss(touched)
        if self.display:
            self._read_gauges()
            self.listing.touched(touched)
            self.query_one(SideCard).read_soon()

    def year_changed(self) -> None:
        if not self.display:
            return
        self._read_gauges()
        if self.info.year_field and (self._follows_year or self.kit.page is self.screen):
            self._by_year.add(self._view)
            self._ask(self.window.query._replace(year=self.kit.year))

    def relabel(self) -> None:
        super().relabel()
        self.listing.relabel()
        self.query_one(SideCard).relabel()
        if self.gauges:
            self.gauges.relabel()

    def on_resize(self) -> None:
        self.query_one(SideCard).display = self.size.width >= WIDE
        self.set_class(self.size.height < _LOW, "-low")

    # -- what its parts tell -----------------------------------------------------------------------------------
    def on_listing_moved(self, event: Listing.Moved) -> None:
        self.query_one(SideCard).follow(self.info.base, event.row.id if event.row else None)

    def on_listing_read(self, event: Listing.Read) -> None:
        self.query_one(Views).counted(event.window)

    def on_listing_at_top(self) -> None:
        if self.gauges:
            self.gauges.focus()

    def on_gauge_lines_below(self) -> None:
        self.listing.focus()

    def on_line_changed(self, event: Line.Changed) -> None:
        self._ask(self.window.query._replace(text=event.text))

    def on_line_entered(self) -> None:
        self.listing.focus()

    def key_down(self) -> None:
        """From the search line into the list."""
        if self.query_one(Line).has_focus:
            self.listing.focus()

    # -- commands ----------------------------------------------------------------------------------------------
    def action_view(self, by: int) -> None:
        slugs = [info.slug for info in self._infos]
        self.show_view(slugs[(slugs.index(self._view) + by) % len(slugs)])

    async def action_open(self) -> None:
        if self.gauges and self.gauges.has_focus and isinstance(target := self.gauges.target, OfGauge):
            self.kit.open_gauge(target.code)
        elif row := await self.row():
            if self.window.query.deleted:
                self.kit.do(bring_back, self.kit, self.info.base, self._chosen(row))
            else:
                self.kit.open_card(self.info.base, row.id)

    async def action_edit(self) -> None:
        if row := await self.row():
            self.kit.open_form(self.info.base, row.id)

    async def action_new(self) -> None:
        if self.info.adds is None:
            self.kit.open_form(self.info.slug, then=self._made)
        else:
            register, reference = self.info.adds
            row = await self.row()
            self.kit.open_form(register, values={reference: row.id} if row else {}, at=reference)

    async def action_history(self) -> None:
        if row := await self.row():
            self.kit.open_history(self.info.base, row.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only some registers have a status; what has been deleted can only be brought back."""
        if not self._view:
            return action != "next_status"
        if self.window.query.deleted and action in ("new", "edit", "delete", "next_status"):
            return False
        return action != "next_status" or "status" in self.info.fields

    async def action_next_status(self) -> None:
        if row := await self.row():
            self.kit.do(steps.go_on, self.kit, self.info.base, row.id)

    def action_mark(self) -> None:
        self.listing.mark()

    async def action_delete(self) -> None:
        if ids := self._chosen(await self.row()):
            self.kit.do(self._delete, self.window, ids)

    def action_deleted(self) -> None:
        """The deleted records of the view in front, or the others again."""
        self._ask(self.window.query._replace(deleted=not self.window.query.deleted))
        self.kit.refresh_header()

    def action_search(self) -> None:
        search = self.query_one(Line)
        search.display = True
        search.focus()

    def action_filter(self) -> None:
        from kit_tui.tui.screens.filter import FilterPage

        self.kit.push_screen(FilterPage(self.info, self.window.filters, self.window.query.year), self._filtered)

    def action_sort(self) -> None:
        from kit_tui.tui.screens.sort import SortPage

        self.kit.push_screen(SortPage(self.info, self.window.query.sort), self._sorted)

    def action_all(self) -> None:
        """Step by step back to the whole list: no marks, then no search and no filters."""
        search = self.query_one(Line)
        if self.listing.unmark():
            return
        search.text = ""
        search.display = False
        self.listing.focus()
        if self.window.narrowed:
            row = self.window.current
            self._ask(Query(self._view, sort=self.window.query.sort), (), row.id if row else None)
            self.kit.refresh_header()

    # -- within ------------------------------------------------------------------------------------------------
    def _chosen(self, row: Row | None) -> list[int]:
        """The records that are marked, else the one under the cursor."""
        return sorted(self.window.marked) or ([row.id] if row else [])

    @property
    def _follows_year(self) -> bool:
        """Whether the view in front is narrowed to the year looked at, and not to one that was chosen for it alone."""
        return self._view in self._by_year and self.window.query.year is not None

    def _read_gauges(self) -> None:
        if self.gauges:
            self.gauges.draw_again()
            self.gauges.read_again()

    def _ask(self, query: Query, filters: Sequence[Filter] | None = None, record: int | None = None) -> None:
        """Another list of the same register, filtered as before unless told otherwise, the cursor on `record`."""
        kept = self.window.filters if filters is None else tuple(filters)
        self._windows[self._view] = asked = Window(self.info, query, kept)
        self.listing.show(asked, record)

    def _made(self, done: Done | None) -> None:
        if done:
            self._ask(self.window.query, record=done.ids[0])

    def _filtered(self, chosen: tuple[tuple[Filter, ...], int | None] | None) -> None:
        if chosen is not None:
            filters, year = chosen
            if year != self.window.query.year:
                self._by_year.discard(self._view)
            self._ask(self.window.query._replace(year=year), filters)

    def _sorted(self, sort: tuple[tuple[str, bool], ...] | None) -> None:
        if sort is not None:
            self._ask(self.window.query._replace(sort=sort))

    async def _delete(self, window: Window, ids: Sequence[int]) -> None:
        title = await self.kit.write(_delete, self.kit.store, window.info.base, ids)
        window.marked.clear()
        self.kit.tell(
            message(
                "Deleted {n} records. Ctrl+Z brings them back.",
                one="Deleted {title}. Ctrl+Z brings it back.",
                n=len(ids),
                title=title,
            )
        )


def _delete(store: Store, register: str, ids: Sequence[int]) -> Message | str:
    """Delete records and give the title of the first."""
    title = store.entry(register, ids[0]).title
    store.delete(register, ids)
    return title
