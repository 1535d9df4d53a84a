"""history and undo from the command line: what was done by whom, and back again."""

from __future__ import annotations

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
