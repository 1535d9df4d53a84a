"""Terminals of all sizes and habits: nothing crashes, nothing is lost, lines stay in line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from clerk import Clerk
from harness import Open
from small_office import opened

from kit_tui.domain.wording import message

ODD = "Müller – “Ω” ① ★…¡ ☎ ±½"


def test_where_such_letters_take_two_cells_no_line_is_pushed_out_of_place(open_app: Open, office: Path) -> None:
    store = opened(office)
    store.save("people", {"name": ODD, "category": "visitor", "notes": ODD})
    store.close()
    clerk = Clerk(open_app(wide=True, size=(120, 40)))
    clerk.sees("u-umlaut")
    clerk.goes_to("directory")
    clerk.sees("Muller")
    assert "〓" not in clerk.terminal.text
    clerk.press("enter")
    clerk.sees(message("History"))
    assert "〓" not in clerk.terminal.text
    clerk.press("e")
    clerk.sees("Edit: Muller")
    clerk.press("down")
    clerk.types("ミュラー")
    assert "〓" not in clerk.terminal.text
    clerk.press("ctrl+s")
    clerk.sees(message("History"), "ミュラー")
    clerk.press("f3")
    clerk.sees(message("Worked on last"))
    clerk.terminal.type("muller")
    clerk.sees(message("{n} found", n=1))
    assert "〓" not in clerk.terminal.text
    store = opened(office)
    assert store.entry("people", 3).values["name"] == ODD
    store.close()


def test_a_tiny_window_shows_what_it_can_and_takes_keys(open_app: Open, office: Path) -> None:
    clerk = Clerk(open_app(size=(40, 10)))
    clerk.terminal.wait("KIT")
    for keys in (("2",), ("3",), ("4",), ("5",), ("enter",), ("e",), ("down", "down")):
        clerk.press(*keys)
        clerk.terminal.settle()
        assert clerk.terminal.process.poll() is None
    clerk.terminal.resize(120, 40)
    clerk.sees(message("Edit: {title}", title="青木 恵"), "アオキ メグミ")


def test_a_half_typed_form_stays_when_the_window_changes_its_size(open_app: Open, office: Path) -> None:
    clerk = Clerk(open_app(size=(120, 40)))
    clerk.sees(message("go there"))
    clerk.goes_to("faculty")
    clerk.opens("n", form="faculty stay")
    clerk.finds("やま", "山本 太郎")
    clerk.types("", "Polymer physics", "")
    clerk.terminal.type("2019-4")
    for size in ((80, 24), (40, 10), (200, 60)):
        clerk.terminal.resize(*size)
        clerk.sees("2019-4")
        clerk.terminal.settle()
    clerk.terminal.type("-1")
    clerk.sees("山本 太郎", "Polymer physics", "2019-4-1")


def test_without_a_terminal_it_says_so_and_what_to_do(office: Path) -> None:
    command = [sys.executable, "-m", "kit_tui", "--db", str(office)]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=dict(os.environ))
    assert ended.returncode == 1
    assert "needs a terminal" in ended.stderr
    assert ended.stdout == ""


def test_a_key_right_after_escape_is_a_key_of_its_own(open_app: Open, office: Path) -> None:
    clerk = Clerk(open_app())
    clerk.sees(message("go there"))
    clerk.press("f3")
    clerk.sees(message("Worked on last"))
    clerk.press("escape", "4")
    clerk.sees("Timber futures", message("search list"))
    clerk.press("enter")
    clerk.sees(message("History"))
    clerk.press("escape", "f3")
    clerk.sees(message("Worked on last"))
