"""Filling in a form with the keyboard alone, from the first key to the kept record."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import pytest
from formdesk import Desk
from textual import events

from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import message
from kit_tui.store import Done, Ref, opening
from kit_tui.tui.screens.confirm import Confirm
from kit_tui.tui.screens.form import FormPage
from kit_tui.tui.screens.waiting import Waiting


async def test_a_stay_is_entered_with_references_found_by_part_of_a_name_and_a_japanese_date(desk: Desk) -> None:
    await desk.open("faculty-stays")
    await desk.choose("けん")
    await desk.choose("eth")
    await desk.go_to("start")
    await desk.type("H30.9.1", "enter")
    await desk.type("2019-2-28", "ctrl+s")
    await desk.until(lambda: len(desk.records("faculty-stays")) == 2)
    values = desk.store.entry("faculty-stays", 2).values
    assert (values["person"], values["institution"]) == (
        Ref("people", 1, "大野 健"),
        Ref("institutions", 1, "ETH Zürich"),
    )
    assert (values["start"], values["end"]) == (dt.date(2018, 9, 1), dt.date(2019, 2, 28))
    assert values["status"] == "planned"


async def test_what_was_understood_stands_beside_the_field(desk: Desk) -> None:
    await desk.open("faculty-stays")
    await desk.go_to("start")
    await desk.type("H30.9.1", "enter")
    await desk.type("2019/2/28", "enter")
    assert "Sat 1 Sep 2018, AY 2018" in desk.line("From")
    assert "Thu 28 Feb 2019, 181 days" in desk.line("To")


async def test_what_is_understood_follows_the_typing_and_never_says_what_the_field_held_before(desk: Desk) -> None:
    await desk.open("faculty-stays")
    await desk.go_to("start")
    await desk.type("H30.9.1", "enter", "up", "ctrl+u")
    await desk.type("H30.10.1")
    await desk.sees("Mon 1 Oct 2018, AY 2018")
    await desk.type("x")
    assert "Oct 2018" not in desk.line("From")


async def test_a_wrong_date_is_told_of_on_leaving_the_field_and_holds_the_save_up(desk: Desk) -> None:
    await desk.open("faculty-stays")
    await desk.go_to("report_due")
    await desk.type("2019-2-30", "tab")
    assert "2019 has no 30 February" in desk.line("Report due")
    await desk.press("ctrl+s")
    assert len(desk.records("faculty-stays")) == 1
    assert desk.form.sheet.slots["report_due"].editor.text == "2019-2-30"


async def test_saving_puts_the_cursor_on_the_first_field_that_is_wrong(desk: Desk) -> None:
    await desk.open("faculty-stays")
    await desk.go_to("start")
    await desk.type("2018-9-1", "ctrl+s")
    assert desk.form.sheet.current is desk.form.sheet.slots["person"]
    assert "Person is required." in desk.line("Person")


async def test_a_rule_over_several_fields_shows_at_its_field(desk: Desk) -> None:
    await desk.open("faculty-stays", person=1, institution=1)
    await desk.go_to("start")
    await desk.type("2018-9-1", "enter")
    await desk.type("2018-8-1", "ctrl+s")
    await desk.sees("is before the start")
    assert desk.form.sheet.current is desk.form.sheet.slots["end"]


async def test_enter_on_the_last_field_goes_to_the_line_that_saves_and_only_there_saves(desk: Desk) -> None:
    await desk.open("institutions")
    await desk.type("Aalto", "enter")
    await desk.go_to("country")
    await desk.choose("Finl")
    await desk.go_to("website")
    await desk.press("enter")
    assert desk.form.sheet.current is None
    assert len(desk.records("institutions")) == 2
    await desk.press("enter")
    await desk.until(lambda: len(desk.records("institutions")) == 3)
    assert isinstance(desk.given[0], Done)
    assert desk.told == "Saved: Aalto"


async def test_typing_in_the_line_that_saves_does_nothing(desk: Desk) -> None:
    await desk.open("institutions")
    await desk.go_to("website")
    await desk.press("enter", "1", "q", "space")
    assert isinstance(desk.app.screen, FormPage)


async def test_choices_are_picked_by_their_beginning_by_number_and_by_the_arrows(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.go_to("status")
    status = form.sheet.slots["status"]
    await desk.press("r", "e", "p")
    assert status.value == "reported"
    await desk.press("2")
    assert status.value == "approved"
    await desk.press("right")
    assert status.value == "away"
    await desk.type("帰国")
    assert status.value == "returned"


async def test_a_choice_of_several_words_can_be_typed_in_full(desk: Desk) -> None:
    form = await desk.open("outcomes")
    await desk.go_to("kind")
    await desk.type("joint project")
    assert form.sheet.slots["kind"].value == "joint_project"
    assert not form.sheet.slots["kind"].options


async def test_space_lists_the_choices_and_enter_takes_one(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.go_to("status")
    await desk.press("space", "down", "down")
    await desk.sees("cancelled")
    await desk.press("enter")
    assert form.sheet.slots["status"].value == "away"
    assert form.sheet.current is form.sheet.slots["start"]


async def test_space_turns_a_flag(desk: Desk) -> None:
    form = await desk.open("agreements")
    await desk.go_to("auto_renew")
    await desk.press("space")
    assert form.sheet.slots["auto_renew"].value == 1
    await desk.press("n")
    assert form.sheet.slots["auto_renew"].value == 0


async def test_space_in_an_empty_reference_lists_the_latest_records(desk: Desk) -> None:
    await desk.open("faculty-stays")
    await desk.go_to("institution")
    await desk.press("space")
    await desk.sees("ETH Zürich")
    await desk.press("enter")
    assert desk.form.sheet.slots["institution"].value == 2


@pytest.mark.parametrize("key", ["enter", "tab", "ctrl+s"])
async def test_space_in_a_chosen_reference_lists_the_latest_and_loses_nothing(desk: Desk, key: str) -> None:
    form = await desk.open("faculty-stays", 1)
    await desk.press("space")
    await desk.until(lambda: len(form.sheet.slots["person"].options) == 3)
    await desk.press(key)
    assert form.sheet.slots["person"].value == 1
    assert not form.sheet.touched


async def test_another_record_is_taken_from_the_latest(desk: Desk) -> None:
    form = await desk.open("faculty-stays", 1)
    person = form.sheet.slots["person"]
    await desk.press("space")
    await desk.until(lambda: len(person.options) == 3)
    person.highlighted = [option.value for option in person.options].index(2)
    await desk.press("enter")
    assert person.value == 2


async def test_space_in_a_chosen_country_lists_them_all_from_that_on(desk: Desk) -> None:
    form = await desk.open("institutions", 1)
    await desk.go_to("country")
    await desk.press("space")
    assert form.sheet.slots["country"].pointed is not None
    await desk.press("enter")
    assert form.sheet.slots["country"].value == "CH"


async def test_enter_takes_nothing_from_a_list_that_nobody_can_have_seen(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    busy = threading.Event()
    desk.app.lanes.quick(busy.wait)
    for key, character in (("大", "大"), ("野", "野"), ("enter", "\r")):
        desk.app.post_message(events.Key(key, character))
    busy.set()
    await desk.sees("オオノ ハナ")
    assert form.sheet.current is form.sheet.slots["person"]
    assert form.sheet.slots["person"].value is None
    await desk.press("enter")
    assert form.sheet.slots["person"].value == 1


async def half_typed(desk: Desk, text: str) -> FormPage:
    """The form of a stay of 青木, with a text in the place of the person and its list open."""
    stay = {"person": 2, "institution": 1, "start": dt.date(2018, 10, 1)}
    desk.store.save("faculty-stays", stay)
    form = await desk.open("faculty-stays", 2)
    await desk.type(text)
    await desk.until(lambda: bool(form.sheet.slots["person"].options))
    return form


@pytest.mark.parametrize("text", ["大野", "鈴木"])
@pytest.mark.parametrize("key", ["ctrl+s", "ctrl+n", "tab", "shift+tab"])
async def test_a_half_typed_search_becomes_a_choice_only_with_enter(desk: Desk, text: str, key: str) -> None:
    form = await half_typed(desk, text)
    await desk.press(key)
    await desk.sees(f'Nothing chosen for "{text}": choose from the list, or clear the field.')
    assert desk.app.screen is form
    assert form.sheet.current is form.sheet.slots["person"]
    assert desk.store.entry("faculty-stays", 2).values["person"] == Ref("people", 2, "青木 恵")
    await desk.press("enter")
    assert form.sheet.slots["person"].value == 1 or desk.app.screen is not form


async def test_a_half_typed_search_that_is_saved_before_its_list_is_there_becomes_no_choice(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.type("大野", "ctrl+s")
    await desk.sees('Nothing chosen for "大野"')
    assert form.sheet.slots["person"].options
    assert form.sheet.slots["person"].value is None


@pytest.mark.parametrize("key", ["ctrl+s", "tab"])
async def test_what_the_cursor_was_moved_to_is_chosen_without_enter(desk: Desk, key: str) -> None:
    form = await half_typed(desk, "大野")
    await desk.press("down", key)
    await desk.until(lambda: form.sheet.slots["person"].value == 3)


@pytest.mark.parametrize(("text", "person"), [("けん", 1), ("大野花", 3), ("大野 花", 3)])
async def test_the_only_one_found_and_the_very_name_are_chosen_without_enter(
    desk: Desk, text: str, person: int
) -> None:
    form = await half_typed(desk, text)
    await desk.press("tab")
    assert form.sheet.slots["person"].value == person
    assert form.sheet.current is form.sheet.slots["institution"]


async def test_the_latest_records_and_the_answers_that_space_lists_are_only_looked_at(desk: Desk) -> None:
    form = await desk.open("scores")
    await desk.press("space")
    await desk.until(lambda: bool(form.sheet.slots["person"].options))
    await desk.press("tab", "space", "tab")
    slots = form.sheet.slots
    assert (slots["person"].value, slots["test"].value) == (None, "")
    assert not slots["person"].options
    assert not slots["test"].options


async def test_a_country_is_chosen_by_its_code_and_not_by_a_letter(desk: Desk) -> None:
    form = await desk.open("institutions", 1)
    await desk.go_to("country")
    await desk.type("A", "ctrl+s")
    await desk.sees('"A" is not a country or region')
    assert desk.store.entry("institutions", 1).values["country"] == "CH"
    await desk.type("T", "tab")
    assert form.sheet.slots["country"].value == "AT"


async def test_the_first_key_in_a_chosen_reference_searches_anew_and_undo_brings_it_back(desk: Desk) -> None:
    form = await desk.open("faculty-stays", person=1)
    await desk.go_to("person")
    await desk.press("x")
    assert form.sheet.slots["person"].value is None
    await desk.press("ctrl+z", "ctrl+z")
    assert form.sheet.slots["person"].value == 1


async def test_a_missing_institution_is_made_on_the_spot_and_chosen(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.go_to("institution")
    await desk.choose("Aalto")
    await desk.until(lambda: desk.app.screen is not form)
    await desk.until(desk.form.idle.is_set)
    assert desk.form.sheet.slots["name"].editor.text == "Aalto"
    await desk.go_to("country")
    await desk.choose("フィンランド")
    await desk.press("ctrl+s")
    await desk.until(lambda: form.sheet.slots["institution"].value == 3)
    assert desk.app.screen is form
    assert form.sheet.current is form.sheet.slots["purpose"]


@pytest.mark.parametrize(
    ("register", "reference", "category"),
    [("faculty-stays", "person", "faculty"), ("scores", "person", "admin"), ("visits", "visitor", "visitor")],
)
async def test_a_person_made_on_the_spot_begins_as_what_the_register_is_about(
    desk: Desk, register: str, reference: str, category: str
) -> None:
    form = await desk.open(register)
    await desk.go_to(reference)
    await desk.choose("田中")
    await desk.until(lambda: desk.app.screen is not form and desk.form.idle.is_set())
    assert desk.form.sheet.values["category"] == category
    await desk.press("ctrl+s")
    await desk.until(lambda: form.sheet.slots[reference].filled)


@pytest.mark.parametrize(("register", "first"), [("scores", "大野 花"), ("faculty-stays", "大野 健")])
async def test_those_whom_the_register_is_about_are_found_first(desk: Desk, register: str, first: str) -> None:
    form = await desk.open(register)
    await desk.type("おおの")
    await desk.until(lambda: bool(form.sheet.slots["person"].options))
    assert len(form.sheet.slots["person"].options) == 3
    await desk.press("enter")
    assert form.sheet.slots["person"].words == first


async def test_a_series_of_scores_takes_few_keys_and_keeps_test_date_and_course(desk: Desk) -> None:
    await desk.open("scores")
    await desk.choose("青木")
    await desk.press("2", "enter")
    await desk.type("2018-06-17", "enter")
    await desk.type("430", "enter")
    await desk.type("385", "ctrl+n")
    await desk.until(lambda: len(desk.records("scores")) == 1)
    assert "Saved: 青木 恵" in desk.told
    assert desk.form.sheet.current is desk.form.sheet.slots["person"]
    await desk.choose("花")
    assert desk.form.sheet.current is desk.form.sheet.slots["listening"]
    await desk.type("300", "enter")
    await desk.type("295", "ctrl+n")
    await desk.until(lambda: len(desk.records("scores")) == 2)
    second = desk.store.entry("scores", 2).values
    assert (second["test"], second["date"], second["total"]) == ("toeic_lr_ip", dt.date(2018, 6, 17), 595)


async def test_keys_typed_ahead_of_a_save_go_to_the_next_record(desk: Desk) -> None:
    await desk.open("institutions")
    await desk.type("Aalto")
    await desk.go_to("country")
    await desk.choose("Finl")
    await desk.pilot.press("ctrl+n", "K", "T", "H")
    await desk.until(lambda: len(desk.records("institutions")) == 3)
    await desk.until(lambda: desk.form.sheet.slots["name"].editor.text == "KTH")


async def test_keys_wait_for_a_form_that_takes_its_time(desk: Desk) -> None:
    form = await desk.open("people")
    form.idle.clear()
    for key in ("N", "7", "tab", "A"):
        desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await desk.until(lambda: len(desk.app.keyboard._waiting) == 4)
    form.idle.set()
    desk.app.keyboard.wake()
    await desk.until(lambda: form.sheet.slots["name_kana"].editor.text == "A")
    assert form.sheet.slots["name"].editor.text == "N7"


async def test_f5_fills_the_field_and_then_every_empty_one_as_in_the_last_record(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.press("f5")
    assert form.sheet.slots["person"].value == 1
    assert form.sheet.slots["institution"].value is None
    await desk.press("f5")
    assert form.sheet.slots["institution"].value == 2
    assert form.sheet.slots["end"].editor.text == "2018-09-15"


async def test_a_suggested_date_is_shown_and_taken_with_f5(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.go_to("end")
    await desk.type("2019-2-28", "enter")
    await desk.sees("(2019-04-29)")
    assert form.sheet.slots["briefing_due"].value is None
    await desk.go_to("briefing_due")
    await desk.press("f5", "enter")
    assert form.sheet.slots["briefing_due"].value == dt.date(2019, 4, 29)
    assert "60 days after the end" in desk.line("Briefing due")


async def test_enter_takes_what_stands_in_brackets_and_tab_leaves_the_field_empty(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.go_to("end")
    await desk.type("2019-2-28", "enter")
    await desk.go_to("briefing_due")
    await desk.sees("(2019-04-29)")
    await desk.press("enter", "tab")
    slots = form.sheet.slots
    assert (slots["briefing_due"].value, slots["report_due"].value) == (dt.date(2019, 4, 29), None)


async def test_a_new_record_is_saved_with_what_was_offered_and_not_passed_over(desk: Desk) -> None:
    await desk.open("faculty-stays", person=1, institution=1, start=dt.date(2018, 9, 1))
    await desk.go_to("end")
    await desk.type("2019-2-28", "enter")
    await desk.go_to("report_due")
    await desk.sees("(2019-03-30)")
    await desk.press("tab", "ctrl+s")
    await desk.until(lambda: len(desk.records("faculty-stays")) == 2)
    saved = desk.store.entry("faculty-stays", 2).values
    assert (saved["briefing_due"], saved["report_due"]) == (dt.date(2019, 4, 29), None)


async def funded_stay(desk: Desk) -> FormPage:
    """The form of a new stay after one that was funded, when that is offered."""
    stay = {"person": 1, "institution": 1, "start": dt.date(2017, 9, 1), "end": dt.date(2017, 9, 30)}
    desk.store.save("faculty-stays", {**stay, "purpose": "Timber", "funding": "SGU", "notes": "n", "cost": 1})
    form = await desk.open("faculty-stays", person=1, institution=1, start=dt.date(2018, 11, 1))
    await desk.sees("(last time: SGU)")
    return form


async def test_what_was_used_last_is_offered_where_it_is_likely_to_be_used_again(desk: Desk) -> None:
    form = await funded_stay(desk)
    assert [name for name, slot in form.sheet.slots.items() if slot.offered] == ["funding"]
    await desk.go_to("funding")
    await desk.press("enter")
    assert form.sheet.slots["funding"].value == "SGU"


async def test_f5_twice_fills_every_empty_field_where_what_was_used_last_is_offered_too(desk: Desk) -> None:
    form = await funded_stay(desk)
    await desk.go_to("funding")
    await desk.press("f5", "f5")
    assert (form.sheet.slots["funding"].value, form.sheet.slots["purpose"].value) == ("SGU", "Timber")


@pytest.mark.parametrize("keys", [("ctrl+s",), ("tab", "ctrl+s")])
async def test_what_was_used_last_is_never_saved_unasked(desk: Desk, keys: tuple[str, ...]) -> None:
    await funded_stay(desk)
    await desk.go_to("funding")
    await desk.press(*keys)
    await desk.until(lambda: len(desk.records("faculty-stays")) == 3)
    assert desk.store.entry("faculty-stays", 3).values["funding"] == ""


async def test_nothing_used_last_is_offered_for_a_record_that_is_there(desk: Desk) -> None:
    await funded_stay(desk)
    form = await desk.open("faculty-stays", 1)
    await form._take_advice()
    assert not form.sheet.slots["funding"].offered


async def test_a_series_offers_what_the_record_before_it_used(desk: Desk) -> None:
    form = await desk.open("courses", kind="other", academic_year=2018)
    await desk.type("Reading")
    await desk.go_to("provider")
    await desk.type("Berlitz", "ctrl+n")
    await desk.sees("(last time: Berlitz)")
    assert not form.sheet.slots["provider"].filled


async def test_who_received_the_last_visitor_is_offered_for_the_next(desk: Desk) -> None:
    desk.store.save("visits", {"visitor": 3, "host": 1, "visa": "none", "start": dt.date(2018, 9, 1)})
    form = await desk.open("visits")
    await desk.sees("(last time: 大野 健)")
    await desk.go_to("host")
    await desk.press("enter")
    assert form.sheet.slots["host"].value == 1


async def test_a_year_that_follows_from_a_day_is_not_asked_for(desk: Desk) -> None:
    await desk.open("projects")
    await desk.type("Silk")
    await desk.go_to("field")
    await desk.press("1")
    await desk.go_to("start")
    await desk.type("2018-9-1", "ctrl+s")
    await desk.until(lambda: len(desk.records("projects")) == 1)
    assert desk.store.entry("projects", 1).values["academic_year"] == 2018


async def test_a_record_that_is_changed_is_not_filled_up(desk: Desk) -> None:
    await desk.open("faculty-stays", 1)
    await desk.go_to("purpose")
    await desk.type("Silk", "ctrl+s")
    await desk.until(lambda: desk.store.entry("faculty-stays", 1).values["purpose"] == "Silk")
    assert desk.store.entry("faculty-stays", 1).values["report_due"] is None


async def test_an_overlap_is_told_of_and_refuses_nothing(desk: Desk) -> None:
    await desk.open("faculty-stays", person=1, institution=1)
    await desk.go_to("start")
    await desk.type("2018-9-1", "enter")
    await desk.sees("Also in this time: 大野 健, TU Wien")
    await desk.press("ctrl+s")
    await desk.until(lambda: len(desk.records("faculty-stays")) == 2)


async def test_esc_leaves_at_once_when_nothing_was_typed(desk: Desk) -> None:
    form = await desk.open("faculty-stays", person=1)
    await desk.press("escape")
    await desk.until(lambda: desk.app.screen is not form)
    assert desk.given == [None]


async def test_esc_asks_when_something_was_typed(desk: Desk) -> None:
    form = await desk.open("institutions")
    await desk.type("Aalto", "escape")
    await desk.until(lambda: isinstance(desk.app.screen, Confirm))
    await desk.pilot.press("escape")
    await desk.until(lambda: desk.app.screen is form)
    assert form.sheet.slots["name"].editor.text == "Aalto"
    await desk.pilot.press("escape")
    await desk.until(lambda: isinstance(desk.app.screen, Confirm))
    await desk.pilot.press("enter")
    await desk.until(lambda: desk.given == [None])


async def test_only_what_was_changed_is_saved(desk: Desk) -> None:
    await desk.open("people", 1)
    assert desk.form.sheet.slots["name"].editor.text == "大野 健"
    await desk.go_to("email")
    await desk.type("ohno@example.ac.jp")
    assert desk.form.sheet.read_all()
    assert desk.form.sheet.changes == {"email": "ohno@example.ac.jp"}


async def test_values_of_the_card_come_along_and_the_cursor_starts_after_them(desk: Desk) -> None:
    form = await desk.open("participations", course=1)
    assert form.sheet.current is form.sheet.slots["person"]
    assert "Speaking" in desk.line("Course")


async def test_a_series_goes_on_to_the_next_person_and_stays_with_the_course_of_the_card(desk: Desk) -> None:
    form = await desk.open("participations", course=1, person=1)
    await desk.press("ctrl+n")
    await desk.until(lambda: len(desk.records("participations")) == 1)
    slots = form.sheet.slots
    assert (slots["course"].value, slots["person"].value) == (1, None)


async def test_a_series_of_visits_keeps_the_host_and_goes_on_to_the_next_visitor(desk: Desk) -> None:
    form = await desk.open("visits", institution=1, host=1)
    await desk.choose("青木")
    await desk.go_to("start")
    await desk.type("2018-9-1", "ctrl+n")
    await desk.until(lambda: len(desk.records("visits")) == 1)
    slots = form.sheet.slots
    assert (slots["visitor"].value, slots["host"].value) == (None, 1)


async def test_a_series_never_says_of_the_next_record_what_nobody_looked_at(desk: Desk) -> None:
    form = await desk.open("institutions")
    await desk.type("Aalto")
    await desk.go_to("country")
    await desk.choose("Finl")
    await desk.press("ctrl+n")
    await desk.until(lambda: len(desk.records("institutions")) == 3)
    assert form.sheet.slots["country"].value == ""


async def test_enter_passes_over_what_came_along_from_the_card_and_what_cannot_be_besides(desk: Desk) -> None:
    form = await desk.open("events", stay=1, start=dt.date(2018, 3, 1))
    await desk.go_to("title")
    await desk.type("Timber", "enter")
    assert form.sheet.current is form.sheet.slots["start"]
    await desk.press("up")
    assert form.sheet.current is form.sheet.slots["project"]


@pytest.mark.parametrize("origin", ["stay", "project"])
async def test_an_outcome_from_a_card_begins_after_what_it_came_of(desk: Desk, origin: str) -> None:
    desk.store.save("projects", {"title": "Silk", "field": "design", "academic_year": 2018})
    form = await desk.open("outcomes", **{origin: 1})
    assert form.sheet.current is form.sheet.slots["kind"]


async def test_of_two_alternatives_the_second_is_passed_over_once_the_first_is_chosen(desk: Desk) -> None:
    form = await desk.open("outcomes")
    await desk.choose("Wien")
    assert form.sheet.current is form.sheet.slots["kind"]


async def test_of_two_alternatives_the_second_is_asked_for_while_the_first_is_empty(desk: Desk) -> None:
    form = await desk.open("outcomes")
    await desk.press("enter")
    assert form.sheet.current is form.sheet.slots["project"]


async def test_a_rule_over_several_fields_is_told_when_they_are_left_and_goes_when_it_is_kept(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.go_to("start")
    await desk.type("2018-9-1", "enter")
    await desk.type("2018-8-31", "enter")
    await desk.until(lambda: form.sheet.slots["end"].problem is not None)
    assert form.sheet.slots["person"].problem is None
    await desk.go_to("start")
    await desk.press("ctrl+u")
    await desk.type("2018-8-1", "enter")
    await desk.until(lambda: form.sheet.slots["end"].problem is None)


async def test_what_is_required_is_not_missed_once_it_is_there(desk: Desk) -> None:
    form = await desk.open("faculty-stays")
    await desk.type("鈴木")
    await desk.until(lambda: bool(form.sheet.slots["person"].options))
    await desk.press("escape", "tab")
    await form._take_advice()
    await desk.go_to("person")
    await desk.press("ctrl+u")
    await desk.choose("青木")
    assert form.sheet.slots["person"].problem is None


async def test_a_number_that_another_has_is_told_when_the_field_is_left(desk: Desk) -> None:
    form = await desk.open("people")
    await desk.go_to("staff_no")
    await desk.type("A0317", "enter")
    await desk.until(lambda: form.sheet.slots["staff_no"].problem is not None)
    await desk.go_to("staff_no")
    await desk.press("enter")
    assert "大野 健" in desk.line("Staff no.")
    await desk.go_to("staff_no")
    await desk.type("8", "enter")
    await desk.until(lambda: form.sheet.slots["staff_no"].problem is None)


async def test_a_save_that_meets_another_write_waits_and_then_goes_through(desk: Desk, register_path: Path) -> None:
    other = opening.connect(str(register_path))
    await desk.open("institutions")
    await desk.type("Aalto")
    await desk.go_to("country")
    await desk.choose("Finl")
    with other.atomic("IMMEDIATE"):
        await desk.pilot.press("ctrl+s")
        await desk.until(lambda: isinstance(desk.app.screen, Waiting))
    await desk.until(lambda: len(desk.records("institutions")) == 3)
    await desk.until(lambda: len(desk.given) == 1)
    other.close()


async def test_notes_take_line_breaks_and_the_arrows_walk_through_them(desk: Desk) -> None:
    form = await desk.open("faculty-stays", 1)
    await desk.go_to("notes")
    await desk.press("a", "ctrl+j", "b", "up")
    assert form.sheet.current is form.sheet.slots["notes"]
    await desk.press("up")
    assert form.sheet.current is form.sheet.slots["reported_on"]
    assert form.sheet.slots["notes"].editor.text == "a\nb"


async def test_a_record_that_is_gone_is_told_of_instead_of_a_form(desk: Desk) -> None:
    desk.store.delete("faculty-stays", [1])
    await desk.app.push_screen(FormPage("faculty-stays", 1))
    await desk.until(lambda: "has been deleted" in desk.told)
    assert not isinstance(desk.app.screen, FormPage)


async def test_the_form_of_a_step_opens_on_the_field_that_the_rule_asks_for(desk: Desk) -> None:
    form = FormPage("faculty-stays", 1, {"status": "returned"}, problems={"end": message("Type the day of return.")})
    await desk.app.push_screen(form)
    await desk.until(form.idle.is_set)
    assert form.sheet.current is form.sheet.slots["end"]
    assert form.sheet.touched
    await desk.sees("Type the day of return.")


@pytest.mark.parametrize(
    "text",
    [
        "[/]",
        "[@click=app.quit]x[/]",
        "\x1b[31mred",
        "\u202egnitset",
        "nul\x00nul",
        "👩\u200d👩\u200d👧",
        "x" * 10_000,
        "Ｔ　Ｕ",
        "が",
        "'; DROP TABLE stay; --",
    ],
)
async def test_any_text_is_stored_and_never_meant(desk: Desk, text: str) -> None:
    await desk.open("faculty-stays", 1)
    await desk.go_to("purpose")
    await desk.type(text, "tab")
    assert "\x1b" not in desk.text
    await desk.press("ctrl+s")
    await desk.until(lambda: desk.given != [])
    assert desk.store.entry("faculty-stays", 1).values["purpose"] == clean_text(text)[0]


async def test_the_caret_of_the_terminal_stands_where_the_next_letter_goes(desk: Desk) -> None:
    await desk.open("institutions")
    await desk.type("大野")
    column, row = desk.app.cursor_position
    before, after = desk.text.splitlines()[row].split("大野")
    assert column == len(before) + 4
    await desk.press("left")
    assert desk.app.cursor_position.x == column - 2


async def test_esc_takes_back_a_save_that_waits_and_nothing_is_kept_of_it(desk: Desk, register_path: Path) -> None:
    other, before = opening.connect(str(register_path)), desk.store.latest()
    form = await desk.open("institutions")
    await desk.type("Aalto")
    await desk.go_to("country")
    await desk.choose("Finl")
    with other.atomic("IMMEDIATE"):
        await desk.pilot.press("ctrl+s")
        await desk.until(lambda: isinstance(desk.app.screen, Waiting))
        await desk.pilot.press("escape")
        await desk.until(lambda: desk.app.screen is form)
    await desk.app.write(lambda: None)  # comes after what waited
    assert desk.store.latest() == before
    assert len(desk.records("institutions")) == 2
    assert form.sheet.slots["name"].editor.text == "Aalto"
    other.close()


async def test_space_lists_every_country_and_the_list_moves_with_the_cursor(desk: Desk) -> None:
    form = await desk.open("institutions")
    await desk.go_to("country")
    await desk.press("space", *["down"] * 60)
    slot = form.sheet.slots["country"]
    wanted = slot.options[60].value
    assert desk.app.say(slot.options[60].words) in desk.text
    await desk.press("enter")
    assert slot.value == wanted


async def test_letters_that_this_terminal_draws_wide_are_shown_folded_and_stored_as_typed(desk: Desk) -> None:
    desk.app.ambiguous = 2
    form = await desk.open("institutions")
    await desk.type("Zürich")
    assert "Zurich" in desk.text
    assert form.sheet.slots["name"].editor.text == "Zürich"
