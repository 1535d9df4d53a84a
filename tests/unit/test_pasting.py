"""Pastes reach the app as text alone."""

from __future__ import annotations

import pytest

from kit_tui.tui.pasting import Pastes


@pytest.mark.parametrize(
    ("arrived", "given"),
    [
        ("\x1b[A\x1b[3~", "\x1b[A\x1b[3~"),
        ("\x1b[200~a\x1b[3~b\x1bc\x1b[201~\x1b[A", "\x1b[200~a[3~bc\x1b[201~\x1b[A"),
        ("\x1b[200~a\x1b[200~b\x1b[2\x1b[201~", "\x1b[200~a[200~b[2\x1b[201~"),
        ("\x1b[200~a\x1b\x1b[201~\x1b", "\x1b[200~a\x1b[201~\x1b"),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_escapes_inside_a_paste_are_taken_out_however_it_arrives(arrived: str, given: str, size: int) -> None:
    pastes = Pastes()
    pieces = [arrived[at : at + size] for at in range(0, len(arrived), size)]
    assert "".join(map(pastes.plain, pieces)) == given
