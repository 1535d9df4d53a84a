"""Two clerks at one register: what one saves is on the other's screen, whose cursor stays where it was."""

from __future__ import annotations

from pathlib import Path

from clerk import Clerk
from harness import Open
from small_office import STAY, opened

from kit_tui.domain.wording import message


def under_cursor(clerk: Clerk) -> str:
    """The line of the list that the cursor is on: the one line on another background."""
    lines = (clerk.terminal.cells(number) for number in range(3, clerk.terminal.screen.lines - 1))
    shown = (cells for cells in lines if cells[5].bg not in ("default", cells[-1].bg))
    return "".join(cell.data for cell in next(shown, ()))


def test_a_record_above_the_cursor_appears_and_the_cursor_stays_on_its_own(open_app: Open, empty: Path) -> None:
    store = opened(empty)
    for number in range(60):
        store.save("people", {"name": f"職員 {number:02}", "name_kana": "ワタナベ", "category": "admin"})
    store.close()
    one, other = Clerk(open_app()), Clerk(open_app(size=(80, 24)))
    one.sees(message("go there"))
    one.goes_to("directory")
    one.sees("職員 00")
    one.press(*["down"] * 12)
    one.terminal.wait("職員 12")
    one.terminal.settle()
    assert "職員 12" in under_cursor(one)

    other.sees(message("go there"))
    other.goes_to("directory")
    other.opens("n", form="person")
    other.types("青木 恵", "アオキ メグミ", "")
    other.picks("administrative staff")
    other.saves("青木 恵")
    one.sees("青木 恵", message("{count} people", n=61, count=61))
    one.terminal.settle()
    assert "職員 12" in under_cursor(one)


def test_who_saves_second_is_told_what_the_first_changed_and_chooses(open_app: Open, empty: Path) -> None:
    store = opened(empty)
    store.save("people", {"name": "青木 恵", "category": "admin"})
    store.close()
    one, other = Clerk(open_app()), Clerk(open_app(size=(80, 24)))
    for clerk in (one, other):
        clerk.sees(message("go there"))
        clerk.goes_to("directory")
        clerk.sees("青木 恵")
        clerk.press("e")
        clerk.sees(message("Edit: {title}", title="青木 恵"))
    one.press("down")
    one.types("アオキ メグミ")
    one.saves("青木 恵")
    other.press("down")
    other.types("アオキ ケイ", "Aoki Kei")
    other.press("ctrl+s")
    other.sees('"アオキ メグミ"', "アオキ ケイ")
    other.press("f5")
    other.saves("青木 恵")
    one.sees("アオキ メグミ", "Aoki Kei")
    one.sees_no("アオキ ケイ")


def test_what_two_clerks_type_about_one_stay_is_told_to_the_second_and_none_of_it_is_lost(
    open_app: Open, office: Path
) -> None:
    one, other = Clerk(open_app()), Clerk(open_app(size=(80, 24)))
    for clerk in (one, other):
        clerk.sees(message("go there"))
        clerk.goes_to("faculty")
        clerk.sees("山本 太郎")
        clerk.press("e")
        clerk.sees(message("Edit: {title}", title=STAY))
        clerk.press("down", "down")
    one.terminal.type("Lecture on wood")
    other.terminal.type("Lecture on silk")
    other.sees("Lecture on silk")
    one.saves(STAY)
    other.press("ctrl+s")
    other.sees('"Lecture on wood"', "Lecture on silk")
    other.saves(STAY)
    store = opened(office)
    purposes = [now for step in store.history("faculty-stays", 1) for f, _, now in step.changes if f.name == "purpose"]
    assert purposes == ["Lecture on silk", "Lecture on wood"]
    store.close()
