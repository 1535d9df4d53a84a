"""A record's card, and what one does from it."""

from __future__ import annotations

import datetime as dt

from formdesk import Desk

from kit_tui.registers import REGISTERS
from kit_tui.store import Actor
from kit_tui.store import open as open_store
from kit_tui.tui.cardlines import At
from kit_tui.tui.screens.add import AddPage
from kit_tui.tui.screens.card import CardPage
from kit_tui.tui.screens.form import FormPage
from kit_tui.tui.widgets.listing import Listing


async def card(desk: Desk, register: str, record: int) -> CardPage:
    """A card, opened and read."""
    page = CardPage(register, record)
    await desk.app.push_screen(page)
    await desk.until(lambda: page.found is not None and bool(page.lines.roll.lines))
    return page


async def test_a_card_shows_the_record_and_what_points_to_it(desk: Desk) -> None:
    desk.store.save("events", {"kind": "lecture", "title": "Timber", "start": dt.date(2018, 5, 1), "stay": 1})
    await card(desk, "people", 1)
    await desk.sees("Timber")
    lines = [line.strip() for line in desk.text.splitlines()]
    assert lines[3].startswith("大野 健   person")
    assert "オオノ ケン" in next(line for line in lines if line.startswith("Kana"))
    assert lines[lines.index("Faculty stays  1") + 1].startswith("TU Wien  2018-03-01  2018-09-15")
    assert lines[lines.index("Events  1") + 1].startswith("2018-05-01")
    assert lines[lines.index("History") + 1].split()[2:] == ["tanaka", "added"]


async def test_a_related_record_says_by_its_name_what_is_true_of_it(desk: Desk) -> None:
    paper = {"stay": 1, "kind": "joint_paper", "title": "Timber futures"}
    desk.store.save("outcomes", {**paper, "verified": 1})
    desk.store.save("outcomes", {**paper, "title": "Timber pasts"})
    await card(desk, "faculty-stays", 1)
    await desk.sees("Timber futures  Verified")
    assert "no" not in next(line for line in desk.text.splitlines() if "Timber pasts" in line).split()


async def test_enter_opens_a_related_record_and_escape_comes_back_to_it(desk: Desk) -> None:
    page = await card(desk, "people", 1)
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, CardPage) and desk.app.screen is not page)
    await desk.sees("faculty stay")
    await desk.press("escape")
    assert desk.app.screen is page
    assert page.lines.target == At("faculty-stays", 1)


async def test_a_record_that_a_field_names_can_be_opened(desk: Desk) -> None:
    page = await card(desk, "faculty-stays", 1)
    assert page.lines.target == At("people", 1)


async def test_another_sessions_change_shows_and_the_cursor_stays(desk: Desk) -> None:
    page = await card(desk, "people", 1)
    other = open_store(desk.store.path, Actor("suzuki"), REGISTERS)
    new = other.save("faculty-stays", {"person": 1, "institution": 1, "start": dt.date(2018, 10, 1)})
    other.close()
    await desk.sees("Faculty stays  2")
    assert "ETH Zürich" in desk.text
    assert page.lines.target == At("faculty-stays", 1) != At("faculty-stays", new.ids[0])


async def test_what_does_not_concern_the_record_is_not_read_again(desk: Desk) -> None:
    page = await card(desk, "courses", 1)
    read: list[int] = []
    page.read = lambda: read.append(1) or desk.store.card("courses", 1)  # type: ignore[method-assign]
    desk.store.save("institutions", {"name": "KTH", "country": "SE"})
    desk.store.save("participations", {"course": 1, "person": 2})
    await desk.sees("Participations  1")
    assert len(read) == 1


async def test_a_related_record_begins_with_what_it_has_in_common(desk: Desk) -> None:
    await card(desk, "faculty-stays", 1)
    await desk.press("n")
    await desk.until(lambda: isinstance(desk.app.screen, AddPage))
    await desk.sees("outcome")
    while "outcome" not in _chosen(desk):
        await desk.press("down")
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, FormPage) and desk.form.idle.is_set())
    assert desk.form.sheet.values["stay"] == 1
    assert desk.form.sheet.info.slug == "outcomes"


def _chosen(desk: Desk) -> str:
    page = desk.app.screen
    assert isinstance(page, AddPage)
    number = page.lines.target
    assert isinstance(number, int)
    return page.choices[number].register + str(page.choices[number].label)


async def test_a_briefing_that_is_called_so_is_called_so_once(desk: Desk) -> None:
    desk.app.lang = "ja"
    briefing = {"kind": "briefing", "title": "帰国報告会", "stay": 1, "start": dt.date(2018, 11, 20), "place": "A101"}
    desk.store.save("events", briefing)
    await card(desk, "faculty-stays", 1)
    await desk.sees("A101")
    assert next(line for line in desk.text.splitlines() if "A101" in line).count("帰国報告会") == 1


async def test_a_stay_that_is_reported_is_so_from_today_on(desk: Desk) -> None:
    desk.store.save("faculty-stays", {"status": "returned"}, 1)
    await card(desk, "faculty-stays", 1)
    await desk.press(".")
    await desk.until(lambda: desk.store.entry("faculty-stays", 1).values["status"] == "reported")
    assert desk.store.entry("faculty-stays", 1).values["reported_on"] == dt.date(2018, 11, 22)
    await desk.sees("reported, Reported on 2018-11-22. Ctrl+Z takes it back.")


