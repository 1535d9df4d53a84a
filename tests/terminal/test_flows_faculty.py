"""From an empty register to a stay abroad with all that came of it, by the keyboard and from the screen alone."""

from __future__ import annotations

from pathlib import Path

from clerk import AT_BOTH_SIZES, Clerk
from harness import Open

from kit_tui.domain.wording import message

STAY = "山本 太郎, ETH Zürich, 2018-04-02"


def first_start(open_app: Open, register: Path, size: tuple[int, int], lang: str) -> Clerk:
    """A clerk on a machine without a register, who begins with an empty one."""
    register.unlink()
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("1  Begin with an empty one"))
    clerk.types("1")
    clerk.sees(message("go there"))
    return clerk


@AT_BOTH_SIZES
def test_a_stay_is_entered_goes_its_way_and_moves_the_gauges(
    open_app: Open, register: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = first_start(open_app, register, size, lang)
    board = Clerk(open_app(size=(80, 40)))
    board.reads("Stays this year", "0")
    board.reads("Briefings held", "n/a")

    # An institution: 5, right, n, the texts with Enter after each, Ctrl+S.  Nothing but the name and country is needed.
    clerk.goes_to("directory", "Institutions")
    clerk.opens("n", form="institution")
    clerk.types("ETH Zürich", "", "ETHZ")
    clerk.finds("スイ", "スイス" if lang == "ja" else "Switzerland")
    clerk.types("Zürich")
    clerk.saves("ETH Zürich")

    clerk.goes_to("directory", "People")
    clerk.opens("n", form="person")
    clerk.types("山本 太郎", "ヤマモト タロウ", "Yamamoto Taro")
    clerk.picks("faculty")
    clerk.types("F1001")
    clerk.saves("山本 太郎")

    clerk.goes_to("faculty")
    clerk.reads("Stays this year", "0")
    clerk.opens("n", form="faculty stay")
    clerk.finds("やまもと", "山本 太郎")
    clerk.finds("eth", "ETH Zürich")
    clerk.types("Polymer physics", "", "2018/4/2", "平成30年9月28日")
    clerk.saves(STAY)
    clerk.reads("Stays this year", "0")
    clerk.press(".")
    clerk.sees(message("{title}: {status}. Ctrl+Z takes it back.", title=STAY, status=message("approved")))
    clerk.reads("Stays this year", "0")
    clerk.press("e")
    clerk.sees(message("Edit: {title}", title=STAY))
    clerk.press("down", "down", "down")
    clerk.picks("away")
    clerk.saves(STAY)
    clerk.reads("Stays this year", "1")
    board.reads("Stays this year", "1")
    clerk.reads("Briefings held", "n/a")
    clerk.press(".")
    clerk.sees(message("{title}: {status}. Ctrl+Z takes it back.", title=STAY, status=message("returned")))
    clerk.reads("Briefings held", "0.0 %")
    clerk.reads("With an outcome", "0.0 %")

    # From the stay's card: n, which kind of record, and what is new about it; the project is passed over.
    clerk.press("enter")
    clerk.sees(message("History"))
    clerk.opens("n", "enter", form="event")
    clerk.picks("lecture")
    clerk.types("Lecture on polymers", "2018/6/5")
    clerk.saves("2018-06-05 Lecture on polymers")
    clerk.opens("n", "enter", form="event")
    clerk.picks("briefing session")
    clerk.types("帰国報告会", "2018/11/20", "", "13:00")
    board.reads("Briefings held", "0.0 %")
    clerk.saves("2018-11-20 帰国報告会")
    board.reads("Briefings held", "100.0 %")
    clerk.opens("n", "down", "enter", form="outcome")
    clerk.picks("joint paper")
    clerk.types("Polymers in motion", "2018-11-01", "https://doi.org/10.1000/182")
    clerk.picks("yes")
    board.reads("Joint papers", "0")
    board.reads("With an outcome", "0.0 %")
    clerk.saves("Polymers in motion")
    board.reads("Joint papers", "1")
    board.reads("With an outcome", "100.0 %")
    clerk.opens("n", "down", "enter", form="outcome")
    clerk.picks("enrolled student")
    clerk.types("Anna Keller", "2018/10/1", "")
    clerk.picks("yes")
    board.reads("Students enrolled", "0")
    clerk.saves("Anna Keller")
    board.reads("Students enrolled", "1")
    clerk.sees("Lecture on polymers", "帰国報告会", "Polymers in motion", "Anna Keller")

    clerk.leaves(message("search list"))
    for label, number in (
        ("Stays this year", "1"), ("With an outcome", "100.0 %"), ("Students enrolled", "1"), ("Joint papers", "1"),
        ("Briefings held", "100.0 %"),
    ):  # fmt: skip
        clerk.reads(label, number)


@AT_BOTH_SIZES
def test_a_stays_person_and_institution_are_made_on_the_spot(
    open_app: Open, register: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = first_start(open_app, register, size, lang)
    clerk.goes_to("faculty")
    clerk.opens("n", form="faculty stay")
    clerk.terminal.type("山本 太郎")
    clerk.sees(message('New {record}: "{text}"', record=message("person"), text="山本 太郎"))
    clerk.opens("enter", form="person")
    clerk.types("やまもと たろう", "Yamamoto Taro")
    clerk.picks("faculty")
    clerk.saves("山本 太郎")
    clerk.sees(message("New {record}", record=message("faculty stay")))
    clerk.terminal.type("ETH Zürich")
    clerk.sees(message('New {record}: "{text}"', record=message("institution"), text="ETH Zürich"))
    clerk.opens("enter", form="institution")
    clerk.types("", "")
    clerk.finds("CH", "スイス" if lang == "ja" else "Switzerland")
    clerk.saves("ETH Zürich")
    clerk.sees(message("New {record}", record=message("faculty stay")))
    clerk.types("Polymer physics")
    clerk.picks("away")
    clerk.types("2018/4/2", "2019/2/28")
    clerk.saves(STAY)
    clerk.reads("Stays this year", "1")
