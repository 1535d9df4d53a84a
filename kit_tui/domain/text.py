"""Text on its way in and out: what is stored of it, what a terminal may be sent, and how many cells it takes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise, repeat

# Soft hyphen, bidi marks, overrides and isolates, zero-width characters but the joiner U+200D,
# line and paragraph separators, byte order mark, annotation, shorthand and musical controls, tags.
_INVISIBLE = (
    r"\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_NOT_TEXT = r"\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"\\U{plane << 16 | 0xFFFE:08x}-\\U{plane << 16 | 0xFFFF:08x}" for plane in range(17)
)
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_REMOVED = re.compile(f"[{_CONTROL}{_INVISIBLE}{_NOT_TEXT}]")
_UNUSUAL = re.compile(f"[\t\n\r{_CONTROL}{_INVISIBLE}{_NOT_TEXT}]")
_LINE_BREAK = re.compile("\r\n|[\r\n]")

PLAIN_LATIN = {
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
}  # fmt: skip
"""Small letters without a decomposition in Unicode, and how they are written without their strokes."""

_GREEK = "αa βb γg δd εe ζz ηe θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χch ψps ωo ςs"
_CYRILLIC = "аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ' ыy ь' эe юyu яya"
_SIGNS = {
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "─": "-", "│": "|",
    "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "‥": "..", "·": ".", "¡": "!", "¿": "?",
    "×": "x", "÷": "/", "±": "+-", "°": "o", "≒": "=", "≠": "!=", "≦": "<=", "≧": ">=", "≤": "<=", "≥": ">=",
    "→": "->", "←": "<-", "↑": "^", "↓": "v", "⇒": "=>", "⇔": "<=>", "®": "(R)", "§": "S", "¶": "P",
    "•": "*", "※": "*", "★": "*", "☆": "*", "◆": "*", "◇": "*", "●": "o", "○": "o", "◎": "o",
    "■": "#", "□": "#", "▲": "^", "△": "^", "▼": "v", "▽": "v",
}  # fmt: skip
_STAND_INS = _SIGNS | PLAIN_LATIN | {pair[0]: pair[1:] for pair in f"{_GREEK} {_CYRILLIC}".split()}

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_JOINED = re.compile(f"{_JOINER}.?", re.DOTALL)


def clean_text(text: str, *, lines: bool = False) -> tuple[str, int]:
    """The text as it is stored, and how many characters were removed from it.

    Control, bidi and invisible characters and what is no character go, except the joiner U+200D and the variation
    selectors, which belong to names and emoji.  A line break stays (as `\\n`) with `lines`, else it is a space, as a
    tab always is.  White space at either end goes uncounted.
    """
    if text.isprintable() or not _UNUSUAL.search(text):
        return text.strip(), 0
    kept, removed = _REMOVED.subn("", text)
    return _LINE_BREAK.sub("\n" if lines else " ", kept).replace("\t", " ").strip(), removed


def safe_text(text: str) -> str:
    """The text as a terminal may be sent it: one line, control characters as `^[` and invisible ones as `<202E>`."""
    if text.isprintable() or not _UNUSUAL.search(text):
        return text
    return _UNUSUAL.sub(_visible_mark, _LINE_BREAK.sub(" ", text))


def _visible_mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"^{chr(code ^ 0x40)}" if code < 0x80 else f"<{code:04X}>"


def cell_width(text: str, ambiguous: int = 1) -> int:
    """The terminal cells that safe text takes; a character of ambiguous width (Unicode Annex 11) takes `ambiguous`."""
    if text.isascii():
        return len(text)
    if _JOINER in text:
        text = _JOINED.sub("", text)
    width = sum(map(_cells, text, repeat(ambiguous)))
    if _EMOJI_STYLE in text:
        width += sum(
            follower == _EMOJI_STYLE and _cells(char, ambiguous) == 1 and not char.isalpha()
            for char, follower in pairwise(text)
        )
    return width


@lru_cache(maxsize=8192)
def _cells(char: str, ambiguous: int) -> int:
    if (
        unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf")
        or "\u1160" <= char <= "\u11ff"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    ):
        return 0
    width = unicodedata.east_asian_width(char)
    return 2 if width in "WF" else ambiguous if width == "A" else 1


def cut(text: str, width: int, mark: str = "~", cells: Callable[[str], int] = cell_width) -> str:
    """The text in at most `width` cells as `cells` counts them, ending in `mark` where it was cut."""
    if cells(text) <= width:
        return text
    room = width - len(mark)
    if room < 0:
        return ""
    # No character takes more than two cells; no cell of real text holds more than a few, a longer pile is cut short.
    lengths = range(room // 2, min(len(text), 8 * width) + 1)
    return text[: lengths[bisect_right(lengths, room, key=lambda length: cells(text[:length])) - 1]] + mark


def pad(text: str, width: int, right: bool = False, cells: Callable[[str], int] = cell_width) -> str:
    """The text cut and filled with spaces to exactly `width` cells, to the right edge with `right`."""
    text = cut(text, width, cells=cells)
    space = " " * (width - cells(text))
    return space + text if right else text + space


def has_ambiguous(text: str) -> bool:
    """Whether some terminals draw a character of the text in two cells and others in one (ü, –, ①, α)."""
    return not text.isascii() and any(unicodedata.east_asian_width(char) == "A" for char in text)


def ascii_folded(text: str) -> str:
    """The text with a stand-in in ASCII for each character of ambiguous width; kanji and kana stay as they are."""
    return text if text.isascii() else "".join(map(_stand_in, text))


@lru_cache(maxsize=8192)
def _stand_in(char: str) -> str:
    if unicodedata.east_asian_width(char) != "A":
        return char
    known = _STAND_INS.get(char) or _STAND_INS.get(char.lower(), "").capitalize()
    if known:
        return known
    if unicodedata.category(char) == "Mn":
        return ""
    plain = unicodedata.normalize("NFKD", char)
    if plain == char:
        return "?"
    folded = "".join(map(_stand_in, plain))
    return f"({folded})" if unicodedata.decomposition(char).startswith("<circle>") else folded
