"""Looking up, going on from a card, and taking back, by the keyboard and from the screen alone."""

from __future__ import annotations

from pathlib import Path

from clerk import AT_BOTH_SIZES, Clerk
from harness import Open
from small_office import STAY

from kit_tui.domain.wording import Message, message


def gone(title: str) -> Message:
    """What is told of a record that has been deleted."""
    return message(
        "Deleted {n} records. Ctrl+Z brings them back.", one="Deleted {title}. Ctrl+Z brings it back.", n=1, title=title
    )


@AT_BOTH_SIZES
def test_somebody_moves_and_leaves_and_all_of_it_is_taken_back(
    open_app: Open, office: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("go there"))
    clerk.goes_to("directory")
    clerk.sees("青木 恵")
    clerk.press("enter")
    clerk.sees(message("History"))
    clerk.press("m")
    clerk.sees(message("{name} moves", name="青木 恵"))
    clerk.types("H30.10.1", "学務課", "係長", "")
    clerk.sees(message("Saved: {title}", title="青木 恵"), "2018-09-30", "学務課")
    clerk.press("x")
    clerk.sees(message("{name} leaves", name="青木 恵"))
    clerk.types("2018/11/30", "")
    clerk.sees("2018-11-30")
    clerk.press("ctrl+z")
    clerk.sees_no("2018-11-30")
    clerk.press("ctrl+z")
    clerk.sees_no("学務課")
    clerk.sees("2012-04-01")


@AT_BOTH_SIZES
def test_what_is_deleted_comes_back_by_undo_or_from_find(
    open_app: Open, office: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("go there"))
    clerk.goes_to("directory")
    clerk.sees("青木 恵")

    # What another record points to stays, and is told in full; that one is a key away on the card.
    clerk.press("d")
    clerk.is_told(
        message(
            "{title} can't be deleted: {n} records point to it ({pointing}). Delete or change those first.",
            one="{title} can't be deleted: {pointing} points to it. Delete or change that first.",
            n=1, title="青木 恵", pointing="青木 恵 国際課",
        )
    )  # fmt: skip
    clerk.press("enter")
    clerk.sees(message("History"))
    clerk.press("enter")
    clerk.sees("青木 恵 国際課   ")
    clerk.press("d")
    clerk.sees(gone("青木 恵 国際課"))
    clerk.press("d")
    clerk.sees(gone("青木 恵"), message("{count} people", one="{count} person", n=1, count=1))

    clerk.press("ctrl+z")
    clerk.sees(message("Taken back: {title} ({what})", title="青木 恵", what=message("deleted")), "アオキ メグミ")
    clerk.press("ctrl+z")
    clerk.sees(message("Taken back: {title} ({what})", title="青木 恵 国際課", what=message("deleted")))

    # From find: Enter brings a deleted record back.
    clerk.press("4")
    clerk.sees("Timber futures")
    clerk.press("d")
    clerk.sees(gone("Timber futures"))
    clerk.press("f3")
    clerk.sees(message("A name, a place, a title, a number"))
    clerk.terminal.type("timber")
    clerk.sees(message("deleted, {record}", record=message("unit project")))
    clerk.press("enter")
    clerk.sees(message("{title} is back", title="Timber futures"), message("History"))
    clerk.leaves(message("{n} found", n=1))


@AT_BOTH_SIZES
def test_anything_is_found_by_any_part_and_the_answer_stands_on_its_line(
    open_app: Open, office: Path, size: tuple[int, int], lang: str
) -> None:
    clerk = Clerk(open_app(lang=lang, size=size), lang)
    clerk.sees(message("go there"))
    clerk.press("f3")
    clerk.sees(message("A name, a place, a title, a number"))
    for text, title, found in (
        ("本", "山本 太郎", 3), ("やま", "山本 太郎", 3), ("タロ", "山本 太郎", 3), ("taro", "山本 太郎", 3),
        ("YAMAMO", "山本 太郎", 3), ("zuri", "ETH Zürich", 4), ("futu", "Timber futures", 1), ("A0001", "青木 恵", 1),
    ):  # fmt: skip
        clerk.terminal.type(text)
        clerk.sees(message("{n} found", n=found), title)
        clerk.clears()
        clerk.sees(message("Worked on last"))
    clerk.terminal.type("山本")
    clerk.sees(message("{n} found", n=3))
    clerk.sees(
        "away at ETH Zürich, back 28 Feb (98 days), briefing 5 Mar 13:00"
        if lang == "en"
        else "ETH Zürichに派遣中、2月28日帰国（あと98日）、帰国報告会 3月5日 13:00"
    )
    clerk.press("down", "enter")
    clerk.sees(message("History"), STAY, "ETH Zürich", "帰国報告会")
    clerk.press("down", "enter")
    clerk.sees(message("no agreement"), "山本 太郎  2018-09-01  2019-02-28", "Timber futures")
