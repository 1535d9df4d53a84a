"""Administrative staff, their scores and courses, entered in series by the keyboard and from the screen alone."""

from __future__ import annotations

from pathlib import Path

from clerk import AT_BOTH_SIZES, Clerk
from harness import Open

from kit_tui.domain.wording import message

STAFF = (
    ("青木 恵", "アオキ メグミ", "国際課", ("430", "385"), "20.0 %"),
    ("大野 健", "オオノ ケン", "学務課", ("330", "310"), "20.0 %"),
    ("佐藤 学", "サトウ マナブ", "総務課", ("400", "330"), "40.0 %"),
    ("髙橋 花", "タカハシ ハナ", "国際課", ("395", "330"), "40.0 %"),
    ("渡邉 透", "ワタナベ トオル", "研究推進課", ("295", "200"), "40.0 %"),
)


@AT_BOTH_SIZES
def test_staff_and_their_scores_are_entered_in_series(
    open_app: Open, empty: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    board = Clerk(open_app(size=(80, 40)))
    board.reads("TOEIC 730+", "n/a")
    clerk.sees(message("go there"))

    # What a series shares stays, and Enter passes over it: the category; the contract and the day.
    clerk.goes_to("directory")
    clerk.opens("n", form="person")
    for number, (name, kana, *_) in enumerate(STAFF, 1):
        clerk.types(name, kana, "")
        if number == 1:
            clerk.picks("administrative staff")
        clerk.types(f"A{number:04}")
        clerk.saves(name, and_goes_on=number < len(STAFF))
    clerk.goes_to("directory", "Employments")
    clerk.opens("n", form="employment")
    for number, (name, kana, unit, *_) in enumerate(STAFF, 1):
        clerk.finds(kana[:2], name)
        if number == 1:
            clerk.picks("full time")
        clerk.types(unit, "主任")
        if number == 1:
            clerk.types("H24.4.1")
        clerk.saves(f"{name} {unit}", and_goes_on=number < len(STAFF))
    board.reads("TOEIC 730+", "0.0 %")

    clerk.goes_to("staff", "All scores")
    clerk.opens("n", form="score")
    for number, (name, kana, _, parts, share) in enumerate(STAFF, 1):
        clerk.finds(kana[:2], name)
        if number == 1:
            clerk.picks("IP")
            clerk.types("2018/6/17")
        clerk.types(*parts)
        clerk.saves(f"{name}, 2018-06-17", and_goes_on=number < len(STAFF))
        board.reads("TOEIC 730+", share)
    clerk.reads("TOEIC 730+", "40.0 %")
    clerk.sees("295", "815")

    clerk.goes_to("staff", "Courses")
    clerk.opens("n", form="course")
    clerk.types("English for the office")
    clerk.picks("conversation")
    clerk.types("Berlitz", "H30", "2018/5/7", "2018/7/20", "24")
    clerk.saves("English for the office")
    clerk.press("enter")
    clerk.sees(message("History"))
    board.reads("Courses completed", "n/a")
    clerk.opens("n", "enter", form="participation")
    for number, (name, kana, *_) in enumerate(STAFF[:3], 1):
        clerk.finds(kana[:2], name)
        if number == 1:
            clerk.picks("completed")
        clerk.saves(f"{name}", and_goes_on=number < 3)
        board.reads("Courses completed", "100.0 %")
        clerk.sees(name)


@AT_BOTH_SIZES
def test_a_stay_a_headcount_and_a_target_move_the_gauges(
    open_app: Open, empty: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("go there"))
    clerk.goes_to("staff", "Overseas")
    clerk.reads("Short stays", "0")
    clerk.opens("n", form="staff stay")
    clerk.terminal.type("青木 恵")
    clerk.sees(message('New {record}: "{text}"', record=message("person"), text="青木 恵"))
    clerk.opens("enter", form="person")
    clerk.types("アオキ メグミ", "")
    clerk.picks("administrative staff")
    clerk.saves("青木 恵")
    clerk.sees(message("New {record}", record=message("staff stay")))
    clerk.picks("short stay")
    clerk.terminal.type("TU Wien")
    clerk.sees(message('New {record}: "{text}"', record=message("institution"), text="TU Wien"))
    clerk.opens("enter", form="institution")
    clerk.types("", "")
    clerk.finds("AT", "オーストリア" if lang == "ja" else "Austria")
    clerk.saves("TU Wien")
    clerk.sees(message("New {record}", record=message("staff stay")))
    clerk.types("Staff week")
    clerk.picks("reported")
    clerk.types("2018/5/14", "5/18")
    clerk.saves("青木 恵, TU Wien, 2018-05-14")
    clerk.reads("Short stays", "1")

    clerk.goes_to("directory", "Employments")
    clerk.opens("n", form="employment")
    clerk.finds("青木", "青木 恵")
    clerk.picks("full time")
    clerk.types("国際課", "", "2012-04-01")
    clerk.saves("青木 恵 国際課")
    clerk.goes_to("staff", "All scores")
    clerk.opens("n", form="score")
    clerk.finds("青木", "青木 恵")
    clerk.picks("official")
    clerk.types("2018-06-17", "", "", "815")
    clerk.saves("青木 恵, 2018-06-17, 815")
    clerk.reads("TOEIC 730+", "100.0 %")

    clerk.goes_to("staff", "Headcount")
    clerk.opens("n", form="headcount")
    clerk.picks("administrative staff")
    clerk.picks("full time")
    clerk.types("2018", "2018-05-01", "4")
    clerk.press("ctrl+s")
    clerk.reads("TOEIC 730+", "25.0 %")
    clerk.goes_to("directory", "Targets")
    clerk.opens("n", form="target")
    clerk.picks("TOEIC 730+")
    clerk.types("R5")
    clerk.picks("final")
    clerk.types("30")
    clerk.press("ctrl+s")
    clerk.sees(message("{count} records", one="{count} record", n=1, count=1))
    clerk.goes_to("staff")
    clerk.sees(message("behind"))
    clerk.reads("TOEIC 730+", "25.0 %")
