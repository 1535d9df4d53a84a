"""The cursor on lines of which some can be opened, and what is in sight of them."""

from __future__ import annotations

from kit_tui.tui.widgets.roll import BLANK, Piece, Roll, TextLine, heading


def able(*targets: str) -> TextLine:
    return tuple(Piece(target, target=target) for target in targets)


def rolled(*lines: TextLine, height: int = 10) -> Roll:
    roll = Roll()
    roll.resize(height)
    roll.put(lines)
    return roll


def test_the_cursor_begins_on_the_first_line_that_can_be_opened_with_its_heading_in_sight() -> None:
    roll = rolled(heading("People"), BLANK, able("a"), able("b"))
    assert (roll.target, roll.top) == ("a", 0)


def test_a_step_passes_over_lines_that_cannot_be_opened() -> None:
    roll = rolled(able("a"), BLANK, heading("Stays"), able("b"))
    roll.step(1)
    assert roll.target == "b"
    roll.step(-1)
    assert roll.target == "a"


def test_there_is_no_cursor_where_nothing_can_be_opened_and_steps_move_what_is_in_sight() -> None:
    roll = rolled(*[heading(str(n)) for n in range(20)])
    roll.step(1)
    assert (roll.target, roll.top) == (None, 1)


def test_what_follows_the_last_target_comes_in_sight_step_by_step() -> None:
    roll = rolled(able("a"), *[heading(str(n)) for n in range(12)], height=10)
    for _ in range(5):
        roll.step(1)
    assert (roll.target, roll.top) == ("a", 3)


def test_a_target_more_than_a_screen_away_is_not_jumped_to() -> None:
    roll = rolled(able("a"), *[heading(str(n)) for n in range(30)], able("b"), height=10)
    roll.step(1)
    assert (roll.target, roll.top) == ("a", 1)


def test_the_cursor_stays_on_its_record_when_lines_come_in_before_it() -> None:
    roll = rolled(able("a"), able("b"), able("c"))
    roll.step(1)
    roll.put((able("new"), able("a"), able("b"), able("c")))
    assert (roll.target, roll.at) == ("b", 2)


def test_the_cursor_goes_to_a_neighbour_when_its_record_is_gone() -> None:
    roll = rolled(able("a"), able("b"), able("c"))
    roll.step(1)
    roll.put((able("a"), able("c")))
    assert roll.target in ("a", "c")


def test_a_page_down_goes_about_a_screenful_and_stays_in_sight() -> None:
    roll = rolled(*[able(str(n)) for n in range(100)], height=10)
    roll.page(1)
    assert roll.target == "9"
    assert roll.top <= roll.at < roll.top + 10
    roll.end()
    assert (roll.target, roll.top) == ("99", 90)
    roll.start()
    assert (roll.target, roll.top) == ("0", 0)


def test_the_cursor_goes_sideways_on_a_line_and_keeps_its_side_on_the_next() -> None:
    roll = rolled(able("a", "b"), able("c", "d"), able("e"))
    roll.aside(1)
    assert roll.target == "b"
    roll.step(1)
    assert roll.target == "d"
    roll.step(1)
    assert roll.target == "e"
    roll.aside(1)
    assert roll.target == "e"
