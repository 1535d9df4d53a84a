"""Typing: what enters a text, where the caret goes, what undo brings back, and which part is drawn."""

from __future__ import annotations

import pytest

from kit_tui.domain.text import cell_width
from kit_tui.tui.widgets.editing import Editor, View, wrapped


def typed(editor: Editor, text: str) -> Editor:
    for char in text:
        editor.key(char, char)
    return editor


def pressed(editor: Editor, *keys: str) -> Editor:
    for key in keys:
        assert editor.key(key, None)
    return editor


def test_typed_characters_enter_at_the_caret() -> None:
    editor = pressed(typed(Editor(), "tnaka"), "home", "right")
    assert typed(editor, "a").text == "tanaka"


def test_a_full_width_space_and_full_width_letters_stay_as_typed() -> None:
    assert typed(Editor(), "大野\u3000健ＡＢ１").text == "大野\u3000健ＡＢ１"


@pytest.mark.parametrize("char", ["\x1b", "\x00", "\x7f", "\x9b", "\u202e", "\u200b", "\ufeff", "\ud800"])
def test_control_and_bidi_characters_never_enter(char: str) -> None:
    editor = Editor("ab")
    editor.key("some_key", char)
    assert editor.text == "ab"


def test_a_paste_loses_its_control_characters_and_says_how_many() -> None:
    editor = Editor()
    assert editor.paste("[/]\x1b[31mETH\u202e Zürich\n") == 2
    assert editor.text == "[/][31mETH Zürich"


def test_line_breaks_of_a_paste_become_spaces_but_stay_in_notes() -> None:
    line, notes = Editor(), Editor(lines=True)
    line.paste("one\r\ntwo")
    notes.paste("one\r\ntwo")
    assert (line.text, notes.text) == ("one two", "one\ntwo")


def test_function_keys_that_convert_kana_do_nothing() -> None:
    editor = pressed(Editor("かな"), "f6", "f7", "f8", "f9", "f10")
    assert editor.text == "かな"


def test_keys_that_are_not_the_texts_are_left_to_others() -> None:
    editor = Editor("x")
    assert not any(
        editor.key(key, character)
        for key, character in [("enter", "\r"), ("tab", "\t"), ("ctrl+s", "\x13"), ("f5", None)]
    )


def test_the_caret_never_stands_inside_a_letter_with_marks_or_a_joined_emoji() -> None:
    family = "👩\u200d👩\u200d👧"
    editor = Editor(f"e\u0301{family}が")
    stops = []
    while editor.caret:
        editor.left()
        stops.append(editor.caret)
    assert stops == [len(f"e\u0301{family}"), 2, 0]


def test_backspace_takes_a_letter_with_its_marks() -> None:
    assert pressed(Editor("ne\u0301"), "backspace").text == "n"


def test_undo_takes_back_a_word_at_a_time_and_then_nothing_more() -> None:
    editor = typed(Editor("ETH"), " Zurich")
    assert pressed(editor, "ctrl+z").text == "ETH "
    assert pressed(editor, "ctrl+z").text == "ETH"
    assert pressed(editor, "ctrl+z").text == "ETH"


def test_undo_brings_back_a_run_of_deleted_letters_together() -> None:
    editor = pressed(Editor("Zürich"), "backspace", "backspace", "backspace", "ctrl+z")
    assert (editor.text, editor.caret) == ("Zürich", 6)


def test_undo_brings_back_what_was_written_over() -> None:
    editor = Editor("2018-09-01")
    editor.write("2019-04-01")
    editor.undo()
    assert editor.text == "2018-09-01"


def test_delete_word_stops_at_a_full_width_space() -> None:
    assert pressed(Editor("大野\u3000健"), "ctrl+w").text == "大野\u3000"


def test_words_are_stepped_over() -> None:
    editor = pressed(Editor("one two"), "ctrl+left", "ctrl+left")
    assert editor.caret == 0
    assert pressed(editor, "ctrl+right").caret == 3


def test_a_long_text_shows_its_end_with_the_caret_in_the_last_cell() -> None:
    view = Editor("abcdefghij").view(5)
    assert view == View("ghij", " ", "")


def test_the_shown_part_moves_no_further_than_the_caret_needs() -> None:
    editor = Editor("abcdefghij")
    editor.view(5)
    pressed(editor, "left", "left")
    assert editor.view(5) == View("gh", "i", "j")
    assert pressed(editor, "home")
    assert editor.view(5) == View("", "a", "bcde")


def test_a_shortened_text_comes_back_into_sight() -> None:
    editor = Editor("abcdefghij")
    editor.view(5)
    pressed(editor, *["backspace"] * 7)
    assert editor.view(5) == View("abc", " ", "")


@pytest.mark.parametrize("width", range(2, 12))
def test_wide_letters_are_never_cut_in_half(width: int) -> None:
    editor = Editor("大野健オオノケン")
    for _ in range(8):
        view = editor.view(width)
        assert cell_width("".join(view)) <= width
        assert view.under.strip() == "" or len(view.under) == 1
        editor.left()


def test_notes_wrap_at_spaces_and_keep_their_line_breaks() -> None:
    text = "one two three\nfour"
    assert [text[a:b] for a, b in wrapped(text, 9)] == ["one two ", "three", "four"]


def test_a_word_longer_than_the_row_is_broken() -> None:
    text = "大野健大野健"
    assert [text[a:b] for a, b in wrapped(text, 7)] == ["大野健", "大野健"]


def test_japanese_is_broken_anywhere_and_not_only_at_its_spaces() -> None:
    text = "オオノ ユウ、職員"
    assert [text[a:b] for a, b in wrapped(text, 13)] == ["オオノ ユ", "ウ、職員"]


def test_a_number_stays_with_what_it_counts_and_a_bracket_with_what_it_holds() -> None:
    text = "帰国（あと127日）から275日間"
    assert [text[a:b] for a, b in wrapped(text, 13)] == ["帰国（あと", "127日）から", "275日間"]


def test_letters_that_are_joined_are_not_parted_by_the_end_of_a_row() -> None:
    text = "大野か\u3099か\u3099"
    assert [text[a:b] for a, b in wrapped(text, 7)] == ["大野か\u3099", "か\u3099"]


def test_up_and_down_move_through_wrapped_rows_and_out_at_the_ends() -> None:
    editor = Editor("one two three\nfour", lines=True)
    rows = wrapped(editor.text, 9)
    assert not editor.go_row(rows, 1)
    assert editor.go_row(rows, -1)
    assert editor.text[editor.caret :] == "e\nfour"
    assert editor.row_view(rows) == (1, View("thre", "e", ""))
    assert editor.go_row(rows, -1)
    assert not editor.go_row(rows, -1)


def test_a_line_break_enters_notes_only() -> None:
    line, notes = Editor("x"), Editor("x", lines=True)
    line.break_line()
    notes.break_line()
    assert (line.text, notes.text) == ("x", "x\n")
