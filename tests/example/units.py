"""The sample's partners: institutions, agreements, unit projects, and the visits of their researchers."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING

from kit_tui.domain.fields import Value
from tests.example.names import foreign

if TYPE_CHECKING:
    from tests.example.build import Office

INSTITUTIONS = [
    ("ETH Zürich", "Eidgenössische Technische Hochschule Zürich", "CH", "Zürich", "ETH; スイス連邦工科大学"),
    ("TU Wien", "Technische Universität Wien", "AT", "Wien", "ウィーン工科大学"),
    ("Chiang Mai University", "มหาวิทยาลัยเชียงใหม่", "TH", "Chiang Mai", "CMU; チェンマイ大学"),
    ("Aalto University", "Aalto-yliopisto", "FI", "Espoo", "アールト大学"),
    ("Politecnico di Torino", "", "IT", "Torino", "PoliTo; トリノ工科大学"),
    ("Royal College of Art", "", "GB", "London", "RCA; 王立芸術大学"),
    ("TU Dresden", "Technische Universität Dresden", "DE", "Dresden", "ドレスデン工科大学"),
    ("KTH", "Kungliga Tekniska högskolan", "SE", "Stockholm", "Royal Institute of Technology"),
    ("University of Maribor", "Univerza v Mariboru", "SI", "Maribor", "マリボル大学"),
    ("Suzhou University", "苏州大学", "CN", "Suzhou", "Soochow University; 蘇州大学"),
    ("National Taiwan University of Science and Technology", "國立臺灣科技大學", "TW", "Taipei", "NTUST"),
    ("Delft University of Technology", "TU Delft", "NL", "Delft", "デルフト工科大学"),
]
FIELDS = ("design", "architecture", "polymer_fiber", "green_innovation")
_TOPICS = {
    "design": ("Everyday objects", "Type and signs", "Service design", "Crafts and code", "Light and space"),
    "architecture": ("Timber futures", "Reuse of halls", "Townhouse studies", "Roofs and rain", "Small schools"),
    "polymer_fiber": ("Silk composites", "Wearable fibres", "Smart textiles", "Cellulose films", "Braided tubes"),
    "green_innovation": ("Quiet turbines", "Solar façades", "Soil and water", "Low-heat firing", "City climate"),
}
_FORMS = ("joint studio", "workshop series", "field study", "exhibition", "measuring campaign", "open seminar")
_IMPLEMENTED = {2014: 21, 2015: 40, 2016: 33, 2017: 31, 2018: 28}
_PLANNED_2018 = 7
_VISITS = {2016: (30, 33), 2017: (36, 40), 2018: (41, 46)}
"""Researchers and visits that have begun, by academic year."""


def institutions(office: Office) -> None:
    """The partners and the agreements with them."""
    rows = [
        {"name": name, "name_native": native, "country": country, "city": city, "aliases": aliases}
        for name, native, country, city, aliases in INSTITUTIONS
    ]
    for row, record in zip(rows, office.enter("institutions", rows), strict=True):
        office.institutions[str(row["name"])] = record
    ends = (dt.date(2020, 3, 31), dt.date(2018, 12, 21), dt.date(2019, 2, 10), None, dt.date(2021, 9, 30))
    agreements: list[dict[str, Value]] = []
    for place, (name, *_) in enumerate(INSTITUTIONS[:9]):
        signed = dt.date(2013 + place % 4, 4 + place, 1)
        agreements.append(
            {
                "institution": office.institutions[name],
                "title": ("Academic unit programme", "Student exchange", "General agreement")[place % 3],
                "ref_no": f"AG-{signed.year}-{place + 1:02}",
                "level": "university" if place % 2 else "department",
                "kind": ("academic_unit", "student_exchange", "general")[place % 3],
                "field": "",
                "signed": signed,
                "start": signed,
                "end": ends[place % len(ends)],
                "auto_renew": int(place == 2),
                "status": "signed",
            }
        )
    agreements[-1] |= {"status": "negotiating", "signed": None, "start": None, "end": None}
    office.enter("agreements", agreements)


def projects(office: Office) -> None:
    """Unit projects by year, with their visits, workshops and seminars."""
    chance = Random(21)
    visitors = _visitors(office)
    for year, count in _IMPLEMENTED.items():
        office.on(dt.date(year, 10, 1))
        planned = _PLANNED_2018 if year == 2018 else 0
        rows = [_project(office, year, place, place < count, chance) for place in range(count + planned)]
        ids = office.enter("projects", rows)
        if year in _VISITS:
            office.on(dt.date(year, 11, 12))
            _visits(office, year, rows[:count], ids, visitors, chance)
        _events(office, year, rows[:count], ids[:count], chance)


def _project(office: Office, year: int, place: int, implemented: bool, chance: Random) -> dict[str, Value]:
    field = FIELDS[place % 4]
    topic = _TOPICS[field][place // 4 % 5]
    start = dt.date(year, 4, 10) + dt.timedelta(days=chance.randrange(170))
    if not implemented:
        start = dt.date(year, 12, 3) + dt.timedelta(days=place % 20)
    host = INSTITUTIONS[chance.randrange(len(INSTITUTIONS))][0]
    return {
        "code": f"{field[0].upper()}-{year}-{place + 1:02}",
        "title": f"{topic}: {_FORMS[(place + year) % len(_FORMS)]}",
        "field": field,
        "academic_year": year,
        "institution": office.institutions[host],
        "lead": office.people[f"faculty{place % 20}"],
        "agreement": None,
        "status": "implemented" if implemented else "planned",
        "start": start,
        "end": start + dt.timedelta(days=4 + place % 9),
    }


def _visitors(office: Office) -> list[int]:
    office.on(dt.date(2014, 9, 1))
    rows: list[dict[str, Value]] = []
    for number in range(48):
        roman, country = foreign(number)
        near = [name for name, _, c, *_ in INSTITUTIONS if c == country] or [INSTITUTIONS[number % 12][0]]
        rows.append(
            {
                "name_roman": roman,
                "category": "visitor",
                "nationality": country,
                "home_institution": office.institutions[near[0]],
                "email": f"visitor{number + 1}@partner.example",
            }
        )
    return office.enter("people", rows)


def _visits(
    office: Office, year: int, projects: list[dict[str, Value]], ids: list[int], visitors: list[int], chance: Random
) -> None:
    researchers, visits = _VISITS[year]
    rows: list[dict[str, Value]] = []
    for place in range(visits):
        project = place % len(projects)
        start = projects[project]["start"]
        assert isinstance(start, dt.date)
        start += dt.timedelta(days=place // len(projects) * 20)
        rows.append(
            {
                "visitor": visitors[place % researchers],
                "project": ids[project],
                "institution": projects[project]["institution"],
                "host": projects[project]["lead"],
                "basis": str(1 + chance.randrange(6)) if place % 3 == 0 else "",
                "visa": ("short", "other", "none")[place % 3],
                "start": start,
                "end": start + dt.timedelta(days=5 + chance.randrange(20)),
                "applied_on": start - dt.timedelta(days=100),
                "status": "finished",
            }
        )
    office.enter("visits", rows)


def _events(office: Office, year: int, projects: list[dict[str, Value]], ids: list[int], chance: Random) -> None:
    rows: list[dict[str, Value]] = []
    for project, record in list(zip(projects, ids, strict=True))[:: 2 if year >= 2016 else 3]:
        rows.append(
            {
                "kind": "workshop" if chance.random() < 0.6 else "seminar",
                "title": str(project["title"]).split(":")[0],
                "start": project["start"],
                "time": ("13:00-16:00", "10:30-12:00", "15:00")[chance.randrange(3)],
                "place": ("60周年記念館", "センターホール", "D-lab")[chance.randrange(3)],
                "language": "English",
                "project": record,
                "attendance": 12 + chance.randrange(60),
            }
        )
    office.enter("events", rows)


def this_week(office: Office) -> None:
    """What is going on around the day of the example: on site, applied for, due."""
    office.on(dt.date(2018, 11, 21), 16)
    visitor = office.one(
        "people", "suzuki", name_roman="Rossi Martina", category="visitor", nationality="IT",
        home_institution=office.institutions["Politecnico di Torino"], email="visitor49@partner.example",
    )  # fmt: skip
    office.on(dt.date(2018, 11, 22), 9, 55)
    office.change("faculty-stays", office.noted["back"], status="returned")
    office.on(dt.date(2018, 11, 22), 10, 28)
    office.one(
        "visits", "suzuki", visitor=visitor, institution=office.institutions["Politecnico di Torino"],
        host=office.people["faculty2"], basis="5", visa="short", start=dt.date(2018, 12, 30),
        end=dt.date(2019, 1, 16), status="planned",
    )  # fmt: skip
    office.on(dt.date(2018, 11, 22), 10, 39)
    office.one("scores", person=office.people["staff0"], test="toeic_lr", date=dt.date(2018, 10, 28), listening=430,
               reading=385)  # fmt: skip
