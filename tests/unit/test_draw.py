"""Lines of cells: pieces, columns, bars and scroll thumbs."""

from __future__ import annotations

from rich.style import Style

from kit_tui.domain.text import cell_width
from kit_tui.tui.widgets.draw import across, bar, column, strip, thumb

PLAIN, BOLD = Style(), Style(bold=True)
FULL, FREE = Style(bgcolor="blue"), Style(bgcolor="black")


def drawn(width: int, full: float, mark: float | None = None) -> str:
    return "".join(text for text, _ in bar(width, full, mark, FULL, FREE, colourless=True))


def test_a_line_is_exactly_as_wide_as_asked_for() -> None:
    for text in ("", "short", "五十嵐 恵代 アキエ", "a very long title that has no room"):
        line = strip([(text, PLAIN)], 12, PLAIN)
        assert cell_width(line.text) == line.cell_length == 12


def test_what_has_no_room_is_cut_with_a_tilde() -> None:
    assert strip([("五十嵐 恵代", PLAIN)], 8, PLAIN).text == "五十嵐 ~"
    assert strip([("青木", PLAIN), (" 恵", BOLD), ("x", PLAIN)], 6, PLAIN).text == "青木 ~"


def test_neighbours_of_one_style_are_sent_as_one() -> None:
    assert len(list(strip([("a", BOLD), ("b", BOLD), ("c", PLAIN)], 3, PLAIN))) == 2


def test_the_left_gives_way_to_the_right() -> None:
    assert across([("Scores   Courses", PLAIN)], [("54 people", PLAIN)], 20, PLAIN).text == "Scores   C~54 people"


def test_numbers_stand_at_the_right_edge() -> None:
    assert column("815", PLAIN, 5, right=True)[0] == "  815"


def test_a_bar_is_full_at_its_target_and_not_a_moment_before() -> None:
    assert drawn(10, 1.0) == "##########"
    assert drawn(10, 0.999) == "#########-"
    assert drawn(10, 7.5) == "##########"
    assert drawn(10, 0) == "----------"


def test_the_mark_stands_on_the_bar_where_the_pace_line_is() -> None:
    assert drawn(10, 0.5, 0.8) == "#####---|-"
    assert drawn(10, 1.0, 0.2) == "##|#######"
    assert drawn(10, 0.5, 1.0) == "#####----|"


def test_with_colours_a_bar_is_coloured_spaces() -> None:
    cells = bar(4, 0.5, 0.75, FULL, FREE)
    assert cells == [(" ", FULL), (" ", FULL), (" ", FREE), ("|", FREE)]


def test_the_thumb_says_where_one_is_in_a_list() -> None:
    assert thumb(20, 0, 20, 1_000_000) == range(1)
    assert thumb(20, 999_980, 20, 1_000_000) == range(19, 20)
    assert thumb(20, 20, 20, 40) == range(10, 20)
    assert thumb(20, 0, 20, 20) == range(0)
