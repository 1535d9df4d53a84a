"""What the readers of typed and imported text share: folding before reading, and quoting in a refusal."""

from __future__ import annotations

import re

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_LONGEST_QUOTE = 40


def folded(text: str) -> str:
    """`text` as a reader compares it: NFKC (full-width forms become ASCII), plain hyphens, single spaces."""
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return _visible(text)


def tight(text: str) -> str:
    """`text` folded, without its spaces but those between two digits: closing these would make another number."""
    return re.sub("(?<![0-9]) | (?![0-9])", "", folded(text))


def quoted(text: str) -> str:
    """`text` as a sentence may repeat it: on one line, without control or invisible characters, cut with "~"."""
    text = _visible(text[: 4 * _LONGEST_QUOTE])
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "~"


def _visible(text: str) -> str:
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or c.isspace())
    return " ".join(text.split())
