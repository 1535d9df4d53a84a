"""Which backups are kept as the years go by."""

from __future__ import annotations

import datetime as dt

import pytest

from kit_tui.domain.retention import Retention


def at(*moments: str) -> set[dt.datetime]:
    return {dt.datetime.fromisoformat(moment) for moment in moments}


def twice_a_day(first: str, last: str) -> set[dt.datetime]:
    """At noon and at six, from one day to another."""
    days = (dt.date.fromisoformat(last) - (start := dt.date.fromisoformat(first))).days + 1
    return {
        dt.datetime.combine(start + dt.timedelta(days=day), dt.time(hour)) for day in range(days) for hour in (12, 18)
    }


def test_of_a_day_the_last_one_is_kept() -> None:
    made = at("2018-11-21T12:00", "2018-11-21T18:00", "2018-11-22T12:00")
    assert Retention(daily=2, weekly=0, monthly=0).kept(made) == at("2018-11-21T18:00", "2018-11-22T12:00")


def test_of_a_week_the_last_one_is_kept_be_it_in_two_years() -> None:
    made = at("2018-12-30T12:00", "2018-12-31T12:00", "2019-01-06T12:00", "2019-01-07T12:00")
    kept = Retention(daily=0, weekly=2, monthly=0).kept(made)
    assert kept == at("2019-01-06T12:00", "2019-01-07T12:00")


def test_of_a_month_the_last_one_is_kept() -> None:
    kept = Retention(daily=0, weekly=0, monthly=3).kept(twice_a_day("2018-08-01", "2018-11-22"))
    assert kept == at("2018-09-30T18:00", "2018-10-31T18:00", "2018-11-22T18:00")


def test_after_years_there_are_seven_days_five_weeks_and_twelve_months() -> None:
    kept = Retention().kept(twice_a_day("2015-04-01", "2018-11-22"))
    assert len(kept) == 7 + 3 + 11  # two weeks and a month end among the days
    assert min(kept) == dt.datetime(2017, 12, 31, 18)


def test_days_without_a_backup_do_not_count() -> None:
    made = at("2010-04-01T12:00", "2018-11-22T12:00")
    assert Retention(daily=2, weekly=0, monthly=0).kept(made) == made


@pytest.mark.parametrize("made", [at(), at("2018-11-22T12:00")])
def test_the_latest_is_kept_whatever_the_rule(made: set[dt.datetime]) -> None:
    assert Retention(0, 0, 0).kept(made) == made


def test_keeping_once_more_deletes_nothing_more() -> None:
    once = Retention().kept(twice_a_day("2016-01-01", "2018-11-22"))
    assert Retention().kept(once) == once
