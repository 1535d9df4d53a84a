"""Which spellings of a name meet, and what finds what in a full-text index."""

import sqlite3

import pytest

from kit_tui.domain.fold import (
    QUERY_LENGTH,
    VARIANTS,
    Group,
    fold,
    index_entry,
    index_words,
    like_pattern,
    parted,
    query_groups,
    reading,
    romaji,
    sort_key,
)

MANY = [
    chr(code) for code in (*range(0x3400), *range(0xD7A0, 0x11000), *range(0x1D000, 0x20000), *range(0xE0000, 0xE0200))
]
"""All characters but most kanji, hangul and private ones."""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("AOKI  Megumi", "aoki megumi"),
        ("ＡＯＫＩ", "aoki"),
        ("青木　恵", "青木 恵"),
        ("アオキ", "あおき"),
        ("ｱｵｷ", "あおき"),
        ("ｶﾞﾁｬ", "がちゃ"),
        ("が", "が"),
        ("か\u3099", "が"),
        ("ぱーてぃー", "ぱーてぃー"),
        ("ヴァ", "ゔぁ"),
        ("八ヶ岳", "八け岳"),
        ("Müller", "muller"),
        ("Straße", "strasse"),
        ("Nguyễn Łódź Ørsted", "nguyen lodz orsted"),
        ("Æsir Œuvre Đại", "aesir oeuvre dai"),
        ("İstanbul ı", "istanbul i"),
        ("Ёлка", "елка"),
        ("Ώμος", "ωμοσ"),
        ("O'Brien", "obrien"),
        ("Jun’ichi", "junichi"),
        ("Jean-Pierre", "jean pierre"),
        ("マリア・ガルシア", "まりあ がるしあ"),
        ("㈱島津", "株 島津"),
        ("a_b%c\\d", "a b c d"),
        ("10.1000/xyz", "10 1000 xyz"),
        ("김철수", "김철수"),
        ("葛\U000e0100飾", "葛飾"),
        ("祝🎓2018★", "祝🎓2018★"),
        ("", ""),
        (" \u3000", ""),
    ],
)
def test_spellings_are_evened_out(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"), [("髙﨑", "高崎"), ("齋藤", "斉藤"), ("渡邊", "渡辺"), ("廣澤", "広沢"), ("𠮷野", "吉野")]
)
def test_variant_kanji_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_each_variant_stands_in_one_group_only() -> None:
    kanji = "".join(VARIANTS.split())
    assert len(set(kanji)) == len(kanji)


def test_punctuation_alone_stays_to_be_found() -> None:
    assert fold(" [/]  %_ ") == "[/] %_"


def test_folding_again_changes_nothing() -> None:
    assert [char for char in MANY if fold(fold(char)) != fold(char)] == []


