import datetime as dt

import pytest

from kit_tui.domain import toeic
from kit_tui.domain.toeic import BadScore
from kit_tui.domain.wording import say


@pytest.mark.parametrize(
    ("listening", "reading", "total", "result"),
    [
        (430, 385, 815, 815),
        (430, 385, None, 815),
        (None, None, 730, 730),
        (430, None, 815, 815),
        (None, 385, 815, 815),
        (5, 5, None, 10),
        (495, 495, 990, 990),
        (None, None, 10, 10),
        (None, None, 990, 990),
        (495, None, 500, 500),
        (495, None, 990, 990),
    ],
)
def test_a_possible_score_gives_its_total(
    listening: int | None, reading: int | None, total: int | None, result: int
) -> None:
    assert toeic.check(listening, reading, total) == result


@pytest.mark.parametrize(
    ("listening", "reading", "total", "field", "sentence"),
    [
        (0, 385, None, "listening", "Listening is from 5 to 495 in steps of 5, not 0."),
        (500, 385, 885, "listening", "Listening is from 5 to 495 in steps of 5, not 500."),
        (431, None, 815, "listening", "Listening is from 5 to 495 in steps of 5, not 431."),
        (430, -5, None, "reading", "Reading is from 5 to 495 in steps of 5, not -5."),
        (None, 383, 815, "reading", "Reading is from 5 to 495 in steps of 5, not 383."),
        (None, None, 5, "total", "Total is from 10 to 990 in steps of 5, not 5."),
        (None, None, 995, "total", "Total is from 10 to 990 in steps of 5, not 995."),
        (None, None, 732, "total", "Total is from 10 to 990 in steps of 5, not 732."),
        (430, 385, 820, "total", "430 and 385 make 815, not 820: correct one of the three."),
        (430, 385, 0, "total", "430 and 385 make 815, not 0: correct one of the three."),
        (None, None, None, "total", "Type the total, or both listening and reading."),
        (430, None, None, "total", "Type the total, or both listening and reading."),
        (None, 385, None, "total", "Type the total, or both listening and reading."),
        (
            430,
            None,
            430,
            "total",
            "A total of 430 with 430 in one part leaves 0 for the other: correct one of them.",
        ),
        (
            None,
            5,
            990,
            "total",
            "A total of 990 with 5 in one part leaves 985 for the other: correct one of them.",
        ),
    ],
)
def test_an_impossible_score_names_the_field_at_fault(
    listening: int | None, reading: int | None, total: int | None, field: str, sentence: str
) -> None:
    with pytest.raises(BadScore) as refused:
        toeic.check(listening, reading, total)
    assert (refused.value.field, str(refused.value)) == (field, sentence)


def test_the_field_is_named_in_japanese_too() -> None:
    with pytest.raises(BadScore) as refused:
        toeic.check(500, None, None)
    sentence = "リスニングは5から495まで5点刻みです。500は誤りです。"
    assert say(refused.value.message, "ja") == sentence


@pytest.mark.parametrize(
    ("test_date", "on", "old"),
    [
        (dt.date(2016, 11, 22), dt.date(2018, 11, 21), False),
        (dt.date(2016, 11, 22), dt.date(2018, 11, 22), False),
        (dt.date(2016, 11, 22), dt.date(2018, 11, 23), True),
        (dt.date(2016, 2, 29), dt.date(2018, 2, 28), False),
        (dt.date(2016, 2, 29), dt.date(2018, 3, 1), True),
        (dt.date(2014, 2, 28), dt.date(2016, 2, 28), False),
        (dt.date(2014, 2, 28), dt.date(2016, 2, 29), True),
        (dt.date(2018, 11, 22), dt.date(2018, 11, 22), False),
    ],
)
def test_a_score_is_old_from_the_day_after_its_second_anniversary(test_date: dt.date, on: dt.date, old: bool) -> None:
    assert toeic.is_old(test_date, on) is old
