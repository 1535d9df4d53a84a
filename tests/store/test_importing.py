"""Many records at once: what comes in is what single saves would have made of it, and all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from filling import Filling, day, open_as

from kit_tui.domain.roles import Role
from kit_tui.domain.wording import Refused, say
from kit_tui.models import RECORDS
from kit_tui.registers import REGISTERS
from kit_tui.store import Busy, NotAllowed, Query, Store
from kit_tui.store.bulk import Import, Summary
from tests.places import Places, raw

IN_ORDER = [r.slug for model in RECORDS for r in REGISTERS if r.model is model and not r.view_of]
"""The registers that keep records, each after those it refers to."""

Rows = Sequence[Mapping[str, Any]]


def settled(kit: Store, register: str, rows: Rows, *, keep_ids: bool = False) -> Import:
    """An import of rows whose lines count from 2, as under a heading."""
    importing = kit.importing(register, keep_ids=keep_ids)
    importing.add(list(enumerate(rows, 2)))
    importing.settle()
    return importing


def take_in(kit: Store, register: str, rows: Rows, *, keep_ids: bool = False) -> Summary:
    """The rows written."""
    with closing(settled(kit, register, rows, keep_ids=keep_ids)) as importing:
        assert [(problem.line, say(problem.message, "en")) for problem in importing.problems] == []
        return kit.take_in(importing)


def wrong(kit: Store, register: str, rows: Rows, *, keep_ids: bool = False) -> list[tuple[int, str, str]]:
    """What is wrong with the rows: line, field and sentence."""
    with closing(settled(kit, register, rows, keep_ids=keep_ids)) as importing:
        return sorted((p.line, p.field, say(p.message, "en")) for p in importing.problems)


def person(name: str, **values: Any) -> dict[str, Any]:
    return {"name": name, "category": "admin"} | values


def employed(who: int, start: str, end: str | None = None, **values: Any) -> dict[str, Any]:
    until = day(end) if end else None
    return {"person": who, "contract": "full_time", "start": day(start), "end": until} | values


def index(kit: Store) -> list[tuple[Any, ...]]:
    """The search index as it stands in the database."""
    with raw(kit.path) as connection:
        return connection.execute("SELECT id, words, tokens FROM search_entry ORDER BY id")


@pytest.fixture
def other(another_path: Path | str) -> Iterator[Store]:
    """Another empty register."""
    other = open_as(another_path)
    yield other
    other.close()


@pytest.fixture(scope="module")
def example(places: Places) -> Iterator[Store]:
    """The example, to be read."""
    with places.example() as path:
        example = open_as(path)
        yield example
        example.close()


def records(kit: Store, register: str) -> list[dict[str, Any]]:
    """The records of a register as they would be typed, by id."""
    return [{"id": e.id} | e.plain() for e in sorted(kit.each(Query(register)), key=lambda entry: entry.id)]


# Like single saves


def test_an_import_makes_what_saves_would_have_made(kit: Store, example: Store) -> None:
    for slug in IN_ORDER:
        rows = records(example, slug)
        assert rows
        take_in(kit, slug, rows, keep_ids=True)
    for slug in IN_ORDER:
        assert records(kit, slug) == records(example, slug)
        for found in ({}, {"deleted": True}):
            query = Query(slug, **found)
            assert kit.ordering(query).ids == example.ordering(query).ids
    assert index(kit) == index(example)
    assert kit.check() == []


def test_rows_get_the_numbers_and_the_history_that_saves_would_get(kit: Store, other: Store) -> None:
    rows = [person(f"大野 {n}", staff_no=f"A{n}") for n in range(20)]
    for row in rows:
        kit.save("people", row)
    take_in(other, "people", rows)
    assert records(other, "people") == records(kit, "people")
    assert index(other) == index(kit)
    assert [(s.kind, s.version, s.changes) for s in other.history("people", 7)] == [("import", 1, ())]


def test_an_import_is_one_operation(kit: Store, fill: Filling) -> None:
    fill.person("大野 健", staff_no="A1")
    summary = take_in(kit, "people", [person("大野 弘", staff_no="A1"), person("青木 恵"), person("加藤 葵")])
    assert (summary.new, summary.changed, summary.unchanged) == (2, 1, 0)
    (line, _) = kit.latest()
    assert (line.kind, line.rows, line.operation) == ("import", 3, summary.operation)


def test_blanks_and_usual_answers_are_those_of_a_save(kit: Store, fill: Filling) -> None:
    stay = {"person": fill.person(), "institution": fill.institution(), "start": day("2018-09-01"), "ref_no": None}
    (saved,) = kit.save("faculty-stays", stay).ids
    take_in(kit, "faculty-stays", [stay])
    assert fill.listed("faculty-stays") == [saved + 1, saved]
    assert kit.entry("faculty-stays", saved + 1).values == kit.entry("faculty-stays", saved).values


def test_text_is_cleaned_as_in_a_save(kit: Store, fill: Filling) -> None:
    take_in(kit, "people", [person(" 大野\n健\x00 ", notes="one\r\ntwo\u202e")])
    (entry,) = kit.each(Query("people"))
    assert (entry.title, entry.values["notes"]) == ("大野 健", "one\ntwo")


def test_a_total_is_added_up_as_in_a_save(kit: Store, fill: Filling) -> None:
    score = {"person": fill.person(), "test": "toeic_lr", "date": day("2018-06-17"), "listening": 400, "reading": 330}
    take_in(kit, "scores", [score])
    assert records(kit, "scores")[0]["total"] == 730


# Which record a row is about


def test_a_row_whose_key_is_there_changes_that_record(kit: Store, fill: Filling) -> None:
    known = fill.person("大野 健", staff_no="A1", email="ohno@example.org")
    take_in(kit, "people", [{"staff_no": "A1", "name": "大野 弘"}])
    entry = kit.entry("people", known)
    assert (entry.title, entry.values["email"], entry.version) == ("大野 弘", "ohno@example.org", 2)
    assert fill.found("弘") == [known]
    assert fill.found("健") == []


def test_a_row_whose_id_is_there_changes_that_record_key_and_all(kit: Store, fill: Filling) -> None:
    known = fill.person("大野 健", staff_no="A1")
    take_in(kit, "people", [{"id": known, "staff_no": "A2"}])
    assert fill.value("people", known, "staff_no") == "A2"


def test_a_row_whose_id_is_not_there_is_new(kit: Store, fill: Filling) -> None:
    assert take_in(kit, "people", [person("大野 健", id=70)]).new == 1
    assert fill.listed("people") == [1]


def test_a_row_about_a_deleted_record_is_new(kit: Store, fill: Filling) -> None:
    gone = fill.person("大野 健", staff_no="A1")
    kit.delete("people", [gone])
    assert take_in(kit, "people", [person("大野 健", id=gone, staff_no="A1")]).new == 1
    assert fill.listed("people") == [gone + 1]


def test_a_row_that_says_what_is_known_changes_nothing(kit: Store, fill: Filling) -> None:
    known = fill.person("大野 健", "admin", staff_no="A1")
    summary = take_in(kit, "people", [person("大野 健", staff_no="A1"), person("青木 恵")])
    assert (summary.new, summary.changed, summary.unchanged) == (1, 0, 1)
    assert kit.entry("people", known).version == 1


def test_nothing_but_what_is_known_is_no_operation(kit: Store, fill: Filling) -> None:
    fill.person("大野 健", "admin", staff_no="A1")
    assert take_in(kit, "people", [person("大野 健", staff_no="A1")]).operation == 0
    assert len(kit.latest()) == 1


def test_a_change_is_in_the_record_s_history(kit: Store, fill: Filling) -> None:
    known = fill.person("大野 健", "admin", staff_no="A1")
    take_in(kit, "people", [person("大野 弘", staff_no="A1", nationality="JP")])
    (step, _) = kit.history("people", known)
    assert {f.name: (before, after) for f, before, after in step.changes if f} == {
        "name": ("大野 健", "大野 弘"),
        "nationality": ("", "JP"),
    }


def test_what_is_found_by_a_record_s_name_is_found_by_its_new_one(kit: Store, fill: Filling) -> None:
    known = fill.person("大野 健", staff_no="A1")
    stay = fill.faculty_stay(known)
    event = fill.event(stay=stay)
    take_in(kit, "people", [{"staff_no": "A1", "name": "桐生 健"}])
    assert fill.found("桐生") == [known, stay, event]
    assert fill.found("大野") == []


def test_records_may_exchange_their_keys(kit: Store, fill: Filling) -> None:
    first, second = fill.person("大野 健", staff_no="A1"), fill.person("青木 恵", staff_no="A2")
    take_in(kit, "people", [{"id": first, "staff_no": "A2"}, {"id": second, "staff_no": "A1"}])
    assert [fill.value("people", record, "staff_no") for record in (first, second)] == ["A2", "A1"]
    assert kit.check() == []


def test_a_new_record_may_take_the_key_that_another_gives_up(kit: Store, fill: Filling) -> None:
    known = fill.person("大野 健", staff_no="A1")
    take_in(kit, "people", [{"id": known, "staff_no": "B1"}, person("青木 恵", staff_no=None, orcid=None)])
    take_in(kit, "people", [{"id": known, "staff_no": "B2"}, person("加藤 葵", staff_no="B3")])
    assert fill.value("people", known, "staff_no") == "B2"


def test_a_faculty_stay_is_not_changed_through_the_staff_s(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay()
    found = wrong(kit, "staff-stays", [{"id": stay, "programme": "staff_short"}])
    assert found == [(2, "id", f"Overseas has no record {stay}.")]


# What is wrong with rows


def test_what_is_wrong_is_told_with_its_line_and_its_field(kit: Store, fill: Filling) -> None:
    score = {"person": fill.person(), "test": "toeic_lr", "date": day("2018-06-17")}
    rows = [score | {"total": 730}, score | {"total": 731}, score | {"test": "toefl", "total": 600}]
    assert [(line, field) for line, field, _ in wrong(kit, "scores", rows)] == [(3, "total"), (4, "test")]


def test_an_end_before_its_start_is_told(kit: Store, fill: Filling) -> None:
    assert wrong(kit, "employments", [employed(fill.person(), "2018-04-01", "2017-03-31")]) == [
        (2, "end", "The end, 2017-03-31, is before the start, 2018-04-01.")
    ]


def test_references_to_nothing_and_to_what_is_deleted_are_told(kit: Store, fill: Filling) -> None:
    gone = fill.person("大野 健")
    kit.delete("people", [gone])
    rows = [employed(gone, "2018-04-01"), employed(999, "2018-04-01"), employed(fill.person(), "2018-04-01")]
    assert wrong(kit, "employments", rows) == [
        (2, "person", "大野 健 has been deleted. Bring it back first."),
        (3, "person", "People has no record 999."),
    ]


def test_a_key_that_stands_in_several_rows_is_told_for_each_but_the_first(kit: Store) -> None:
    rows = [person(name, staff_no=key) for name, key in (("a", "A1"), ("b", "A2"), ("c", "A1"), ("d", "A1"))]
    assert wrong(kit, "people", rows) == [
        (4, "staff_no", "Row 2 has the same Staff no. already."),
        (5, "staff_no", "Row 2 has the same Staff no. already."),
    ]


def test_blank_keys_are_no_one_s(kit: Store) -> None:
    assert take_in(kit, "people", [person("大野 健", staff_no=None)] * 3).new == 3


def test_a_key_that_a_record_has_which_no_row_changes_is_told(kit: Store, fill: Filling) -> None:
    fill.person("大野 健", staff_no="A1")
    known = fill.person("青木 恵", staff_no="A2")
    assert wrong(kit, "people", [{"id": known, "staff_no": "A1"}]) == [
        (2, "staff_no", "大野 健 has the same Staff no. already.")
    ]


def test_a_key_of_several_fields_is_told(kit: Store, fill: Filling) -> None:
    ohno = fill.person()
    fill.score(ohno, test="toeic_lr")
    known = fill.score(ohno, test="toeic_lr_ip")
    online = {"person": ohno, "test": "toeic_lr_ip_online", "date": day("2018-06-17"), "total": 730}
    assert wrong(kit, "scores", [{"id": known, "test": "toeic_lr"}, online, online]) == [
        (2, "person", "大野 健, 2018-06-17, 730 has the same Person, Test, Test date already."),
        (4, "person", "Row 3 has the same Person, Test, Test date already."),
    ]


def test_a_row_whose_key_of_several_fields_is_there_changes_that_record(kit: Store, fill: Filling) -> None:
    ohno = fill.person()
    known, other = fill.score(ohno, 700), fill.score(ohno, 700, test="toeic_lr")
    take_in(kit, "scores", [{"person": ohno, "test": "toeic_lr_ip", "date": day("2018-06-17"), "total": 800}])
    assert [fill.value("scores", score, "total") for score in (known, other)] == [800, 700]


def test_a_milestone_of_another_year_is_another(kit: Store, fill: Filling) -> None:
    fill.target(year=2018, role="milestone")
    target = {"gauge": "faculty-stays", "value": 6, "role": "milestone"}
    summary = take_in(kit, "targets", [target | {"academic_year": year} for year in (2018, 2019)])
    assert (summary.new, summary.changed) == (1, 1)


def test_a_gauge_s_final_target_is_one_and_its_milestones_many(kit: Store, fill: Filling) -> None:
    fill.target(year=2018)
    target = {"gauge": "faculty-stays", "value": 5}
    rows = [target | {"academic_year": year, "role": "milestone"} for year in (2019, 2020)]
    assert wrong(kit, "targets", rows) == []
    found = wrong(kit, "targets", [*rows, target | {"academic_year": 2023, "role": "final"}])
    assert [(line, field) for line, field, _ in found] == [(4, "gauge")]


def test_rows_about_one_record_are_told(kit: Store, fill: Filling) -> None:
    known = fill.person("大野 健", staff_no="A1")
    rows = [{"staff_no": "A1", "email": "a@example.org"}, {"id": known, "email": "b@example.org"}]
    assert wrong(kit, "people", rows) == [(3, "id", "Row 2 is about the same record: delete one of them.")]


def test_times_that_overlap_among_the_rows_are_told(kit: Store, fill: Filling) -> None:
    ohno, aoki = fill.person(), fill.person("青木 恵")
    rows = [
        employed(ohno, "2015-04-01", "2016-03-31"),
        employed(aoki, "2015-04-01"),
        employed(ohno, "2016-04-01"),
        employed(ohno, "2016-03-31", "2016-03-31"),
        employed(aoki, "2010-04-01", "2015-03-31"),
    ]
    assert wrong(kit, "employments", rows) == [(5, "start", "This overlaps with row 2.")]


def test_times_that_overlap_with_records_are_told_on_the_row_s_line(kit: Store, fill: Filling) -> None:
    ohno = fill.person()
    for start, end in (("2012-04-01", "2012-04-30"), ("2013-04-01", "2013-04-30"), ("2014-04-01", None)):
        fill.employment(ohno, start, end, unit=start)
    rows = [employed(ohno, "2010-04-01", "2012-03-31"), employed(ohno, "2013-04-30", "2013-12-31")]
    assert wrong(kit, "employments", rows) == [(3, "start", "This overlaps with 大野 健 2013-04-01.")]


def test_records_that_rows_change_are_in_nobody_s_way(kit: Store, fill: Filling) -> None:
    ohno = fill.person()
    known = fill.employment(ohno, "2012-04-01")
    rows = [{"id": known, "end": day("2014-03-31")}, employed(ohno, "2014-04-01")]
    assert take_in(kit, "employments", rows).changed == 1


def test_rows_with_problems_are_not_written(kit: Store) -> None:
    with closing(settled(kit, "people", [person("大野 健"), person("")])) as importing, pytest.raises(Refused):
        kit.take_in(importing)
    assert kit.count(Query("people")) == 0


def test_rows_that_were_never_looked_at_together_are_before_they_are_written(kit: Store) -> None:
    with closing(kit.importing("people")) as importing:
        importing.add([(2, person("大野 健", staff_no="A1")), (3, person("青木 恵", staff_no="A1"))])
        with pytest.raises(Refused):
            kit.take_in(importing)
    assert kit.count(Query("people")) == 0


def test_after_many_problems_no_more_are_looked_for(kit: Store) -> None:
    with closing(kit.importing("people")) as importing:
        importing.add([(n, person("")) for n in range(3000)])
        assert len(importing.problems) == 1000


def test_who_may_not_import_or_change_a_register_is_refused(kit: Store) -> None:
    with pytest.raises(NotAllowed):
        open_as(kit.path, "kimura", Role.VIEWER).importing("people")
    with pytest.raises(NotAllowed):
        open_as(kit.path, "kimura", Role.EDITOR).importing("targets")


# What others do meanwhile


@pytest.fixture
def sato(kit: Store) -> Iterator[Filling]:
    """A colleague who has the register open too."""
    sato = open_as(kit.path, "sato")
    yield Filling(sato)
    sato.close()


def refused_whole(kit: Store, importing: Import) -> None:
    """The import is refused because of what changed, and nothing of it is there."""
    before = kit.latest(1)[0].operation
    with closing(importing), pytest.raises(Refused, match="Somebody changed these records"):
        kit.take_in(importing)
    assert kit.latest(1)[0].operation == before
    assert kit.check() == []


def test_a_record_that_somebody_changed_meanwhile_is_not_overwritten(kit: Store, fill: Filling, sato: Filling) -> None:
    known = fill.person("大野 健", staff_no="A1")
    importing = settled(kit, "people", [person("青木 恵"), {"staff_no": "A1", "name": "大野 弘"}])
    sato.kit.save("people", {"email": "ohno@example.org"}, known)
    refused_whole(kit, importing)


def test_a_record_that_somebody_deleted_meanwhile_is_not_changed(kit: Store, fill: Filling, sato: Filling) -> None:
    known = fill.person("大野 健", staff_no="A1")
    importing = settled(kit, "people", [{"staff_no": "A1", "name": "大野 弘"}])
    sato.kit.delete("people", [known])
    refused_whole(kit, importing)


def test_a_key_that_somebody_took_meanwhile_is_refused(kit: Store, sato: Filling) -> None:
    importing = settled(kit, "people", [person("大野 健", staff_no="A1")])
    sato.person("青木 恵", staff_no="A1")
    refused_whole(kit, importing)


def test_a_reference_that_somebody_deleted_meanwhile_is_refused(kit: Store, fill: Filling, sato: Filling) -> None:
    ohno = fill.person()
    importing = settled(kit, "employments", [employed(ohno, "2018-04-01")])
    sato.kit.delete("people", [ohno])
    refused_whole(kit, importing)


def test_a_time_that_somebody_filled_meanwhile_is_refused(kit: Store, fill: Filling, sato: Filling) -> None:
    ohno = fill.person()
    importing = settled(kit, "employments", [employed(ohno, "2018-04-01")])
    sato.employment(ohno)
    refused_whole(kit, importing)


def test_what_others_did_elsewhere_stands_in_no_import_s_way(kit: Store, sato: Filling) -> None:
    importing = settled(kit, "people", [person("大野 健", staff_no="A1")])
    sato.person("青木 恵", staff_no="A2")
    with closing(importing):
        assert kit.take_in(importing).new == 1
    assert kit.check() == []


def test_a_name_that_somebody_changed_meanwhile_is_the_one_that_is_found_by(
    kit: Store, fill: Filling, sato: Filling
) -> None:
    ohno, host = fill.person("大野 健"), fill.institution()
    importing = settled(kit, "faculty-stays", [{"person": ohno, "institution": host, "start": day("2018-09-01")}])
    sato.kit.save("people", {"name": "桐生 健"}, ohno)
    with closing(importing):
        kit.take_in(importing)
    assert fill.found("桐生", "faculty-stays") == [1]
    assert fill.found("大野", "faculty-stays") == []


def test_others_write_while_an_import_is_prepared(kit: Store, sato: Filling) -> None:
    with closing(settled(kit, "people", [person("大野 健")])) as importing:
        assert sato.person("青木 恵") == 1
        kit.take_in(importing)
    assert [row["name"] for row in records(kit, "people")] == ["青木 恵", "大野 健"]


def test_two_imports_of_two_people_are_prepared_side_by_side(kit: Store, sato: Filling) -> None:
    mine = settled(kit, "people", [person("大野 健")])
    theirs = settled(sato.kit, "people", [person("青木 恵")])
    with closing(mine), closing(theirs):
        sato.kit.take_in(theirs)
        kit.take_in(mine)
    assert kit.count(Query("people")) == 2
    assert kit.check() == []


def test_a_save_that_meets_an_import_says_that_somebody_is_writing(kit: Store, sato: Filling) -> None:
    sato.kit._core.database.timeout = 0
    with kit.whole(), pytest.raises(Busy):
        sato.person()


# Ids that are kept


def test_ids_are_kept(kit: Store, fill: Filling) -> None:
    take_in(kit, "people", [person("大野 健", id=7), person("青木 恵", id=3)], keep_ids=True)
    assert [(row["id"], row["name"]) for row in records(kit, "people")] == [(3, "青木 恵"), (7, "大野 健")]
    assert fill.found("大野") == [7]
    assert fill.person("加藤 葵") == 8
    assert kit.check() == []


def test_rows_without_an_id_come_after_those_that_have_one(kit: Store, fill: Filling) -> None:
    take_in(kit, "people", [person("大野 健"), person("青木 恵", id=70), person("加藤 葵", id=2)], keep_ids=True)
    assert {row["name"] for row in records(kit, "people") if row["id"] > 70} == {"大野 健"}


def test_an_id_in_two_rows_is_told(kit: Store) -> None:
    rows = [person("大野 健", id=7), person("青木 恵", id=7)]
    assert wrong(kit, "people", rows, keep_ids=True) == [
        (3, "id", "Row 2 is about the same record: delete one of them.")
    ]


def test_rows_may_refer_to_one_another_by_the_ids_they_keep(kit: Store, fill: Filling) -> None:
    visit = {"visitor": fill.person(), "start": day("2018-10-01")}
    rows = [visit | {"id": 9, "extends": 4}, visit | {"id": 4}]
    take_in(kit, "visits", rows, keep_ids=True)
    assert fill.value("visits", 9, "extends") == 4
    assert wrong(kit, "visits", [visit | {"id": 12, "extends": 13}], keep_ids=True) == [
        (2, "extends", "Incoming visits has no record 13.")
    ]


def test_a_row_may_not_refer_to_itself(kit: Store, fill: Filling) -> None:
    visit = {"visitor": fill.person(), "start": day("2018-10-01"), "id": 9, "extends": 9}
    assert [(line, field) for line, field, _ in wrong(kit, "visits", [visit], keep_ids=True)] == [(2, "extends")]


# Several imports as a whole


def test_several_imports_as_a_whole_see_one_another(kit: Store, fill: Filling) -> None:
    with kit.whole():
        take_in(kit, "people", [person("大野 健")])
        take_in(kit, "employments", [employed(1, "2018-04-01")])
    assert fill.listed("employments") == [1]
    assert kit.check() == []


def test_when_one_of_several_imports_fails_nothing_is_left_of_any(kit: Store, fill: Filling) -> None:
    def all_of_them() -> None:
        with kit.whole():
            take_in(kit, "people", [person("大野 健")])
            with closing(settled(kit, "employments", [employed(999, "2018-04-01")])) as importing:
                kit.take_in(importing)

    with pytest.raises(Refused):
        all_of_them()
    assert (kit.count(Query("people")), kit.latest(), index(kit)) == (0, [], [])
    take_in(kit, "people", [person("青木 恵")])
    assert fill.found("青木") == [1]


def test_what_is_not_meant_to_stay_is_taken_back_without_a_trace(kit: Store) -> None:
    class TakenBack(Exception):
        """Nothing is to stay."""

    with suppress(TakenBack), kit.whole():
        take_in(kit, "people", [person("大野 健")])
        raise TakenBack
    assert (kit.count(Query("people")), kit.latest(), index(kit), kit.check()) == (0, [], [], [])


def test_an_import_that_is_closed_leaves_nothing_behind(kit: Store) -> None:
    with closing(settled(kit, "people", [person("大野 健")])):
        pass
    assert take_in(kit, "people", [person("青木 恵")]).new == 1
    assert [row["name"] for row in records(kit, "people")] == ["青木 恵"]
