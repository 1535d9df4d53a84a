"""Search and sort keys: text folded so that the spellings of one name meet, and cut into tokens for an index.

Japanese has no spaces between words, so a run of kanji or kana is indexed as overlapping pairs and its last
character alone: one character is the beginning of a token, two are a token, more are neighbouring tokens.  Each of
these finds exactly the texts that hold the characters in a row, in any full-text index, for the last character
stands between one run and the next.  Words in other letters are tokens whole, in their own spelling and in one
romaji for all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kit_tui.domain.text import PLAIN_LATIN

VARIANTS = """
高髙 崎﨑嵜碕 斉齋齊斎 辺邊邉 浜濵濱 沢澤 広廣 国國 島嶋嶌 真眞 恵惠 桜櫻 瀬瀨 徳德 弥彌 清淸 静靜 竜龍 滝瀧
蔵藏 頼賴 万萬 与與 寿壽 栄榮 条條 関關 黒黑 横橫 塩鹽 鉄鐵 会會 学學 実實 寛寬 豊豐 団團 円圓
渋澁 渕淵渊 曽曾 桧檜 籠篭 峰峯 富冨 吉𠮷 土圡 恒恆 祢禰 遥遙 瑶瑤 尭堯 晋晉 亜亞 応應 緑綠 緒緖
穂穗 芸藝 誉譽 譲讓 顕顯 総總 聡聰 歩步 為爲 気氣 児兒 来來 伝傳 仏佛 勲勳 巻卷 壮壯 奥奧 将將
峡峽 巌巖 庁廳 教敎 暁曉 楽樂 様樣 検檢 欧歐 帰歸 湾灣 灯燈 独獨 画畫 当當 礼禮 禅禪 稲稻 経經
県縣 声聲 台臺 荘莊 蛍螢 衛衞 覚覺 証證 郷鄕 医醫 釈釋 録錄 鶏鷄 麦麥 黄黃 点點 齢齡 亀龜 兎莵
柳栁 晃晄 昂昻 鴎鷗 厩廐 薮籔藪 野埜 館舘 船舩 桑桒 村邨 駅驛 槙槇 翠翆 凛凜 圭珪
"""
"""Kanji that people write for one another in names: each group folds to its first."""

QUERY_LENGTH = 200
"""Only so many characters of what is searched for are looked at: more would narrow nothing."""
NAMES_END = "\n\n"
"""What stands in a record's words between its names and the rest."""
_TOKEN_LENGTH = 64
_LONGEST_JOINED = 40
_SORT_LENGTH = 200

