"""The sample's administrative staff: who they are, where they work, their courses and their scores."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING

from kit_tui.domain.fields import Value
from tests.example.names import japanese

if TYPE_CHECKING:
    from tests.example.build import Office

UNITS = ["国際課", "学務課", "総務企画課", "財務課", "研究推進課", "施設課", "入試課", "学生支援課", "図書館"]
STAFF = 58
"""Administrative staff ever: 54 of them full time on the day of the example, the rest gone or part time."""
_LEFT = {50: dt.date(2016, 3, 31), 51: dt.date(2017, 9, 30), 52: dt.date(2018, 3, 31)}
_PART_TIME = {53}
_GOOD = (0, 2, 5, 8, 11, 14, 19, 23, 27, 31, 36, 40, 45)
"""Who has 730 or more: 13 of the 54."""
_GONE_WITH_A_SCORE = 52


def people(office: Office) -> None:
    """Staff, their employments, and the official head counts."""
    office.on(dt.date(2014, 4, 2))
    rows: list[dict[str, Value]] = []
    for number in range(STAFF):
        name, kana, roman = japanese(number)
        rows.append(
            {
                "staff_no": f"A{number + 101:04}",
                "name": name,
                "name_kana": kana,
                "name_roman": roman,
                "category": "admin",
                "email": f"a{number + 101}@kit.example",
                "nationality": "JP",
            }
        )
    for number, record in enumerate(office.enter("people", rows)):
        office.people[f"staff{number}"] = record
    chance = Random(54)
    employed: list[dict[str, Value]] = []
    for number in range(STAFF):
        start = dt.date(2000 + chance.randrange(13), 4, 1)
        employed.append(
            {
                "person": office.people[f"staff{number}"],
                "contract": "part_time" if number in _PART_TIME else "full_time",
                "unit": UNITS[number % len(UNITS)],
                "position": ("課長", "係長", "主任", "係員", "係員")[chance.randrange(5)],
                "start": start,
                "end": _LEFT.get(number),
            }
        )
    office.enter("employments", employed)
    for year, count in ((2014, 57), (2015, 57), (2016, 56), (2017, 55), (2018, 54)):
        office.on(dt.date(year, 5, 7))
        day = dt.date(year, 5, 1)
        office.enter(
            "headcounts",
            [
                {"category": c, "scope": s, "academic_year": year, "as_of": day, "count": n, "source": "人事課"}
                for c, s, n in (
                    ("admin", "full_time", count),
                    ("admin", "all", count + 1),
                    ("faculty", "full_time", 21),
                )
            ],
            "sato",
        )


_COURSES: list[tuple[int, str, str, str, int]] = [
    (2015, "TOEIC e-learning", "elearning", "学習ネット", 30),
    (2016, "English conversation", "conversation", "会話スタジオ", 24),
    (2016, "TOEIC e-learning", "elearning", "学習ネット", 30),
    (2017, "English conversation", "conversation", "会話スタジオ", 24),
    (2017, "TOEIC intensive", "toeic_prep", "学習ネット", 18),
    (2018, "English conversation", "conversation", "会話スタジオ", 24),
    (2018, "TOEIC e-learning", "elearning", "学習ネット", 30),
    (2018, "やさしい英文メール", "other", "国際課", 6),
]
_TAKEN = {2015: (18, 13), 2016: (15, 11), 2017: (17, 12)}
_TAKEN_2018 = ((20, 15), (26, 18), (15, 13))
"""How many took each course and how many completed it: 46 of 61 in AY 2018."""


def training(office: Office) -> None:
    """Courses, who took them, and the scores of five years."""
    chance = Random(730)
    this_year = iter(_TAKEN_2018)
    for year, name, kind, provider, hours in _COURSES:
        office.on(dt.date(year, 6, 1))
        start, end = dt.date(year, 6, 4), dt.date(year, 10, 31)
        course = office.one(
            "courses", "suzuki", name=name, kind=kind, academic_year=year, start=start, end=end, provider=provider,
            hours=hours,
        )  # fmt: skip
        office.on(dt.date(year, 11, 5))
        taken, completed = next(this_year) if year == 2018 else _TAKEN[year]
        _participations(office, course, chance.sample(range(50), taken), completed, hours, end)
    for year in range(2015, 2019):
        _scores(office, year, chance)


def _participations(office: Office, course: int, who: list[int], completed: int, hours: int, end: dt.date) -> None:
    others = ("withdrawn", "no_show", "enrolled")
    rows: list[dict[str, Value]] = []
    for place, number in enumerate(who):
        done = place < completed
        rows.append(
            {
                "course": course,
                "person": office.people[f"staff{number}"],
                "status": "completed" if done else others[place % 3],
                "hours": hours if done else hours // 3,
                "certificate_date": end if done else None,
            }
        )
    office.enter("participations", rows)


def _scores(office: Office, year: int, chance: Random) -> None:
    """A test a year, taken by two in three; who is good enough reaches it in the end."""
    day = dt.date(year, 6, 17)
    office.on(day + dt.timedelta(days=20))
    rows: list[dict[str, Value]] = []
    for number in range(STAFF):
        gone = _LEFT.get(number)
        if (gone and gone < day) or (number not in _GOOD and chance.random() < 0.35):
            continue
        good = number in _GOOD and year >= 2015 + _GOOD.index(number) % 4 or number == _GONE_WITH_A_SCORE
        total = chance.randrange(146, 182) * 5 if good else chance.randrange(72, 144) * 5
        listening = min(495, (total // 10 + 4) * 5)
        rows.append(
            {
                "person": office.people[f"staff{number}"],
                "test": "toeic_lr_ip",
                "date": day,
                "listening": listening,
                "reading": total - listening,
            }
        )
    office.enter("scores", rows)
