import datetime as dt

import pytest

from kit_tui.domain import dates
from kit_tui.domain.dates import Unreadable, read_date
from kit_tui.domain.fields import Field
from kit_tui.domain.wording import message, say

TODAY = dt.date(2018, 11, 22)


@pytest.mark.parametrize("today", [TODAY, None], ids=["typed", "file"])
@pytest.mark.parametrize(
    "text",
    [
        "2015-04-01",
        "2015-4-1",
        "2015/4/1",
        "2015.4.1",
        "20150401",
        "20150401.0",
        "2015年4月1日",
        "2015年04月01日",
        "2015年4月1",
        "H27.4.1",
        "h27.4.1",
        "H27/4/1",
        "H27-04-01",
        "H27年4月1日",
        "H.27.4.1",
        "平成27年4月1日",
        "平成27.4.1",
        "平27.4.1",
        "㍻27年4月1日",
        "２０１５／４／１",
        "２０１５－０４－０１",
        "Ｈ２７．４．１",
        "平成２７年４月１日",
        "H27・4・1",
        "2015ー4ー1",
        "2015–4–1",
        "  2015/4/1\n",
        "2015 / 4 / 1",
        "H 27. 4. 1",
        "平成 27 年 4 月 1 日",
        "平成　27　年　4　月　1　日",
        "\ufeff2015-04-01",
        "2015年4月1日(水)",
        "2015年4月1日（水）",
        "2015年4月1日㈬",
        "2015/4/1 (水曜日)",
        "2015-04-01 00:00:00",
        "2015-04-01T00:00:00",
        "2015-04-01 00:00:00.000",
        "2015/04/01 0:00",
        "2015年4月1日 (水) 0:00",
    ],
)
def test_a_date_is_read_in_every_form_it_is_written_in(text: str, today: dt.date | None) -> None:
    assert read_date(text, today=today) == dt.date(2015, 4, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("M1.1.1", dt.date(1868, 1, 1)),
        ("明治45年7月30日", dt.date(1912, 7, 30)),
        ("大正元年7月30日", dt.date(1912, 7, 30)),
        ("T15.12.25", dt.date(1926, 12, 25)),
        ("昭和元年12月25日", dt.date(1926, 12, 25)),
        ("S64.1.7", dt.date(1989, 1, 7)),
        ("平成元年1月8日", dt.date(1989, 1, 8)),
        ("H31.4.30", dt.date(2019, 4, 30)),
        ("令和元年5月1日", dt.date(2019, 5, 1)),
        ("R元.5.1", dt.date(2019, 5, 1)),
        ("㋿1.5.1", dt.date(2019, 5, 1)),
        ("R6/4/1", dt.date(2024, 4, 1)),
        ("R6.2.29", dt.date(2024, 2, 29)),
        ("2016年2月29日", dt.date(2016, 2, 29)),
        ("1868-01-01", dt.date(1868, 1, 1)),
        ("2999-12-31", dt.date(2999, 12, 31)),
    ],
)
def test_eras_are_read_from_their_first_day_to_their_last(text: str, day: dt.date) -> None:
    assert read_date(text, today=None) == day


@pytest.mark.parametrize("text", ["today", "Today", " TODAY ", "ｔｏｄａｙ", "今日", "本日"])
def test_today_is_a_date_when_typed(text: str) -> None:
    assert read_date(text, today=TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4/1", dt.date(2018, 4, 1)),
        ("12/31", dt.date(2018, 12, 31)),
        ("1/1", dt.date(2019, 1, 1)),
        ("3/31", dt.date(2019, 3, 31)),
        ("4月1日", dt.date(2018, 4, 1)),
        ("３月３１日", dt.date(2019, 3, 31)),
        ("3月31日(日)", dt.date(2019, 3, 31)),
        ("4.1", dt.date(2018, 4, 1)),
    ],
)
def test_a_typed_month_and_day_are_of_this_academic_year(text: str, day: dt.date) -> None:
    assert read_date(text, today=TODAY) == day


@pytest.mark.parametrize(("text", "day"), [("9/30", dt.date(2016, 9, 30)), ("2/1", dt.date(2017, 2, 1))])
def test_a_typed_month_and_day_follow_the_day_that_they_come_after(text: str, day: dt.date) -> None:
    assert read_date(text, today=TODAY, after=dt.date(2016, 2, 2)) == day


