"""history and undo from the command line: what was done by whom, and back again."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Kit


def import_people(kit: Kit, folder: Path, *names: str) -> None:
    """People of these names in one operation, the first of a new register."""
    file = folder / "people.csv"
    file.write_text("name,category\n" + "".join(f"{name},admin\n" for name in names), encoding="utf-8")
    assert kit("import", "people", file).status == 0


def test_an_undo_that_later_changes_stand_in_the_way_of_says_which_and_what_is_possible(
    kit: Kit, tmp_path: Path
) -> None:
    import_people(kit, tmp_path, "青木 恵", "加藤 葵", "森 由美")
    kit("edit", "people", "2", "email=a@kit.example")
    ran = kit("undo", "1")
    assert (ran.status, ran.out) == (1, "")
    refusal, hint = ran.err.splitlines()
    assert refusal.startswith("1 of 3 records can't be taken back: they have been changed since, or are in use")
    assert "operation 2 (" in refusal
    assert hint == '"kit-tui undo 1 --rest" takes back the other 2.'
    assert "2 records" in kit("undo", "1", "--rest").out
    assert kit("list", "people", "--json").out.count('"id"') == 1


def test_where_nothing_else_is_possible_nothing_is_offered(kit: Kit, tmp_path: Path) -> None:
    import_people(kit, tmp_path, "青木 恵")
    kit("edit", "people", "1", "email=a@kit.example")
    assert "--rest" not in kit("undo", "1").err
    assert kit("undo", "1", "--rest").status == 1


# The history of everything


def test_without_a_record_the_history_is_that_of_all_the_newest_first(office: Kit) -> None:
    office("edit", "people", "1", "email=a@kit.example")
    office("undo")
    lines = office("history").out.splitlines()
    assert lines[0].split() == ["No.", "When", "Who", "What"]
    assert [line.split()[0] for line in lines[1:]] == ["5", "4", "3", "2", "1"]
    assert lines[1].endswith("undone: person 青木 恵 (operation 4)")
    assert lines[2].endswith("changed: person 青木 恵 (taken back)")


def test_the_history_of_all_is_filtered_and_limited(office: Kit) -> None:
    def numbers(*words: str) -> list[int]:
        return [row["operation"] for row in json.loads(office("history", "--json", *words).out)]

    assert numbers() == [3, 2, 1]
    assert numbers("--limit", "2") == [3, 2]
    assert numbers("--register", "people") == [1]
    assert numbers("--day", "H30.11.22", "--login", "nobody") == []
    assert numbers("--day", "today") == [3, 2, 1]
    assert numbers("--day", "11/21") == []
    first = json.loads(office("history", "--json").out)[-1]
    assert (first["kind"], first["register"], first["id"], first["title"]) == ("add", "people", 1, "青木 恵")


def test_a_register_alone_is_no_history(office: Kit) -> None:
    assert office("history", "people").status == 2
    assert office("history", "people", "1", "--json").status == 2
    assert office("history", "--register", "pets").status == 2
    assert office("history", "--day", "2018-02-30").status == 2
