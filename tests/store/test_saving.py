"""Saving: what a record must be, what of it changes, and who may change it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import pytest
from filling import Filling, day, open_as, problems

from kit_tui.domain.roles import Role
from kit_tui.domain.wording import say
from kit_tui.store import Condition, Edit, Invalid, NotAllowed, NotFound, Query, Store
from tests.places import raw

NOBODY = 999


def refused(kit: Store, register: str, values: Mapping[str, Any], record: int | None = None) -> dict[str, str]:
    """What is said of the fields of a record that can't be saved."""
    with pytest.raises(Invalid) as caught:
        kit.save(register, values, record)
    return problems(caught.value)


def column(kit: Store, sql: str) -> list[Any]:
    """What stands in the database itself."""
    with raw(kit.path) as connection:
        return [row[0] for row in connection.execute(sql)]


# What a record must be


@pytest.mark.parametrize(
    ("register", "values", "field"),
    [
        ("people", {"category": "admin"}, "name"),
        ("people", {"name": "大野 健"}, "category"),
        ("institutions", {"country": "CH"}, "name"),
        ("institutions", {"name": "ETH"}, "country"),
        ("courses", {"name": "English", "kind": "other"}, "academic_year"),
        ("events", {"title": "Lecture", "kind": "lecture"}, "start"),
        ("faculty-stays", {"start": day("2018-04-01")}, "person"),
    ],
)
def test_what_is_required_must_be_given(kit: Store, register: str, values: dict[str, Any], field: str) -> None:
    assert field in refused(kit, register, values)


def test_a_required_text_of_control_characters_alone_is_none(kit: Store) -> None:
    assert refused(kit, "institutions", {"name": "\x1b\u202e ", "country": "CH"}) == {
        "name": "Institution name is required."
    }


def test_every_rule_broken_is_told_at_once(kit: Store) -> None:
    assert refused(kit, "institutions", {"name": ""}).keys() == {"name", "country"}


def test_an_answer_that_is_not_one_of_the_choices_is_refused(kit: Store) -> None:
    assert "visitor" in refused(kit, "people", {"name": "大野 健", "category": "dean"})["category"]


@pytest.mark.parametrize("hours", [-1, 1_000_000_000])
def test_a_number_out_of_its_range_is_refused(kit: Store, hours: int) -> None:
    course = {"name": "English", "kind": "other", "academic_year": 2018, "hours": hours}
    assert refused(kit, "courses", course) == {"hours": "Hours must be from 0 to 999999999."}


@pytest.mark.parametrize("register", ["employments", "faculty-stays", "events", "visits", "courses", "agreements"])
def test_an_end_before_the_start_is_refused(kit: Store, register: str) -> None:
    values = {"start": day("2018-04-02"), "end": day("2018-04-01")}
    assert refused(kit, register, values)["end"] == "The end, 2018-04-01, is before the start, 2018-04-02."


def test_a_day_may_be_both_start_and_end(fill: Filling) -> None:
    assert fill.event(start="2018-10-01", end="2018-10-01")