def test_a_typed_end_without_a_year_follows_the_start() -> None:
    end = Field("end", message("To"), kind="date")
    assert end.read("3/31", today=TODAY, beside={"start": dt.date(2027, 4, 1)}) == dt.date(2028, 3, 31)


def test_before_april_the_academic_year_began_in_the_year_before() -> None:
    assert read_date("4/1", today=dt.date(2019, 3, 31)) == dt.date(2018, 4, 1)
    assert read_date("3/31", today=dt.date(2019, 3, 31)) == dt.date(2019, 3, 31)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("today", '"today" is not a date in a file: write the day itself.'),
        ("今日", '"今日" is not a date in a file: write the day itself.'),
        ("4/1", '"4/1" has no year: in a file, write the whole date, such as 2018-04-01.'),
        ("4月1日", '"4月1日" has no year: in a file, write the whole date, such as 2018-04-01.'),
    ],
)
def test_what_depends_on_the_day_of_reading_is_refused_in_a_file(text: str, sentence: str) -> None:
    assert _refusal(text, today=None) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("平成31年5月1日", "Heisei ended on 30 April 2019: that day is R1.5.1."),
        ("H32.4.1", "Heisei ended on 30 April 2019: that day is R2.4.1."),
        ("昭和64年1月8日", "Showa ended on 7 January 1989: that day is H1.1.8."),
        ("S95.4.1", "Showa ended on 7 January 1989: that day is R2.4.1."),
        ("T15.12.26", "Taisho ended on 25 December 1926: that day is S1.12.26."),
        ("M45.7.31", "Meiji ended on 30 July 1912: that day is T1.7.31."),
        ("R1.4.30", "Reiwa began on 1 May 2019: that day is H31.4.30."),
        ("平成元年1月7日", "Heisei began on 8 January 1989: that day is S64.1.7."),
        ("H0.4.1", "Heisei has no year 0: its first year is H1."),
        ("令和6年2月30日", "2024 has no 30 February: that month has 29 days."),
        ("2019-2-30", "2019 has no 30 February: that month has 28 days."),
        ("2019-02-29", "2019 has no 29 February: that month has 28 days."),
        ("2/29", "2019 has no 29 February: that month has 28 days."),
        ("20180431", "2018 has no 31 April: that month has 30 days."),
        ("2018-01-00", "2018 has no 0 January: that month has 31 days."),
        ("2018-13-01", "There is no month 13: type one from 1 to 12."),
        ("H30.0.1", "There is no month 0: type one from 1 to 12."),
        ("1867-12-31", "The year 1867 is out of range: type one from 1868 to 2999."),
        ("3000-01-01", "The year 3000 is out of range: type one from 1868 to 2999."),
        ("0000-01-01", "The year 0 is out of range: type one from 1868 to 2999."),
        ("R999.1.1", "The year 3017 is out of range: type one from 1868 to 2999."),
        ("2018年4月1日(月)", "1 April 2018 is a Sunday: correct the date or leave the weekday out."),
        ("4/1(月)", "1 April 2018 is a Sunday: correct the date or leave the weekday out."),
        ("2018-04-01 13:30", '"2018-04-01 13:30" has a time of day: give the date alone.'),
    ],
)
def test_an_impossible_date_is_refused_with_the_reason(text: str, sentence: str) -> None:
    assert _refusal(text, today=TODAY) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1/2/2018", '"1/2/2018" has its year last: type 2018-02-01 or 2018-01-02.'),
        ("1.2.2018", '"1.2.2018" has its year last: type 2018-02-01 or 2018-01-02.'),
        ("25/2/2018", '"25/2/2018" has its year last: type 2018-02-25.'),
        ("2/25/2018", '"2/25/2018" has its year last: type 2018-02-25.'),
        ("2/2/2018", '"2/2/2018" has its year last: type 2018-02-02.'),
    ],
)
def test_a_year_that_stands_last_is_refused_with_what_it_may_mean(text: str, sentence: str) -> None:
    assert _refusal(text, today=TODAY) == sentence


