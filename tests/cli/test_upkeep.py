"""init, check, reindex, settings, gauges, abroad, doctor, locate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kit
from tests.places import raw


def test_init_makes_a_database_once(kit: Kit, new_path: str) -> None:
    assert kit("--db", new_path, "init").status == 0
    assert kit("--db", new_path, "list", "people", "--json").out == "[]\n"
    again = kit("--db", new_path, "init")
    assert again.status == 1
    assert new_path in again.err


def test_the_example_holds_the_figures_that_the_office_has_published(kit: Kit, new_path: str) -> None:
    assert kit("--db", new_path, "init", "--example").status == 0
    gauges = json.loads(kit("--db", new_path, "gauges", "--ay", "2015", "--json").out)
    published = {gauge["code"]: gauge["published"] for gauge in gauges if gauge["published"] is not None}
    assert published == {"staff-long-stays": 1, "staff-short-stays": 3, "unit-projects": 40}


def test_without_a_name_the_database_is_in_the_users_data_folder(
    kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIT_DATABASE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert kit("init").status == 0
    assert (tmp_path / "data" / "kit-tui" / "register.db").exists()


def test_a_whole_database_passes_and_a_damaged_index_is_told_and_mended(office: Kit, register_path: Path | str) -> None:
    assert office("check").status == 0
    with raw(register_path) as database:
        database.execute("DELETE FROM search_entry")
    ran = office("check")
    assert ran.status == 1
    assert "kit-tui reindex" in ran.err
    assert office("reindex").status == 0
    assert office("check").status == 0


def test_gauges_as_json_have_the_names_that_programs_rely_on(office: Kit) -> None:
    gauges = {gauge["code"]: gauge for gauge in json.loads(office("gauges", "--json").out)}
    assert gauges["staff-long-stays"]["academic_year"] == 2018
    assert set(gauges["staff-toeic"]) == {
        "code", "label", "unit", "academic_year", "as_of", "numerator", "denominator", "value", "target",
        "target_academic_year", "need", "status", "published",
    }  # fmt: skip


def test_gauges_move_with_the_records(office: Kit) -> None:
    def long_stays(*words: str) -> int:
        gauges = json.loads(office("gauges", "--json", *words).out)
        return next(gauge["numerator"] for gauge in gauges if gauge["code"] == "staff-long-stays")

    assert long_stays() == 0
    office("edit", "staff-stays", "1", "status=away")
    assert long_stays() == long_stays("--ay", "H30") == 1
    assert long_stays("--as-of", "2018-08-31") == long_stays("--ay", "2017") == 0


def test_a_year_is_read_as_of_its_end_or_today(office: Kit) -> None:
    assert "2016-03-31" in office("gauges", "--ay", "2015").out
    assert "2018-11-22" in office("gauges", "--ay", "2018").out


@pytest.mark.parametrize("words", [("--ay", "x"), ("--as-of", "x"), ("--ay", "2018", "--as-of", "2018-04-01")])
def test_an_unreadable_year_or_day_is_a_mistake_of_usage(office: Kit, words: tuple[str, ...]) -> None:
    assert office("gauges", *words).status == 2


def test_abroad_tells_who_is_where_on_a_day(office: Kit) -> None:
    office("edit", "staff-stays", "1", "status=away", "end=2019-02-28")
    (one,) = json.loads(office("abroad", "--json").out)
    assert (one["person"], one["country"], one["end"]) == ("青木 恵", "CH", "2019-02-28")
    assert (one["institution"], one["institution_id"]) == ("ETH Zürich", 1)
    assert (one["status"], one["confirmed"]) == ("away", True)
    office("edit", "staff-stays", "1", "status=returned")
    (one,) = json.loads(office("abroad", "--json").out)
    assert (one["status"], one["confirmed"]) == ("returned", False)
    assert "by its dates only, status: returned" in office("abroad").out
    assert "Switzerland" in office("abroad").out
    assert "スイス" in office("--lang", "ja", "abroad").out
    assert json.loads(office("abroad", "--json", "--as-of", "H31.3.1").out) == []


def test_doctor_tells_what_would_not_work(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    ran = kit("doctor")
    assert ran.status == 1
    assert "SQLite" in ran.out
    assert "TERM" in ran.err


def test_locate_tells_where_the_database_is(kit: Kit, register_path: Path | str) -> None:
    assert str(register_path) in kit("locate").out


def test_a_policy_is_printed_changed_and_seen_in_the_gauge_and_the_list(office: Kit) -> None:
    assert office("settings", "score_threshold").out == "730\n"
    ran = office("settings", "score_threshold", "700")
    assert (ran.status, ran.err) == (0, "score_threshold was 730 and is 700 now.\n")
    assert "700" in office("settings").out
    assert "TOEIC 700+" in office("gauges").out
    assert "700+" in office("list", "staff").out


@pytest.mark.parametrize("words", [("score_threshold", "7300"), ("score_policy", "worst"), ("colour", "blue")])
def test_a_policy_that_cannot_be_is_refused(office: Kit, words: tuple[str, str]) -> None:
    ran = office("settings", *words)
    assert ran.status == 1
    assert words[0] in ran.err


def test_a_register_is_copied_and_counted(office: Kit, register_path: Path | str, new_path: str) -> None:
    ran = office("copy", register_path, new_path)
    assert ran.status == 0
    assert "person\t1\n" in ran.out
    assert "are the same" in ran.err
    assert office("--db", new_path, "list", "people", "--json").out == office("list", "people", "--json").out
    assert office("copy", register_path, new_path).status == 1
