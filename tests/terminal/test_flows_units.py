"""An agreement, a unit project with its visits and a workshop, by the keyboard and from the screen alone."""

from __future__ import annotations

from pathlib import Path

from clerk import AT_BOTH_SIZES, Clerk
from harness import Open

from kit_tui.domain.wording import message


@AT_BOTH_SIZES
def test_a_unit_is_invited_and_moves_the_gauges(open_app: Open, empty: Path, size: tuple[int, int], lang: str) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    board = Clerk(open_app(size=(80, 40)))
    board.reads("Agreements", "0")
    clerk.sees(message("go there"))
    clerk.goes_to("directory", "Institutions")
    clerk.opens("n", form="institution")
    clerk.types("Aalto University", "", "")
    clerk.finds("フィン", "フィンランド" if lang == "ja" else "Finland")
    clerk.saves("Aalto University")

    clerk.goes_to("units", "Agreements")
    clerk.reads("Agreements", "0")
    clerk.opens("n", form="agreement")
    clerk.finds("aalto", "Aalto University")
    clerk.types("Exchange of researchers")
    clerk.picks("general")
    clerk.picks("university level")
    clerk.types("", "", "")
    clerk.picks("signed")
    clerk.types("2017/4/1")
    clerk.sees("(2017-04-01)")
    clerk.press("f5")
    clerk.types("", "2022/3/31")
    clerk.press("ctrl+s")
    clerk.reads("Agreements", "1")

    clerk.goes_to("units", "Unit projects")
    clerk.reads("Projects", "0")
    clerk.opens("n", form="unit project")
    clerk.types("Timber futures")
    clerk.picks("architecture")
    clerk.types("2018", "")
    clerk.finds("aalto", "Aalto University")
    clerk.finds("exch", "Exchange of researchers")
    clerk.types("")
    clerk.picks("implemented")
    clerk.saves("Timber futures")
    clerk.reads("Projects", "1")
    board.reads("Projects", "1")

    clerk.press("enter")
    clerk.sees(message("History"))
    clerk.opens("n", "enter", form="visit")
    clerk.terminal.type("Mika Salo")
    clerk.sees(message('New {record}: "{text}"', record=message("person"), text="Mika Salo"))
    clerk.opens("enter", form="person")
    clerk.types("", "")
    clerk.picks("visitor")
    clerk.saves("Mika Salo")
    clerk.sees(message("New {record}", record=message("visit")))
    clerk.types("")
    clerk.types("2018/10/1", "2018/11/9", "")
    clerk.picks("short-stay visa")
    clerk.picks("finished")
    clerk.saves("Mika Salo")
    board.reads("Visits", "1")
    board.reads("Researchers", "1")
    clerk.opens("n", "enter", form="visit")
    clerk.finds("salo", "Mika Salo")
    clerk.types("", "2018/11/20", "2019/2/28", "")
    clerk.picks("other")
    clerk.picks("on site")
    clerk.saves("Mika Salo")
    board.reads("Visits", "2")
    board.reads("Researchers", "1")
    clerk.opens("n", "down", "enter", form="event")
    clerk.picks("workshop")
    clerk.types("Wood and light", "2018/10/20", "", "", "Kyoto")
    board.reads("Workshops, seminars", "0")
    clerk.saves("2018-10-20 Wood and light")
    board.reads("Workshops, seminars", "1")
    clerk.leaves(message("search list"))
    for label, number in (
        ("Projects", "1"), ("Researchers", "1"), ("Visits", "2"), ("Workshops, seminars", "1"), ("Agreements", "1"),
    ):  # fmt: skip
        clerk.reads(label, number)
