"""A list: its rows, its cursor, and what others change under it."""

from __future__ import annotations

import datetime as dt

from formdesk import Desk
from listdesk import add_people, another_session, at_list, listing, under_cursor, window

from kit_tui.domain.wording import Refused, message
from kit_tui.store import Query
from kit_tui.tui.widgets.window import MARGIN, Window

TODAY = dt.date(2018, 11, 22)


async def test_a_list_shows_its_columns_its_first_rows_and_its_length(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await whole_desk.sees("3 people")
    lines = [line.rstrip() for line in whole_desk.text.splitlines()]
    heading = next(at for at, line in enumerate(lines) if line.startswith(" Name"))
    assert lines[heading].split()[:3] == ["Name", "Kana", "Unit"]
    assert [line[:8].split()[0] for line in lines[heading + 1 : heading + 4]] == ["青木", "大野", "大野"]


async def test_any_place_of_a_long_list_is_one_key_away(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 3 * MARGIN)
    await at_list(whole_desk, "directory")
    await whole_desk.press("end")
    await whole_desk.sees("職員 300")
    assert under_cursor(whole_desk) == "職員 300"
    await whole_desk.press("pageup", "home")
    await whole_desk.sees("青木 恵")
    assert under_cursor(whole_desk) == "青木 恵"


async def test_keys_pressed_while_rows_are_read_all_count(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 4 * MARGIN)
    await at_list(whole_desk, "directory")
    listing(whole_desk).action_end()
    for _ in range(5):
        listing(whole_desk).action_step(-1)
    await whole_desk.until(lambda: under_cursor(whole_desk) == "職員 395")


async def test_walking_down_reads_ahead_and_never_shows_a_gap(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 4 * MARGIN)
    shown = await at_list(whole_desk, "directory")
    for _ in range(2 * MARGIN):
        shown.action_step(1)
        assert window(whole_desk).row(window(whole_desk).top) is not None
    await whole_desk.until(lambda: under_cursor(whole_desk) == f"職員 {2 * MARGIN - 2:03}")


async def test_a_step_draws_the_two_rows_it_concerns(whole_desk: Desk) -> None:
    shown = await at_list(whole_desk, "directory")
    drawn: list[tuple[object, ...]] = []
    refresh = shown.refresh
    shown.refresh = lambda *regions, **how: drawn.append(regions) or refresh(*regions, **how)  # type: ignore
    await whole_desk.press("down")
    assert [region.height for regions in drawn for region in regions] == [1, 1]
    assert all(drawn)


async def test_the_cursor_stays_on_its_record_when_another_session_adds_one_above(whole_desk: Desk) -> None:
    add_people(whole_desk.store, MARGIN)
    await at_list(whole_desk, "directory")
    for _ in range(60):
        listing(whole_desk).action_step(1)
    await whole_desk.until(lambda: window(whole_desk).cursor == 60)
    before, line = under_cursor(whole_desk), window(whole_desk).cursor - window(whole_desk).top
    with another_session(whole_desk) as other:
        other.save("people", {"name": "相川 一", "name_kana": "アイカワ ハジメ", "category": "admin"})
    await whole_desk.sees("104 people")
    assert under_cursor(whole_desk) == before
    assert window(whole_desk).cursor == 61
    assert window(whole_desk).cursor - window(whole_desk).top == line


async def test_at_the_top_a_new_first_record_comes_in_sight(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    with another_session(whole_desk) as other:
        other.save("people", {"name": "相川 一", "name_kana": "アイカワ ハジメ", "category": "admin"})
    await whole_desk.sees("相川 一")
    assert under_cursor(whole_desk) == "青木 恵"


async def test_the_cursor_keeps_its_place_when_its_record_is_deleted_elsewhere(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 5)
    await at_list(whole_desk, "directory")
    await whole_desk.press("end", "up")
    assert under_cursor(whole_desk) == "職員 004"
    with another_session(whole_desk) as other:
        other.delete("people", [window(whole_desk).current.id])  # type: ignore[union-attr]
    await whole_desk.until(lambda: under_cursor(whole_desk) == "職員 005")
    assert window(whole_desk).total == 7


async def test_a_change_elsewhere_is_seen_on_its_row(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory", "institutions")
    with another_session(whole_desk) as other:
        other.save("institutions", {"city": "Baden"}, 1)
    await whole_desk.sees("Baden")


async def test_the_cursor_goes_to_a_record_one_has_just_added(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 2 * MARGIN)
    await at_list(whole_desk, "directory")
    await whole_desk.app.write(
        whole_desk.store.save, "people", {"name_roman": "Zelda Zimmermann", "category": "visitor"}
    )
    await whole_desk.until(lambda: window(whole_desk).current is not None and window(whole_desk).current.id == 204)  # type: ignore[union-attr]


async def test_a_hidden_list_is_up_to_date_when_it_is_shown_again(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory")
    await whole_desk.press("1")
    add_people(whole_desk.store, 2)
    await whole_desk.press("5")
    await whole_desk.sees("職員 002")
    await whole_desk.sees("5 people")


async def test_what_does_not_show_in_a_list_is_not_read_again(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory", "employments")
    read: list[object] = []
    real = whole_desk.store.update_ordering
    whole_desk.store.update_ordering = lambda *known: read.append(known) or real(*known)  # type: ignore[method-assign]
    whole_desk.store.save("courses", {"name": "Reading", "kind": "other", "academic_year": 2018})
    whole_desk.store.save("employments", {"person": 1, "contract": "full_time", "unit": "学務課", "start": TODAY})
    await whole_desk.sees("学務課")
    assert len(read) == 1


async def test_an_empty_register_says_how_to_begin(whole_desk: Desk) -> None:
    await at_list(whole_desk, "directory", "employments")
    await whole_desk.sees("No records yet. n makes the first one.")


async def test_a_window_can_be_asked_for_a_record_anywhere(whole_desk: Desk) -> None:
    add_people(whole_desk.store, 3 * MARGIN)
    people = Window(whole_desk.store.registers["people"], Query("people"))
    people.resize(20)
    await people.open(whole_desk.app)
    assert await people.find(whole_desk.app, 250)
    assert people.current
    assert people.current.id == 250
    assert not await people.find(whole_desk.app, 9999)


async def test_a_list_that_can_not_be_read_says_why(whole_desk: Desk) -> None:
    def refuse(*asked: object) -> None:
        raise Refused(message("The file is gone."))

    await at_list(whole_desk, "directory")
    whole_desk.store.window = refuse  # type: ignore[method-assign,assignment]
    await whole_desk.press("right")
    await whole_desk.until(lambda: whole_desk.told == "The file is gone.")
