"""What is written can be read on what it is written on, in as many colours as a terminal may have."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from kit_tui.tui.themes import THEMES

READABLE = 4.5
"""The contrast that text needs, by WCAG 2.2, 1.4.3."""

WRITTEN = [
    *((ink, "background") for ink in ("foreground", "accent", "muted", "good", "behind")),
    *((ink, box) for ink in ("field-text", "field-muted", "field-problem") for box in ("field", "field-focus")),
    ("cursor-text", "cursor"),
    ("field-text", "cursor-blurred"),
    ("field-text", "bar"),
    ("mark", "good"),
    ("mark", "behind"),
    ("mark-free", "bar"),
]


@pytest.mark.parametrize("colours", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
@pytest.mark.parametrize(("ink", "surface"), WRITTEN)
@pytest.mark.parametrize("name", ["dark", "light"])
def test_text_stands_out_from_what_it_is_written_on(name: str, ink: str, surface: str, colours: ColorSystem) -> None:
    theme = THEMES[name]
    known = {"foreground": theme.foreground, "background": theme.background, "accent": theme.accent, **theme.variables}
    light, dark = sorted((_luminance(known[one] or "", colours) for one in (ink, surface)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= READABLE


def _luminance(colour: str, colours: ColorSystem) -> float:
    """The relative luminance of a colour as it is shown with so many colours."""
    shown = Color.parse(colour).downgrade(colours).get_truecolor()
    parts = (part / 255 for part in shown)
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
