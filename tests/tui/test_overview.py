"""The overview: every gauge, what needs attention, the latest changes, and one cursor through them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from formdesk import Desk, desk_at
from listdesk import another_session

from kit_tui.domain.catalogue import GAUGES
from kit_tui.store import Edit
from kit_tui.tui.screens.abroad import AbroadPage
from kit_tui.tui.screens.card import CardPage
from kit_tui.tui.screens.gauge import GaugePage
from kit_tui.tui.screens.overview import Doing, Overview
from kit_tui.tui.widgets.gauges import OfGauge


def overview(desk: Desk) -> Overview:
    return desk.app.screen_stack[0].query_one(Overview)


async def ready(desk: Desk) -> Overview:
    """The overview, when everything on it has been read."""
    await desk.until(lambda: overview(desk).news is not None and not desk.app.standings.stale(GAUGES))
    return overview(desk)


async def test_every_gauge_stands_under_its_area(whole_desk: Desk) -> None:
    await ready(whole_desk)
    lines = [line.strip() for line in whole_desk.text.splitlines()]
    assert lines.index("Faculty mobility") < lines.index("Staff training") < lines.index("Visiting units")
    await whole_desk.until(lambda: whole_desk.text.count("no target") == len(GAUGES))


async def test_what_is_overdue_stands_first_with_its_day(whole_desk: Desk) -> None:
    whole_desk.store.save("faculty-stays", {"status": "returned", "briefing_due": dt.date(2018, 11, 14)}, 1)
    whole_desk.store.save("faculty-stays", {"report_due": dt.date(2018, 11, 22)}, 1)
    await whole_desk.sees("overdue  14 Nov   Briefing: 大野 健, TU Wien")
    assert "today    22 Nov   Report: 大野 健, TU Wien" in whole_desk.text


async def test_nothing_to_do_is_said(whole_desk: Desk) -> None:
    whole_desk.store.save("faculty-stays", {"status": "reported", "briefing_due": None, "report_due": None}, 1)
    await whole_desk.sees("Nothing is due.")


async def test_another_sessions_change_stands_at_once_among_the_latest(whole_desk: Desk) -> None:
    await ready(whole_desk)
    with another_session(whole_desk) as other:
        other.save("institutions", {"name": "KTH", "country": "SE"})
    await whole_desk.sees("suzuki   added: institution KTH")


async def test_many_records_changed_at_once_are_counted_and_called_what_one_of_them_is(whole_desk: Desk) -> None:
    await ready(whole_desk)
    day = dt.date(2018, 6, 17)
    scores = [{"person": who, "test": "toeic_lr_ip", "date": day, "total": 730} for who in (2, 3)]
    whole_desk.store.apply([Edit("scores", values=score) for score in scores])
    await whole_desk.sees("added: score, 2 records")


async def test_one_cursor_runs_through_gauges_duties_and_changes(whole_desk: Desk) -> None:
    whole_desk.store.save("faculty-stays", {"briefing_due": dt.date(2018, 11, 14)}, 1)
    lines = await ready(whole_desk)
    kinds = []
    for _ in range(60):
        target = lines.target
        kinds.append(target.kind if isinstance(target, Doing) else type(target).__name__)
        lines.action_step(1)
    assert kinds[: len(GAUGES)] == ["OfGauge"] * len(GAUGES)
    assert kinds[len(GAUGES)] == "attention"
    assert kinds[-1] == "latest"


async def test_enter_opens_the_gauge_or_the_record(whole_desk: Desk) -> None:
    lines = await ready(whole_desk)
    assert lines.target == OfGauge("faculty-stays")
    await whole_desk.press("enter")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, GaugePage))
    await whole_desk.press("escape")
    await whole_desk.press("end", "enter")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, CardPage))


async def test_a_opens_who_is_abroad(whole_desk: Desk) -> None:
    await ready(whole_desk)
    await whole_desk.press("a")
    await whole_desk.until(lambda: isinstance(whole_desk.app.screen, AbroadPage))


async def test_the_year_is_gone_through_by_its_keys(whole_desk: Desk) -> None:
    await ready(whole_desk)
    assert "0" in whole_desk.line("Stays this year").split()
    whole_desk.store.save("faculty-stays", {"status": "returned"}, 1)
    await whole_desk.press("less_than_sign")
    await whole_desk.sees("AY 2017")
    await whole_desk.until(lambda: "1" in whole_desk.line("Stays this year").split())


async def test_on_a_narrow_screen_what_cannot_wait_is_counted_above_the_gauges(register_path: Path) -> None:
    async with desk_at(register_path, (80, 24), whole=True) as desk:
        desk.store.save("faculty-stays", {"status": "returned", "briefing_due": dt.date(2018, 11, 14)}, 1)
        desk.store.save("faculty-stays", {"report_due": dt.date(2018, 11, 22)}, 1)
        await desk.sees("2 overdue or due today, below")


async def test_on_a_narrow_screen_the_changes_stand_whole_below_the_duties(register_path: Path) -> None:
    async with desk_at(register_path, (80, 24), whole=True) as desk:
        await ready(desk)
        await desk.press("end")
        await desk.sees("added: person 大野 健")
