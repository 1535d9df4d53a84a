"""What a clerk mistypes, pastes or leaves half typed: it is said in a sentence, and nothing is lost."""

from __future__ import annotations

import signal
from contextlib import closing
from pathlib import Path

import pytest
from clerk import AT_BOTH_SIZES, Clerk
from harness import Open
from small_office import STAY, opened

from kit_tui.domain.wording import message


def fields(clerk: Clerk) -> list[str]:
    """The labels of a form's fields on a wide screen, and what stands in them."""
    boxes = ("".join(cell.data for cell in clerk.terminal.cells(line)[:67]) for line in range(4, 23))
    return [box for box in boxes if box[:20].strip()]


@AT_BOTH_SIZES
def test_what_cannot_be_is_refused_in_a_sentence_and_stays_as_typed(
    open_app: Open, office: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("go there"))
    clerk.goes_to("faculty")
    clerk.opens("n", form="faculty stay")

    # An unknown reference, impossible days, and an end before the start: told when the field is left.
    clerk.terminal.type("鈴木")
    new = message('New {record}: "{text}"', record=message("person"), text="鈴木")
    clerk.sees(new)
    clerk.press("escape")
    clerk.sees_no(new)
    clerk.press("tab")
    clerk.is_told(message('Nothing chosen for "{text}": choose from the list, or clear the field.', text="鈴木"))
    clerk.press("up")
    clerk.clears()
    clerk.finds("やま", "山本 太郎")
    clerk.finds("eth", "ETH Zürich")
    clerk.types("", "", "2019-2-30")
    clerk.is_told("2019 has no 30 February" if lang == "en" else "2019年2月30日はありません")
    clerk.press("up")
    clerk.clears()
    clerk.types("平成31年5月1日")
    clerk.is_told(
        "Heisei ended on 30 April 2019: that day is R1.5.1" if lang == "en" else "平成は2019年4月30日までです"
    )
    clerk.press("up")
    clerk.clears()
    clerk.types("2019-9-1", "2019-8-31")
    before = message("The end, {end}, is before the start, {start}.", end="2019-08-31", start="2019-09-01")
    clerk.is_told(before)
    clerk.press("ctrl+s")
    clerk.terminal.settle()
    clerk.is_told(before)
    clerk.sees("山本 太郎", "ETH Zürich", "2019-9-1", "2019-8-31")
    clerk.clears()
    clerk.types("2019-9-30")
    clerk.saves("山本 太郎, ETH Zürich, 2019-09-01")

    # A score that TOEIC does not give.
    clerk.goes_to("staff", "All scores")
    clerk.opens("n", form="score")
    clerk.finds("あおき", "青木 恵")
    clerk.picks("IP")
    clerk.types("2018-06-17", "433", "500", "")
    clerk.is_told("Listening is from 5 to 495 in steps of 5, not 433" if lang == "en" else "リスニングは5から495まで")
    clerk.is_told("Reading must be from 5 to 495" if lang == "en" else "リーディングは5から495まで")
    clerk.press("ctrl+s")
    clerk.terminal.settle()
    clerk.sees("433", "500", "青木 恵", "2018-06-17")
    clerk.press("escape")
    clerk.sees(message("Leave without saving?"))
    clerk.press("escape")
    clerk.sees_no(message("Leave without saving?"))
    clerk.sees("433")
    clerk.press("escape")
    clerk.sees(message("Leave without saving?"))
    clerk.press("enter")
    clerk.sees(message("search list"))


@AT_BOTH_SIZES
def test_what_another_record_has_is_named(open_app: Open, office: Path, size: tuple[int, int], lang: str) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("go there"))
    clerk.goes_to("directory", "Employments")
    clerk.opens("n", form="employment")
    clerk.finds("あおき", "青木 恵")
    clerk.picks("part time")
    clerk.types("学務課", "", "2018-04-01", "")
    clerk.is_told(message("This overlaps with {title}.", title="青木 恵 国際課"))
    clerk.press("ctrl+s")
    clerk.terminal.settle()
    clerk.sees("学務課", "2018-04-01")
    clerk.press("escape")
    clerk.sees(message("Leave without saving?"))
    clerk.press("enter")

    clerk.sees(message("search list"))
    clerk.goes_to("directory", "People")
    clerk.opens("n", form="person")
    clerk.types("佐藤 学", "サトウ マナブ", "")
    clerk.picks("administrative staff")
    clerk.types("A0001")
    same = message("{title} has the same {fields} already.", title="青木 恵", fields=[message("Staff no.")])
    clerk.is_told(same)
    clerk.press("ctrl+s")
    clerk.is_told(same)
    clerk.sees("佐藤 学", "サトウ マナブ")
    clerk.clears()
    clerk.types("A0002")
    clerk.saves("佐藤 学")


