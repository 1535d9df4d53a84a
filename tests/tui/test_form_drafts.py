"""A half-typed form that was kept is offered again, and goes on where it was left."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

import pytest
from formdesk import Desk

from kit_tui.tui.drafts import Draft, Drafts
from kit_tui.tui.screens.draft import OfferDraft, offer_at_start
from kit_tui.tui.screens.form import FormPage

AT = "2018-11-22T01:42:03.000000Z"


def left_behind(desk: Desk, draft: Draft) -> Drafts:
    """A draft as a session that has ended leaves it."""
    drafts = Drafts(desk.app.drafts._all.parents[2], "tanaka", desk.store.path)
    drafts.keep("left", draft, 1)
    drafts.leave("left")
    assert drafts._lock_file
    drafts._lock_file.close()
    return drafts


def new_person(fields: Mapping[str, Mapping[str, object]]) -> Draft:
    return Draft("people", None, fields, {}, None, {}, AT)


async def offered(desk: Desk, register: str, record: int | None = None) -> FormPage:
    form = FormPage(register, record)
    await desk.app.push_screen(form)
    await desk.until(lambda: isinstance(desk.app.screen, OfferDraft))
    return form


async def test_a_draft_is_written_a_moment_after_the_typing_and_gone_after_the_save(desk: Desk) -> None:
    await desk.open("people")
    await desk.type("佐藤 学")
    await desk.sees("draft kept")
    assert list(desk.app.drafts._all.rglob("*.json"))
    await desk.go_to("category")
    await desk.press("f", "ctrl+s")
    await desk.until(lambda: len(desk.given) == 1)
    assert not [path for path in desk.app.drafts._all.rglob("*") if path.is_file()]


async def test_what_was_about_to_be_kept_while_the_form_was_saved_is_not_kept(desk: Desk) -> None:
    form = await desk.open("people")
    await desk.type("佐藤 学")
    form.keeping.drop()
    form.keeping.now()
    assert not list(desk.app.drafts._all.rglob("*.json"))


async def test_an_offer_names_what_was_typed(desk: Desk) -> None:
    given = {"stay": {"value": 1, "words": "大野 健, TU Wien, 2018-03-01"}}
    left_behind(desk, Draft("outcomes", None, {**given, "title": {"text": "Timber futures"}}, {}, None, given, AT))
    await offered(desk, "outcomes")
    await desk.sees("outcome Timber futures")


async def test_enter_goes_on_with_a_draft(desk: Desk) -> None:
    left_behind(desk, new_person({"name": {"text": "佐藤 学"}, "category": {"value": "technical"}}))
    form = await offered(desk, "people")
    await desk.sees("2018-11-22 10:42")
    await desk.pilot.press("enter")
    await desk.sees("佐藤 学")
    assert form.sheet.slots["category"].value == "technical"
    assert form.sheet.current is form.sheet.slots["category"]
    assert form.sheet.touched


async def test_d_throws_a_draft_away(desk: Desk) -> None:
    drafts = left_behind(desk, new_person({"name": {"text": "佐藤 学"}}))
    form = await offered(desk, "people")
    await desk.pilot.press("d")
    await desk.until(lambda: desk.app.screen is form)
    assert "佐藤" not in desk.text
    await desk.until(lambda: not drafts.waiting())


async def test_esc_keeps_a_draft_for_later(desk: Desk) -> None:
    drafts = left_behind(desk, new_person({"name": {"text": "佐藤 学"}}))
    form = await offered(desk, "people")
    await desk.pilot.press("escape")
    await desk.until(lambda: desk.app.screen is form)
    assert len(drafts.waiting()) == 1


async def test_fields_that_no_longer_exist_are_named_and_the_rest_is_kept(desk: Desk) -> None:
    left_behind(desk, new_person({"name": {"text": "佐藤 学"}, "shoe_size": {"text": "26"}}))
    await offered(desk, "people")
    await desk.pilot.press("enter")
    await desk.sees("佐藤 学")
    assert "shoe_size" in desk.told


async def test_a_chosen_reference_comes_back_chosen(desk: Desk) -> None:
    fields = {"person": {"text": "", "value": 2, "words": "青木 恵"}, "institution": {"text": "et", "value": None}}
    left_behind(desk, Draft("faculty-stays", None, fields, {}, None, {}, AT))
    form = await offered(desk, "faculty-stays")
    await desk.pilot.press("enter")
    await desk.sees("青木 恵")
    assert form.sheet.slots["person"].value == 2
    assert form.sheet.slots["institution"].problem


async def test_a_draft_of_a_record_that_was_changed_since_meets_that_change_on_saving(desk: Desk) -> None:
    fields = {"purpose": {"text": "Mine"}}
    base = {"purpose": "", "funding": "", "start": "2018-03-01", "end": "2018-09-15"}
    left_behind(desk, Draft("faculty-stays", 1, fields, base, 1, {}, AT))
    desk.store.save("faculty-stays", {"purpose": "Theirs", "end": dt.date(2018, 9, 30)}, 1)
    form = await offered(desk, "faculty-stays", 1)
    await desk.pilot.press("enter")
    await desk.sees("Mine")
    await desk.press("ctrl+s")
    await desk.sees(': "Theirs"')
    assert form.sheet.slots["end"].value == dt.date(2018, 9, 30)


async def test_a_draft_of_another_form_is_not_offered(desk: Desk) -> None:
    left_behind(desk, new_person({"name": {"text": "佐藤 学"}}))
    form = await desk.open("institutions")
    assert desk.app.screen is form


@pytest.mark.parametrize("key", ["3", "1"])
async def test_a_form_that_is_left_for_another_tab_says_how_to_go_on_with_its_draft(whole_desk: Desk, key: str) -> None:
    desk = whole_desk
    await desk.open("people")
    await desk.type("佐藤 学")
    desk.app.open_card("people", 1)
    await desk.sees("オオノ ケン")
    await desk.press(key)
    await desk.until(lambda: len(desk.app.screen_stack) == 1)
    await desk.until(lambda: bool(desk.told))
    assert desk.told == "Draft kept: open the form of the person again to go on with it."
    await offered(desk, "people")
    await desk.pilot.press("enter")
    await desk.sees("佐藤 学")


async def test_of_a_form_in_which_nothing_was_typed_nothing_is_told(whole_desk: Desk) -> None:
    desk = whole_desk
    await desk.open("people")
    desk.app.open_card("people", 1)
    await desk.sees("オオノ ケン")
    await desk.press("3")
    await desk.until(lambda: desk.app.area == "staff" and len(desk.app.screen_stack) == 1)
    assert not desk.told


async def test_drafts_are_offered_one_after_the_other_at_the_start(desk: Desk) -> None:
    left_behind(desk, new_person({"name": {"text": "佐藤 学"}}))
    left_behind(desk, Draft("institutions", None, {"name": {"text": "Aalto"}}, {}, None, {}, AT.replace("22T", "21T")))
    desk.app.run_worker(offer_at_start(desk.app))
    await desk.sees("person 佐藤 学")
    await desk.pilot.press("enter")
    await desk.sees("New person")
    await desk.press("escape", "enter")
    await desk.sees("institution Aalto")
    await desk.pilot.press("enter")
    await desk.sees("New institution")


async def test_of_two_forms_the_draft_of_the_one_on_top_is_the_newer(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.choose("田中")
    await desk.until(lambda: desk.app.screen is not form and desk.form.idle.is_set())
    await desk.type("タナカ")
    desk.app.save_drafts()
    form.save_draft()
    drafts = [json.loads(path.read_text()) for path in desk.app.drafts._all.rglob("*.json")]
    assert [draft["register"] for draft in sorted(drafts, key=lambda one: one["at"])] == ["faculty-stays", "people"]


async def test_the_draft_is_saved_at_once_when_the_terminal_goes_away(desk: Desk) -> None:
    await desk.open("people")
    await desk.type("佐藤 学")
    desk.app.save_drafts()
    assert "\\u4f50" in next(desk.app.drafts._all.rglob("*.json")).read_text()