@pytest.mark.parametrize(
    "spellings",
    [
        "ohno oono ono ouno",
        "satoh satou sato",
        "ohtsuka ootsuka otsuka ootuka",
        "ohashi oohashi ohhashi",
        "ohira oohira ohhira",
        "ohi ooi oi",
        "ohuchi oouchi ouchi",
        "ohyama ooyama oyama",
        "yuuki yuhki yuki",
        "shimizu simizu",
        "chiba tiba",
        "tsuchiya tutiya",
        "fujita hujita huzita fuzita",
        "shoji syouji shouji",
        "chouno tyouno chono",
        "junko jyunko zyunko",
        "shimbashi shinbashi sinbasi",
        "gumma gunma",
        "kotchi kocchi kotti",
        "matcha maccha mattya",
        "tsuzuki tuduki tsudzuki",
    ],
)
def test_romaji_spellings_of_one_name_meet(spellings: str) -> None:
    assert len({romaji(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("ohara", "oara"), ("tohoku", "toku"), ("hattori", "hatori"), ("shuto", "sfuto"), ("kohei", "koei")],
)
def test_romaji_of_different_names_stay_apart(one: str, other: str) -> None:
    assert romaji(one) != romaji(other)


@pytest.mark.parametrize(
    "word", ["ohtsuka", "oushima", "shoji", "matcha", "yuuki", "satoh", "chiba", "fujita", "junko"]
)
def test_a_word_typed_so_far_begins_its_romaji(word: str) -> None:
    assert all(romaji(word).startswith(romaji(word[:typed])) for typed in range(1, len(word)))


def test_words_that_are_not_latin_have_no_romaji() -> None:
    assert [romaji("おおの"), romaji("a0123"), romaji("")] == ["おおの", "a0123", ""]


def test_a_name_is_indexed_with_and_without_its_space() -> None:
    assert index_words(["青木　恵", "", "AOKI Megumi", "※"]) == "青木 恵\n青木恵\naoki megumi\n※"


def test_only_spaces_between_kanji_or_kana_are_closed() -> None:
    assert index_words(["ETH 大野 太郎 x", "Иван Петров"]) == "eth 大野 太郎 x\neth 大野太郎 x\nиван петров"


def test_runs_become_pairs_and_their_last_character() -> None:
    assert index_entry(["国際課"])[1] == "国際 際課 課"


def test_words_are_tokens_with_their_romaji() -> None:
    assert index_entry(["ohno a0123", "730"])[1] == "ohno ono a0123 730"


def test_mixed_text_is_cut_where_the_script_changes() -> None:
    assert index_entry(["eth大野🎓3号館"])[1] == "eth 大野 野 3 号館 館"


def test_names_come_first_and_a_blank_line_parts_them_from_the_rest() -> None:
    assert index_entry(["ETH", "ETHZ"], ["Zürich", "ETHZ"]) == ("eth\nethz\n\nzurich", "eth ethz zurich")
    assert index_entry([], ["Zürich"])[0] == "\n\nzurich"


def test_a_word_may_be_two_that_were_typed_without_their_space() -> None:
    assert (("ohno", "ono"), ("ken",)) in parted("ohnoken")
    assert parted("oh") == parted("p123") == parted("大野健") == parted("a" * 200) == []


def test_a_very_long_word_is_found_by_what_is_indexed_of_it() -> None:
    assert found("x" * 10_000, "x" * 10_000)


def test_groups_say_how_they_are_looked_up() -> None:
    assert query_groups("Ohno 恵 青木 国際課") == [
        Group("prefix", ("ohno", "ono"), "ohno"),
        Group("prefix", ("恵",), "恵"),
        Group("word", ("青木",), "青木"),
        Group("phrase", ("国際", "際課"), "国際課"),
    ]


def test_what_is_said_twice_is_asked_once() -> None:
    assert len(query_groups("aoki AOKI ａｏｋｉ")) == 1


@pytest.mark.parametrize("text", ["", " ", "★", "[/]", "🎓", "%_"])
def test_text_without_letters_has_no_groups(text: str) -> None:
    assert query_groups(text) == []


def test_a_pasted_page_is_a_short_query() -> None:
    assert len(query_groups("あい " * 5000)) == 1
    assert len(query_groups(" ".join(f"w{n}" for n in range(5000)))) <= QUERY_LENGTH / 3
    assert len(like_pattern("国" * 50_000)) == QUERY_LENGTH + 2


def found(query: str, *texts: str) -> bool:
    """Whether the query finds a record of these texts, by the index, or by LIKE where it asks for no token."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE entry USING fts5(words, tokens, tokenize = 'unicode61', prefix = '1 2 3')")
    database.execute("INSERT INTO entry VALUES (?, ?)", index_entry(texts))
    groups = query_groups(query)
    if groups:
        rows = database.execute("SELECT 1 FROM entry WHERE tokens MATCH ?", (" AND ".join(map(asked, groups)),))
    else:
        rows = database.execute(r"SELECT 1 FROM entry WHERE words LIKE ? ESCAPE '\'", (like_pattern(query),))
    hit = rows.fetchone() is not None
    database.close()
    return hit


def asked(group: Group) -> str:
    if group.kind == "prefix":
        return "(" + " OR ".join(f'"{token}"*' for token in group.tokens) + ")"
    return '"' + " ".join(group.tokens) + '"'


AOKI = ("青木 恵", "アオキ メグミ", "AOKI Megumi", "A0123")


@pytest.mark.parametrize(
    "query",
    [
        "青",
        "木",
        "恵",
        "青木",
        "木恵",
        "青木恵",
        "青木 恵",
        "青木　恵",
        "恵 青木",
        "アオキ",
        "あおき",
        "ｱｵｷ",
        "ア",
        "きめ",
        "おきめ",
    ]
    + ["あおきめぐみ", "aok", "Aoki", "ＡＯＫＩ", "megumi aoki", "meg", "a0123", "A01", "青木 meg"],
)
def test_a_person_is_found_by_any_part_of_a_name(query: str) -> None:
    assert found(query, *AOKI)


@pytest.mark.parametrize(
    "query", ["青恵", "恵青", "木青", "青木恵子", "おあ", "oki", "aoki taro", "0123", "青木 太郎", "★"]
)
def test_a_person_is_not_found_by_what_is_not_there(query: str) -> None:
    assert not found(query, *AOKI)


@pytest.mark.parametrize("query", ["ohno", "oono", "ōno", "ono", "Ōno", "oh", "おおの", "オオノ"])
def test_long_vowels_are_found_in_every_romaji(query: str) -> None:
    assert found(query, "大野 太郎", "オオノ タロウ", "oono tarou")


@pytest.mark.parametrize("query", ["muller", "Müller", "MULLER", "jean pierre", "Jean-P", "pierre"])
def test_european_names_are_found_without_their_accents(query: str) -> None:
    assert found(query, "Jean-Pierre Müller")


@pytest.mark.parametrize("query", ["東京", "京大", "東京大", "京大学"])
def test_neighbouring_texts_make_no_phrase(query: str) -> None:
    assert not found(query, "…東", "京", "大学")


@pytest.mark.parametrize(
    "name",
    [
        "[/]",
        "%",
        "_",
        "\\",
        "★",
        "🎓",
        "'; DROP TABLE person; --",
        '"',
        "*",
        "NEAR(a b)",
        "a AND NOT b",
        "（株）",
        "…",
        "x" * 300,
    ]
    + ["국제교류", "नमस्ते", "สวัสดี", "שלום", "𠮷", "𫝆", "ー", "々", "〇", "1️⃣", "e\u0301\u0301", "工学★会", "\ue000"],
)
def test_any_stored_text_finds_its_record(name: str) -> None:
    assert found(name, name)


def test_the_pattern_takes_signs_literally() -> None:
    assert not found("%", "…")
    assert like_pattern("%_\\") == r"%\%\_\\%"


def test_a_reading_has_vowels_for_its_long_marks() -> None:
    assert [reading("オーノ"), reading("キャーッ"), reading("ミューラー"), reading("ー")] == [
        "おおの",
        "きゃあっ",
        "みゅうらあ",
        "ー",
    ]


def test_people_sort_by_reading_then_roman_then_name() -> None:
    assert sort_key("オーノ タロウ", "Ohno Taro", "大野 太郎") == "おおの たろう"
    assert sort_key("", "Ōno Taro", "大野 太郎") == "ono taro"
    assert sort_key(" ", "", "大野 太郎") == "大野 太郎"


def test_a_sort_key_is_never_empty_and_never_long() -> None:
    assert sort_key("", "", "★")
    assert len(sort_key("ー" * 10_000, "", "x")) == 200


def test_readings_sort_in_the_order_of_the_syllabary() -> None:
    names = ["アオキ", "イトウ", "オーノ", "オオハシ", "カトウ", "ガモウ", "ワタナベ"]
    assert sorted(names, key=lambda kana: sort_key(kana, "", "")) == names
