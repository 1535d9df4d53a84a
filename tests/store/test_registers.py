from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from office import Office

from kit_tui.domain.catalogue import GAUGES
from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import LANGUAGES, say
from kit_tui.models import RECORDS, Agreement, Person, Record, Score, Setting
from kit_tui.registers import AREAS, REGISTERS
from kit_tui.store import Invalid, Store
from kit_tui.store.declare import Computed, Register

BY_SLUG = {register.slug: register for register in REGISTERS}
every_register = pytest.mark.parametrize("register", REGISTERS, ids=lambda r: r.slug)


def test_search_numbers_never_change() -> None:
    assert {register.slug: register.number for register in REGISTERS} == {
        "people": 1,
        "employments": 2,
        "institutions": 3,
        "agreements": 4,
        "faculty-stays": 5,
        "outcomes": 6,
        "events": 7,
        "staff": 8,
        "scores": 9,
        "courses": 10,
        "participations": 11,
        "staff-stays": 12,
        "headcounts": 13,
        "projects": 14,
        "visits": 15,
        "targets": 16,
        "published": 17,
    }


def test_every_table_is_kept_by_a_register_and_every_register_stands_in_an_area() -> None:
    assert {register.model for register in REGISTERS if not register.view_of} == set(RECORDS)
    assert {slug for area in AREAS for slug in area.views} == BY_SLUG.keys()
    assert {register.area for register in REGISTERS} <= {area.slug for area in AREAS}


def test_every_gauge_stands_above_its_area() -> None:
    assert [code for area in AREAS for code in area.gauges] == list(GAUGES)


def test_registers_of_one_table_share_its_records_out() -> None:
    stays = [BY_SLUG["faculty-stays"], BY_SLUG["staff-stays"]]
    programmes = [code for register in stays for code in register.fixed["programme"]]
    answers = [choice.code for choice in stays[0].model.described()["programme"].describe().choices]
    assert sorted(programmes) == sorted(answers)


@every_register
def test_a_form_holds_each_field_once_but_for_what_the_filter_decides(register: Register) -> None:
    asked = [name for group in register.describe().form for name in group]
    decided = {name for name, codes in register.fixed.items() if len(codes) == 1 and not register.view_of}
    assert len(asked) == len(set(asked))
    assert set(asked) == register.model.described().keys() - decided


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_what_is_offered_as_last_time_names_nothing_and_is_no_day_number_or_note(model: type[Record]) -> None:
    for name in model.repeated:
        field = model.described()[name].describe()
        assert field.kind in ("text", "reference")
        assert not field.required
        assert not field.unique
        assert name not in model.named_by


@every_register
def test_sorting_and_the_year_go_by_what_is_there(register: Register) -> None:
    info = register.describe()
    assert {name for name, _ in register.sort} <= set(info.column_names)
    assert not register.year_field or info.fields[register.year_field].kind in ("date", "year")
    if register.adds:
        slug, reference = register.adds
        assert BY_SLUG[slug].describe().fields[reference].table == info.table


@every_register
def test_the_first_columns_say_most_and_fit_beside_the_card(register: Register) -> None:
    info = register.describe()
    assert sum(column.width + 2 for column in info.columns[:4]) <= 78


@every_register
def test_headings_fit_their_columns_in_both_languages(register: Register) -> None:
    tight = [
        (column.name, say(column.label, lang))
        for column in register.describe().columns
        for lang in ("en", "ja")
        if cell_width(say(column.label, lang)) > column.width
    ]
    assert tight == []


# Columns that are worked out


def computed(office: Office, slug: str, record: int) -> dict[str, object]:
    register = BY_SLUG[slug]
    columns = [column.of for column in register.columns if isinstance(column.of, Computed)]
    query = register.model.select(*(column.expression() for column in columns)).where(register.model.id == record)
    (row,) = office.reader.rows(query)
    return {column.field.name: value for column, value in zip(columns, row, strict=True)}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", "2018-11-22")


def test_a_staff_member_shows_the_best_score_and_when_it_was_last_reached(office: Office) -> None:
    aoki = office.person("青木 恵", "admin")
    office.employment(aoki, "学務課", "2010-04-01", end="2015-03-31")
    office.employment(aoki, "国際課", "2015-04-01")
    for total, date in ((815, "2017-06-17"), (815, "2018-06-17"), (700, "2018-10-01")):
        office.score(aoki, total, date)
    office.delete(Score, office.score(aoki, 990, "2018-11-01"))
    found = computed(office, "staff", aoki)
    assert found | {"best_on": str(found["best_on"])} == {
        "called": "青木 恵", "unit": "国際課", "best": 815, "best_on": "2018-06-17", "qualifies": 1
    }  # fmt: skip


