from kit_tui.domain.reading import folded, quoted, tight


def test_full_width_forms_dashes_and_spaces_are_folded() -> None:
    assert folded("　Ｈ２７．４．１ \t x") == "H27.4.1 x"
    assert folded("2018–04—01 − 1") == "2018-04-01 - 1"


def test_invisible_characters_are_dropped() -> None:
    assert folded("\ufeff20\u200b18\x1b") == "2018"


def test_only_the_spaces_between_two_digits_are_kept_in_tight_text() -> None:
    assert tight("平成 27 年 4 月 1 日") == "平成27年4月1日"
    assert tight("H 27. 4 .1") == "H27.4.1"
    assert tight("4/1 1") == "4/1 1"


def test_a_quote_is_one_short_line_without_control_codes() -> None:
    assert quoted("a\nb\x1b[31m") == "a b[31m"
    assert quoted("Ｈ３０") == "Ｈ３０"
    assert quoted("x" * 10_000) == "x" * 39 + "~"