@pytest.mark.parametrize("text", ["18/4/1", "18-04-01", "30.4.1", "18年4月1日", "01/02/03"])
def test_a_year_of_two_digits_is_refused_with_both_ways_to_type_it(text: str) -> None:
    sentence = f'"{text}" has a year of two digits: type it in full or with its era, such as 2018-04-01 or H30.4.1.'
    assert _refusal(text, today=TODAY) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "hello",
        "2018",
        "2018-04",
        "2018年4月",
        "40/40/2018",
        "元/4/1",
        "X30.4.1",
        "2018-04/01",
        "2018-04-01x",
        "2018-04-01 2",
        "20 18-4-1",
        "4/1 1",
        "2018-W13-7",
        "٢٠١٨-٠٤-٠١",
        "[/]",
        "1" * 10_000,
    ],
)
def test_what_is_no_date_is_refused_with_how_to_type_one(text: str) -> None:
    assert _refusal(text, today=TODAY).endswith(" is not a date: type it as 2018-04-01 or H30.4.1.")


def test_a_refusal_repeats_neither_control_codes_nor_endless_text() -> None:
    assert "\x1b" not in _refusal("\x1b[31m2018", today=TODAY)
    assert len(_refusal("x" * 10_000, today=TODAY)) < 120


def test_a_refusal_is_said_in_japanese_too() -> None:
    with pytest.raises(Unreadable) as refused:
        read_date("平成31年5月1日", today=None)
    assert say(refused.value.message, "ja") == "平成は2019年4月30日までです。その日はR1.5.1です。"
    with pytest.raises(Unreadable) as refused:
        read_date("2019-2-30", today=None)
    assert say(refused.value.message, "ja") == "2019年2月30日はありません。この年の2月は28日までです。"
    with pytest.raises(Unreadable) as refused:
        read_date("1/2/2018", today=None)
    assert say(refused.value.message, "ja") == (
        "「1/2/2018」は年が最後にあります。2018-02-01または2018-01-02のように入力してください。"
    )


def test_a_day_is_shown_in_both_languages() -> None:
    day = dt.date(2018, 9, 1)
    assert (say(dates.long_day(day), "en"), say(dates.long_day(day), "ja")) == ("Sat 1 Sep 2018", "2018年9月1日（土）")
    day = dt.date(2018, 11, 12)
    assert (say(dates.short_day(day), "en"), say(dates.short_day(day), "ja")) == ("12 Nov", "11月12日")
    assert (say(dates.plain_day(day), "en"), say(dates.plain_day(day), "ja")) == ("12 November 2018", "2018年11月12日")


def test_every_month_and_weekday_has_its_japanese_name() -> None:
    for month in range(1, 13):
        assert say(dates.short_day(dt.date(2018, month, 7)), "ja") == f"{month}月7日"
        assert say(dates.plain_day(dt.date(2018, month, 7)), "ja") == f"2018年{month}月7日"
    week = [say(dates.long_day(dt.date(2018, 4, day)), "ja")[-2] for day in range(2, 9)]
    assert week == list("月火水木金土日")


def test_every_day_is_read_back_from_what_is_shown_in_japanese_and_by_its_era() -> None:
    for day in (dt.date(1873, 1, 1) + dt.timedelta(days=97 * step) for step in range(600)):
        assert read_date(dates.era_day(day), today=None) == day
        assert read_date(say(dates.long_day(day), "ja"), today=None) == day


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (dt.date(2018, 11, 22), 3, dt.date(2018, 8, 22)),
        (dt.date(2018, 5, 31), 3, dt.date(2018, 2, 28)),
        (dt.date(2016, 5, 31), 3, dt.date(2016, 2, 29)),
        (dt.date(2018, 1, 31), 1, dt.date(2017, 12, 31)),
        (dt.date(2018, 3, 15), 24, dt.date(2016, 3, 15)),
        (dt.date(2018, 12, 31), 0, dt.date(2018, 12, 31)),
        (dt.date(2017, 12, 31), -2, dt.date(2018, 2, 28)),
    ],
)
def test_months_before_keeps_the_day_or_takes_the_months_last(day: dt.date, months: int, earlier: dt.date) -> None:
    assert dates.months_before(day, months) == earlier


def test_days_until_a_day_and_days_of_a_stay() -> None:
    assert dates.days_between(dt.date(2018, 11, 22), dt.date(2019, 2, 28)) == 98
    assert dates.days_inclusive(dt.date(2018, 9, 1), dt.date(2019, 2, 28)) == 181
    assert dates.days_between(TODAY, TODAY) == 0
    assert dates.days_inclusive(TODAY, TODAY) == 1


def _refusal(text: str, *, today: dt.date | None) -> str:
    with pytest.raises(Unreadable) as refused:
        read_date(text, today=today)
    return str(refused.value)
