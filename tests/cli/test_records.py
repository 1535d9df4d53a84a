"""find, list, show, add, edit, delete, history, undo: records from the command line."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.conftest import Kit


def test_add_prints_the_new_id_and_nothing_else(kit: Kit) -> None:
    ran = kit("add", "people", "name=青木 恵", "category=admin")
    assert (ran.status, ran.out, ran.err) == (0, "1\n", "")


def test_fields_may_be_named_by_their_labels_and_values_written_as_in_the_form(office: Kit) -> None:
    done = office(
        "add", "faculty-stays", "教員=staff_no:A0123", "Host institution=1", "開始日=平成30年9月1日", "To=4/1"
    )
    assert done.status == 2  # a stay has no field called 教員
    assert office("add", "faculty-stays", "Person=staff_no:A0123", "派遣先=1", "From=H30.12.1", "To=3/1").out == "2\n"
    (stay,) = json.loads(office("list", "faculty-stays", "--json").out)
    assert (stay["start"], stay["end"], stay["status"]) == ("2018-12-01", "2019-03-01", "planned")


def test_a_likely_duplicate_is_added_with_a_warning(office: Kit) -> None:
    ran = office("add", "people", "name=青木恵", "category=faculty")
    assert (ran.status, ran.out) == (0, "2\n")
    assert "青木 恵" in ran.err


def test_every_problem_of_a_record_is_told_and_nothing_is_saved(kit: Kit) -> None:
    ran = kit("add", "scores", "test=exam", "date=H31.5.1", "total=9999")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 3
    assert json.loads(kit("list", "scores", "--json").out) == []


def test_deadlines_and_years_are_worked_out_as_in_the_form(office: Kit) -> None:
    office("add", "faculty-stays", "person=青木 恵", "institution=1", "start=2018-04-01", "end=2018-09-15")
    office("add", "courses", "name=Speaking", "kind=conversation", "start=2018-03-31")
    office("add", "headcounts", "category=admin", "as_of=2018-05-01", "count=54")
    stay, course, headcount = (
        json.loads(office("show", register, "1" if register != "faculty-stays" else "2", "--json").out)
        for register in ("faculty-stays", "courses", "headcounts")
    )
    assert (stay["briefing_due"], stay["report_due"]) == ("2018-11-14", "2018-10-15")
    assert (course["academic_year"], headcount["academic_year"]) == (2017, 2018)


def test_what_is_given_as_blank_or_otherwise_is_not_worked_out(office: Kit) -> None:
    days = ("start=2018-04-01", "end=2018-09-15", "briefing_due=", "report_due=2018-12-24")
    office("add", "faculty-stays", "person=青木 恵", "institution=1", *days)
    stay = json.loads(office("show", "faculty-stays", "2", "--json").out)
    assert (stay["briefing_due"], stay["report_due"]) == (None, "2018-12-24")
    assert office("add", "courses", "name=A", "kind=other", "start=2018-04-01", "academic_year=").status == 1


def test_an_unknown_field_is_a_mistake_of_usage_with_the_names_that_are_known(kit: Kit) -> None:
    ran = kit("add", "people", "salary=1")
    assert ran.status == 2
    assert "name_kana" in ran.err


@pytest.mark.parametrize("words", [("add", "people", "name"), ("list", "people", "--where", "name")])
def test_a_word_that_is_no_assignment_is_a_mistake_of_usage(kit: Kit, words: tuple[str, ...]) -> None:
    assert kit(*words).status == 2


def test_an_unknown_register_is_a_mistake_of_usage_with_the_names_of_all(kit: Kit) -> None:
    ran = kit("list", "persons")
    assert ran.status == 2
    assert "faculty-stays" in ran.err


def test_a_view_keeps_no_records_of_its_own(kit: Kit) -> None:
    ran = kit("add", "staff", "name=青木")
    assert ran.status == 2
    assert '"people"' in ran.err


def test_edit_changes_the_fields_that_are_named_and_empties_those_without_a_value(office: Kit) -> None:
    assert office("edit", "people", "staff_no:A0123", "email=aoki@kit.example", "name_kana=").out == "1\n"
    person = json.loads(office("show", "people", "1", "--json").out)
    assert (person["email"], person["name_kana"], person["name"]) == ("aoki@kit.example", "", "青木 恵")


def test_a_name_that_several_have_is_refused_with_the_list(office: Kit) -> None:
    office("add", "people", "name=青木 恵", "category=faculty")
    ran = office("edit", "people", "青木 恵", "email=a@kit.example")
    assert ran.status == 1
    assert "1 青木 恵" in ran.err
    assert "2 青木 恵" in ran.err


def test_delete_and_undo(office: Kit) -> None:
    assert office("delete", "staff-stays", "1").out == "1\n"
    assert office("list", "staff-stays", "--json").out == "[]\n"
    assert "青木 恵, ETH Zürich" in office("undo").out
    assert len(json.loads(office("list", "staff-stays", "--json").out)) == 1


def test_a_record_in_use_is_not_deleted_and_what_points_to_it_is_named(office: Kit) -> None:
    ran = office("delete", "people", "1")
    assert (ran.status, ran.out) == (1, "")
    assert "ETH Zürich" in ran.err


def test_undo_with_nothing_to_undo_is_refused(kit: Kit) -> None:
    assert kit("undo").status == 1


def test_history_tells_what_changed_with_the_latest_first(office: Kit) -> None:
    office("edit", "people", "1", "email=a@kit.example")
    latest, change, *_ = office("history", "people", "1").out.splitlines()
    assert "changed" in latest
    assert change.strip() == "E-mail: (blank) -> a@kit.example"


def test_list_lines_columns_up_by_cells_not_characters(office: Kit) -> None:
    office("add", "people", "name_roman=Smith John", "category=visitor")
    lines = office("list", "people").out.splitlines()
    assert lines[0].startswith("No.  Name")
    assert {"青木 恵", "Smith John"} <= {line.split("  ")[2].strip() for line in lines[1:]}


def test_list_json_is_flat_with_ids_beside_references(office: Kit) -> None:
    (stay,) = json.loads(office("list", "staff-stays", "--json").out)
    assert stay["id"] == 1
    assert (stay["person"], stay["person_id"]) == ("青木 恵", 1)
    assert (stay["start"], stay["end"], stay["programme"]) == ("2018-09-01", None, "staff_long")


def test_list_json_holds_what_the_list_works_out(office: Kit) -> None:
    office("add", "scores", "person=1", "test=toeic_lr", "date=2018-06-17", "listening=430", "reading=385")
    (person,) = json.loads(office("list", "staff", "--json").out)
    assert (person["best"], person["best_on"], person["qualifies"]) == (815, "2018-06-17", True)


def test_list_csv_has_its_headings_even_without_rows(kit: Kit) -> None:
    assert kit("list", "courses", "--csv").out.startswith("id,name,")


def test_list_csv_keeps_line_breaks_and_commas(office: Kit) -> None:
    office("edit", "people", "1", "notes=a, b\nc")
    (person,) = csv.DictReader(io.StringIO(office("list", "people", "--csv").out))
    assert person["notes"] == "a, b\nc"


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("start>=2018-09-02", ["2"]),
        ("開始日<=H30.9.1", ["1"]),
        ("status!=planned", ["2"]),
        ("状況=予定", ["1"]),
        ("end=", ["1", "2"]),
        ("person!=", ["1", "2"]),
        ("person=staff_no:A0123", ["1"]),
    ],
)
def test_where_compares_and_asks_for_blanks(office: Kit, where: str, found: list[str]) -> None:
    office("add", "people", "name=山田", "category=admin", "staff_no=0042")
    office(
        "add", "staff-stays", "person=staff_no:0042", "institution=1", "programme=短期派遣", "start=2018-10-01",
        "status=approved",
    )  # fmt: skip
    rows = json.loads(office("list", "staff-stays", "--json", "--where", where).out)
    assert sorted(str(row["id"]) for row in rows) == found


def test_where_names_what_the_list_works_out_and_reads_a_share_by_its_gauge(office: Kit) -> None:
    for start in ("2016-04-01", "2019-04-01"):
        office(
            "add", "agreements", "institution=1", "title=MoU", "level=university", "kind=general", "status=signed",
            f"start={start}",
        )  # fmt: skip
    assert [row["id"] for row in json.loads(office("list", "agreements", "--where", "効力=有効", "--json").out)] == [1]
    office("add", "targets", "gauge=staff-toeic", "academic_year=2023", "value=30")
    shown = office("list", "targets", "--where", "value=30", "--where", "gauge=staff-toeic", "--json").out
    assert [row["id"] for row in json.loads(shown)] == [1]


def test_limit_ends_a_list(kit: Kit) -> None:
    for n in range(3):
        kit("add", "institutions", f"name=University {n}", "country=JP")
    assert len(kit("list", "institutions", "--limit", "2").out.splitlines()) == 3
    assert len(json.loads(kit("list", "institutions", "--limit", "2", "--json").out)) == 2


@pytest.mark.parametrize("limit", ["0", "-1", "x", "9" * 30])
def test_a_limit_is_a_whole_number(kit: Kit, limit: str) -> None:
    assert kit("list", "people", "--limit", limit).status == 2


def test_find_answers_on_the_line(office: Kit) -> None:
    hits = json.loads(office("find", "あおき", "--json").out)
    assert [(hit["register"], hit["id"], hit["title"]) for hit in hits][0] == ("people", 1, "青木 恵")
    assert set(hits[0]) == {"register", "id", "title", "detail"}


def test_show_has_what_points_to_the_record(office: Kit) -> None:
    person = json.loads(office("show", "people", "青木 恵", "--json").out)
    (stays,) = [related for related in person["related"] if related["register"] == "staff-stays"]
    assert (stays["total"], stays["records"][0]["id"]) == (1, 1)
    assert "ETH Zürich" in office("show", "people", "1").out


def test_a_deleted_record_is_found_and_shown_as_such(office: Kit) -> None:
    office("add", "institutions", "name=Atlantis Academy", "country=GR")
    office("delete", "institutions", "2")
    (hit,) = json.loads(office("find", "Atlantis", "--json").out)
    assert hit["detail"] == "(deleted)"
    assert office("show", "institutions", "2").out.splitlines()[:2] == ["Atlantis Academy", "(deleted)"]
    assert json.loads(office("show", "institutions", "2", "--json").out)["deleted_at"]
    assert "deleted" in office("history", "institutions", "2").out
    for words in (("edit", "institutions", "2", "city=Thera"), ("delete", "institutions", "2")):
        assert office(*words).status == 1


@pytest.mark.parametrize("command", ["show", "history", "delete"])
def test_a_number_that_no_record_can_have_is_refused(office: Kit, command: str) -> None:
    for number in ("99", "9" * 30, "9" * 5000):
        ran = office(command, "people", number)
        assert ran.status == 1
        assert "has no record" in ran.err


def test_control_characters_that_were_typed_are_counted_to_the_user(office: Kit) -> None:
    assert "2 control characters" in office("add", "institutions", "name=A\x1bB\u202e", "country=JP").err
    assert "1 control character " in office("edit", "institutions", "1", "city=Z\x00").err
    assert office("edit", "institutions", "1", "city=Zürich").err == ""


def test_escape_sequences_never_reach_the_terminal_but_data_keeps_what_is_stored(office: Kit) -> None:
    office("add", "institutions", "name=[/] \x1b[31mred\x1b[0m \u202eabc", "country=JP")
    stored = json.loads(office("list", "institutions", "--json", "--where", "country=JP").out)[0]["name"]
    assert "\x1b" not in stored
    assert "[/]" in stored
    for words in (("list", "institutions"), ("find", "red"), ("show", "institutions", "2"), ("history", "people", "1")):
        shown = office(*words).out
        assert shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
