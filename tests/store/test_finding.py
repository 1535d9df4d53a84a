"""Finding: by whatever one knows of a record, as one happens to write it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from filling import Filling, open_as

from kit_tui.store import Ambiguous, Edit, NotFound, Query, Store, searching


@pytest.fixture
def people(fill: Filling) -> dict[str, int]:
    """People whose names are found in many ways."""
    return {
        "ohno": fill.person("大野 健", name_kana="オオノ ケン", name_roman="Ohno Ken", staff_no="A0123"),
        "ota": fill.person("太田 恵", name_kana="オオタ メグミ", email="megumi@example.org"),
        "saito": fill.person("齋藤 翔", name_kana="サイトウ ショウ"),
        "takahashi": fill.person("髙橋 純", name_kana="タカハシ ジュン"),
        "rossi": fill.person("", "visitor", name_roman="Rossi José"),
        "ono": fill.person("おの", name_kana=""),
    }


# What one types


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("野", {"ohno"}),
        ("健", {"ohno"}),
        ("大", {"ohno"}),
        ("大野", {"ohno"}),
        ("大野健", {"ohno"}),
        ("大野 健", {"ohno"}),
        ("大野\u3000健", {"ohno"}),
        ("健 大野", {"ohno"}),
        ("おお", {"ohno", "ota"}),
        ("オオ", {"ohno", "ota"}),
        ("ｵｵ", {"ohno", "ota"}),
        ("おおの", {"ohno"}),
        ("ケン", {"ohno"}),
        ("Ohno", {"ohno"}),
        ("ohno ken", {"ohno"}),
        ("OHNO", {"ohno"}),
        ("Ｏｈｎｏ", {"ohno"}),
        ("ohn", {"ohno"}),
        ("ōno", {"ohno"}),
        ("oono", {"ohno"}),
        ("ono", {"ohno"}),
        ("oota", {"ota"}),
        ("ohta", {"ota"}),
        ("megumi", {"ota"}),
        ("Shou", {"saito"}),
        ("syo", {"saito"}),
        ("斉藤", {"saito"}),
        ("斎藤", {"saito"}),
        ("齊藤 翔", {"saito"}),
        ("さいとう", {"saito"}),
        ("高橋", {"takahashi"}),
        ("髙橋", {"takahashi"}),
        ("jose", {"rossi"}),
        ("JOSÉ", {"rossi"}),
        ("Jos", {"rossi"}),
        ("おの", {"ohno", "ono"}),
        ("A0123", {"ohno"}),
        ("a0123", {"ohno"}),
        ("a01", {"ohno"}),
        ("megumi@example.org", {"ota"}),
        ("田野", set()),
        ("健野", set()),
        ("0123", {"ohno"}),
        ("ohnoken", {"ohno"}),
        ("onoken", {"ohno"}),
        ("OonoK", {"ohno"}),
        ("ohtame", {"ota"}),
        ("kenohno", {"ohno"}),
        ("hno", {"ohno"}),
        ("NO KEN", {"ohno"}),
        ("no 健", {"ohno"}),
        ("ossi", {"rossi"}),
        ("gumi@exam", {"ota"}),
        ("hnx", set()),
    ],
)
def test_a_person_is_found(people: dict[str, int], fill: Filling, text: str, who: set[str]) -> None:
    names = {record: name for name, record in people.items()}
    assert {names[record] for record in fill.found(text)} == who


@pytest.mark.parametrize(
    "text", ["Zürich", "zurich", "ZUR", "fédérale", "federale", "チューリッヒ", "工科大学", "05a28rw58"]
)
def test_an_institution_is_found_by_a_piece_of_what_it_is_called(fill: Filling, text: str) -> None:
    institution = fill.institution(
        "École polytechnique fédérale", aliases="ETH Zürich; ETHZ", name_native="チューリッヒ工科大学", ror="05a28rw58"
    )
    fill.institution("Politecnico di Torino", "IT")
    assert fill.found(text, "institutions") == [institution]


@pytest.mark.parametrize("text", ["Switzerland", "スイス", "switz"])
def test_an_institution_is_found_by_its_country_in_both_languages(fill: Filling, text: str) -> None:
    institution = fill.institution()
    fill.institution("Politecnico di Torino", "IT")
    assert fill.found(text, "institutions") == [institution]


@pytest.mark.parametrize("text", ["timber", "future", "木造", "D-2018-07", "d 2018 07", "2018-07"])
def test_a_project_is_found_by_its_code_or_a_piece_of_its_title(fill: Filling, text: str) -> None:
    project = fill.project("木造建築 Timber futures", code="D-2018-07")
    fill.project("Silk", code="D-2018-08")
    assert fill.found(text, "projects") == [project]


def test_every_word_must_be_there(fill: Filling) -> None:
    both = fill.project("Timber and silk")
    fill.project("Timber")
    assert fill.found("silk timber") == [both]


def test_words_in_different_fields_are_found_together(people: dict[str, int], fill: Filling) -> None:
    assert fill.found("大野 A0123") == [people["ohno"]]


ADDED: dict[str, Callable[[Filling], int]] = {
    "people": lambda fill: fill.person("桐生 梓"),
    "employments": lambda fill: fill.employment(fill.person(), unit="桐生課"),
    "institutions": lambda fill: fill.institution("桐生大学", "JP"),
    "agreements": lambda fill: fill.agreement(fill.institution(), "桐生 MoU"),
    "faculty-stays": lambda fill: fill.faculty_stay(purpose="桐生"),
    "staff-stays": lambda fill: fill.staff_stay(notes="桐生"),
    "outcomes": lambda fill: fill.outcome(fill.faculty_stay(), "桐生"),
    "events": lambda fill: fill.event(place="桐生"),
    "courses": lambda fill: fill.course(provider="桐生"),
    "participations": lambda fill: fill.add(
        "participations", course=fill.course(), person=fill.person("桐生 梓"), status="enrolled"
    ),
    "headcounts": lambda fill: fill.add(
        "headcounts", category="admin", academic_year=2018, as_of="2018-05-01", count=54, source="桐生"
    ),
    "projects": lambda fill: fill.project("桐生織"),
    "visits": lambda fill: fill.visit(fill.person(), ref_no="桐生"),
    "published": lambda fill: fill.add("published", gauge="faculty-stays", academic_year=2018, value=5, source="桐生"),
}


def test_every_register_that_is_found_is_tried_here(kit: Store) -> None:
    found = {slug for slug in kit.registers if (r := kit.declared(slug)).findable and not r.view_of}
    assert found == {*ADDED, "targets"}


@pytest.mark.parametrize("register", ADDED)
def test_each_register_is_found(fill: Filling, register: str) -> None:
    record = ADDED[register](fill)
    assert fill.found("桐生", register) == [record]


def test_scores_are_not_found_anywhere_but_by_way_of_their_person(fill: Filling) -> None:
    person = fill.person()
    fill.score(person)
    assert fill.found("toeic") == []
    assert fill.found("大野") == [person]


@pytest.mark.parametrize("text", ["短期派遣", "short stays", "2018年度", "短期派遣 2018"])
@pytest.mark.parametrize("register", ["targets", "published"])
def test_a_gauge_s_figures_are_found_by_its_name_in_both_languages(fill: Filling, register: str, text: str) -> None:
    fill.add(register, gauge="staff-long-stays", academic_year=2017, value=1)
    record = fill.add(register, gauge="staff-short-stays", academic_year=2018, value=3)
    assert fill.found(text) == [record]


def test_a_head_count_is_found_by_its_category_in_both_languages(fill: Filling) -> None:
    record = fill.add("headcounts", category="admin", academic_year=2018, as_of="2018-05-01", count=54)
    assert fill.found("事務職員") == fill.found("administrative staff") == [record]


# Within words


def test_what_stands_within_a_word_is_found_where_no_word_begins_so(fill: Filling) -> None:
    studio = fill.project("Design studio")
    assert fill.found("tudio") == [studio]
    tudio = fill.project("Tudion")
    assert fill.found("tudio") == [tudio]


def test_a_list_and_a_reference_find_what_stands_within_a_word(kit: Store, fill: Filling) -> None:
    ohno = fill.person(name_roman="Ohno Ken")
    fill.person("青木 恵", name_roman="Aoki Megumi")
    assert fill.listed("people", text="hno") == fill.listed("people", text="ohnoken") == [ohno]
    assert [ref.id for ref, _ in kit.choices("person", "hno")] == [ohno]


def test_within_words_a_deleted_record_is_found_too(kit: Store, fill: Filling) -> None:
    gone = fill.project("Design studio")
    kit.delete("projects", [gone])
    assert [(hit.id, hit.deleted) for hit in kit.find("tudio")] == [(gone, True)]


def test_within_words_short_registers_are_looked_through_whole_and_of_long_ones_the_newest(
    kit: Store, fill: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "LOOKED_THROUGH", 10)
    kit.apply([Edit("people", values={"name_roman": f"Xohno {n}", "category": "admin"}) for n in range(20)])
    institution = fill.institution("Xohno")
    assert fill.found("ohno") == [*range(12, 21), institution]


def test_no_name_is_within_another_on_the_command_line(kit: Store, fill: Filling) -> None:
    fill.person(name_roman="Ohno Ken")
    with pytest.raises(NotFound):
        kit.resolve_record("people", "hno ken")


# By way of others


def test_what_belongs_to_a_person_is_found_by_the_name(fill: Filling) -> None:
    person, host = fill.person("青木 恵"), fill.institution("Aalto University", "FI")
    stay = fill.faculty_stay(person, host)
    event, outcome = fill.event(stay=stay), fill.outcome(stay)
    for text in ("青木", "aalto"):
        assert fill.found(text, "faculty-stays", "events", "outcomes") == [stay, event, outcome]


def test_after_a_new_name_what_belongs_to_the_person_is_found_by_that(kit: Store, fill: Filling) -> None:
    person = fill.person("青木 恵")
    stay = fill.faculty_stay(person)
    event, outcome = fill.event(stay=stay), fill.outcome(stay)
    kit.save("people", {"name": "桐生 恵"}, person)
    assert fill.found("桐生") == [person, stay, event, outcome]
    assert fill.found("青木") == []


def test_after_a_stay_has_gone_to_another_person_its_events_are_found_by_that_one(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay(fill.person("青木 恵"))
    event = fill.event(stay=stay)
    kit.save("faculty-stays", {"person": fill.person("桐生 梓")}, stay)
    assert fill.found("桐生", "faculty-stays", "events") == [stay, event]
    assert fill.found("青木", "faculty-stays", "events") == []


def test_a_project_s_events_are_found_by_its_lead_and_its_institution(kit: Store, fill: Filling) -> None:
    project = fill.project(lead=fill.person("青木 恵"), institution=fill.institution("Aalto", "FI"))
    event = fill.event(project=project)
    assert fill.found("青木 aalto", "projects", "events") == [project, event]
    kit.save("projects", {"lead": None}, project)
    assert fill.found("青木", "projects", "events") == []


def test_what_no_longer_stands_there_is_not_found(kit: Store, fill: Filling) -> None:
    person = fill.person(email="ohno@example.org")
    kit.save("people", {"email": ""}, person)
    assert fill.found("ohno@example.org") == []
    assert fill.found("大野") == [person]


# In which order


def test_hits_stand_by_register_in_the_declared_order(kit: Store, fill: Filling) -> None:
    institution = fill.institution("大野大学", "JP")
    project, person = fill.project("大野焼"), fill.person()
    assert [(hit.register, hit.id) for hit in kit.find("大野")] == [
        ("people", person),
        ("projects", project),
        ("institutions", institution),
    ]


def test_the_very_name_comes_first_then_what_begins_so_then_what_has_it_within(fill: Filling) -> None:
    within = fill.institution("University of Art", "FI")
    begins = fill.institution("Art University", "FI")
    exact = fill.institution("ART", "FI")
    assert fill.found("art") == [exact, begins, within]


def test_a_name_typed_without_its_space_is_the_very_name(fill: Filling) -> None:
    longer = fill.person("大野健一", name_kana="ア")
    exact = fill.person("大野 健", name_kana="オ")
    assert fill.found("大野健") == [exact, longer]
    assert fill.found("大野 健") == [exact, longer]


def test_of_equal_matches_people_stand_by_their_reading_and_stays_the_newest_first(fill: Filling) -> None:
    second = fill.person("大野 健", name_kana="オオノ ケン")
    first = fill.person("大野 愛", name_kana="オオノ アイ")
    older = fill.faculty_stay(first, start="2015-04-01")
    newer = fill.faculty_stay(second, fill.institution("EPFL"), start="2018-04-01")
    assert fill.found("大野") == [first, second, newer, older]


def test_registers_that_hold_the_very_name_come_first_each_with_all_it_has(kit: Store, fill: Filling) -> None:
    kth = fill.institution("KTH", "SE")
    other = fill.institution("KTH Library", "SE")
    stay = fill.faculty_stay(fill.person("青木 恵"), kth, purpose="KTH")
    project = fill.project("Weaving with KTH")
    assert [(hit.register, hit.id) for hit in kit.find("KTH")] == [
        ("institutions", kth),
        ("institutions", other),
        ("faculty-stays", stay),
        ("projects", project),
    ]


def test_deleted_records_come_last_of_all(kit: Store, fill: Filling) -> None:
    gone, person = fill.person("大野"), fill.person("大野 弘")
    institution = fill.institution("大野大学", "JP")
    kit.delete("people", [gone])
    assert [(hit.id, hit.deleted) for hit in kit.find("大野")] == [
        (person, False),
        (institution, False),
        (gone, True),
    ]


def test_each_register_shows_at_most_as_many_as_asked_for(kit: Store, fill: Filling) -> None:
    kit.apply([Edit("people", values={"name": f"大野 {n}", "category": "admin"}) for n in range(12)])
    fill.institution("大野大学", "JP")
    hits = kit.find("大野", limit=3)
    assert [hit.register for hit in hits] == ["people"] * 3 + ["institutions"]


def test_the_best_are_shown_of_more_than_are_shown(kit: Store, fill: Filling) -> None:
    kit.apply([Edit("people", values={"name": f"大野 {n}", "category": "admin"}) for n in range(30)])
    exact = fill.person("大野")
    assert [hit.id for hit in kit.find("大野", limit=1)] == [exact]


def test_find_looks_in_the_registers_asked_for(fill: Filling) -> None:
    fill.person()
    institution = fill.institution("大野大学", "JP")
    assert fill.found("大野", "institutions") == [institution]


def test_a_hit_says_what_is_usually_asked(kit: Store, fill: Filling) -> None:
    fill.faculty_stay(fill.person("青木 恵"), start="2018-09-01", end="2019-02-28")
    (hit,) = kit.find("青木", registers=["faculty-stays"])
    assert "ETH Zürich" in str(hit.detail)


# Text that is no word


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\x00", "\u202e", "\ud800", "\ufeff"])
def test_nothing_finds_nothing(fill: Filling, text: str) -> None:
    fill.person()
    assert fill.found(text) == []


@pytest.mark.parametrize("text", ["%", "_", "\\", "'", '"', "*", "-", "★", "☆★", "👩‍🔬", "...", "%%", "( )"])
def test_signs_are_found_as_they_stand(fill: Filling, text: str) -> None:
    fill.project("Silk")
    with_sign = fill.project(f"{text}")
    assert fill.found(text) == [with_sign]


@pytest.mark.parametrize(
    "text",
    [
        "' OR 1=1 --",
        '" OR "a"="a',
        "silk OR timber",
        "silk NOT timber",
        "silk* NEAR(timber)",
        "tokens:silk",
        "^silk",
        "silk)",
        "x'; DROP TABLE person; --",
        "silk AND",
        "NOT",
        "{silk}",
        "%silk%",
    ],
)
def test_what_is_typed_is_text_and_no_command(kit: Store, fill: Filling, text: str) -> None:
    project = fill.project(f"Begin {text} end")
    fill.project("Weaving")
    assert fill.found(text) == [project]
    assert kit.count(Query("projects", text=text)) == 1
    assert kit.count(Query("projects")) == 2


@pytest.mark.parametrize("letter", ["野", "a", "★", "あ", "1"])
def test_ten_thousand_characters_are_looked_for_and_found(fill: Filling, letter: str) -> None:
    text = letter * 10_000
    project = fill.project("Silk", notes=text)
    assert fill.found(text) == [project]
    assert fill.found(letter * 5 + "x") == []


# In a form


def test_choices_are_living_records_by_fit_with_what_is_usually_asked(kit: Store, fill: Filling) -> None:
    within, exact, gone = fill.institution("New Aalto"), fill.institution("Aalto"), fill.institution("Aalto old")
    kit.delete("institutions", [gone])
    assert [ref.id for ref, _ in kit.choices("institution", "aalto")] == [exact, within]
    assert len(kit.choices("institution", "aalto", limit=1)) == 1


def test_without_a_text_the_latest_records_are_offered(kit: Store, fill: Filling) -> None:
    ids = [fill.institution(name) for name in ("A", "B", "C")]
    assert [ref.id for ref, _ in kit.choices("institution", " ", limit=2)] == ids[:0:-1]


def test_whom_a_register_is_about_comes_first_and_the_others_after_them(kit: Store, fill: Filling) -> None:
    others = [fill.person("大野", "faculty"), fill.person("大野 健", "visitor")]
    staff = [fill.person("大野 花", "admin"), fill.person("小大野 花", "admin")]
    offered = kit.choices("person", "大野", likely={"category": "admin"})
    assert [ref.id for ref, _ in offered] == [*staff, *others]


def test_without_a_text_the_latest_of_those_whom_a_register_is_about_come_first(kit: Store, fill: Filling) -> None:
    first, second, *others = [
        fill.person(name, category) for name, category in (("A", "admin"), ("B", "admin"), ("C", "visitor"))
    ]
    gone = fill.person("D", "admin")
    kit.delete("people", [gone])
    offered = [kit.choices("person", "", limit, {"category": "admin"}) for limit in (1, 3)]
    assert [[ref.id for ref, _ in each] for each in offered] == [[second], [second, first, *others]]


def test_stays_of_both_registers_are_offered_the_best_of_them_first(kit: Store, fill: Filling) -> None:
    host = fill.institution()
    faculty = [fill.faculty_stay(fill.person(f"青木 {n}"), host) for n in "一二三"]
    staff = fill.staff_stay(fill.person("加藤 葵"), host, ref_no="青木")
    offered = kit.choices("stay", "青木", limit=2)
    assert [(ref.register, ref.id) for ref, _ in offered][0] == ("staff-stays", staff)
    assert offered[1][0].id in faculty


# On the command line and in files


@pytest.fixture
def named(fill: Filling) -> dict[str, int]:
    """Records with every kind of key, each named otherwise."""
    return {
        "person": fill.person("大野 健", name_kana="オオノ ケン", name_roman="Ohno Ken", staff_no="A0123"),
        "institution": fill.institution(ror="05a28rw58", name_native="チューリッヒ工科大学"),
        "project": fill.project(code="D-2018-07"),
    }


@pytest.mark.parametrize(
    ("register", "text", "table"),
    [
        ("people", "staff_no:A0123", "person"),
        ("people", "staff_no: A0123", "person"),
        ("people", "大野 健", "person"),
        ("people", " 大野 健\n", "person"),
        ("people", "大野健", "person"),
        ("people", "ohno ken", "person"),
        ("people", "おおの けん", "person"),
        ("people", "A0123", "person"),
        ("staff", "大野 健", "person"),
        ("institutions", "ror:05a28rw58", "institution"),
        ("institutions", "ETH Zürich", "institution"),
        ("institutions", "eth zurich", "institution"),
        ("institutions", "チューリッヒ工科大学", "institution"),
        ("projects", "code:D-2018-07", "project"),
        ("projects", "Weaving", "project"),
        ("projects", "D-2018-07 Weaving", "project"),
    ],
)
def test_a_record_is_named_by_its_key_or_its_name(
    kit: Store, named: dict[str, int], register: str, text: str, table: str
) -> None:
    assert kit.resolve_record(register, text) == named[table]


def test_a_bare_number_is_an_id(kit: Store, fill: Filling) -> None:
    person = fill.person()
    fill.person("7", staff_no="8")
    assert kit.resolve_record("people", str(person)) == person
    for text in ("7", "8", "0", "9" * 30, "9" * 10_000):
        with pytest.raises(NotFound):
            kit.resolve_record("people", text)


@pytest.mark.parametrize("text", ["大野", "野 健", "Ohno", "staff_no:a0123x", "code:A0123", "nobody", "\x00", "'"])
def test_a_piece_of_a_name_names_nobody(kit: Store, named: dict[str, int], text: str) -> None:
    with pytest.raises(NotFound):
        kit.resolve_record("people", text)


def test_a_deleted_record_is_not_named(kit: Store, named: dict[str, int]) -> None:
    kit.delete("people", [named["person"]])
    for text in ("大野 健", "staff_no:A0123", str(named["person"])):
        with pytest.raises(NotFound):
            kit.resolve_record("people", text)


def test_a_name_of_several_is_refused_with_all_of_them(kit: Store, fill: Filling) -> None:
    first, second = fill.person("大野 健", staff_no="A1"), fill.person("大野 健", staff_no="A2")
    fill.person("大野 健一")
    with pytest.raises(Ambiguous) as caught:
        kit.resolve_record("people", "大野 健")
    assert [ref.id for ref in caught.value.matches] == [first, second]


def test_each_record_of_a_name_is_told_with_what_tells_it_from_the_others(kit: Store, fill: Filling) -> None:
    first, second = fill.person("大野 健", staff_no="A1"), fill.person("大野 健", "admin", name_kana="オオノ タケシ")
    fill.employment(first, unit="繊維学系")
    with pytest.raises(Ambiguous) as caught:
        kit.resolve_record("people", "大野 健")
    assert f"{first} 大野 健 (A1, faculty, 繊維学系), {second} 大野 健 (オオノ タケシ, administrative staff)" in str(
        caught.value
    )


def test_of_a_name_that_very_many_have_the_first_are_told_and_all_are_counted(kit: Store, fill: Filling) -> None:
    kit.apply([Edit("people", values={"name": "大野 健", "category": "admin"}) for _ in range(30)])
    with pytest.raises(Ambiguous) as caught:
        kit.resolve_record("people", "大野 健")
    assert len(caught.value.matches) == 10
    assert "30 records" in str(caught.value)
    assert ", others." in str(caught.value)


@pytest.mark.parametrize("names", [("高橋 純", "髙橋 純"), ("大野 健", "大野健"), ("Ohno Ken", "OHNO KEN")])
def test_names_that_are_the_same_as_names_are_compared_are_never_told_apart_by_their_letters(
    kit: Store, fill: Filling, names: tuple[str, str]
) -> None:
    for name in names:
        fill.person(name)
    for name in names:
        with pytest.raises(Ambiguous):
            kit.resolve_record("people", name)


@pytest.mark.parametrize("aliases", ["ETH; ETHZ", "ETH；ETHZ", "ETH、ETHZ", "Poly;ETHZ ; ETH"])
def test_each_alias_is_a_name(kit: Store, fill: Filling, aliases: str) -> None:
    eth = fill.institution("ETH Zürich", aliases=aliases)
    fill.institution("ETH Library")
    assert kit.resolve_record("institutions", "ETHZ") == kit.resolve_record("institutions", "eth") == eth
    assert fill.found("ETH")[0] == eth


def test_a_name_is_known_among_more_records_than_are_looked_at_when_one_types(kit: Store, fill: Filling) -> None:
    kit.apply([Edit("people", values={"name": f"大野 健 {n}", "category": "admin"}) for n in range(250)])
    last = fill.person("大野 健")
    assert kit.resolve_record("people", "大野 健") == last


def test_a_reference_is_resolved_in_the_table_that_it_points_to(kit: Store, named: dict[str, int]) -> None:
    field = kit.registers["visits"].fields["institution"]
    assert kit.resolve(field, "ror:05a28rw58") == named["institution"]
    assert kit.resolve(field, "  ") is None


def test_what_another_has_saved_is_found(kit: Store) -> None:
    person = Filling(open_as(kit.path, "sato")).person("青木 恵")
    assert [hit.id for hit in kit.find("青木")] == [person]
