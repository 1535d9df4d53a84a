"""The gauges on a tab: they stay true while it is in front, and are when it comes back to the front."""

from __future__ import annotations

import datetime as dt

from formdesk import Desk
from listdesk import at_list


def employ(desk: Desk) -> None:
    """Make one of the administrative staff count."""
    start = dt.date(2015, 4, 1)
    desk.store.save("employments", {"person": 2, "contract": "full_time", "unit": "国際課", "start": start})


def score(desk: Desk) -> None:
    """Save a score that qualifies, on which no other gauge depends."""
    desk.store.save("scores", {"person": 2, "test": "toeic_lr_ip", "total": 800, "date": dt.date(2018, 6, 17)})


async def sees_qualified(desk: Desk, clause: str) -> None:
    """Wait until the gauge says how many of how many qualify."""
    await desk.until(lambda: clause in desk.line("TOEIC"))


async def test_a_gauge_moves_on_whichever_tab_is_in_front(whole_desk: Desk) -> None:
    employ(whole_desk)
    await sees_qualified(whole_desk, "0 of 1")
    await at_list(whole_desk, "staff")
    score(whole_desk)
    await sees_qualified(whole_desk, "1 of 1")


async def test_a_gauge_that_changed_behind_another_tab_is_true_when_one_comes_back(whole_desk: Desk) -> None:
    employ(whole_desk)
    await sees_qualified(whole_desk, "0 of 1")
    await at_list(whole_desk, "directory")
    score(whole_desk)
    await whole_desk.press("1")
    await sees_qualified(whole_desk, "1 of 1")


async def test_another_year_is_read_on_the_tab_in_front(whole_desk: Desk) -> None:
    employ(whole_desk)
    await sees_qualified(whole_desk, "0 of 1")
    await at_list(whole_desk, "staff")
    await whole_desk.press(*["less_than_sign"] * 4)
    await sees_qualified(whole_desk, "n/a")
