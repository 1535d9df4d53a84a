"""The history of everything: paged, filtered, each operation opened and taken back; and doing again."""

from __future__ import annotations

from pathlib import Path

import pytest
from formdesk import Desk
from listdesk import another_session, at_list, viewer_at

from kit_tui.store import Edit
from kit_tui.tui.cardlines import At
from kit_tui.tui.screens import operation, operations
from kit_tui.tui.screens.card import CardPage
from kit_tui.tui.screens.confirm import Confirm
from kit_tui.tui.screens.filter import FilterPage
from kit_tui.tui.screens.operation import OperationPage
from kit_tui.tui.screens.operations import OperationsPage


async def history(desk: Desk) -> OperationsPage:
    """The history of everything, opened by its key and read."""
    await desk.press("H")
    await desk.until(lambda: isinstance(desk.app.screen, OperationsPage))
    page = desk.app.screen
    assert isinstance(page, OperationsPage)
    await desk.until(lambda: page.found is not None and page.lines.target is not None)
    return page


async def deleted(desk: Desk, view: str) -> None:
    """The list of a view's deleted records."""
    await at_list(desk, "directory", view)
    await desk.press("D")
    await desk.sees("Deleted: Enter brings one back")


def institutions(desk: Desk, *names: str) -> tuple[int, tuple[int, ...]]:
    """Institutions added by one operation: its number, and theirs."""
    done = desk.store.apply([Edit("institutions", values={"name": name, "country": "CH"}) for name in names], "import")
    return done.operation, done.ids


async def test_every_operation_stands_there_the_newest_first(desk: Desk) -> None:
    desk.store.save("people", {"email": "aoki@kit.example"}, 2)
    page = await history(desk)
    assert page.found
    numbers = [done.operation for done in page.found.operations]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == 8
    await desk.sees("tanaka    changed: person 青木 恵")


async def test_a_new_operation_appears_at_the_top_and_the_cursor_stays(desk: Desk) -> None:
    page = await history(desk)
    target = page.lines.target
    desk.store.save("people", {"email": "aoki@kit.example"}, 2)
    await desk.sees("changed: person 青木 恵")
    assert page.lines.target == target


async def test_what_lies_beyond_is_read_as_one_goes_and_no_more_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "PAGE", 40)
    monkeypatch.setattr(operations, "MOST", 120)
    for n in range(300):
        desk.store.save("people", {"notes": f"{n}"}, 1)
    page = await history(desk)
    newest, seen = page.lines.target, 0
    while page.lines.target != 1:
        await desk.press("pagedown")
        await desk.until(lambda: not any(w.group == "read" for w in desk.app.workers))
        assert page.found
        assert len(page.found.operations) <= 120
        seen += 1
        assert seen < 60
    while page.lines.target != newest:
        await desk.press("pageup")
        await desk.until(lambda: not any(w.group == "read" for w in desk.app.workers))
        seen += 1
        assert seen < 120
    assert page.found
    assert not page.found.newer


async def test_the_history_is_narrowed_to_a_register(desk: Desk) -> None:
    page = await history(desk)
    await desk.press("f")
    await desk.until(lambda: isinstance(desk.app.screen, FilterPage))
    await desk.press("down", "enter")
    await desk.type("Inst", "enter")
    await desk.until(lambda: page.found is not None and len(page.found.operations) == 2)
    await desk.sees("Register: Institutions")


async def test_an_operation_opens_with_its_records_and_these_with_their_cards(desk: Desk) -> None:
    number, ids = institutions(desk, "KTH", "EPFL")
    await history(desk)
    await desk.press("enter")
    await desk.sees(f"Operation {number}")
    await desk.sees("EPFL   institution")
    assert isinstance(desk.app.screen, OperationPage)
    assert desk.app.screen.lines.target == At("institutions", ids[0])
    await desk.press("down", "enter")
    await desk.until(lambda: isinstance(desk.app.screen, CardPage))


