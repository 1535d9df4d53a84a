"""The way without letters: a Japanese input method is on, so that arrows, Enter and function keys have to do."""

from __future__ import annotations

from pathlib import Path

from clerk import Clerk
from harness import Open
from small_office import STAY

from kit_tui.domain.wording import message


def test_a_record_is_entered_looked_up_and_changed_without_a_letter_as_key(open_app: Open, empty: Path) -> None:
    clerk = Clerk(open_app(lang="ja", size=(80, 24)), "ja")
    clerk.sees(message("go there"))

    # To the directory by the palette, and to a view by the arrows.
    clerk.press("f12")
    clerk.sees(message("A part of a command's name"))
    clerk.press(*["down"] * 6, "enter")
    clerk.goes_on_to("People", "Institutions")
    clerk.press("f4")
    clerk.sees(message("New {record}", record=message("institution")))
    clerk.types("京都工芸繊維大学", "", "")
    clerk.terminal.type("日本")
    clerk.sees("日本   JP")
    clerk.press("enter", "down", "down", "down", "enter")
    clerk.sees(message("Saved: {title}", title="京都工芸繊維大学"))

    # A choice by the arrows; the line that saves by Enter.
    clerk.press("left")
    clerk.goes_on_to("People")
    clerk.press("f4")
    clerk.sees(message("New {record}", record=message("person")))
    clerk.types("山本　太郎", "やまもと たろう", "")
    clerk.press("right", "enter", "down", "down", "down")
    clerk.terminal.type("京都")
    clerk.sees("京都工芸繊維大学   ")
    clerk.press("enter", "enter", "enter")
    clerk.press("right")
    clerk.press("enter")
    clerk.sees(message("Saved: {title}", title="山本　太郎"), message("New {record}", record=message("person")))
    clerk.leaves(message("search list"))

    # A conversion anywhere opens find, holding it; the record's card from there, and its form by F2.
    clerk.terminal.type("山本")
    clerk.sees(message("{n} found", n=1))
    clerk.press("f2")
    clerk.sees(message("Edit: {title}", title="山本　太郎"))
    clerk.press("down", "down")
    clerk.terminal.type("ヤマモト")
    clerk.press("f6", "f7", "f8", "f9", "f10", "enter")
    clerk.press("f3")
    clerk.sees(message("Worked on last"))
    clerk.leaves("ヤマモト")
    clerk.press(*["down"] * 9, "enter")
    clerk.sees(message("Saved: {title}", title="山本　太郎"))
    clerk.press("enter")
    clerk.sees(message("History"), "ヤマモト")


def test_full_width_characters_are_keys_in_lists_and_text_in_fields(open_app: Open, office: Path) -> None:
    clerk = Clerk(open_app(lang="ja"), "ja")
    clerk.sees(message("go there"))
    clerk.terminal.type("２")
    clerk.sees(message("search list"), STAY.split(",")[0])
    clerk.terminal.type("．")
    clerk.sees(message("{title}: {status}. Ctrl+Z takes it back.", title=STAY, status=message("returned")))
    clerk.terminal.type("？")
    clerk.sees(message("On to the next status: planned, approved, away, returned ...; Ctrl+Z takes it back"))
    clerk.leaves(message("search list"))
    clerk.terminal.type("ｎ")
    clerk.sees(message("New {record}", record=message("faculty stay")))
    clerk.terminal.type("やまもと")
    clerk.sees("やまもと", "山本 太郎   ")
    clerk.press("enter", "enter")
    clerk.terminal.type("ｎ？１")
    clerk.sees("ｎ？１")
