"""Finding anything from anywhere, while typing."""

from __future__ import annotations

import threading

import pytest
from formdesk import Desk

from kit_tui.registers import REGISTERS
from kit_tui.store import Actor, Hit
from kit_tui.store import open as open_store
from kit_tui.tui.screens.card import CardPage
from kit_tui.tui.screens.find import EACH, FindPage, NewPerson
from kit_tui.tui.screens.form import FormPage
from kit_tui.tui.widgets.line import Line
from kit_tui.tui.widgets.lines import Lines


async def find(desk: Desk, text: str = "") -> FindPage:
    """Find anywhere, opened and ready, with a text typed into it."""
    desk.app.open_find()
    await desk.until(lambda: isinstance(desk.app.screen, FindPage) and desk.app.in_text)
    if text:
        await desk.type(text)
    assert isinstance(desk.app.screen, FindPage)
    return desk.app.screen


async def test_results_stand_under_their_registers_with_the_answer_on_the_line(desk: Desk) -> None:
    await find(desk, "大野 健")
    await desk.sees("2 found")
    lines = [line.strip() for line in desk.text.splitlines()]
    assert lines.index("People") < lines.index("Faculty stays")
    assert "was to be back from TU Wien 15 Sep" in next(line for line in lines if line.startswith("大野 健, TU Wien"))


async def test_enter_opens_the_card_of_the_best_result(desk: Desk) -> None:
    await find(desk, "けん")
    await desk.sees("found")
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, CardPage))
    await desk.sees("A0317")


async def test_enter_in_the_same_packet_as_the_text_waits_for_what_is_found(desk: Desk) -> None:
    await find(desk, "青木")
    await desk.sees("1 found")
    await desk.type("")
    line = desk.app.screen.query_one(Line)
    line.editor.write("ETH")
    line.post_message(Line.Changed(line, "ETH"))
    line.post_message(Line.Entered(line, "ETH"))
    await desk.until(lambda: isinstance(desk.app.screen, CardPage))
    await desk.sees("ETH Zürich   institution")


async def test_down_chooses_while_the_caret_stays_in_the_text(desk: Desk) -> None:
    page = await find(desk, "大野")
    await desk.sees("found")
    first = page.query_one(Lines).target
    await desk.press("down")
    assert page.query_one(Lines).target != first
    await desk.press("x")
    assert page.query_one(Line).text == "大野x"


async def test_what_was_typed_last_is_shown_whatever_comes_late(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, found = threading.Event(), desk.store.find

    def slowly(text: str, *limits: int) -> list[Hit]:
        if text == "青":
            go_on.wait(5)
        return found(text, *limits)

    monkeypatch.setattr(desk.store, "find", slowly)
    page = await find(desk)
    await desk.type("青")
    await desk.type("木")
    go_on.set()
    await desk.sees("1 found")
    assert page._result.text == "青木"


async def test_a_register_shows_its_best_and_says_that_there_are_more(desk: Desk) -> None:
    for number in range(EACH + 3):
        desk.store.save("people", {"name": f"森 {number}", "category": "admin"})
    await find(desk, "森")
    await desk.sees("and more: type more")
    assert sum("administrative staff" in line for line in desk.text.splitlines()) == EACH
    assert f"{EACH}+ found" in desk.text


async def test_a_deleted_record_comes_last_and_enter_brings_it_back(desk: Desk) -> None:
    desk.store.delete("people", [3])
    page = await find(desk, "大野")
    await desk.sees("deleted, person")
    lines = desk.text.splitlines()
    assert next(i for i, line in enumerate(lines) if "Deleted" in line) > next(
        i for i, line in enumerate(lines) if "Faculty stays" in line
    )
    page.query_one(Lines).action_end()
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, CardPage))
    assert desk.store.entry("people", 3).deleted_at is None
    assert desk.told == "大野 花 is back"


async def test_f2_edits_what_is_chosen(desk: Desk) -> None:
    await find(desk, "青木")
    await desk.sees("1 found")
    await desk.press("f2")
    await desk.until(lambda: isinstance(desk.app.screen, FormPage))
    await desk.sees("Edit: 青木 恵")


async def test_a_name_that_is_not_found_can_be_made_a_person(desk: Desk) -> None:
    await find(desk, "山田 太郎")
    await desk.sees("Nothing is called or holds")
    await desk.press("down", "enter")
    await desk.until(lambda: isinstance(desk.app.screen, FormPage) and desk.form.idle.is_set())
    assert desk.form.sheet.values["name"] == "山田 太郎"


async def test_enter_on_a_text_that_is_not_found_makes_nobody(desk: Desk) -> None:
    page = await find(desk, "協定")
    await desk.sees('New person "協定"')
    await desk.press("enter", "f2")
    await desk.pilot.pause()
    assert desk.app.screen is page


@pytest.mark.parametrize(
    ("name", "field"),
    [("Rossi Maria", "name_roman"), ("やまだ たろう", "name_kana"), ("ヤマダ", "name_kana"), ("山田", "name")],
)
def test_a_new_name_goes_where_it_belongs(name: str, field: str) -> None:
    assert NewPerson(name).values() == {field: name}


async def test_without_a_text_the_records_worked_on_last_are_offered(desk: Desk) -> None:
    await find(desk)
    await desk.sees("Worked on last")
    lines = [line.strip() for line in desk.text.splitlines()]
    assert lines[lines.index("Worked on last") + 1].startswith("大野 健, TU Wien")


async def test_a_text_handed_over_is_looked_for_at_once(desk: Desk) -> None:
    desk.app.open_find("青木")
    await desk.sees("1 found")
    assert desk.app.screen.query_one(Line).text == "青木"


async def test_find_anywhere_does_not_open_on_top_of_itself(desk: Desk) -> None:
    await find(desk, "青木")
    await desk.press("f3")
    assert len([page for page in desk.app.pages if isinstance(page, FindPage)]) == 1


async def test_another_sessions_record_shows_up_among_the_results(desk: Desk) -> None:
    await find(desk, "森")
    await desk.sees("0 found")
    other = open_store(desk.store.path, Actor("suzuki"), REGISTERS)
    other.save("people", {"name": "森 由紀", "category": "admin"})
    other.close()
    await desk.sees("1 found")
