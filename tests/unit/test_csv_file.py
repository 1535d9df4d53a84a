"""Reading CSV files: what is taken, and where a broken file is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit_tui.exchange.csv_file import BadFile, open_csv


def read(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    with open_csv(path) as table:
        return table.headings, list(table.rows())


def refusal(path: Path) -> str:
    with pytest.raises(BadFile) as refused:
        read(path)
    return str(refused.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(file: Path) -> None:
    file.write_text('name,notes\n青木,"two\nlines"\n\n山田,\n', encoding="utf-8")
    assert read(file) == (["name", "notes"], [(2, ["青木", "two\nlines"]), (4, ["山田", ""])])


def test_a_byte_order_mark_is_no_part_of_the_first_heading(file: Path) -> None:
    file.write_text("name,email\n", encoding="utf-8-sig")
    assert read(file)[0] == ["name", "email"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_told_from_the_headings(file: Path, delimiter: str) -> None:
    file.write_text(f'name{delimiter}"a,b;c,d"{delimiter}notes\nx{delimiter}y{delimiter}z\n', encoding="utf-8")
    assert read(file)[1] == [(2, ["x", "y", "z"])]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_ends_a_row(file: Path, ending: str) -> None:
    file.write_bytes(f"a,b{ending}1,2{ending}3,4{ending}".encode())
    assert [row for _, row in read(file)[1]] == [["1", "2"], ["3", "4"]]


def test_a_quotation_mark_left_open_is_told_by_the_line_where_it_opens(file: Path) -> None:
    file.write_text('name,notes\n1,"a\nb"\n2,"open\n3,"x"\n', encoding="utf-8")
    assert "line 4" in refusal(file)


def test_a_quotation_mark_open_to_the_end_is_told_by_its_line(file: Path) -> None:
    file.write_text('name,notes\n1,a\n2,"open\n' + "3,x\n" * 5, encoding="utf-8")
    assert "line 3" in refusal(file)


def test_a_mark_far_into_a_long_file_is_told_without_reading_the_rest_into_one_cell(file: Path) -> None:
    file.write_text('a,b\n1,"open\n' + "2,x\n" * 400_000, encoding="utf-8")
    assert "line 2" in refusal(file)


def test_text_of_another_encoding_is_told_by_its_line(file: Path) -> None:
    file.write_bytes(b"name\nabc\n" + "青木\n".encode("cp932"))
    assert "line 3" in refusal(file)
    assert "CSV UTF-8" in refusal(file)


def test_a_nul_character_is_told_by_its_line(file: Path) -> None:
    file.write_bytes(b"name\nabc\nd\0f\n")
    assert "line 3" in refusal(file)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_with_what_to_do(file: Path, encoding: str) -> None:
    file.write_text("name\n青木\n", encoding=encoding)
    assert "CSV UTF-8" in refusal(file)


@pytest.mark.parametrize("text", ["", "\n", ",,\nx,y,z\n"])
def test_a_file_without_headings_is_refused(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert "no headings" in refusal(file)


def test_a_file_that_is_not_there_is_refused_by_name(file: Path) -> None:
    assert refusal(file) == f"There is no file {file}."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.parametrize("beginning", [b"PK\x03\x04\x14\0\0\0\x08\0\x9c\xe3", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_workbook_is_told_from_text_in_another_encoding(file: Path, beginning: bytes) -> None:
    file.write_bytes(beginning + b"\n\0")
    assert "is a workbook" in refusal(file)
