"""import and export: a register to a file and back, and what a bad file gets."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Kit, Ran

NAUGHTY = [
    "[/]", "[@click=app.quit]x[/]", "=1+1", "+81", "-1", "@SUM(A1)", '"', '""', "'", ",", ";", "\t x", "a\\b", "%s",
    "{name}", "NULL", "None", "undefined", "true", "0", "1e5", "00123", "123", "１２３", "<script>alert(1)</script>",
    "Robert'); DROP TABLE people;--", "../../etc/passwd", "ﷺ", "👩‍👩‍👧", "🇯🇵", "e\u0301", "が",
    "か\u3099", "ｶﾞ", "㈱", "髙﨑", "𠮷野家", "i\u0307", "Ω≈ç√", "\u00a0x", "x" * 10_000, "العربية", "שלום", "ß",
    "İstanbul", "…", "—", "年月日", "NaN",
]  # fmt: skip


@pytest.fixture
def other(kit: Kit, another_path: Path | str) -> Kit:
    """The command line on another register, an empty one."""

    def run(*words: str | Path) -> Ran:
        return kit("--db", another_path, *words)

    return run


def write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_file_makes_new_records_changes_known_ones_and_leaves_the_rest(office: Kit, tmp_path: Path) -> None:
    office("add", "people", "name=山田", "category=admin", "staff_no=0042")
    file = write(
        tmp_path / "people.csv",
        "職員番号,氏名,category,email",
        "A0123,青木 恵,admin,aoki@kit.example",
        "0042,山田,admin,",
        "0043,鈴木,教員,",
    )
    assert office("import", "people", file).err == "1 new, 1 changed, 1 unchanged\n"
    people = {person["staff_no"]: person for person in json.loads(office("list", "people", "--json").out)}
    assert people["A0123"]["email"] == "aoki@kit.example"
    assert people["A0123"]["name_kana"] == "アオキ メグミ"
    assert people["0043"]["category"] == "faculty"
    assert office("check").status == 0


def test_an_import_is_undone_as_a_whole_and_stands_in_the_history(kit: Kit, tmp_path: Path) -> None:
    kit("import", "people", write(tmp_path / "p.csv", "name,category", "青木,admin", "山田,admin"))
    assert "imported" in kit("history", "people", "2").out
    assert kit("undo").status == 0
    assert kit("list", "people", "--json").out == "[]\n"


def test_a_dry_run_says_what_would_be_done_and_does_nothing(kit: Kit, tmp_path: Path) -> None:
    ran = kit("import", "people", write(tmp_path / "p.csv", "name,category", "青木,admin"), "--dry-run")
    assert (ran.status, ran.out) == (0, "")
    assert "1 new" in ran.err
    assert kit("list", "people", "--json").out == "[]\n"


def test_one_wrong_cell_keeps_every_row_out_and_is_named_by_row_and_column(kit: Kit, tmp_path: Path) -> None:
    rows = [f"U{n},JP" for n in range(1500)] + ["Last,Atlantis"]
    ran = kit("import", "institutions", write(tmp_path / "i.csv", "name,国・地域", *rows))
    assert ran.status == 1
    assert ran.err.startswith("Row 1502, 国・地域: ")
    assert kit("list", "institutions", "--json").out == "[]\n"


def test_deadlines_and_years_of_new_records_are_worked_out_where_they_are_blank(office: Kit, tmp_path: Path) -> None:
    stays = write(
        tmp_path / "s.csv",
        "person,institution,start,end,report_due",
        "A0123,ETH Zürich,2018-04-01,2018-06-15,",
        "A0123,ETH Zürich,2018-08-01,2018-09-15,2018-12-24",
    )
    courses = write(tmp_path / "c.csv", "name,kind,start", "Speaking,conversation,2018-03-31")
    counts = write(tmp_path / "h.csv", "category,as_of,academic_year,count", "admin,2018-05-01,,54")
    for register, file in (("faculty-stays", stays), ("courses", courses), ("headcounts", counts)):
        assert office("import", register, file).status == 0
    second, first = json.loads(office("list", "faculty-stays", "--json").out)
    assert (first["briefing_due"], first["report_due"]) == ("2018-08-14", "2018-07-15")
    assert (second["briefing_due"], second["report_due"]) == ("2018-11-14", "2018-12-24")
    assert json.loads(office("list", "courses", "--json").out)[0]["academic_year"] == 2017
    assert json.loads(office("list", "headcounts", "--json").out)[0]["academic_year"] == 2018


def test_a_year_that_can_t_be_worked_out_is_missing(kit: Kit, tmp_path: Path) -> None:
    ran = kit("import", "courses", write(tmp_path / "c.csv", "name,kind", "Speaking,conversation", "Writing,other"))
    assert ran.status == 1
    assert ran.err.splitlines()[0] == "Row 2, academic_year: Academic year is required."


def test_blanks_of_records_that_are_there_stay_blank(office: Kit, other: Kit, tmp_path: Path) -> None:
    days = ("start=2018-04-01", "end=2018-09-15", "briefing_due=", "report_due=")
    office("add", "faculty-stays", "person=青木 恵", "institution=1", *days)
    write(tmp_path / "s.csv", "id,purpose,briefing_due", "2,Timber,")
    assert office("import", "faculty-stays", tmp_path / "s.csv").status == 0
    office("export", "all", "-o", tmp_path / "copy")
    assert other("import", "all", tmp_path / "copy").status == 0
    for one in (office, other):
        (stay,) = json.loads(one("list", "faculty-stays", "--json").out)
        assert (stay["purpose"], stay["briefing_due"], stay["report_due"]) == ("Timber", None, None)


def test_rules_over_several_rows_are_kept(office: Kit, tmp_path: Path) -> None:
    file = write(
        tmp_path / "e.csv", "person,contract,start,end", "A0123,full_time,2018-04-01,", "A0123,full_time,2019-04-01,"
    )
    ran = office("import", "employments", file)
    assert ran.status == 1
    assert "Row " in ran.err


def test_a_key_that_is_twice_in_the_file_is_refused(kit: Kit, tmp_path: Path) -> None:
    ran = kit("import", "people", write(tmp_path / "p.csv", "staff_no,name,category", "1,青木,admin", "1,山田,admin"))
    assert ran.status == 1
    assert "Row 3, staff_no" in ran.err


def test_a_record_that_two_rows_name_by_id_is_refused(office: Kit, tmp_path: Path) -> None:
    ran = office("import", "people", write(tmp_path / "p.csv", "id,email", "1,a@kit.example", "1,b@kit.example"))
    assert ran.status == 1
    assert "Row 3, id" in ran.err


def test_a_reference_is_never_taken_for_an_id(office: Kit, tmp_path: Path) -> None:
    file = write(tmp_path / "s.csv", "person,institution,programme,start", "1,ETH Zürich,staff_short,2018-10-01")
    ran = office("import", "staff-stays", file)
    assert ran.status == 1
    assert 'Row 2, person: People has no record "1".' in ran.err


def test_an_institution_may_be_named_by_an_alias(office: Kit, tmp_path: Path) -> None:
    assert office("edit", "institutions", "1", "aliases=ETH; ETHZ").status == 0
    file = write(tmp_path / "s.csv", "person,institution,programme,start", "A0123,ETHZ,staff_short,2019-10-01")
    assert office("import", "staff-stays", file).status == 0


def test_an_id_beside_a_reference_must_be_there(office: Kit, tmp_path: Path) -> None:
    file = write(tmp_path / "s.csv", "person_id,institution,programme,start", "99,ETH Zürich,staff_short,2018-10-01")
    ran = office("import", "staff-stays", file)
    assert ran.status == 1
    assert "Row 2, person_id" in ran.err


def test_a_column_that_new_records_need_is_asked_for_once(kit: Kit, tmp_path: Path) -> None:
    ran = kit("import", "people", write(tmp_path / "p.csv", "staff_no,name", "1,青木", "2,山田"))
    assert ran.status == 1
    assert ran.err.count("category") == 1


def test_faults_are_written_to_a_file_with_their_cells(kit: Kit, tmp_path: Path) -> None:
    file = write(tmp_path / "i.csv", "name,country", "A,JP", ",JP", 'B,"At,lantis"')
    ran = kit("--lang", "ja", "import", "institutions", file, "--errors", tmp_path / "errors.csv")
    assert ran.status == 1
    with (tmp_path / "errors.csv").open(encoding="utf-8-sig", newline="") as stream:
        faults = list(csv.DictReader(stream))
    assert [(fault["row"], fault["column"], fault["value"]) for fault in faults] == [
        ("3", "name", ""),
        ("4", "country", "At,lantis"),
    ]
    assert "国・地域" in faults[1]["message"]


def test_what_is_wrong_is_never_written_over_the_file_itself(kit: Kit, tmp_path: Path) -> None:
    file = write(tmp_path / "i.csv", "name,country", "A,Atlantis")
    assert kit("import", "institutions", file, "--errors", tmp_path / "." / "i.csv").status == 2
    assert file.read_text() == "name,country\nA,Atlantis\n"


def test_what_is_wrong_in_a_pipe_is_told_although_it_can_t_be_read_again(kit: Kit) -> None:
    end, begin = os.pipe()
    os.write(begin, b"name,country\nA,JP\nB,Atlantis\n")
    os.close(begin)
    ran = kit("import", "institutions", f"/dev/fd/{end}")
    os.close(end)
    assert ran.err.startswith('Row 3, country: "Atlantis" is not a country')


def test_a_file_that_is_wrong_all_over_is_given_up_with_a_word(kit: Kit, tmp_path: Path) -> None:
    ran = kit("import", "institutions", write(tmp_path / "i.csv", "name,country", *["A,Atlantis"] * 5000))
    assert ran.status == 1
    assert "After 1000 faults" in ran.err
    assert len(ran.err.splitlines()) < 30


def test_a_broken_file_is_told_by_its_line_and_leaves_nothing(kit: Kit, tmp_path: Path) -> None:
    rows = ["A,JP"] * 3000 + ['"B,JP', "C,JP"]
    ran = kit("import", "institutions", write(tmp_path / "i.csv", "name,country", *rows))
    assert ran.status == 1
    assert "line 3002" in ran.err
    assert kit("list", "institutions", "--json").out == "[]\n"


def test_control_characters_are_counted_to_the_user(kit: Kit, tmp_path: Path) -> None:
    ran = kit("import", "institutions", write(tmp_path / "i.csv", "name,country", "A\x1bB\u202e,JP"))
    assert "2 control characters" in ran.err


@pytest.mark.parametrize("field", ["name", "notes"])
def test_a_naughty_text_goes_out_and_in_again_unchanged(kit: Kit, other: Kit, tmp_path: Path, field: str) -> None:
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["name", "notes", "category"], *([text, text, "admin"] for text in NAUGHTY)])
    assert kit("import", "people", tmp_path / "in.csv").status == 0
    assert kit("export", "people", "-o", tmp_path / "out.csv").status == 0
    assert other("import", "people", tmp_path / "out.csv").status == 0
    stored = {person["id"]: person[field] for person in json.loads(kit("list", "people", "--json").out)}
    assert [stored[n] for n in range(1, len(NAUGHTY) + 1)] == [text.strip().replace("\t", " ") for text in NAUGHTY]
    again = {person[field] for person in json.loads(other("list", "people", "--json").out)}
    assert again == set(stored.values())


def test_every_register_goes_out_and_into_an_empty_database_with_its_ids(
    office: Kit, other: Kit, tmp_path: Path
) -> None:
    office("add", "people", "name=山田 太郎", "category=faculty")
    office("add", "projects", "title=Green", "code=D-1", "field=design", "academic_year=H28", "lead=2", "institution=1")
    office("add", "outcomes", "stay=1", "kind=joint_paper", "title=On silk", "verified=yes", "doi=10.1000/182")
    office("add", "targets", "gauge=staff-toeic", "academic_year=2023", "role=final", "value=29.5")
    office("delete", "people", "2")
    assert office("export", "all", "-o", tmp_path / "office").status == 0
    assert other("import", "all", tmp_path / "office").status == 0
    for register in ("people", "institutions", "staff-stays", "projects", "outcomes", "targets"):
        there = other("list", register, "--json").out
        assert there == office("list", register, "--json").out
    assert other("check").status == 0


def test_a_second_import_of_the_same_files_changes_nothing(office: Kit, tmp_path: Path) -> None:
    office("export", "all", "-o", tmp_path / "office")
    assert office("import", "all", tmp_path / "office").err == "0 new, 0 changed, 3 unchanged\n"


def test_all_files_of_a_folder_are_taken_in_or_none(kit: Kit, tmp_path: Path) -> None:
    write(tmp_path / "institutions.csv", "name,country", "ETH Zürich,CH")
    write(tmp_path / "people.csv", "name,category", "青木,admin")
    write(tmp_path / "staff-stays.csv", "person,institution,programme,start", "青木,ETH Zürich,staff_long,2018-02-30")
    ran = kit("import", "all", tmp_path)
    assert ran.status == 1
    assert "staff-stays.csv" in ran.err
    assert kit("list", "people", "--json").out == "[]\n"
    write(tmp_path / "staff-stays.csv", "person,institution,programme,start", "青木,ETH Zürich,staff_long,2018-02-28")
    assert "3 new" in kit("import", "all", tmp_path, "--dry-run").err
    assert kit("list", "people", "--json").out == "[]\n"
    assert kit("import", "all", tmp_path).status == 0
    assert len(json.loads(kit("list", "staff-stays", "--json").out)) == 1


def test_references_by_id_follow_records_that_get_other_ids_here(office: Kit, tmp_path: Path) -> None:
    write(
        tmp_path / "people.csv", "id,staff_no,name,category", "5,A0123,青木 恵,admin", "4,,山田,admin", "2,,鈴木,admin"
    )
    write(
        tmp_path / "staff-stays.csv",
        "person_id,institution,programme,start",
        *(f"{person},ETH Zürich,staff_short,2018-0{person}-01" for person in (5, 4, 2)),
    )
    assert office("import", "all", tmp_path).status == 0
    stays = json.loads(office("list", "staff-stays", "--json", "--where", "programme=staff_short").out)
    assert {stay["start"]: stay["person"] for stay in stays} == {
        "2018-05-01": "青木 恵",
        "2018-04-01": "山田",
        "2018-02-01": "鈴木",
    }
    assert office("check").status == 0


def test_a_register_without_records_keeps_the_ids_beside_one_that_has_some(kit: Kit, tmp_path: Path) -> None:
    kit("add", "people", "name=青木 恵", "category=admin")
    write(tmp_path / "people.csv", "id,name,category", "8,山田,admin")
    write(tmp_path / "courses.csv", "id,name,kind,academic_year", "8,English,conversation,2018")
    write(tmp_path / "participations.csv", "person_id,course_id", "8,8")
    assert kit("import", "all", tmp_path).status == 0
    (part,) = json.loads(kit("list", "participations", "--json").out)
    assert (part["person"], part["person_id"], part["course_id"]) == ("山田", 2, 8)


def test_an_id_to_keep_that_another_file_s_record_has_is_told(kit: Kit, tmp_path: Path) -> None:
    write(tmp_path / "institutions.csv", "name,country", "ETH Zürich,CH")
    write(tmp_path / "people.csv", "name,category", "青木,admin")
    stay = "id,person,institution,programme,start", "1,青木,ETH Zürich,{},2018-04-01"
    for register, programme in (("faculty-stays", "faculty_training"), ("staff-stays", "staff_long")):
        write(tmp_path / f"{register}.csv", stay[0], stay[1].format(programme))
    ran = kit("import", "all", tmp_path)
    assert ran.status == 1
    assert ran.err.startswith("Row 2, id: Another record has the id 1")


def test_a_file_in_the_folder_that_is_no_register_is_refused(kit: Kit, tmp_path: Path) -> None:
    write(tmp_path / "salaries.csv", "name", "青木")
    assert "salaries.csv" in kit("import", "all", tmp_path).err


def test_export_names_records_by_their_keys_and_ids(office: Kit) -> None:
    (stay,) = csv.DictReader(office("export", "staff-stays").out.splitlines())
    assert (stay["person"], stay["person_id"]) == ("A0123", "1")
    assert (stay["institution"], stay["institution_id"]) == ("ETH Zürich", "1")


def test_a_csv_file_for_a_spreadsheet_begins_with_a_byte_order_mark(office: Kit, tmp_path: Path) -> None:
    office("export", "people", "-o", tmp_path / "people.csv")
    assert (tmp_path / "people.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert office("export", "people").out.startswith("id,")


def test_a_file_that_is_there_is_replaced_only_by_force(office: Kit, tmp_path: Path) -> None:
    file = write(tmp_path / "people.csv", "precious")
    ran = office("export", "people", "-o", file)
    assert ran.status == 1
    assert "--force" in ran.err
    assert file.read_text() == "precious\n"
    assert office("export", "people", "-o", file, "--force").status == 0
    assert "A0123" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["copy.2018", "v1.0", "H30.4.1", "copy."])
def test_a_folder_may_have_a_point_in_its_name(office: Kit, tmp_path: Path, name: str) -> None:
    assert office("export", "all", "-o", tmp_path / name).status == 0
    assert (tmp_path / name / "people.csv").is_file()


@pytest.mark.parametrize("name", ["all.csv", "all.xlsx"])
def test_all_registers_are_no_table(office: Kit, tmp_path: Path, name: str) -> None:
    assert office("export", "all", "-o", tmp_path / name).status == 1
    assert not (tmp_path / name).exists()


def test_an_export_that_fails_leaves_no_file(office: Kit, tmp_path: Path) -> None:
    assert office("export", "people", "-o", tmp_path / "nowhere" / "people.csv").status == 1
    assert office("export", "people", "-o", tmp_path / "people.pdf").status == 1
    assert not [path for path in tmp_path.iterdir() if "people" in path.name]


def test_json_of_one_register_is_an_array_and_of_all_an_object(office: Kit, tmp_path: Path) -> None:
    office("export", "people", "-o", tmp_path / "people.json")
    office("export", "all", "-o", tmp_path / "all.json")
    people = json.loads((tmp_path / "people.json").read_text(encoding="utf-8"))
    everything = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert people == everything["people"]
    assert people[0]["name"] == "青木 恵"
    assert everything["courses"] == []
