"""What arrives from the terminal reaches the app as the keys that were pressed and the text that was pasted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kit_tui.tui.arriving import ESCAPE, Arriving


def given(*reads: str, late: bool = False) -> list[str]:
    """The pieces that some reads give, the texts joined."""
    arriving = Arriving()
    pieces: list[str] = []
    for piece in [*(piece for read in reads for piece in arriving.pieces(read)), *(arriving.late() if late else ())]:
        if pieces and ESCAPE not in (pieces[-1], piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


@pytest.mark.parametrize(
    ("arrived", "text"),
    [
        ("ab\x1b[A\x1b[3~\x1bOR", "ab\x1b[A\x1b[3~\x1bOR"),
        ("\x1b[200~a\x1b[3~b\x1bc\x1b[201~\x1b[A", "\x1b[200~a[3~bc\x1b[201~\x1b[A"),
        ("\x1b[200~a\x1b[200~b\x1b[2\x1b[201~", "\x1b[200~a[200~b[2\x1b[201~"),
        ("\x1b[200~a\x1b\x1b[201~b", "\x1b[200~a\x1b[201~b"),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_escapes_inside_a_paste_are_taken_out_however_it_arrives(arrived: str, text: str, size: int) -> None:
    assert given(*(arrived[at : at + size] for at in range(0, len(arrived), size))) == [text]


@pytest.mark.parametrize(
    ("reads", "pieces"),
    [
        (["\x1b"], [ESCAPE]),
        (["\x1b", "n"], [ESCAPE, "n"]),
        (["ab\x1b", "４"], ["ab", ESCAPE, "４"]),
        (["\x1b", "\x1b"], [ESCAPE, ESCAPE]),
        (["\x1b", "[A"], ["\x1b[A"]),
    ],
)
def test_escape_is_a_key_however_soon_another_follows(reads: Sequence[str], pieces: Sequence[str]) -> None:
    assert given(*reads, late=True) == pieces


def test_keys_pressed_with_alt_do_nothing() -> None:
    assert given("a\x1b4b\x1bn\x1b\r\x1b[B") == ["ab\x1b[B"]
