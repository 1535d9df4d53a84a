"""Headings and cells of a file: what they stand for in a register."""

from __future__ import annotations

import datetime as dt

import pytest

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.wording import LANGUAGES, Message, Refused, message, say
from kit_tui.exchange.cells import Cells
from kit_tui.exchange.csv_file import BadFile
from kit_tui.exchange.headings import columns_of
from kit_tui.exchange.naming import file_fields, find_field
from kit_tui.registers import REGISTERS
from kit_tui.store.plain import RegisterInfo

INFO = {register.slug: register.describe() for register in REGISTERS}


def resolve(field: Field, text: str) -> int:
    if text == "A0123":
        return 7
    raise Refused(message("nobody"))


def read(slug: str, headings: list[str], *row: str) -> tuple[dict[str, Value], list[tuple[str, Message]]]:
    return Cells(columns_of(INFO[slug], headings, "file.csv"), resolve).read(row)


def refusal(slug: str, *headings: str) -> str:
    with pytest.raises(BadFile) as refused:
        columns_of(INFO[slug], headings, "file.csv")
    return str(refused.value)


@pytest.mark.parametrize("info", INFO.values(), ids=lambda info: info.slug)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_names_its_own_field_and_no_other(info: RegisterInfo, lang: str) -> None:
    for field in info.fields.values():
        assert find_field(file_fields(info), say(field.label, lang)) is field


def test_headings_may_be_names_and_labels_in_either_language_in_any_width() -> None:
    columns = columns_of(INFO["people"], ["STAFF_NO", "氏名", "Ｃａｔｅｇｏｒｙ", "kana"], "file.csv")
    assert [column.name for column in columns] == ["staff_no", "name", "category", "name_kana"]


def test_an_unknown_heading_is_refused_with_the_names_that_are_known() -> None:
    assert '"salary"' in refusal("people", "name", "salary")
    assert "name_kana" in refusal("people", "name", "salary")


@pytest.mark.parametrize("again", ["name", "Name", "氏名"])
def test_a_heading_that_is_there_twice_is_refused(again: str) -> None:
    assert "the same field" in refusal("people", "name", "category", again)


def test_a_column_without_a_heading_is_refused_by_its_number() -> None:
    assert "column 2" in refusal("people", "name", "", "category")


def test_a_file_that_can_hold_no_record_is_refused_with_what_is_missing() -> None:
    assert "Category (category)" in refusal("people", "name")


def test_a_required_field_with_a_default_may_be_left_out() -> None:
    columns_of(INFO["courses"], ["name", "kind", "academic_year"], "file.csv")
    columns_of(INFO["faculty-stays"], ["person", "institution", "start"], "file.csv")


def test_a_file_with_a_key_may_hold_only_what_is_to_be_changed() -> None:
    columns_of(INFO["people"], ["staff_no", "email"], "file.csv")
    columns_of(INFO["people"], ["id", "email"], "file.csv")


def test_a_measure_needs_the_gauge_that_it_is_read_by() -> None:
    assert "Gauge (gauge)" in refusal("targets", "id", "value")
    columns_of(INFO["targets"], ["id", "role"], "file.csv")


def test_commas_at_the_end_of_each_row_are_no_columns() -> None:
    assert read("people", ["name", "category", "", ""], "青木", "admin", "", "")[0] == {
        "name": "青木",
        "category": "admin",
    }


def test_a_row_of_another_width_is_wrong_as_a_whole() -> None:
    for row in (["青木"], ["青木", "admin", "x"]):
        values, problems = read("people", ["name", "category"], *row)
        assert not values
        assert [name for name, _ in problems] == [""]


def test_cells_become_values_as_the_office_writes_them() -> None:
    values, problems = read(
        "faculty-stays",
        ["person", "institution_id", "start", "end", "status", "cost"],
        *["A0123", "3", "H30.9.1", "2019/2/28", "帰国済", "1,200,000"],
    )
    assert not problems
    assert values == {
        "person": 7,
        "institution": 3,
        "start": dt.date(2018, 9, 1),
        "end": dt.date(2019, 2, 28),
        "status": "returned",
        "cost": 1_200_000,
    }


def test_every_wrong_cell_of_a_row_is_told() -> None:
    _, problems = read("scores", ["person", "test", "date", "total"], "nobody", "exam", "4/1", "9999")
    assert [name for name, _ in problems] == ["person", "test", "date", "total"]


def test_the_id_beside_a_reference_decides_and_a_blank_one_leaves_it_to_the_key() -> None:
    headings = ["person", "person_id", "institution_id", "start"]
    assert read("faculty-stays", headings, "anybody", "12", "1", "2018-04-01")[0]["person"] == 12
    assert read("faculty-stays", headings, "A0123", "", "1", "2018-04-01")[0]["person"] == 7


def test_a_share_is_read_as_percent_by_the_gauge_beside_it_wherever_it_stands() -> None:
    headings = ["value", "gauge", "academic_year"]
    assert read("targets", headings, "29.5", "staff-toeic", "2023")[0]["value"] == 2950
    assert read("targets", headings, "30", "staff-short-stays", "2023")[0]["value"] == 30


def test_a_formula_is_kept_as_the_text_it_is() -> None:
    for text in ("=1+1", "+81 75", "-", "@x"):
        assert read("people", ["name", "category"], text, "admin")[0]["name"] == text


def test_control_characters_are_left_out_and_counted() -> None:
    cells = Cells(columns_of(INFO["people"], ["name", "category"], "file.csv"), resolve)
    assert cells.read(["青\x1b木\u202e", "admin"])[0]["name"] == "青木"
    assert cells.removed == 2