async def test_the_day_of_a_report_that_is_known_stays(desk: Desk) -> None:
    desk.store.save("faculty-stays", {"status": "returned", "reported_on": dt.date(2018, 10, 1)}, 1)
    await card(desk, "faculty-stays", 1)
    await desk.press(".")
    await desk.until(lambda: desk.store.entry("faculty-stays", 1).values["status"] == "reported")
    assert desk.store.entry("faculty-stays", 1).values["reported_on"] == dt.date(2018, 10, 1)


async def test_one_key_takes_a_stay_to_its_next_status(desk: Desk) -> None:
    await card(desk, "faculty-stays", 1)
    await desk.press(".")
    await desk.until(lambda: desk.store.entry("faculty-stays", 1).values["status"] == "approved")
    assert "approved" in desk.told
    await desk.sees("Status: planned -> approved")


async def test_where_a_rule_asks_for_more_the_form_opens_on_that_field(desk: Desk) -> None:
    stay = desk.store.save(
        "faculty-stays", {"person": 1, "institution": 1, "start": dt.date(2018, 10, 1), "status": "away"}
    ).ids[0]
    await card(desk, "faculty-stays", stay)
    await desk.press(".")
    await desk.until(lambda: isinstance(desk.app.screen, FormPage) and desk.form.idle.is_set())
    assert desk.form.sheet.values["status"] == "returned"
    assert desk.form.sheet.current is not None
    assert desk.form.sheet.current.field.name == "end"
    await desk.type("2018-11-20", "ctrl+s")
    await desk.until(lambda: desk.store.entry("faculty-stays", stay).values["status"] == "returned")


async def test_deleting_goes_back_and_says_how_to_undo(desk: Desk) -> None:
    await card(desk, "people", 3)
    await desk.press("d")
    await desk.until(lambda: not isinstance(desk.app.screen, CardPage))
    assert desk.store.entry("people", 3).deleted_at is not None
    assert desk.told == "Deleted 大野 花. Ctrl+Z brings it back."


async def test_a_record_in_use_is_not_deleted_and_the_reason_is_told(desk: Desk) -> None:
    page = await card(desk, "people", 1)
    await desk.press("d")
    await desk.until(lambda: "can't be deleted" in desk.told)
    assert desk.app.screen is page


async def test_a_deleted_records_card_says_so_and_enter_brings_it_back(desk: Desk) -> None:
    desk.store.delete("people", [3])
    page = await card(desk, "people", 3)
    await desk.sees("Deleted. Enter brings it back.")
    page.lines.action_start()
    await desk.press("enter")
    await desk.until(lambda: desk.store.entry("people", 3).deleted_at is None)


async def test_only_people_can_move_and_only_what_has_a_next_status_goes_on(desk: Desk) -> None:
    await card(desk, "people", 1)
    ids = {offer.command.id for offer in desk.app.offers()}
    assert {"card.move", "card.leave"} <= ids
    assert not {"card.next-status", "card.bring-back"} & ids
    await card(desk, "faculty-stays", 1)
    ids = {offer.command.id for offer in desk.app.offers()}
    assert "card.next-status" in ids
    assert not {"card.move", "card.leave"} & ids


async def test_only_to_what_others_refer_to_something_can_be_added(desk: Desk) -> None:
    desk.store.save("events", {"kind": "lecture", "title": "Timber", "start": dt.date(2018, 5, 1), "stay": 1})
    for register, added_to in (("events", False), ("faculty-stays", True)):
        await card(desk, register, 1)
        await desk.sees("h history")
        assert ("card.add" in {offer.command.id for offer in desk.app.offers()}) is added_to
        assert ("n add related" in desk.text) is added_to


async def test_more_than_a_card_lists_stand_in_the_registers_list(whole_desk: Desk) -> None:
    desk, main = whole_desk, whole_desk.app.screen
    for day in range(1, 16):
        desk.store.save("events", {"kind": "lecture", "title": f"L{day}", "start": dt.date(2018, 5, day), "stay": 1})
    page = await card(desk, "faculty-stays", 1)
    await desk.sees("and 3 more")
    while "and 3 more" not in _cursor_line(desk, page):
        await desk.press("down")
    await desk.press("enter")
    await desk.until(lambda: desk.app.screen is main and bool(main.query(Listing)))
    listing = main.query_one(Listing)
    await desk.until(lambda: listing.window is not None and listing.window.total == 15)


def _cursor_line(desk: Desk, page: CardPage) -> str:
    roll = page.lines.roll
    return "".join(desk.app.say(piece.text) for piece in roll.lines[roll.at])


async def test_the_same_key_takes_the_stay_under_the_cursor_of_a_list_on(whole_desk: Desk) -> None:
    desk = whole_desk
    await desk.press("2")
    await desk.sees("TU Wien")
    await desk.press(".")
    await desk.until(lambda: desk.store.entry("faculty-stays", 1).values["status"] == "approved")
