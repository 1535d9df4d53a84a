"""Drafts: kept whole, offered once their session has ended, and never another's."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kit_tui.tui.drafts import Draft, Drafts

DRAFT = Draft("people", None, {"name": {"text": "大野"}}, {}, None, {}, "2018-11-22T01:42:03.000000Z")
_ENDED = """
import os, sys
from pathlib import Path
from kit_tui.tui.drafts import Draft, Drafts
drafts = Drafts(Path(sys.argv[1]), "tanaka", "kit.db")
drafts.keep("a", Draft("people", None, {"name": {"text": "大野"}}, {}, None, {}, "2018-11-22T01:42:03.000000Z"), 1)
os._exit(9)
"""


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path, "tanaka", "kit.db")


@pytest.fixture
def ended(tmp_path: Path) -> Path:
    """The file of a draft whose session was killed."""
    subprocess.run([sys.executable, "-c", _ENDED, str(tmp_path)], check=False)
    return next(tmp_path.rglob("*.json"))


def test_a_draft_of_a_session_that_was_killed_is_offered(drafts: Drafts, ended: Path) -> None:
    assert drafts.waiting() == [(ended, DRAFT)]


def test_a_draft_of_a_session_that_still_runs_is_not(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("a", DRAFT, 1)
    assert drafts.waiting() == []
    assert Drafts(tmp_path, "tanaka", "kit.db").waiting() == []


def test_a_draft_whose_form_was_closed_without_a_word_is_offered_to_the_same_session(drafts: Drafts) -> None:
    drafts.keep("a", DRAFT, 1)
    drafts.leave("a")
    assert [draft for _, draft in drafts.waiting()] == [DRAFT]


@pytest.mark.parametrize(("login", "database"), [("sato", "kit.db"), ("tanaka", "other.db")])
def test_drafts_of_another_login_or_register_are_not_offered(
    tmp_path: Path, ended: Path, login: str, database: str
) -> None:
    assert Drafts(tmp_path, login, database).waiting() == []


def test_a_login_can_not_leave_the_folder(tmp_path: Path) -> None:
    Drafts(tmp_path / "state", "../../tanaka", "kit.db").keep("a", DRAFT, 1)
    assert list(tmp_path.iterdir()) == [tmp_path / "state"]


def test_nobody_else_may_read_a_draft(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("a", DRAFT, 1)
    path = next(tmp_path.rglob("*.json"))
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_the_newest_comes_first(drafts: Drafts, ended: Path) -> None:
    newer = DRAFT._replace(at="2018-11-22T02:00:00.000000Z")
    ended.with_name("b.json").write_text(json.dumps(newer._asdict()))
    assert [draft for _, draft in drafts.waiting()] == [newer, DRAFT]


def test_what_comes_late_does_not_write_over_what_is_newer(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("a", DRAFT._replace(id=2), 2)
    drafts.keep("a", DRAFT._replace(id=1), 1)
    assert json.loads(next(tmp_path.rglob("*.json")).read_text())["id"] == 2


def test_a_draft_that_was_dropped_stays_away_and_leaves_nothing_behind(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("a", DRAFT, 1)
    drafts.drop("a", 3)
    drafts.keep("a", DRAFT, 2)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_only_one_session_takes_a_draft_over(drafts: Drafts, ended: Path) -> None:
    assert drafts.take_over(ended)
    assert not drafts.take_over(ended)
    assert not ended.parent.exists()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"register": 5}',
        "\x00",
        '{"register": "a", "fields": {}, "at": "2018"}',
    ],
)
def test_a_file_that_is_no_draft_is_passed_over(drafts: Drafts, ended: Path, content: str) -> None:
    ended.write_text(content)
    assert drafts.waiting() == []


def test_a_draft_of_another_version_of_the_program_is_read_as_far_as_it_goes(drafts: Drafts, ended: Path) -> None:
    ended.write_text(json.dumps({"register": "people", "fields": {}, "at": DRAFT.at, "colour": "blue"}))
    assert drafts.waiting()[0][1].register == "people"


def test_without_a_place_to_write_no_draft_is_kept_and_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    drafts = Drafts(tmp_path / "file", "tanaka", "kit.db")
    assert not drafts.keep("a", DRAFT, 1)
    assert drafts.waiting() == []
    drafts.drop("a", 2)