def test_a_staff_member_without_a_qualifying_score_shows_nothing_for_it(office: Office) -> None:
    kato = office.person("加藤 葵", "admin")
    assert computed(office, "staff", kato) == {
        "called": "加藤 葵", "unit": None, "best": None, "best_on": None, "qualifies": None
    }  # fmt: skip
    office.score(kato, 725)
    assert computed(office, "staff", kato)["qualifies"] is None


@pytest.mark.parametrize(
    ("policies", "qualifies"),
    [
        ({"score_threshold": "740"}, 1),
        ({"score_threshold": "745"}, None),
        ({"score_policy": "latest"}, None),
        ({"score_policy": "recent"}, None),
        ({"score_policy": "recent", "score_threshold": "700"}, 1),
    ],
)
def test_who_qualifies_is_decided_by_the_policies_of_the_office(
    office: Office, policies: dict[str, str], qualifies: int | None
) -> None:
    aoki = office.person("青木 恵", "admin")
    office.score(aoki, 740, "2016-06-17")
    office.score(aoki, 700, "2018-06-17")
    for key, value in policies.items():
        office.settle(key, value)
    assert computed(office, "staff", aoki)["qualifies"] == qualifies


def test_an_institution_counts_its_agreements_in_force_and_who_is_there(office: Office) -> None:
    eth = office.institution()
    rest = {"institution": eth, "title": "A", "level": "university", "kind": "general", "start": "2010-04-01"}
    for status, end in (("signed", "2019-01-01"), ("signed", "2018-01-01"), ("negotiating", None)):
        office.add(Agreement, status=status, end=end, **rest)
    ohno = office.person()
    office.stay(ohno, eth, "away", "2018-09-01", "2019-02-28")
    office.stay(ohno, eth, "cancelled", "2018-09-01", "2019-02-28")
    assert computed(office, "institutions", eth) == {"agreements": 1, "abroad_now": 1}


@pytest.mark.sqlite_file
def test_a_computed_column_reads_through_an_index(office: Office) -> None:
    aoki = office.person("青木 恵", "admin")
    query = Person.select(*(c.of.expression() for c in BY_SLUG["staff"].columns if isinstance(c.of, Computed)))
    with office.database.bind_ctx([*RECORDS, Setting]):
        sql, parameters = query.where(Person.id == aoki).sql()
    plan = office.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()
    assert not [step for *_, step in plan if step.startswith("SCAN")], plan


def test_a_person_without_kanji_is_called_by_the_romanised_name(office: Office) -> None:
    rossi = office.person("", "visitor", name_roman="Rossi Marco")
    assert computed(office, "people", rossi)["called"] == "Rossi Marco"


@pytest.mark.parametrize(
    ("register", "values", "called"),
    [
        ("targets", {"gauge": "staff-long-stays", "academic_year": 2015}, ("Long stays, AY 2015", "長期派遣 2015年度")),
        (
            "published",
            {"gauge": "staff-toeic", "academic_year": 2018},
            ("TOEIC 730+, AY 2018", "TOEIC 730点以上 2018年度"),
        ),
        (
            "headcounts",
            {"category": "admin", "academic_year": 2018, "as_of": dt.date(2018, 5, 1), "count": 54},
            ("administrative staff, as of 2018-05-01", "事務職員 2018-05-01現在"),
        ),
    ],
)
def test_a_record_without_a_name_is_called_in_its_reader_s_words(
    kit: Store, register: str, values: dict[str, Any], called: tuple[str, str]
) -> None:
    kit.save(register, values if register == "headcounts" else {**values, "value": 1})
    assert tuple(say(kit.entry(register, 1).title, lang) for lang in LANGUAGES) == called


def test_a_refusal_says_in_its_reader_s_words_which_record_stands_in_the_way(kit: Store) -> None:
    target = {"gauge": "staff-toeic", "academic_year": 2023, "value": 3000}
    kit.save("targets", target)
    with pytest.raises(Invalid) as caught:
        kit.save("targets", target)
    assert say(caught.value.message, "en").startswith("TOEIC 730+, AY 2023 has the same")
    assert "TOEIC 730点以上 2023年度" in say(caught.value.message, "ja")