async def test_an_operation_of_many_records_is_shown_so_many_at_a_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operation, "PAGE", 2)
    number, _ = institutions(desk, "KTH", "EPFL", "Aalto")
    desk.app.open_operation(number)
    await desk.sees("and more: Enter shows the next")
    assert "Aalto" not in desk.text
    await desk.press("end", "enter")
    await desk.sees("Aalto")
    assert "KTH" not in desk.text
    await desk.press("home", "enter")
    await desk.sees("KTH")


async def test_where_only_a_part_can_be_taken_back_one_is_asked(desk: Desk) -> None:
    _, (first, second) = institutions(desk, "KTH", "EPFL")
    desk.store.save("institutions", {"city": "Lausanne"}, second)
    await history(desk)
    await desk.press("down", "u")
    await desk.until(lambda: isinstance(desk.app.screen, Confirm))
    await desk.sees("1 of 2 records can't be taken back")
    await desk.sees("takes back the other one")
    await desk.press("enter")
    await desk.until(lambda: desk.store.entry("institutions", first).deleted_at is not None)
    assert desk.store.entry("institutions", second).deleted_at is None
    await desk.sees("(1 of 2 taken back)")


async def test_what_was_taken_back_is_done_again_step_by_step(desk: Desk) -> None:
    for email in ("a@kit.example", "b@kit.example"):
        desk.store.save("people", {"email": email}, 2)

    def email() -> object:
        return desk.store.entry("people", 2).values["email"]

    for key, then in (("ctrl+z", "a@kit.example"), ("ctrl+z", ""), ("ctrl+y", "a@kit.example")):
        await desk.press(key)
        await desk.until(lambda then=then: email() == then)  # type: ignore[misc]
    await desk.press("ctrl+y")
    await desk.until(lambda: email() == "b@kit.example")
    await desk.until(lambda: desk.told == "Done again: 青木 恵")
    await desk.press("ctrl+y")
    await desk.until(lambda: desk.told == "There is nothing to do again.")


async def test_after_something_else_was_done_there_is_nothing_to_do_again(desk: Desk) -> None:
    desk.store.save("people", {"email": "a@kit.example"}, 2)
    await desk.press("ctrl+z")
    await desk.until(lambda: desk.store.entry("people", 2).values["email"] == "")
    desk.store.save("people", {"notes": "silk"}, 1)
    await desk.pilot.pause()
    await desk.press("ctrl+y")
    await desk.until(lambda: desk.told == "There is nothing to do again.")
    assert desk.store.entry("people", 2).values["email"] == ""


@pytest.mark.usefixtures("_own_settings")
async def test_a_viewer_s_history_tells_no_scores(register_path: Path) -> None:
    async with viewer_at(register_path) as viewer:
        with another_session(viewer) as other:
            score = {"person": 2, "test": "toeic_lr_ip", "date": viewer.app.today, "total": 815}
            number = other.save("scores", score).operation
        page = await history(viewer)
        await viewer.until(lambda: page.lines.target == number)
        assert "815" not in viewer.text
        assert "score" not in viewer.text
        await viewer.press("enter")
        await viewer.sees("Your role is not shown these records.")


async def test_deleted_records_are_listed_and_enter_brings_one_back(whole_desk: Desk) -> None:
    desk = whole_desk
    desk.store.delete("people", [3])
    await deleted(desk, "people")
    await desk.sees("大野 花")
    await desk.sees("1 person")
    assert "e edit" not in desk.text
    await desk.press("enter")
    await desk.until(lambda: desk.told == "大野 花 is back")
    await desk.sees("0 people")
    await desk.press("escape")
    await desk.sees("3 people")
    assert "e edit" in desk.text


async def test_what_was_deleted_with_a_record_comes_back_with_it(whole_desk: Desk) -> None:
    desk = whole_desk
    desk.store.apply([Edit("faculty-stays", 1, gone=True), Edit("people", 1, gone=True)])
    await deleted(desk, "people")
    await desk.sees("大野 健")
    await desk.press("enter")
    await desk.until(lambda: "and 1 more are back" in desk.told)
    assert desk.store.entry("faculty-stays", 1).deleted_at is None
