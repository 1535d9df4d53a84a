"""The colours: dark, light, and the terminal's own.

One accent; blue is met and on pace, orange is behind.  Over SSH most terminals have 256 colours or 16, so every surface
(bar, field, cursor) stays apart from the background when its colour is taken to the nearest of those.  What the
terminal's own colours look like nobody knows: there, words are muted and stand out by their style.
"""

from __future__ import annotations

from textual.theme import Theme

THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        Theme(
            name="dark",
            primary="#7fb2eb",
            accent="#7fb2eb",
            foreground="#d8dade",
            background="#14171b",
            surface="#14171b",
            panel="#14171b",
            variables={
                "good": "#7fb2eb",
                "behind": "#f2a65a",
                "muted": "#8b9097",
                "thumb": "#8b9097",
                "bar": "#3c424a",
                "track": "#3c424a",
                "mark": "#14171b",
                "mark-free": "#d8dade",
                "field": "#3c424a",
                "field-text": "#ffffff",
                "field-muted": "#d0d4da",
                "field-problem": "#ffcf99",
                "field-focus": "#2f5d8c",
                "cursor": "#2f5d8c",
                "cursor-text": "#ffffff",
                "cursor-blurred": "#3c424a",
            },
        ),
        Theme(
            name="light",
            primary="#1f5fa8",
            accent="#1f5fa8",
            foreground="#1c1f23",
            background="#ffffff",
            surface="#ffffff",
            panel="#ffffff",
            dark=False,
            variables={
                "good": "#1f5fa8",
                "behind": "#b35900",
                "muted": "#6b7078",
                "thumb": "#6b7078",
                "bar": "#c3c9d1",
                "track": "#c3c9d1",
                "mark": "#ffffff",
                "mark-free": "#1c1f23",
                "field": "#d5dae0",
                "field-text": "#1c1f23",
                "field-muted": "#4d535b",
                "field-problem": "#8a2f00",
                "field-focus": "#afd7ff",
                "cursor": "#1f5fa8",
                "cursor-text": "#ffffff",
                "cursor-blurred": "#c3c9d1",
            },
        ),
        Theme(
            name="ansi",
            ansi=True,
            primary="ansi_bright_blue",
            accent="ansi_bright_blue",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            variables={
                "ansi-background": "ansi_black",
                "ansi-foreground": "ansi_white",
                "good": "ansi_bright_blue",
                "behind": "ansi_yellow",
                "muted": "ansi_default",
                "thumb": "ansi_bright_black",
                "bar": "ansi_bright_black",
                "track": "ansi_default",
                "mark": "ansi_black",
                "mark-free": "ansi_bright_white",
                "field": "ansi_bright_black",
                "field-text": "ansi_bright_white",
                "field-muted": "ansi_white",
                "field-problem": "ansi_bright_yellow",
                "field-focus": "ansi_blue",
                "cursor": "ansi_blue",
                "cursor-text": "ansi_bright_white",
                "cursor-blurred": "ansi_bright_black",
            },
        ),
    )
}
"""By name.  `mark` is the pace mark on a bar's full part, `mark-free` on its empty part."""

DEFAULT, OWN_COLOURS = "dark", "ansi"
