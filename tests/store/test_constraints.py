"""The database itself refuses records that break the office's rules, whoever writes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import BROKEN_RULE, Raw, raw

KEPT = {
    "version": 1,
    "created_at": "2018-11-22T00:00:00.000000Z",
    "updated_at": "2018-11-22T00:00:00.000000Z",
    "sort_key": "",
}
GOOD: dict[str, dict[str, object]] = {
    "institution": {"name": "ETH Zürich", "name_native": "", "aliases": "", "country": "CH", "city": "", "website": ""},
    "person": {
        "name": "青木 恵", "name_kana": "", "name_roman": "", "category": "admin", "email": "", "nationality": "",
        "notes": "",
    },
    "employment": {"person_id": 1, "contract": "full_time", "unit": "", "position": "", "start": "2015-04-01"},
    "agreement": {
        "institution_id": 1, "title": "MoU", "ref_no": "", "level": "university", "kind": "general", "field": "",
        "start": "2015-04-01", "end": "2020-03-31", "auto_renew": 0, "status": "signed",
    },
    "project": {"title": "Weaving", "field": "design", "academic_year": 2016, "status": "planned", "notes": ""},
    "stay": {
        "person_id": 1, "programme": "faculty_training", "institution_id": 1, "purpose": "", "status": "returned",
        "start": "2016-04-01", "end": "2017-03-31", "funding": "", "cost": 0, "ref_no": "", "notes": "",
    },
    "outcome": {"stay_id": 1, "kind": "joint_paper", "title": "On silk", "doi": "", "verified": 0, "notes": ""},
    "event": {"kind": "lecture", "title": "Silk", "start": "2016-05-01", "time": "", "place": "", "language": ""},
    "course": {"name": "English", "kind": "elearning", "academic_year": 2016, "provider": "", "hours": 10},
    "participation": {"course_id": 1, "person_id": 1, "status": "enrolled"},
    "score": {"person_id": 1, "test": "toeic_lr", "date": "2018-06-17", "listening": 430, "reading": 385, "total": 815},
    "visit": {"visitor_id": 1, "basis": "", "visa": "other", "start": "2016-05-01", "ref_no": "", "status": "planned"},
    "headcount": {
        "category": "admin", "scope": "full_time", "academic_year": 2018, "as_of": "2018-05-01", "count": 54,
        "source": "",
    },
    "target": {"gauge": "staff-toeic", "academic_year": 2023, "role": "final", "value": 3000},
    "published": {"gauge": "unit-projects", "academic_year": 2014, "value": 21, "source": "", "note": ""},
}  # fmt: skip
"""One sound record a table, each after those it refers to."""


@pytest.fixture
def register(register_path: Path | str) -> Iterator[Raw]:
    """A connection that knows nothing of kit-tui, to a register with one record in each table."""
    with raw(register_path) as connection:
        for table in GOOD:
            insert(connection, table)
        yield connection


def insert(connection: Raw, table: str, **changed: object) -> None:
    row = KEPT | GOOD[table] | changed
    columns = ", ".join(f'"{column}"' for column in row)
    places = ", ".join("?" for _ in row)
    connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', list(row.values()))


def refusal(connection: Raw, table: str, **changed: object) -> str:
    with pytest.raises(BROKEN_RULE) as refused:
        insert(connection, table, **changed)
    return str(refused.value)


@pytest.mark.parametrize(
    ("table", "field", "code"),
    [
        ("person", "category", "student"),
        ("employment", "contract", ""),
        ("agreement", "level", "faculty"),
        ("agreement", "kind", "friendship"),
        ("agreement", "status", "expired"),
        ("project", "field", "textile"),
        ("project", "status", "done"),
        ("stay", "programme", "staff"),
        ("stay", "status", "home"),
        ("outcome", "kind", "paper"),
        ("event", "kind", "party"),
        ("course", "kind", "toeic"),
        ("participation", "status", "passed"),
        ("score", "test", "toefl"),
        ("visit", "basis", "7"),
        ("visit", "visa", "long"),
        ("visit", "status", "gone"),
        ("headcount", "scope", "part_time"),
        ("target", "role", "first"),
    ],
)
def test_an_answer_that_is_none_of_the_choices(register: Raw, table: str, field: str, code: str) -> None:
    assert f"{table}_{field}" in refusal(register, table, **{field: code})


def test_an_account_has_one_of_the_roles(register: Raw) -> None:
    with pytest.raises(BROKEN_RULE, match="account_role"):
        register.execute("INSERT INTO account (login, role, created_at) VALUES ('tanaka', 'king', '')")


def test_an_optional_answer_may_be_blank(register: Raw) -> None:
    insert(register, "visit", basis="")
    insert(register, "visit", basis="6")


def test_a_gauge_that_is_new_may_have_a_target(register: Raw) -> None:
    insert(register, "target", gauge="a-gauge-to-come")


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("stay", "cost", -1),
        ("event", "attendance", -1),
        ("course", "hours", -1),
        ("headcount", "count", -1),
        ("target", "value", -1),
        ("published", "value", 1_000_000_000),
        ("agreement", "auto_renew", 2),
        ("outcome", "verified", -1),
        *(
            (table, "academic_year", year)
            for table in ("project", "course", "headcount", "target", "published")
            for year in (1948, 2101)
        ),
    ],
)
def test_a_number_out_of_its_range(register: Raw, table: str, field: str, value: object) -> None:
    assert f"{table}_{field}" in refusal(register, table, **{field: value})


def test_a_word_for_a_number(register: Raw) -> None:
    assert refusal(register, "participation", hours="many")


@pytest.mark.parametrize("table", ["employment", "agreement", "project", "stay", "event", "course", "visit"])
def test_an_end_before_its_start(register: Raw, table: str) -> None:
    assert f"{table}_days" in refusal(register, table, start="2016-04-02", end="2016-04-01")


@pytest.mark.parametrize("table", ["employment", "agreement", "project", "event", "course", "visit"])
def test_an_open_end_and_a_single_day_are_sound(register: Raw, table: str) -> None:
    insert(register, table, start="2016-04-01", end=None)
    insert(register, table, start="2016-04-01", end="2016-04-01")


@pytest.mark.parametrize(
    ("listening", "reading", "total", "rule"),
    [
        (0, 385, 385, "listening"),
        (500, 385, 885, "listening"),
        (432, 385, 817, "listening"),
        (430, 387, 817, "reading"),
        (None, None, 995, "total"),
        (None, None, 733, "total"),
        (None, None, 5, "total"),
        (430, 385, 820, "sum"),
        (430, 385, None, "has_total"),
        (430, None, None, "has_total"),
        (None, None, None, "has_total"),
        (430, None, 430, "rest"),
        (None, 100, 600, "rest"),
    ],
)
def test_a_score_that_the_test_cannot_give(
    register: Raw, listening: int | None, reading: int | None, total: int | None, rule: str
) -> None:
    assert f"score_{rule}" in refusal(
        register, "score", date="2018-07-01", listening=listening, reading=reading, total=total
    )


@pytest.mark.parametrize(
    ("listening", "reading", "total"), [(5, 5, 10), (495, 495, 990), (None, None, 730), (430, None, 815)]
)
def test_a_score_that_the_test_gives(register: Raw, listening: int | None, reading: int | None, total: int) -> None:
    insert(register, "score", date="2018-07-01", listening=listening, reading=reading, total=total)


def test_a_score_without_a_date(register: Raw) -> None:
    assert "NOT NULL" in refusal(register, "score", date=None).upper().replace("-", " ")


@pytest.mark.parametrize("origins", [{"stay_id": 1, "project_id": 1}, {"stay_id": None, "project_id": None}])
def test_an_outcome_of_both_or_of_neither(register: Raw, origins: dict[str, object]) -> None:
    assert "outcome_one_origin" in refusal(register, "outcome", **origins)


def test_an_outcome_of_a_project_alone(register: Raw) -> None:
    insert(register, "outcome", stay_id=None, project_id=1)


def test_a_terminated_agreement_without_an_end(register: Raw) -> None:
    assert "agreement_ended" in refusal(register, "agreement", status="terminated", end=None)


def test_a_signed_agreement_without_a_start(register: Raw) -> None:
    assert "agreement_valid_from" in refusal(register, "agreement", start=None)


def test_a_stay_that_is_over_without_its_last_day(register: Raw) -> None:
    assert "stay_back" in refusal(register, "stay", end=None)


def test_a_person_without_any_name(register: Raw) -> None:
    assert "person_has_name" in refusal(register, "person", name="", name_roman="")


def test_a_person_with_a_romanised_name_alone(register: Raw) -> None:
    insert(register, "person", name="", name_roman="Aoki Megumi")


@pytest.mark.parametrize(("table", "field"), [("institution", "name"), ("agreement", "title"), ("event", "title")])
def test_a_required_text_left_blank(register: Raw, table: str, field: str) -> None:
    assert f"{table}_{field}" in refusal(register, table, **{field: ""})


def test_a_visit_that_prolongs_itself(register: Raw) -> None:
    with pytest.raises(BROKEN_RULE, match="visit_prolongs_another"):
        register.execute("UPDATE visit SET extends_id = id")


def test_a_reference_to_nothing(register: Raw) -> None:
    assert "FOREIGN KEY" in refusal(register, "employment", person_id=99).upper()


@pytest.mark.parametrize(
    ("table", "unique"),
    [
        ("institution", {"ror": "05a28rw58"}),
        ("person", {"staff_no": "0123"}),
        ("person", {"orcid": "0000-0002-1825-0097"}),
        ("project", {"code": "D-2016-07"}),
        ("participation", {}),
        ("score", {}),
        ("headcount", {}),
        ("target", {}),
        ("target", {"academic_year": 2030}),
    ],
)
def test_a_second_living_record_with_the_same_key(register: Raw, table: str, unique: dict[str, object]) -> None:
    if unique and table != "target":
        insert(register, table, **unique)
    assert "UNIQUE" in refusal(register, table, **unique).upper()
    register.execute(f"UPDATE {table} SET deleted_at = '2018-11-22'")
    insert(register, table, **unique)


def test_milestones_may_be_many(register: Raw) -> None:
    insert(register, "target", academic_year=2019, role="milestone")
    insert(register, "target", academic_year=2021, role="milestone")