def test_someone_who_is_back_has_a_day_of_return(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay()
    assert refused(kit, "faculty-stays", {"status": "returned"}, stay).keys() == {"end"}


def test_a_field_that_the_register_has_not_is_refused_by_name(kit: Store) -> None:
    with pytest.raises(NotFound, match='no field "shoe_size"'):
        kit.save("people", {"name": "大野 健", "category": "faculty", "shoe_size": 27})


def test_a_register_that_is_not_there_is_refused_by_name(kit: Store) -> None:
    with pytest.raises(NotFound, match='no register "peoples"'):
        kit.save("peoples", {})


def test_a_record_that_is_not_there_can_t_be_changed(kit: Store) -> None:
    with pytest.raises(NotFound, match="People has no record 999"):
        kit.save("people", {"name": "大野 健"}, NOBODY)


def test_a_number_that_no_database_takes_is_a_record_that_is_not_there(kit: Store) -> None:
    with pytest.raises(NotFound):
        kit.entry("people", 10**30)


# References


def test_a_reference_to_nothing_is_refused(kit: Store) -> None:
    employment = {"person": NOBODY, "contract": "full_time", "start": day("2018-04-01")}
    assert refused(kit, "employments", employment) == {"person": "People has no record 999."}


def test_a_reference_to_a_deleted_record_is_refused(kit: Store, fill: Filling) -> None:
    person = fill.person()
    kit.delete("people", [person])
    employment = {"person": person, "contract": "full_time", "start": day("2018-04-01")}
    assert refused(kit, "employments", employment).keys() == {"person"}


@pytest.mark.parametrize("slug", ["faculty-stays", "staff-stays"])
def test_an_event_may_be_of_either_kind_of_stay_unless_that_is_deleted(kit: Store, fill: Filling, slug: str) -> None:
    stay = fill.faculty_stay() if slug == "faculty-stays" else fill.staff_stay()
    event = fill.event(stay=stay)
    kit.save("events", {"stay": None}, event)
    kit.delete(slug, [stay])
    assert refused(kit, "events", {"stay": stay}, event).keys() == {"stay"}


def test_an_outcome_comes_of_a_stay_or_a_project_and_not_of_both(kit: Store, fill: Filling) -> None:
    stay, project = fill.faculty_stay(), fill.project()
    values = {"kind": "joint_paper", "title": "Silk"}
    assert refused(kit, "outcomes", values).keys() == {"stay"}
    assert refused(kit, "outcomes", values | {"stay": stay, "project": project}).keys() == {"stay"}


def test_a_visit_can_t_prolong_itself(kit: Store, fill: Filling) -> None:
    visit = fill.visit(fill.person())
    assert refused(kit, "visits", {"extends": visit}, visit).keys() == {"extends"}


# What no two records may share


@pytest.mark.parametrize(
    ("register", "values"),
    [
        ("people", {"name": "大野 健", "category": "faculty", "staff_no": "A0123"}),
        ("people", {"name": "大野 健", "category": "faculty", "orcid": "0000-0002-1825-0097"}),
        ("institutions", {"name": "ETH", "country": "CH", "ror": "05a28rw58"}),
        ("projects", {"title": "Weaving", "field": "design", "academic_year": 2018, "code": "D-2018-01"}),
        ("headcounts", {"category": "admin", "academic_year": 2018, "as_of": day("2018-05-01"), "count": 9}),
        ("targets", {"gauge": "faculty-stays", "academic_year": 2018, "role": "milestone", "value": 5}),
    ],
)  # fmt: skip
def test_a_key_is_of_one_record_alone(kit: Store, register: str, values: dict[str, Any]) -> None:
    first = kit.save(register, values).ids[0]
    title = kit.entry(register, first).title
    (sentence,) = refused(kit, register, values).values()
    assert sentence.startswith(f"{title} has the same ")


def test_a_person_takes_a_course_once(kit: Store, fill: Filling) -> None:
    part = {"course": fill.course(), "person": fill.person(), "status": "enrolled"}
    kit.save("participations", part)
    assert refused(kit, "participations", part).keys() == {"course"}


def test_a_person_takes_a_test_once_a_day(kit: Store, fill: Filling) -> None:
    person = fill.person()
    fill.score(person, 700)
    score = {"person": person, "test": "toeic_lr_ip", "date": day("2018-06-17"), "total": 800}
    assert refused(kit, "scores", score).keys() == {"person"}
    assert fill.score(person, 800, test="toeic_lr")


def test_a_record_may_keep_its_own_key(kit: Store, fill: Filling) -> None:
    person = fill.person(staff_no="A0123")
    kit.save("people", {"staff_no": "A0123", "email": "ohno@example.org"}, person)
    assert fill.value("people", person, "email") == "ohno@example.org"


def test_the_key_of_a_deleted_record_is_free(kit: Store, fill: Filling) -> None:
    kit.delete("people", [fill.person(staff_no="A0123")])
    assert fill.person(staff_no="A0123")


@pytest.mark.parametrize("role", ["baseline", "final"])
def test_a_gauge_has_one_baseline_and_one_final_target(kit: Store, fill: Filling, role: str) -> None:
    fill.target(year=2018, role=role)
    again = {"gauge": "faculty-stays", "academic_year": 2020, "role": role, "value": 5}
    assert refused(kit, "targets", again).keys() == {"gauge"}
    assert fill.target("unit-visits", year=2018, role=role)


def test_a_gauge_may_have_several_milestones(fill: Filling) -> None:
    assert len({fill.target(year=year, role="milestone") for year in (2018, 2019, 2020)}) == 3


# Times that overlap


@pytest.mark.parametrize(
    ("start", "end"),
    [("2014-01-01", "2015-04-01"), ("2015-06-01", "2015-07-01"), ("2016-03-31", None), ("2010-01-01", None)],
)
def test_employments_of_a_person_may_not_overlap(kit: Store, fill: Filling, start: str, end: str | None) -> None:
    person = fill.person()
    fill.employment(person, "2015-04-01", "2016-03-31", unit="国際課")
    again = {
        "person": person,
        "contract": "full_time",
        "start": day(start),
        "end": day(end) if end else None,
    }
    assert refused(kit, "employments", again) == {"start": "This overlaps with 大野 健 国際課."}


def test_employments_may_follow_one_another_and_those_of_others_overlap(fill: Filling) -> None:
    person, other = fill.person(), fill.person("青木 恵")
    fill.employment(person, "2015-04-01", "2016-03-31")
    assert fill.employment(person, "2016-04-01")
    assert fill.employment(other, "2015-04-01")


def test_an_open_employment_lasts_for_ever(kit: Store, fill: Filling) -> None:
    person = fill.person()
    fill.employment(person, "2015-04-01")
    assert refused(kit, "employments", {"person": person, "contract": "full_time", "start": day("2090-04-01")})


def test_an_employment_does_not_overlap_with_itself(kit: Store, fill: Filling) -> None:
    employment = fill.employment(fill.person(), "2015-04-01")
    kit.save("employments", {"start": day("2015-05-01")}, employment)
    assert fill.value("employments", employment, "start") == day("2015-05-01")


def test_stays_that_overlap_are_a_warning(kit: Store, fill: Filling) -> None:
    person = fill.person()
    stay = fill.faculty_stay(person, start="2018-09-01", end="2018-12-01")
    also = {"person": person, "institution": 1, "start": day("2018-11-01"), "status": "planned"}
    assert [say(w, "en") for w in kit.warnings("faculty-stays", also)] == [
        "Also in this time: 大野 健, ETH Zürich, 2018-09-01."
    ]
    assert kit.warnings("faculty-stays", also | {"status": "cancelled"}) == []
    kit.save("faculty-stays", {"status": "cancelled"}, stay)
    assert kit.warnings("faculty-stays", also) == []


# Likely duplicates


@pytest.mark.parametrize("name", ["大野 健", "大野健", "大野\u3000健"])
@pytest.mark.parametrize("known", ["大野 健", "大野健"])
def test_the_same_name_is_a_warning_with_or_without_its_space(kit: Store, fill: Filling, known: str, name: str) -> None:
    other = fill.person(known)
    assert [say(w, "en") for w in kit.warnings("people", {"name": name})] == [
        f"{known} (no. {other}) has the same name. Is it the same?"
    ]


def test_a_record_is_not_its_own_likely_duplicate(kit: Store, fill: Filling) -> None:
    person = fill.person()
    assert kit.warnings("people", kit.entry("people", person).plain(), person) == []


def test_institutions_of_one_name_in_two_countries_are_two(kit: Store, fill: Filling) -> None:
    fill.institution("Polytechnic", "CH")
    assert kit.warnings("institutions", {"name": "POLYTECHNIC", "country": "IT"}) == []
    assert len(kit.warnings("institutions", {"name": "POLYTECHNIC", "country": "CH"})) == 1


@pytest.mark.parametrize(
    "new", [{"name": "ETH"}, {"name": "E.T.H.", "aliases": "ETHZ"}, {"name": "X", "name_native": "eth"}]
)
def test_an_alias_that_is_a_name_of_another_institution_is_a_warning(
    kit: Store, fill: Filling, new: dict[str, str]
) -> None:
    fill.institution("ETH Zürich", aliases="ETH; ETHZ")
    fill.institution("ETH Library")
    assert [say(w, "en") for w in kit.warnings("institutions", {"country": "CH", **new})] == [
        "ETH Zürich (no. 1) has the same name. Is it the same?"
    ]
    assert kit.warnings("institutions", {"country": "IT", **new}) == []


# Scores


@pytest.mark.parametrize(
    ("score", "field"),
    [
        ({"listening": 400, "reading": 401}, "reading"),
        ({"listening": 500, "reading": 400}, "listening"),
        ({"listening": 400, "reading": 330, "total": 735}, "total"),
        ({"total": 1000}, "total"),
        ({"total": 732}, "total"),
        ({"listening": 400}, "total"),
        ({"listening": 5, "total": 990}, "total"),
        ({}, "total"),
    ],
)
def test_a_score_that_the_test_can_t_give_is_refused(
    kit: Store, fill: Filling, score: dict[str, int], field: str
) -> None:
    values = {"person": fill.person(), "test": "toeic_lr", "date": day("2018-06-17")} | score
    assert field in refused(kit, "scores", values)


def test_the_total_of_a_score_is_the_sum_of_its_parts(fill: Filling) -> None:
    score = fill.score(fill.person(), None, listening=400, reading=330)
    assert fill.value("scores", score, "total") == 730


def test_a_test_in_the_future_is_refused(kit: Store, fill: Filling) -> None:
    person = fill.person()
    assert fill.score(person, date="2018-11-22")
    score = {"person": person, "test": "toeic_lr", "date": day("2018-11-23"), "total": 730}
    assert refused(kit, "scores", score) == {"date": "The test date, 2018-11-23, is in the future."}


# What is stored


def test_a_blank_is_nothing_in_a_unique_column_and_an_empty_text_in_any_other(kit: Store, fill: Filling) -> None:
    fill.person(staff_no="", orcid=None, email=None, notes="  ", home_institution=None)
    columns = ("staff_no", "orcid", "email", "notes", "name_kana", "home_institution_id")
    assert [column(kit, f"SELECT {name} FROM person")[0] for name in columns] == [None, None, "", "", "", None]


def test_a_blank_flag_is_no(fill: Filling) -> None:
    assert fill.value("outcomes", fill.outcome(fill.faculty_stay(), verified=None), "verified") == 0


def test_text_is_cleaned_and_keeps_its_lines_in_notes_alone(fill: Filling) -> None:
    person = fill.person(" 大野\n健\x00 ", notes="one\r\ntwo\u202e")
    assert fill.value("people", person, "name") == "大野 健"
    assert fill.value("people", person, "notes") == "one\ntwo"


def test_a_new_record_begins_with_the_usual_answers(kit: Store, fill: Filling) -> None:
    stay = fill.add("faculty-stays", person=fill.person(), institution=fill.institution(), start="2018-09-01")
    assert fill.value("faculty-stays", stay, "status") == "planned"


def test_only_what_is_given_changes(kit: Store, fill: Filling) -> None:
    person = fill.person(email="ohno@example.org", staff_no="A0123")
    before = kit.entry("people", person)
    kit.save("people", {"name_kana": "オオノ ケン"}, person)
    after = kit.entry("people", person)
    assert after.values == {**before.values, "name_kana": "オオノ ケン"}
    assert (after.created_at, before.version, after.version) == (before.created_at, 1, 2)
    assert after.updated_at > before.updated_at


def test_saving_what_stands_there_already_is_no_operation(kit: Store, fill: Filling) -> None:
    person = fill.person(email="ohno@example.org")
    done = kit.save("people", {"email": " ohno@example.org", "notes": None}, person)
    assert (done.operation, done.ids, done.versions) == (0, (person,), (1,))
    assert [line.kind for line in kit.latest()] == ["add"]


def test_nothing_to_do_is_no_operation(kit: Store) -> None:
    assert kit.delete("people", []).operation == 0
    assert kit.latest() == []


# Registers that share a table


def test_a_faculty_stay_is_of_the_faculty_programme(fill: Filling) -> None:
    assert fill.value("faculty-stays", fill.faculty_stay(), "programme") == "faculty_training"


def test_a_staff_stay_is_of_no_faculty_programme(kit: Store, fill: Filling) -> None:
    stay = {"person": fill.person(), "institution": fill.institution(), "start": day("2018-09-01")}
    assert refused(kit, "staff-stays", stay).keys() == {"programme"}
    assert refused(kit, "staff-stays", stay | {"programme": "faculty_training"}).keys() == {"programme"}


@pytest.mark.parametrize("values", [{"purpose": "silk"}, {"programme": "staff_short"}])
def test_a_faculty_stay_is_not_changed_through_the_staff_s(kit: Store, fill: Filling, values: dict[str, Any]) -> None:
    stay = fill.faculty_stay()
    with pytest.raises(NotFound):
        kit.save("staff-stays", values, stay)
    assert kit.entry("faculty-stays", stay).version == 1


def test_a_faculty_stay_is_not_deleted_through_the_staff_s(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay()
    with pytest.raises(NotFound):
        kit.delete("staff-stays", [stay])


def test_a_view_changes_the_records_of_its_register(kit: Store, fill: Filling) -> None:
    person = fill.person(category="admin")
    kit.save("staff", {"email": "ohno@example.org"}, person)
    assert fill.value("people", person, "email") == "ohno@example.org"


# One operation


def test_several_edits_are_one_operation(kit: Store) -> None:
    people = [Edit("people", values={"name": name, "category": "admin"}) for name in ("大野 健", "青木 恵")]
    done = kit.apply(people)
    (line,) = kit.latest()
    assert (line.operation, line.rows, len(done.ids)) == (done.operation, 2, 2)


def test_of_several_edits_all_are_carried_out_or_none(kit: Store, fill: Filling) -> None:
    person = fill.person()
    edits = [
        Edit("people", person, values={"email": "ohno@example.org"}),
        Edit("institutions", values={"name": "ETH", "country": "CH"}),
        Edit("people", values={"category": "admin"}),
    ]
    with pytest.raises(Invalid):
        kit.apply(edits)
    assert kit.entry("people", person).version == 1
    assert kit.count(Query("institutions")) == 0
    assert fill.found("ETH") == []
    assert len(kit.latest()) == 1


def test_an_edit_sees_what_the_one_before_it_has_done(kit: Store, fill: Filling) -> None:
    first, second = fill.person(staff_no="A1"), fill.person("青木 恵")
    kit.apply([Edit("people", first, values={"staff_no": ""}), Edit("people", second, values={"staff_no": "A1"})])
    assert fill.value("people", second, "staff_no") == "A1"


def test_an_operation_of_the_same_name_is_carried_out_once(kit: Store) -> None:
    values = {"name": "大野 健", "category": "admin"}
    first = kit.save("people", values, operation="form-1")
    assert kit.save("people", values, operation="form-1") == first
    assert kit.count(Query("people")) == 1


def test_an_operation_that_failed_may_be_tried_again_under_its_name(kit: Store) -> None:
    with pytest.raises(Invalid):
        kit.save("people", {"name": "大野 健"}, operation="form-1")
    assert kit.save("people", {"name": "大野 健", "category": "admin"}, operation="form-1").operation


def test_saves_from_many_threads_wait_for_one_another(kit: Store, fill: Filling) -> None:
    course = fill.course(hours=0)

    def one_more() -> None:
        for _ in range(10):
            with kit.whole():
                hours = kit.entry("courses", course).values["hours"]
                assert isinstance(hours, int)
                kit.save("courses", {"hours": hours + 1}, course)

    threads = [threading.Thread(target=one_more) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fill.value("courses", course, "hours") == 40


def test_of_several_writes_as_a_whole_all_are_kept_or_none(kit: Store, fill: Filling) -> None:
    def both() -> None:
        with kit.whole():
            fill.person()
            fill.institution(country="")

    with pytest.raises(Invalid):
        both()
    assert kit.count(Query("people")) == 0


# Who may


def test_a_viewer_changes_nothing(kit: Store, fill: Filling) -> None:
    person = fill.person()
    viewer = open_as(kit.path, "kimura", Role.VIEWER)
    attempts = [
        lambda: viewer.save("people", {"name": "木村", "category": "admin"}),
        lambda: viewer.save("people", {"name": "木村"}, person),
        lambda: viewer.delete("people", [person]),
        lambda: viewer.bring_back("people", [person]),
        lambda: viewer.leave(person, day("2018-04-01")),
        lambda: viewer.undo(1),
        lambda: viewer.importing("people"),
        lambda: viewer.set_setting("briefing_days", "30"),
        viewer.reindex,
    ]
    fill.employment(person)
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert len(kit.latest()) == 2


def test_a_viewer_is_not_shown_who_has_which_score(kit: Store, fill: Filling) -> None:
    person = fill.person(category="admin")
    score = fill.score(person)
    viewer = open_as(kit.path, "kimura", Role.VIEWER)
    attempts = [
        lambda: viewer.count(Query("scores")),
        lambda: viewer.window(Query("staff"), 0, 10),
        lambda: viewer.rows("scores", [score]),
        lambda: viewer.ordering(Query("scores")),
        lambda: list(viewer.each(Query("scores"))),
        lambda: viewer.entry("scores", score),
        lambda: viewer.card("scores", score),
        lambda: viewer.history("scores", score),
        lambda: viewer.last_values("scores"),
        lambda: viewer.resolve_record("scores", "大野 健, 2018-06-17, 730"),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert [related.register for related in viewer.card("people", person).related] == []
    assert [(line.kind, line.title, line.record) for line in viewer.latest(1)] == [("add", "", None)]


@pytest.mark.parametrize("register", ["targets", "published"])
def test_an_editor_does_not_change_what_was_promised_or_published(kit: Store, register: str) -> None:
    figure = {"gauge": "faculty-stays", "academic_year": 2018, "value": 5}
    editor = open_as(kit.path, "sato", Role.EDITOR)
    with pytest.raises(NotAllowed):
        editor.save(register, figure)
    assert editor.save("people", {"name": "木村", "category": "admin"}).operation
    assert open_as(kit.path, "head", Role.ADMIN).save(register, figure).operation


def test_what_may_not_be_done_is_refused_before_any_of_it(kit: Store) -> None:
    editor = open_as(kit.path, "sato", Role.EDITOR)
    edits = [
        Edit("people", values={"name": "木村", "category": "admin"}),
        Edit("targets", values={"gauge": "faculty-stays", "academic_year": 2018, "value": 5}),
    ]
    with pytest.raises(NotAllowed):
        editor.apply(edits)
    assert kit.count(Query("people")) == 0


# Move and leave


def test_a_move_ends_the_employment_the_day_before_and_begins_another(kit: Store, fill: Filling) -> None:
    person = fill.person()
    old = fill.employment(person, "2012-04-01", "2020-03-31", unit="学務課", position="主任")
    done = kit.move(person, day("2018-10-01"), "国際課", "係長")
    _, new = done.ids
    assert fill.value("employments", old, "end") == day("2018-09-30")
    assert kit.entry("employments", new).plain() == {
        "person": person, "contract": "full_time", "unit": "国際課", "position": "係長",
        "start": day("2018-10-01"), "end": day("2020-03-31"),
    }  # fmt: skip
    assert [line.kind for line in kit.latest(1)] == ["move"]


def test_a_move_may_change_the_contract(kit: Store, fill: Filling) -> None:
    person = fill.person()
    fill.employment(person)
    _, new = kit.move(person, day("2018-10-01"), "国際課", "", "part_time").ids
    assert fill.value("employments", new, "contract") == "part_time"


def test_there_is_no_move_on_the_day_on_which_an_employment_starts(kit: Store, fill: Filling) -> None:
    person = fill.person()
    fill.employment(person, "2012-04-01")
    with pytest.raises(Invalid) as caught:
        kit.move(person, day("2012-04-01"), "国際課", "")
    assert problems(caught.value)["start"] == "The employment starts on that day: edit it instead."


def test_who_is_not_employed_can_neither_move_nor_leave(kit: Store, fill: Filling) -> None:
    person = fill.person()
    fill.employment(person, "2012-04-01", "2015-03-31")
    with pytest.raises(Invalid, match="no employment on 2018-10-01"):
        kit.move(person, day("2018-10-01"), "国際課", "")
    with pytest.raises(Invalid, match="no employment on 2018-10-01"):
        kit.leave(person, day("2018-10-01"))


def test_who_leaves_is_employed_until_the_last_day(kit: Store, fill: Filling) -> None:
    person = fill.person()
    employment = fill.employment(person)
    kit.leave(person, day("2018-12-31"))
    assert fill.value("employments", employment, "end") == day("2018-12-31")
    assert fill.listed("employments", where=(Condition("end", "blank"),)) == []


# What the form offers


def test_a_briefing_is_offered_as_many_days_after_the_return_as_the_office_has_settled(kit: Store) -> None:
    stay = {"programme": "faculty_training", "end": day("2018-09-30")}
    assert kit.suggestions("faculty-stays", stay) == {
        "briefing_due": day("2018-11-29"),
        "report_due": day("2018-10-30"),
    }
    kit.set_setting("briefing_days", "10")
    assert kit.suggestions("faculty-stays", stay)["briefing_due"] == day("2018-10-10")


def test_nothing_is_offered_for_what_has_been_filled_in(kit: Store) -> None:
    filled = {"programme": "faculty_training", "end": day("2018-09-30"), "briefing_due": day("2018-10-01")}
    assert kit.suggestions("faculty-stays", filled).keys() == {"report_due"}


def test_the_last_record_is_the_one_that_this_login_added_last(kit: Store, fill: Filling) -> None:
    assert kit.last_values("people") == {}
    fill.person("青木 恵")
    gone = fill.person("加藤 葵")
    kit.delete("people", [gone])
    Filling(open_as(kit.path, "sato")).person("佐藤 実")
    assert kit.last_values("people")["name"] == "青木 恵"


def test_the_last_faculty_stay_is_none_of_the_staff_s(kit: Store, fill: Filling) -> None:
    fill.faculty_stay(purpose="silk")
    fill.staff_stay(purpose="English")
    assert kit.last_values("faculty-stays")["purpose"] == "silk"


def test_of_the_last_record_only_what_is_likely_to_be_used_again_is_offered(kit: Store, fill: Filling) -> None:
    fill.faculty_stay(purpose="silk", funding="SGU", notes="n")
    assert kit.last_used("faculty-stays") == {"funding": "SGU"}
    assert kit.last_used("people") == {}
    fill.faculty_stay()
    assert kit.last_used("faculty-stays") == {}


# Settings


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("score_policy", "worst"),
        ("score_scope", ""),
        ("score_threshold", "lots"),
        ("score_threshold", "1000"),
        ("briefing_days", "-1"),
        ("report_days", "٣٠"),
        ("timezone", "Mars/Phobos"),
        ("example", "soon"),
        ("no_such", "1"),
    ],
)
def test_a_setting_that_would_stop_others_from_working_is_refused(kit: Store, key: str, value: str) -> None:
    from kit_tui.domain.wording import Refused

    before = kit.settings()
    with pytest.raises(Refused):
        kit.set_setting(key, value)
    assert kit.settings() == before


def test_a_setting_holds_for_everyone(kit: Store) -> None:
    kit.set_setting("score_threshold", "600")
    kit.set_setting("score_threshold", "650")
    assert open_as(kit.path, "sato").settings()["score_threshold"] == "650"
