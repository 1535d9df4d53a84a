import datetime as dt

import pytest

from kit_tui.domain import years
from kit_tui.domain.wording import Refused, say


def test_an_academic_year_runs_from_april_to_march() -> None:
    assert years.academic_year(dt.date(2018, 3, 31)) == 2017
    assert years.academic_year(dt.date(2018, 4, 1)) == 2018
    assert years.academic_year(dt.date(2019, 3, 31)) == 2018
    assert (years.first_day(2018), years.last_day(2018)) == (dt.date(2018, 4, 1), dt.date(2019, 3, 31))


def test_a_day_is_within_its_own_academic_year_only() -> None:
    assert years.within(dt.date(2019, 3, 31), 2018)
    assert not years.within(dt.date(2019, 4, 1), 2018)
    assert not years.within(dt.date(2018, 3, 31), 2018)


@pytest.mark.parametrize(
    "text",
    [
        "2018",
        "２０１８",
        " 2018 ",
        "2018.0",
        "AY2018",
        "AY 2018",
        "ay 2018",
        "ＡＹ　２０１８",
        "FY2018",
        "2018年度",
        "2018 年度",
        "2018年",
        "H30",
        "h30",
        "Ｈ３０",
        "H.30",
        "H 30",
        "平成30年度",
        "平成３０年度",
        "平成 30 年度",
        "平成30",
        "平30",
        "㍻30年度",
        "2018年度（平成30年度）",
        "2018年度(H30)",
        "平成30年度（2018年度）",
        "平成30（2018）年度",
    ],
)
def test_an_academic_year_is_read_as_people_write_it(text: str) -> None:
    assert years.read_year(text) == 2018


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("S24", 1949),
        ("S63", 1988),
        ("H元", 1989),
        ("平成元年度", 1989),
        ("R1", 2019),
        ("R元", 2019),
        ("令和元年度", 2019),
        ("R5", 2023),
        ("令和5年度", 2023),
        ("㋿5年度", 2023),
        ("R82", 2100),
        ("1949", 1949),
        ("2100", 2100),
    ],
)
def test_years_of_every_era_since_1949_are_read(text: str, year: int) -> None:
    assert years.read_year(text) == year


@pytest.mark.parametrize(("text", "year"), [("H31", 2019), ("H32", 2020), ("平成33年度", 2021), ("H35", 2023)])
def test_years_that_papers_counted_in_heisei_after_its_end_are_read(text: str, year: int) -> None:
    assert years.read_year(text) == year


def test_two_names_of_one_year_may_stand_together_though_one_is_an_old_one() -> None:
    assert years.read_year("2019年度（平成31年度）") == 2019


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", '"" is not an academic year: type it as 2018, H30 or R5.'),
        ("30", '"30" is not an academic year: type it as 2018, H30 or R5.'),
        ("2018/4/1", '"2018/4/1" is not an academic year: type it as 2018, H30 or R5.'),
        ("20 18", '"20 18" is not an academic year: type it as 2018, H30 or R5.'),
        ("X30", '"X30" is not an academic year: type it as 2018, H30 or R5.'),
        ("元年度", '"元年度" is not an academic year: type it as 2018, H30 or R5.'),
        ("()", '"()" is not an academic year: type it as 2018, H30 or R5.'),
        ("٢٠١٨", '"٢٠١٨" is not an academic year: type it as 2018, H30 or R5.'),
        ("1948", '"1948" is out of range: type an academic year from 1949 to 2100.'),
        ("2101", '"2101" is out of range: type an academic year from 1949 to 2100.'),
        ("T10", '"T10" is out of range: type an academic year from 1949 to 2100.'),
        ("H0", '"H0" is no academic year of that era: AY 1988 is S63.'),
        ("H36", '"H36" is no academic year of that era: AY 2024 is R6.'),
        ("S64", '"S64" is no academic year of that era: AY 1989 is H1.'),
        ("2018(H31)", '"2018(H31)" names two academic years, 2018 and 2019: type one of them.'),
    ],
)
def test_anything_else_is_refused_with_what_to_type(text: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        years.read_year(text)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("year", "short"),
    [(1949, "S24"), (1988, "S63"), (1989, "H1"), (2018, "H30"), (2019, "R1"), (2023, "R5")],
)
def test_a_year_is_printed_by_its_own_era(year: int, short: str) -> None:
    assert years.era_year(year) == short


def test_every_plausible_year_is_read_back_from_what_is_printed() -> None:
    for year in range(years.FIRST_YEAR, years.LAST_YEAR + 1):
        assert years.read_year(years.era_year(year)) == year
        for lang in ("en", "ja"):
            assert years.read_year(say(years.year_name(year), lang)) == year
            assert years.read_year(say(years.short_year(year), lang)) == year


def test_a_year_is_named_in_both_languages() -> None:
    assert say(years.year_name(2018), "en") == "AY 2018"
    assert say(years.year_name(2018), "ja") == "2018年度（平成30年度）"
    assert say(years.year_name(2019), "ja") == "2019年度（令和元年度）"
    assert (say(years.short_year(2018), "en"), say(years.short_year(2018), "ja")) == ("AY 2018", "2018年度")
