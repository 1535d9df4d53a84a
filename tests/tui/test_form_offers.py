"""What a form offers for empty fields, until it is saved."""

from __future__ import annotations

import datetime as dt

from formdesk import Desk


async def test_what_is_offered_stays_an_offer_when_a_save_is_refused(desk: Desk) -> None:
    form = await desk.open("faculty-stays", person=1, institution=1)
    await desk.go_to("start")
    await desk.type("2018-2-30", "enter")
    await desk.type("2018-10-1", "ctrl+s")
    assert form.sheet.current is form.sheet.slots["start"]
    assert not form.sheet.slots["briefing_due"].filled
    await desk.press("ctrl+u")
    await desk.type("2018-2-1", "enter", "ctrl+u")
    await desk.type("2018-11-1", "ctrl+s")
    await desk.until(lambda: len(desk.records("faculty-stays")) == 2)
    saved = desk.store.entry("faculty-stays", 2).values
    assert (saved["briefing_due"], saved["report_due"]) == (dt.date(2018, 12, 31), dt.date(2018, 12, 1))


async def test_what_is_offered_stays_an_offer_when_the_register_refuses_the_record(desk: Desk) -> None:
    form = await desk.open("faculty-stays", person=1, institution=1, start=dt.date(2018, 9, 1))
    await desk.go_to("end")
    await desk.type("2018-8-1", "ctrl+s")
    await desk.sees("is before the start")
    assert not form.sheet.slots["briefing_due"].filled
    assert not form.sheet.slots["report_due"].filled


async def test_a_required_field_that_was_passed_over_is_saved_with_what_is_offered_in_the_end(desk: Desk) -> None:
    await desk.open("projects", title="Silk", field="design")
    await desk.go_to("academic_year")
    await desk.press("tab")
    await desk.sees("Academic year is required.")
    await desk.go_to("start")
    await desk.type("2018-9-1", "ctrl+s")
    await desk.until(lambda: len(desk.records("projects")) == 1)
    assert desk.store.entry("projects", 1).values["academic_year"] == 2018


async def test_a_briefing_need_not_be_given_a_title(desk: Desk) -> None:
    desk.app.lang = "ja"
    form = await desk.open("events", stay=1, start=dt.date(2018, 11, 20))
    await desk.type("帰国報告会", "tab")
    await desk.sees("(帰国報告会)")
    assert form.sheet.current is form.sheet.slots["title"]
    await desk.press("ctrl+s")
    await desk.until(lambda: len(desk.records("events")) == 1)
    assert desk.records("events")[0].title == "2018-11-20 帰国報告会"


async def test_what_was_missed_before_it_was_offered_is_missed_no_longer(desk: Desk) -> None:
    form = await desk.open("events", stay=1)
    await desk.go_to("title")
    await desk.press("tab", "up", "up")
    assert form.sheet.slots["title"].problem
    await desk.type("briefing", "tab")
    await desk.until(lambda: form.sheet.slots["title"].problem is None)


async def test_a_lecture_has_a_title_of_its_own(desk: Desk) -> None:
    form = await desk.open("events", stay=1)
    await desk.type("lecture", "tab")
    await form._take_advice()
    assert form.sheet.slots["title"].offered is None
