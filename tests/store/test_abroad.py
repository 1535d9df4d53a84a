from __future__ import annotations

import pytest
from office import TODAY, Office, day

from kit_tui.domain.wording import say
from kit_tui.models import Stay
from kit_tui.registers import abroad


@pytest.fixture
def eth(office: Office) -> int:
    return office.institution(city="Zürich")


def test_the_list_says_who_is_where_until_when_and_how_to_reach_them(office: Office, eth: int) -> None:
    ohno = office.person(name_kana="オオノ ケン", email="ohno@example.ac.jp")
    office.employment(ohno, "デザイン・建築学系")
    stay = office.stay(ohno, eth, "away", "2018-09-01", "2019-02-28", purpose="Timber")
    (found,) = abroad(office.reader, TODAY)
    assert (found.name, found.kana, found.email, found.unit) == (
        "大野 健", "オオノ ケン", "ohno@example.ac.jp", "デザイン・建築学系"
    )  # fmt: skip
    assert (found.institution, found.city, say(found.country_label, "ja")) == ("ETH Zürich", "Zürich", "スイス")
    assert (found.start, found.end, found.days_left) == (day("2018-09-01"), day("2019-02-28"), 98)
    assert (found.register, found.stay, found.person, found.confirmed) == ("faculty-stays", stay, ohno, True)


@pytest.mark.parametrize(
    ("asked", "there"), [("2018-08-31", 0), ("2018-09-01", 1), ("2019-02-28", 1), ("2019-03-01", 0)]
)
def test_the_first_and_the_last_day_count(office: Office, eth: int, asked: str, there: int) -> None:
    office.stay(office.person(), eth, "reported", "2018-09-01", "2019-02-28")
    assert len(abroad(office.reader, day(asked))) == there


def test_a_return_not_fixed_has_no_days_left(office: Office, eth: int) -> None:
    office.stay(office.person(), eth, "away", "2018-09-01", None)
    assert abroad(office.reader, TODAY)[0].days_left is None


@pytest.mark.parametrize("status", ["planned", "approved", "returned", "reported"])
def test_a_stay_that_holds_the_day_by_its_dates_alone_is_shown_as_such(office: Office, eth: int, status: str) -> None:
    office.stay(office.person(), eth, status, "2018-11-01", "2018-12-01", programme="staff_short")
    (found,) = abroad(office.reader, TODAY)
    assert not found.confirmed
    assert say(found.doubt, "en") == f"by its dates only, status: {status}"
    assert found.register == "staff-stays"


def test_who_is_away_by_status_too_leaves_no_doubt(office: Office, eth: int) -> None:
    office.stay(office.person(), eth, "away", "2018-11-01", "2018-12-01")
    (found,) = abroad(office.reader, TODAY)
    assert found.confirmed
    assert found.doubt == ""
    assert found.institution_id == eth


def test_cancelled_and_deleted_stays_are_nobody_abroad(office: Office, eth: int) -> None:
    person = office.person()
    office.stay(person, eth, "cancelled", "2018-11-01", "2018-12-01")
    office.delete(Stay, office.stay(person, eth, "away", "2018-11-01", "2018-12-01"))
    assert abroad(office.reader, TODAY) == []


def test_the_list_runs_by_country_and_then_by_reading(office: Office, eth: int) -> None:
    wien = office.institution("TU Wien", "AT")
    for name, kana, place in (("森", "モリ", eth), ("青木", "アオキ", eth), ("林", "ハヤシ", wien)):
        office.stay(office.person(name, name_kana=kana), place, "away", "2018-11-01", "2018-12-01")
    assert [(one.country, one.name) for one in abroad(office.reader, TODAY)] == [
        ("AT", "林"), ("CH", "青木"), ("CH", "森")
    ]  # fmt: skip
