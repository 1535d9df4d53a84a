"""What is stored of a text, what a terminal is sent of it, and how many cells that takes."""

import unicodedata
from functools import partial

import pytest

from kit_tui.domain.text import ascii_folded, cell_width, clean_text, cut, has_ambiguous, pad, safe_text

FAMILY = "👨\u200d👩\u200d👧"
VARIANT = "葛\U000e0100"
MANY = [
    chr(code) for code in (*range(0x3400), *range(0xD7A0, 0x11000), *range(0x1D000, 0x20000), *range(0xE0000, 0xE0200))
]
"""All characters but most kanji, hangul and private ones."""


@pytest.mark.parametrize(
    "text", ["", "Aoki", "青木 恵", "ｱｵｷ　ﾒｸﾞﾐ", "[/] {x} %", "Nguyễn", "e\u0301", FAMILY, VARIANT, "❤️"]
)
def test_ordinary_text_is_stored_as_it_is(text: str) -> None:
    assert clean_text(text) == (text, 0)


@pytest.mark.parametrize(
    "char",
    ["\0", "\x1b", "\x0b", "\x7f", "\x85", "\x9b", "\u00ad", "\u061c", "\u200b", "\u200c", "\u200e", "\u200f", "\u2028"]
    + ["\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff", "\ufff9", "\U000e0041"]
    + ["\ud800", "\udfff", "\ufdd0", "\ufffe", "\U0001ffff", "\U0010ffff"],
)
def test_what_a_terminal_obeys_or_hides_is_removed_and_counted(char: str) -> None:
    assert clean_text(f"a{char}b{char}") == ("ab", 2)


def test_no_control_format_or_surrogate_character_is_ever_stored() -> None:
    kept = {char for char in MANY if clean_text(f"a{char}a")[0] != "aa"}
    hidden = {char for char in kept if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char not in "\t\n\r"}
    assert hidden == set()
    assert {"\u200d", "\ufe0f", "\U000e0100", "\ue000", "が"} <= kept


def test_white_space_at_the_ends_goes_uncounted() -> None:
    assert clean_text("\u3000 青木 恵\u00a0\n") == ("青木 恵", 0)


@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n"])
def test_a_line_break_is_a_space_or_one_kind_of_line_break(line_break: str) -> None:
    text = f"a{line_break}b"
    assert clean_text(text) == ("a b", 0)
    assert clean_text(text, lines=True) == ("a\nb", 0)


def test_a_tab_is_a_space_even_where_lines_are_kept() -> None:
    assert clean_text("a\tb", lines=True) == ("a b", 0)


@pytest.mark.parametrize(
    "text", [" \x00 a", "\r\x00\nb", "a\u202e\n\u3000", "\t\x1b[31m", "\u200b\u3000\u200b", "\udc80é"]
)
@pytest.mark.parametrize("lines", [False, True])
def test_cleaning_again_changes_nothing(text: str, lines: bool) -> None:
    once, _ = clean_text(text, lines=lines)
    assert clean_text(once, lines=lines) == (once, 0)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("青木 恵", "青木 恵"),
        ("\x1b[31mred", "^[[31mred"),
        ("a\0b\x7f", "a^@b^?"),
        ("\x9b1m", "<009B>1m"),
        ("a\u202eb\u200b", "a<202E>b<200B>"),
        ("\ud800\U000e0041", "<D800><E0041>"),
        ("one\r\ntwo\nthree", "one two three"),
        (FAMILY, FAMILY),
    ],
)
def test_what_reaches_the_terminal_is_one_line_with_visible_marks(text: str, shown: str) -> None:
    assert safe_text(text) == shown


def test_no_character_is_sent_to_the_terminal_that_it_could_obey() -> None:
    sent = safe_text("".join(MANY))
    assert not {char for char in set(sent) if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")}
    assert clean_text(sent) == (sent.strip(), 0)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Aoki", 4),
        ("青木 恵", 7),
        ("ｱｵｷ", 3),
        ("ＡＢ", 4),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("한국", 4),
        (VARIANT, 2),
        ("🎓", 2),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("❤", 1),
        ("❤️", 2),
        ("1️⃣", 2),
        ("a\ufe0f", 1),
        ("🇯🇵", 2),
        ("ü–", 2),
    ],
)
def test_width_is_counted_in_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_ambiguous_characters_take_the_cells_asked_for() -> None:
    assert cell_width("ü–①ö青e\u0301", ambiguous=2) == 2 + 2 + 2 + 1 + 2 + 1


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Aoki", 4, "Aoki"),
        ("Aoki", 3, "Ao~"),
        ("青木 恵", 7, "青木 恵"),
        ("青木 恵", 6, "青木 ~"),
        ("青木 恵", 4, "青~"),
        ("青木 恵", 1, "~"),
        ("青木 恵", 0, ""),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301~"),
        (FAMILY + FAMILY, 3, FAMILY + "~"),
    ],
)
def test_a_long_text_is_cut_between_characters_and_marked(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


def test_cutting_goes_by_the_terminals_own_widths() -> None:
    wide = partial(cell_width, ambiguous=2)
    assert cut("üüü", 5, cells=wide) == "üü~"
    assert pad("üüü", 4, cells=wide) == "ü~ "


@pytest.mark.parametrize("text", ["", "ab", "青木 恵", "青木恵子", "e\u0301" * 9, "e" + "\u0301" * 500, FAMILY * 3])
@pytest.mark.parametrize("width", [0, 1, 2, 5, 8])
def test_a_padded_text_fills_its_cells_exactly(text: str, width: int) -> None:
    assert cell_width(pad(text, width)) == width
    assert cell_width(pad(text, width, right=True)) == width


def test_padding_goes_to_the_left_for_what_stands_right() -> None:
    assert pad("恵", 4) == "恵  "
    assert pad("恵", 4, right=True) == "  恵"


@pytest.mark.parametrize(
    ("text", "ambiguous"), [("Aoki", False), ("青木アオキｱｵｷ", False), ("Zürich", True), ("α", True)]
)
def test_text_of_ambiguous_width_is_told(text: str, ambiguous: bool) -> None:
    assert has_ambiguous(text) is ambiguous


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ETH Zürich", "ETH Zurich"),
        ("Ærø – Łódź… × →", "Aero - Lodź... x ->"),
        ("①②", "(1)(2)"),
        ("Ⅳ", "IV"),
        ("℃", "oC"),
        ("u\u0308", "u"),
        ("Щукин", "Shchukin"),
        ("Θωμα", "Thoma"),
        ("青木 アオキ ｱｵｷ が", "青木 アオキ ｱｵｷ が"),
        ("\ue000∮", "??"),
    ],
)
def test_ambiguous_characters_have_stand_ins(text: str, folded: str) -> None:
    assert ascii_folded(text) == folded


def test_a_folded_text_has_no_ambiguous_character_left() -> None:
    assert not has_ambiguous(ascii_folded("".join(MANY)))
