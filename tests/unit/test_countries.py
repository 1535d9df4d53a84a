import pytest

from kit_tui.domain import countries
from kit_tui.domain.countries_table import TABLE
from kit_tui.domain.wording import Refused, say

# The officially assigned codes, by first letter.
ISO_3166 = {
    "A": "DEFGILMOQRSTUWXZ",
    "B": "ABDEFGHIJLMNOQRSTVWYZ",
    "C": "ACDFGHIKLMNORUVWXYZ",
    "D": "EJKMOZ",
    "E": "CEGHRST",
    "F": "IJKMOR",
    "G": "ABDEFGHILMNPQRSTUWY",
    "H": "KMNRTU",
    "I": "DELMNOQRST",
    "J": "EMOP",
    "K": "EGHIMNPRWYZ",
    "L": "ABCIKRSTUVY",
    "M": "ACDEFGHKLMNOPQRSTUVWXYZ",
    "N": "ACEFGILOPRUZ",
    "O": "M",
    "P": "AEFGHKLMNRSTWY",
    "Q": "A",
    "R": "EOSUW",
    "S": "ABCDEGHIJKLMNORSTVXYZ",
    "T": "CDFGHJKLMNORTVWZ",
    "U": "AGMSYZ",
    "V": "ACEGINU",
    "W": "FS",
    "Y": "ET",
    "Z": "AMW",
}
CODES = [first + second for first, seconds in ISO_3166.items() for second in seconds]


def test_the_table_has_every_code_of_iso_3166_once_and_in_order() -> None:
    assert len(CODES) == 249
    assert [line[:2] for line in TABLE.splitlines()] == CODES


def test_no_name_stands_for_two_countries_or_twice_for_one() -> None:
    names = [name for line in TABLE.splitlines() for field in line.split("|")[1:] for name in field.split(";")]
    read = {name: countries.read_country(name) for name in names}
    for line in TABLE.splitlines():
        code, *fields = line.split("|")
        assert {read[name] for field in fields for name in field.split(";")} == {code}
    keys = [key for country in countries._countries().values() for key in country.keys]
    assert len(keys) == len(set(keys)) == len(names)


def test_every_country_is_read_back_from_its_name_in_both_languages() -> None:
    for code in CODES:
        name = countries.country_name(code)
        assert countries.read_country(say(name, "en")) == code
        assert countries.read_country(say(name, "ja")) == code
        assert countries.read_country(code.lower()) == code


def test_english_names_are_ascii_and_japanese_ones_are_not() -> None:
    for code in CODES:
        assert say(countries.country_name(code), "en").isascii()
        assert not any(c.isascii() for c in say(countries.country_name(code), "ja"))


@pytest.mark.parametrize(
    ("code", "english", "japanese"),
    [
        ("JP", "Japan", "日本"),
        ("KR", "South Korea", "韓国"),
        ("TW", "Taiwan", "台湾"),
        ("GB", "United Kingdom", "イギリス"),
        ("US", "United States", "アメリカ"),
        ("VN", "Vietnam", "ベトナム"),
        ("CZ", "Czechia", "チェコ"),
    ],
)
def test_names_are_those_in_daily_use(code: str, english: str, japanese: str) -> None:
    name = countries.country_name(code)
    assert (say(name, "en"), say(name, "ja")) == (english, japanese)


def test_a_code_of_no_country_is_shown_as_it_is() -> None:
    assert say(countries.country_name("XX"), "en") == say(countries.country_name("XX"), "ja") == "XX"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ch", "CH"),
        ("ＣＨ", "CH"),
        ("UK", "GB"),
        ("英国", "GB"),
        ("Britain", "GB"),
        ("England", "GB"),
        ("いぎりす", "GB"),
        ("ｲｷﾞﾘｽ", "GB"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("U.S.", "US"),
        ("米国", "US"),
        ("アメリカ合衆国", "US"),
        ("Korea", "KR"),
        ("Republic of Korea", "KR"),
        ("大韓民国", "KR"),
        ("south  KOREA", "KR"),
        ("SouthKorea", "KR"),
        ("中国", "CN"),
        ("中華人民共和国", "CN"),
        ("臺灣", "TW"),
        ("Hongkong", "HK"),
        ("Viet Nam", "VN"),
        ("ヴェトナム", "VN"),
        ("Côte d’Ivoire", "CI"),
        ("Åland", "AX"),
        ("Türkiye", "TR"),
        ("the Netherlands", "NL"),
        ("Holland", "NL"),
        ("Trinidad & Tobago", "TT"),
        ("St. Lucia", "LC"),
        ("Czech Republic", "CZ"),
    ],
)
def test_a_country_is_read_by_any_name_people_write(text: str, code: str) -> None:
    assert countries.read_country(text) == code


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Congo",
            '"Congo" is not a country or region: type its name or code, perhaps DR Congo, Republic of the Congo.',
        ),
        (
            "ドミニカ",
            '"ドミニカ" is not a country or region: type its name or code, perhaps Dominica, Dominican Republic.',
        ),
        ("Germny", '"Germny" is not a country or region: type its name or code, perhaps Germany, Guernsey.'),
        ("Qqzzq", '"Qqzzq" is not a country or region: type its name or two-letter code.'),
        ("???", '"???" is not a country or region: type its name or two-letter code.'),
        ("", '"" is not a country or region: type its name or two-letter code.'),
    ],
)
def test_an_unknown_country_is_refused_with_what_may_have_been_meant(text: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        countries.read_country(text)
    assert str(refused.value) == sentence


def test_at_most_three_countries_are_suggested_and_named_in_the_readers_language() -> None:
    with pytest.raises(Refused) as refused:
        countries.read_country("islan")
    names = refused.value.message.values["names"]
    assert isinstance(names, list)
    assert len(names) == 3
    with pytest.raises(Refused) as refused:
        countries.read_country("コンゴ")
    assert "候補：コンゴ民主共和国、コンゴ共和国" in say(refused.value.message, "ja")


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("uni", "en", ["AE", "GB", "US"]),
        ("us", "en", ["US"]),
        ("ch", "en", ["TD", "CL", "CN", "CX", "CH"]),
        ("korea", "en", ["KR", "KP"]),
        ("あめ", "ja", ["US"]),
        ("英", "ja", ["GB"]),
        ("チュウゴク", "ja", ["CN"]),
        ("スイ", "en", ["CH"]),
    ],
)
def test_a_beginning_finds_the_likeliest_countries_first(text: str, lang: str, first: list[str]) -> None:
    assert countries.matching(text, lang, 5)[: len(first)] == first


def test_a_blank_matches_all_in_the_order_of_their_names_and_a_strange_text_none() -> None:
    assert countries.matching("", "en", 3) == ["AF", "AX", "AL"]
    assert len(countries.matching("", "ja", 999)) == 249
    assert countries.matching("???", "en", 3) == []
    assert countries.matching("qqzzq", "en", 3) == []