def test_escape_asks_nothing_where_nothing_was_typed(open_app: Open, empty: Path) -> None:
    clerk = Clerk(open_app())
    clerk.sees(message("go there"))
    clerk.goes_to("directory")
    clerk.opens("n", form="person")
    clerk.press("down", "down", "enter")
    clerk.leaves(message("search list"))


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGKILL])
def test_a_half_typed_form_comes_back_as_it_was_when_the_terminal_is_lost(
    open_app: Open, office: Path, end: signal.Signals
) -> None:
    clerk = Clerk(open_app())
    clerk.sees(message("go there"))
    clerk.goes_to("faculty")
    clerk.opens("n", form="faculty stay")
    clerk.finds("やま", "山本 太郎")
    clerk.types("", "x 髙﨑 e\u0301 ’“ \\ % ", "")
    clerk.terminal.type("平成31年4")
    clerk.sees("平成31年4")
    if end == signal.SIGKILL:
        clerk.terminal.settle(1.0)
    form = fields(clerk)
    clerk.terminal.signal(end)
    clerk.terminal.ended(limit=3)

    again = Clerk(open_app())
    again.terminal.wait("A draft from .* was kept: faculty stay 山本 太郎")
    again.press("enter")
    again.sees(message("New {record}", record=message("faculty stay")), "平成31年4")
    again.terminal.settle()
    assert fields(again) == form
    again.terminal.type(".12")
    again.sees("平成31年4.12")
    again.press("escape")
    again.sees(message("Leave without saving?"))
    again.press("enter")
    again.sees(message("go there"))


@AT_BOTH_SIZES
def test_a_letter_in_a_chosen_reference_overwrites_nothing_and_waits_as_a_draft(
    open_app: Open, office: Path, size: tuple[int, int], lang: str
) -> None:
    with closing(opened(office)) as store:
        store.save("people", {"name": "山田 花", "name_kana": "ヤマダ ハナ", "category": "faculty"})
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("go there"))
    clerk.goes_to("faculty")
    clerk.press("e")
    clerk.sees(message("Edit: {title}", title=STAY))
    clerk.terminal.type("y")
    clerk.sees("ヤマダ ハナ")
    clerk.press("tab", "ctrl+s")
    clerk.is_told(message('Nothing chosen for "{text}": choose from the list, or clear the field.', text="y"))
    clerk.press("f3")
    clerk.sees(message("A name, a place, a title, a number"))
    clerk.terminal.type("アオキ")
    clerk.sees(message("{n} found", n=1))
    clerk.press("enter")
    clerk.sees(message("History"))
    clerk.press("3")
    record = message("faculty stay")
    clerk.is_told(message("Draft kept: open the form of the {record} again to go on with it.", record=record))
    clerk.goes_to("faculty")
    clerk.sees("山本 太郎")
    clerk.press("e")
    clerk.sees(message("go on with it"))
    with closing(opened(office)) as store:
        assert store.entry("faculty-stays", 1).title == STAY


NAUGHTY = {
    "[/] [@click=app.quit]x[/] [bold": "[/] [@click=app.quit]x[/] [bold",
    "a\x1b[2Jb\x1b]0;title\x07c \x9b31md": "a[2Jb]0;titlec 31md",
    "\u202eevil\u202c nul\x00 \u2066x\u2069 z\u200bw": "evil nul x zw",
    "' OR 1=1; -- \" % _ * \\": "' OR 1=1; -- \" % _ * \\",
    "👩 𠮷野家 e\u0301 ﷽ ｶﾅ": "𠮷野家",
}


@AT_BOTH_SIZES
def test_text_of_any_kind_is_shown_and_never_obeyed(
    open_app: Open, empty: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("go there"))
    for number, (pasted, shown) in enumerate(NAUGHTY.items(), 1):
        clerk.goes_to("directory")
        clerk.opens("n", form="person")
        clerk.terminal.paste(pasted)
        clerk.sees(shown)
        clerk.types("", "", "")
        clerk.picks("visitor")
        clerk.press("ctrl+s")
        clerk.sees(message("{count} people", one="{count} person", n=number, count=number))
        clerk.press("f3")
        clerk.sees(message("A name, a place, a title, a number"))
        clerk.terminal.paste(pasted)
        clerk.sees(message("{n} found", n=1))
        clerk.press("enter")
        clerk.sees(message("History"), shown)