# Kanji (々〆〇 too), kana, bopomofo, hangul.
_CJK = r"\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf" + (
    r"\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_KANJI = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
# Patterns are strings, compiled when first used: a start of the app should not wait for them.
_RUN = f"([{_CJK}]+)|([^\\W_{_CJK}]+)"
_SPACE_IN_CJK = f" (?<=[{_CJK}] )(?=[{_CJK}])"

_APOSTROPHES = frozenset("'`‘’ʼʹʻ")
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_ASCII |= {code: "" for code in _ASCII if chr(code) in _APOSTROPHES}
_KANA_MARKS = frozenset("\u3099\u309a")
_SAME_KANJI = {variant: group[0] for group in VARIANTS.split() for variant in group[1:]}
_SMALL_KE = {"ゖ": "け", "ゕ": "か"}
_SAME = PLAIN_LATIN | _SAME_KANJI | _SMALL_KE

_VOWEL_ROWS = (
    "あかがさざただなはばぱまやらわぁゃゎ",
    "いきぎしじちぢにひびぴみりぃゐ",
    "うくぐすずつづぬふぶぷむゆるぅゅゔ",
    "えけげせぜてでねへべぺめれぇゑ",
    "おこごそぞとどのほぼぽもよろをぉょ",
)
_VOWELS = {kana: row[0] for row in _VOWEL_ROWS for kana in row}
_LONG_VOWEL = f"([{''.join(_VOWELS)}])(ー+)"

_ROMAJI = (
    ("^o[ouh]*(?=[eiu])", "o"),  # Ohi, Ohe, Ohuchi for おおい, おおえ, おおうち
    ("o(?:[ou]|h(?![aeiou]))+", "o"),
    ("u(?:u|h(?![aeiou]))+", "u"),
    ("m(?=[bmp])", "n"),
    ("sy(?=[aou])", "sh"),
    ("si", "shi"),
    ("ty(?=[aou])", "ch"),
    ("ti", "chi"),
    ("tu", "tsu"),
    ("cch", "tch"),
    ("[djz]y(?=[aou])", "j"),
    ("[dz]i", "ji"),
    ("dz?u", "zu"),
    ("(?<![cs])hu", "fu"),
)


class _Folding(dict[int, str]):
    """What each character folds to, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded_char(chr(code))
        return folded


def _folded_char(char: str) -> str:
    if char in _APOSTROPHES:
        return ""
    category = unicodedata.category(char)
    if category[0] in "PZ" or category == "Cc" or (category[0] == "S" and char.isascii()):
        return " "
    if category in ("Cf", "Cs"):
        return ""
    decomposed = unicodedata.normalize("NFKD", char.casefold())
    letters = unicodedata.normalize("NFKC", "".join(c for c in decomposed if not _is_accent(c)))
    return "".join(_SAME.get(c, c) for c in map(_hiragana, letters))


def _is_accent(char: str) -> bool:
    """Whether `char` is a mark on letters at large, or picks a shape; the voicing marks of kana are not."""
    return (
        unicodedata.category(char) in ("Mn", "Me")
        and char not in _KANA_MARKS
        and unicodedata.name(char, "").startswith(("COMBINING ", "VARIATION SELECTOR", "MONGOLIAN FREE VARIATION"))
    )


def _hiragana(char: str) -> str:
    return chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" or "ヽ" <= char <= "ヾ" else char


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text as it is compared: width, case, accents, kana and variant kanji evened out, punctuation as one space.

    Other signs and emoji stay.  A text of nothing but punctuation stays as it is, so that it can be found.
    """
    if text.isascii():
        folded = " ".join(text.translate(_ASCII).split())
    else:
        folded = " ".join(unicodedata.normalize("NFKC", text).translate(_FOLDING).split())
    return folded or " ".join(unicodedata.normalize("NFKC", text).split())


def fold_name(name: str) -> str:
    """A name as names are compared: folded, and the same with or without its spaces."""
    return fold(name).replace(" ", "")


def romaji(word: str) -> str:
    """A folded word in one romaji for all spellings of a Japanese name (ou, oo, oh, ō: o; si: shi; mb: nb; n': n).

    Long vowels are short and the rest is Hepburn, so that what is typed of a word so far begins its romaji, too.
    Words that are not Japanese are changed alike wherever they stand, which does no harm.
    """
    if word.isascii() and word.isalpha():
        for spelling, hepburn in _ROMAJI:
            word = re.sub(spelling, hepburn, word)
    return word


def has_kanji(text: str) -> bool:
    """Whether there are kanji in a text, where a reading has none."""
    return re.search(_KANJI, text) is not None


def index_words(texts: Iterable[str]) -> str:
    """The texts of a record folded, one a line; a name written with a space between kanji or kana again without it."""
    return "\n".join(filter(None, [_part(text)[0] for text in texts]))


def index_entry(names: Iterable[str], texts: Iterable[str] = ()) -> tuple[str, str]:
    """A record's `index_words`, and the tokens of them: letters and digits, spaced, in an order in which phrases hold.

    Its names come first, a blank line parts them from the other texts.  What is written with a space between kanji or
    kana is indexed without it only: that has all the pairs of both.
    """
    called = dict(map(_part, names))
    others = dict(map(_part, texts))
    tokens = called | others
    words = "\n".join(filter(None, called))
    if rest := "\n".join(line for line in others if line and line not in called):
        words += NAMES_END + rest
    return words, " ".join(filter(None, tokens.values()))


# Numbers and addresses, which stand once, are not kept: they would drive out the names, which come again and again.
def _part(text: str) -> tuple[str, str]:
    """One text's lines and tokens."""
    return _kept_part(text) if text.isalpha() or " " in text or not text.isascii() else _folded_part(text)


@lru_cache(maxsize=16384)
def _kept_part(text: str) -> tuple[str, str]:
    return _folded_part(text)


def _folded_part(text: str) -> tuple[str, str]:
    line = fold(text)
    if line.isascii():
        return line, " ".join([token for word in line.split(" ") if word.isalnum() for token in _spellings(word)])
    joined = _joined(line)
    runs = re.findall(_RUN, joined)
    tokens = [token for cjk, word in runs for token in (_pairs(cjk) if cjk else _spellings(word))]
    return line if joined == line else f"{line}\n{joined}", " ".join(tokens)


def _joined(line: str) -> str:
    """A line without the spaces between its kanji and kana."""
    return re.sub(_SPACE_IN_CJK, "", line) if " " in line else line


def _pairs(run: str) -> list[str]:
    """Every two neighbours, and the last character alone."""
    return [run[at : at + 2] for at in range(len(run))]


def _spellings(word: str) -> tuple[str, ...]:
    word = word[:_TOKEN_LENGTH]
    return _kept_spellings(word) if word.isalpha() else (word,)


@lru_cache(maxsize=16384)
def _kept_spellings(word: str) -> tuple[str, ...]:
    canonical = romaji(word)
    return (word,) if canonical == word else (word, canonical)


@dataclass(frozen=True, slots=True)
class Group:
    """One thing that a record must hold to be found.

    `kind` says how `tokens` are looked up in an index: "prefix", a token begins with one of them (spellings of one
    word); "word", the one token; "phrase", the tokens next to each other in this order.  `plain` is the folded text
    as typed, which is in the record's words unless another spelling of it is.
    """

    kind: Literal["prefix", "word", "phrase"]
    tokens: tuple[str, ...]
    plain: str


def query_groups(text: str) -> list[Group]:
    """What a search text asks for; a record must hold all of it.

    Empty for a text without letters or digits, which `like_pattern` finds.
    """
    runs = dict.fromkeys(re.findall(_RUN, fold(text[:QUERY_LENGTH])))
    return [_cjk_group(cjk) if cjk else Group("prefix", _spellings(word), word) for cjk, word in runs]


def _cjk_group(run: str) -> Group:
    if len(run) == 1:
        return Group("prefix", (run,), run)
    if len(run) == 2:
        return Group("word", (run,), run)
    return Group("phrase", tuple(_pairs(run)[:-1]), run)


def parted(word: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The two words, each in its spellings, that a word in Latin letters may be which was typed without their space."""
    if len(word) > _LONGEST_JOINED or not (word.isascii() and word.isalpha()):
        return []
    return [(_spellings(word[:at]), _spellings(word[at:])) for at in range(2, len(word))]


def like_pattern(text: str) -> str:
    r"""The pattern by which LIKE finds the text anywhere in `index_words`, for use with ESCAPE '\'."""
    return "%" + re.sub(r"([\\%_])", r"\\\1", fold(text[:QUERY_LENGTH])) + "%"


@lru_cache(maxsize=8192)
def reading(kana: str) -> str:
    """A reading folded, each ー as the vowel it stands for (オーノ: おおの)."""
    return re.sub(_LONG_VOWEL, lambda match: match[1] + _VOWELS[match[1]] * len(match[2]), fold(kana))


def sort_key(kana: str, roman: str, name: str) -> str:
    """What a person is sorted by, in code-point order: the reading, else the roman name, else the name."""
    return (reading(kana) or fold(roman) or fold(name))[:_SORT_LENGTH]
