import datetime as dt
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kit_tui.domain import clock
from kit_tui.domain.wording import Refused


@pytest.fixture(autouse=True)
def _office(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("KIT_TODAY", raising=False)
    yield
    clock.use_timezone()


def test_a_stamp_is_utc_with_six_decimals_even_where_they_are_zero() -> None:
    assert clock.stamp(dt.datetime(2018, 11, 22, 1, 42, 3, 120, dt.UTC)) == "2018-11-22T01:42:03.000120Z"
    assert clock.stamp(dt.datetime(2018, 11, 22, 1, 42, 3, 0, dt.UTC)) == "2018-11-22T01:42:03.000000Z"


def test_a_moment_of_another_timezone_is_stamped_in_utc() -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    assert clock.stamp(dt.datetime(2018, 11, 22, 8, 0, tzinfo=tokyo)) == "2018-11-21T23:00:00.000000Z"


def test_stamps_sort_as_text_in_the_order_of_their_moments() -> None:
    start = dt.datetime(2018, 12, 31, 23, 59, 59, 999_999, dt.UTC)
    moments = [start + dt.timedelta(microseconds=step) for step in (0, 1, 2, 1_000_000)]
    stamps = [clock.stamp(moment) for moment in moments]
    assert stamps == sorted(stamps)
    assert len(set(map(len, stamps))) == 1


def test_a_moment_without_a_timezone_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="no timezone"):
        clock.stamp(dt.datetime(2018, 11, 22))
    with pytest.raises(ValueError, match="no timezone"):
        clock.local("2018-11-22T01:42:03")


def test_a_stamp_is_shown_in_the_offices_time() -> None:
    shown = clock.local("2018-11-22T16:30:00.000120Z")
    assert shown.isoformat() == "2018-11-23T01:30:00.000120+09:00"
    assert clock.local(dt.datetime(2018, 11, 22, 16, 30, tzinfo=dt.UTC)).day == 23


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().tzinfo is dt.UTC
    assert clock.stamp().endswith("Z")


def test_kit_today_fixes_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", "2018-11-22")
    assert clock.today() == dt.date(2018, 11, 22)


def test_kit_today_leaves_the_time_of_day_running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", "2016-02-29")
    fixed = clock.local(clock.now())
    monkeypatch.delenv("KIT_TODAY")
    real = clock.local(clock.now())
    assert fixed.date() == dt.date(2016, 2, 29)
    seconds = (real.hour * 60 + real.minute) * 60 + real.second - (fixed.hour * 60 + fixed.minute) * 60 - fixed.second
    assert seconds % 86_400 < 60


def test_a_stamp_made_under_kit_today_is_of_that_day_at_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", "2018-11-22")
    assert clock.local(clock.stamp()).date() == dt.date(2018, 11, 22)


@pytest.mark.parametrize("text", ["tomorrow", "2018-2-30", "2018-02-30", "H30.11.22"])
def test_a_bad_kit_today_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("KIT_TODAY", text)
    for read in (clock.today, clock.now):
        with pytest.raises(Refused, match=f'KIT_TODAY is "{text}": set it to a date such as 2018-11-22'):
            read()


def test_an_empty_kit_today_fixes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", "")
    assert abs(clock.now() - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


def test_the_office_may_be_in_another_timezone() -> None:
    clock.use_timezone("UTC")
    assert clock.local("2018-11-22T16:30:00.000000Z").day == 22


@pytest.mark.parametrize("name", ["Asia/Kyoto", "", "../etc/passwd", "Asia", "\0"])
def test_an_unknown_timezone_is_refused_and_changes_nothing(name: str) -> None:
    with pytest.raises(Refused, match="is not known here: use a name such as Asia/Tokyo"):
        clock.use_timezone(name)
    assert clock.local("2018-11-22T16:30:00.000000Z").hour == 1


def test_tokyo_needs_no_timezone_database() -> None:
    program = (
        "import sys; sys.modules['zoneinfo'] = None\n"
        "from kit_tui.domain import clock\n"
        "clock.use_timezone('Asia/Tokyo')\n"
        "print(clock.local('2018-11-22T16:30:00.000000Z'), clock.today() is not None)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "2018-11-23 01:30:00+09:00 True\n"
