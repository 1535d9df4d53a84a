"""What the readers of typed and imported text share: folding before reading, and quoting in a refusal."""

from __future__ import annotations

import re

from kit_tui.domain.text import clean_text, cut

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTE_CELLS = 40


def folded(text: str) -> str:
    """`text` as a reader compares it: NFKC (full-width forms become ASCII), plain hyphens, single spaces."""
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return " ".join(clean_text(text)[0].split())


def tight(text: str) -> str:
    """`text` folded, without its spaces but those between two digits: closing these would make another number."""
    return re.sub("(?<![0-9]) | (?![0-9])", "", folded(text))


def quoted(text: str) -> str:
    """`text` as a sentence may repeat it: on one line, without control or invisible characters, and not too long."""
    return cut(clean_text(text)[0], _QUOTE_CELLS)
