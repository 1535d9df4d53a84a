"""The sample's stays abroad, of faculty and of staff, with what came of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kit_tui.domain.fields import Value
from tests.example.names import japanese

if TYPE_CHECKING:
    from tests.example.build import Office

_SCHOOLS = ["デザイン・建築学系", "繊維学系", "機械工学系", "分子化学系", "情報工学・人間科学系"]
_NAMED = {0: ("大野 健", "オオノ ケン", "Ohno Ken"), 1: ("小大野 隆", "コオオノ タカシ", "Koono Takashi")}
"""Faculty members whose names searching is shown with."""


def faculty(office: Office) -> None:
    """Twenty-one faculty members and their employments."""
    office.on(dt.date(2014, 4, 3))
    rows: list[dict[str, Value]] = []
    for number in range(21):
        name, kana, roman = _name(number)
        rows.append(
            {
                "staff_no": f"F{number + 301:04}",
                "name": name,
                "name_kana": kana,
                "name_roman": roman,
                "category": "faculty",
                "email": f"f{number + 301}@kit.example",
                "nationality": "JP",
            }
        )
    for number, record in enumerate(office.enter("people", rows)):
        office.people[f"faculty{number}"] = record
    office.enter(
        "employments",
        [
            {
                "person": office.people[f"faculty{number}"],
                "contract": "full_time",
                "unit": _SCHOOLS[number % len(_SCHOOLS)],
                "position": ("教授", "准教授", "助教")[number % 3],
                "start": dt.date(2004 + number % 9, 4, 1),
            }
            for number in range(21)
        ],
    )


def _name(number: int) -> tuple[str, str, str]:
    return _NAMED.get(number) or japanese(100 + number * 7)


_Stay = tuple[int, str, str, str, str, str | None, int]
_FACULTY: list[_Stay] = [
    # person, host, from, to, status, day of the briefing, verified outcomes
    (0, "TU Wien", "2015-08-15", "2016-02-10", "reported", "2016-03-08", 2),
    (1, "Aalto University", "2015-09-01", "2016-03-20", "reported", "2016-04-20", 1),
    (2, "ETH Zürich", "2015-06-01", "2015-12-20", "reported", "2016-01-25", 1),
    (3, "KTH", "2015-10-01", "2016-03-31", "reported", "2016-05-11", 0),
    (4, "Royal College of Art", "2016-04-10", "2016-10-10", "reported", "2016-11-15", 1),
    (5, "TU Dresden", "2016-05-15", "2016-11-30", "reported", "2017-01-18", 1),
    (6, "Delft University of Technology", "2016-08-01", "2017-02-28", "reported", "2017-04-05", 2),
    (7, "Politecnico di Torino", "2016-09-01", "2017-03-10", "reported", "2017-04-19", 1),
    (8, "Chiang Mai University", "2016-10-01", "2017-03-31", "reported", "2017-05-17", 0),
    (9, "University of Maribor", "2017-04-15", "2017-10-15", "reported", "2017-12-06", 1),
    (10, "Suzhou University", "2017-10-01", "2018-04-20", "reported", "2018-06-06", 1),
    (11, "TU Wien", "2017-09-15", "2018-05-31", "reported", "2018-07-11", 1),
    (12, "KTH", "2018-01-10", "2018-07-31", "reported", "2018-09-19", 0),
    (13, "Aalto University", "2018-03-01", "2018-09-13", "returned", None, 0),
    (14, "ETH Zürich", "2018-04-05", "2018-09-28", "away", "2018-11-14", 1),
    (0, "ETH Zürich", "2018-09-01", "2019-02-28", "away", None, 0),
    (15, "Delft University of Technology", "2018-08-20", "2019-03-15", "away", "2019-04-10", 0),
    (16, "TU Dresden", "2018-10-01", "2019-03-29", "away", None, 0),
    (17, "Royal College of Art", "2019-01-15", "2019-07-15", "approved", None, 0),
]
_STAFF: list[tuple[int, str, str, str, str, str]] = [
    # person, programme, host, from, to, status
    (8, "staff_long", "Aalto University", "2015-09-01", "2016-03-18", "reported"),
    (2, "staff_short", "Chiang Mai University", "2015-08-24", "2015-09-04", "reported"),
    (5, "staff_short", "TU Wien", "2015-09-14", "2015-09-25", "reported"),
    (14, "staff_short", "KTH", "2016-02-01", "2016-02-12", "reported"),
    (19, "staff_short", "Chiang Mai University", "2016-08-22", "2016-09-02", "reported"),
    (23, "staff_short", "University of Maribor", "2017-02-06", "2017-02-17", "reported"),
    (0, "staff_short", "Chiang Mai University", "2017-08-21", "2017-09-01", "reported"),
    (27, "staff_short", "TU Dresden", "2017-09-11", "2017-09-22", "reported"),
    (31, "staff_short", "National Taiwan University of Science and Technology", "2018-02-12", "2018-02-23", "reported"),
    (36, "staff_internship", "Delft University of Technology", "2017-10-02", "2017-12-22", "reported"),
    (11, "staff_short", "Chiang Mai University", "2018-10-15", "2018-10-26", "returned"),
    (40, "staff_short", "Politecnico di Torino", "2018-09-03", "2018-09-14", "reported"),
    (45, "staff_short", "TU Wien", "2018-11-12", "2018-11-30", "away"),
    (20, "staff_short", "KTH", "2019-02-04", "2019-02-15", "planned"),
]
_PURPOSES = [
    "Timber structures; robotics in architecture",
    "Silk and its composites",
    "Teaching by studio",
    "Soft robots",
]


def stays(office: Office) -> None:
    """The stays of faculty and staff, their lectures, briefings and outcomes."""
    for place, stay in enumerate(_FACULTY):
        _faculty_stay(office, place, stay)
    for number, programme, host, start, end, status in _STAFF:
        back = dt.date.fromisoformat(end)
        began = dt.date.fromisoformat(start)
        office.on(min(began, dt.date(2018, 11, 19)))
        office.one(
            "staff-stays", person=office.people[f"staff{number}"], programme=programme,
            institution=office.institutions[host], purpose="大学事務の国際化", status=status, start=began, end=back,
            funding="SGU", report_due=dt.date(2018, 11, 22) if number == 11 else back + dt.timedelta(days=30),
            reported_on=back + dt.timedelta(days=21) if status == "reported" else None,
        )  # fmt: skip


def _faculty_stay(office: Office, place: int, stay: _Stay) -> None:
    number, host, start, end, status, briefing, outcomes = stay
    began, back = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    name = _name(number)[0]
    office.on(min(began, dt.date(2018, 11, 1)))
    record = office.one(
        "faculty-stays", person=office.people[f"faculty{number}"], institution=office.institutions[host],
        purpose=_PURPOSES[place % len(_PURPOSES)], status=status, start=began, end=back, funding="SGU",
        cost=1_200_000 + place * 35_000, briefing_due=back + dt.timedelta(days=60),
        report_due=back + dt.timedelta(days=30),
        reported_on=back + dt.timedelta(days=25) if status == "reported" else None,
    )  # fmt: skip
    if status == "away" and back < dt.date(2018, 11, 22):
        office.noted["back"] = record
    if back < dt.date(2018, 11, 22):
        office.one("events", kind="lecture", title=f"Lecture at {host}", start=began + dt.timedelta(days=40),
                   place=host, language="English", stay=record, attendance=20 + place)  # fmt: skip
    if briefing:
        office.one("events", kind="briefing", title=f"帰国報告会 {name}"[:30], start=dt.date.fromisoformat(briefing),
                   time="13:00", place="センターホール", language="日本語", stay=record,
                   attendance=15 + place if briefing < "2018-11-22" else None)  # fmt: skip
    for which in range(outcomes):
        date = min(back + dt.timedelta(days=90 + 120 * which), dt.date(2018, 11, 20))
        paper = (place + which) % 2 == 0
        office.one(
            "outcomes", stay=record, kind="joint_paper" if paper else "enrolled_student",
            title="On joints that move" if paper else "博士前期課程 1名", date=date,
            doi=f"10.5555/kit.example.{place}{which}" if paper else "", verified=1,
        )  # fmt: skip
