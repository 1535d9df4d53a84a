"""Terminals of few colours or none: where one is and how things stand can be seen without them."""

from __future__ import annotations

from harness import Open, Terminal

PLAIN = {"default"}


def line_of(app: Terminal, text: str) -> int:
    return next(number for number, line in enumerate(app.lines) if text in line)


def test_without_colours_bars_and_the_cursor_are_seen_all_the_same(open_app: Open) -> None:
    app = open_app(environment={"NO_COLOR": "1"})
    app.wait("TOEIC 730.*#-*[|]-.*behind")
    app.press("down")
    app.settle()
    assert all(cell.fg in PLAIN and cell.bg in PLAIN for line in range(40) for cell in app.cells(line))
    (marked,) = (line for line in range(40) if app.cells(line)[1].reverse)
    assert "With an outcome" in app.lines[marked]


def test_without_colours_the_caret_of_a_form_is_seen_in_its_field(open_app: Open) -> None:
    app = open_app(environment={"NO_COLOR": "1"})
    app.wait("Needs attention")
    app.press("5", "n")
    app.wait(">Name")
    app.press("x", "y", "left")
    app.settle()
    field = app.cells(line_of(app, ">Name"))
    at = next(column for column, cell in enumerate(field) if cell.data == "y")
    assert [cell.reverse for cell in field[at - 1 : at + 2]] == [True, False, True]


def test_with_sixteen_colours_words_are_in_the_terminals_own_colour(open_app: Open) -> None:
    app = open_app(environment={"TERM": "xterm"})
    app.wait("TOEIC 730.*behind")
    cells = app.cells(line_of(app, "TOEIC 730"))
    assert {cell.fg for cell in cells[-12:] if cell.data.strip()} == PLAIN
    assert any(cell.bg == "brown" for cell in cells)
