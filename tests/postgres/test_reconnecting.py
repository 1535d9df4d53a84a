"""The connection is cut at the worst moment: work goes on, nothing is lost and nothing is done twice."""

from __future__ import annotations

import datetime as dt
import queue
from collections.abc import Callable

import psycopg
import pytest
from filling import Filling, day, open_as

from kit_tui.domain.wording import Refused
from kit_tui.store import Query, Store, StoreError, Touched
from kit_tui.store.database import AnyDatabase
from kit_tui.store.postgres_database import Database

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> ?"


@pytest.fixture
def cut(database: AnyDatabase) -> Callable[[], object]:
    """Ends every connection to the register but its own."""
    return lambda: database.fetch(CUT, (database.connection().info.backend_pid,))


@pytest.fixture
def answer_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next commit is carried out, and the connection is lost before that is known."""
    commit = Database.commit

    def commit_unheard(self: Database) -> None:
        monkeypatch.undo()
        commit(self)
        self.connection().close()
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    monkeypatch.setenv("KIT_TODAY", "2018-11-22")
    monkeypatch.setattr(Database, "commit", commit_unheard)


def test_reads_and_writes_go_on_after_a_cut(kit: Store, fill: Filling, cut: Callable[[], object]) -> None:
    person = fill.person()
    cut()
    assert fill.found("大野") == [person]
    cut()
    assert fill.person("青木 恵") == 2
    cut()
    assert kit.count(Query("people")) == 2


def test_a_write_that_is_cut_in_the_middle_is_done_again(
    kit: Store, cut: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Database.begin

    def begin_and_be_cut(self: Database) -> None:
        monkeypatch.setattr(Database, "begin", begin)
        begin(self)
        cut()

    monkeypatch.setattr(Database, "begin", begin_and_be_cut)
    assert kit.save("people", {"name": "大野 健", "category": "admin"}).ids == (1,)
    assert kit.count(Query("people")) == 1
    assert kit.check() == []


def test_a_save_whose_answer_is_lost_is_not_done_twice(kit: Store, answer_lost: None) -> None:
    assert kit.save("people", {"name": "大野 健", "category": "admin"}).ids == (1,)
    assert kit.count(Query("people")) == 1
    assert [latest.kind for latest in kit.latest()] == ["add"]


@pytest.fixture
def employed(kit: Store, fill: Filling) -> int:
    """A person with an employment."""
    person = fill.person()
    fill.employment(person, unit="学務課")
    return person


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (lambda kit, person: kit.move(person, day("2018-11-01"), "国際課", ""), "move"),
        (lambda kit, person: kit.leave(person, day("2018-11-30")), "leave"),
        (lambda kit, person: kit.undo(), "undo"),
        (lambda kit, person: kit.set_setting("briefing_days", "30"), "setting"),
    ],
    ids=["move", "leave", "undo", "setting"],
)
def test_whatever_it_was_it_is_done_once(
    kit: Store, employed: int, answer_lost: None, act: Callable[[Store, int], object], kind: str
) -> None:
    act(kit, employed)
    assert [latest.kind for latest in kit.latest()] == [kind, "add", "add"]
    assert kit.check() == []


def test_an_import_whose_answer_is_lost_is_done_once(kit: Store, request: pytest.FixtureRequest) -> None:
    importing = kit.importing("people")
    importing.add([(2, {"name": "大野 健", "category": "admin"})])
    importing.settle()
    request.getfixturevalue("answer_lost")
    assert kit.take_in(importing).new == 1
    assert kit.count(Query("people")) == 1
    importing.close()


def test_an_import_that_was_cut_says_so_and_keeps_nothing(kit: Store, cut: Callable[[], object]) -> None:
    importing = kit.importing("people")
    importing.add([(2, {"name": "大野 健", "category": "admin"})])
    importing.settle()
    cut()
    with pytest.raises(Refused, match="none of them are"):
        kit.take_in(importing)
    assert kit.count(Query("people")) == 0


def test_who_watches_is_told_of_the_cut_and_hears_on(kit: Store, cut: Callable[[], object]) -> None:
    heard: queue.Queue[Touched] = queue.Queue()
    told: queue.Queue[str] = queue.Queue()
    kit.watch(heard.put, lambda what: told.put(str(what)))
    cut()
    assert told.get(timeout=10).endswith("is away: reconnecting.")
    sato = open_as(kit.path, "sato")
    person = Filling(sato).person()
    assert heard.get(timeout=10).tables == {"person": frozenset({person})}
    sato.close()


def test_a_server_that_stays_away_is_told_in_the_end(kit: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit_tui.store.postgres_database._PATIENCE", 0.2)
    database = kit._core.database
    assert isinstance(database, Database)
    database.drop()
    database.target.parameters["port"] = "1"
    with pytest.raises(StoreError, match="can't be reached"):
        kit.save("people", {"name": "大野 健", "category": "admin"})


def test_who_has_left_is_not_kept_waiting(kit: Store) -> None:
    database = kit._core.database
    assert isinstance(database, Database)
    kit.close()
    database.target.parameters["port"] = "1"
    before = dt.datetime.now()
    with pytest.raises(StoreError):
        kit.count(Query("people"))
    assert dt.datetime.now() - before < dt.timedelta(seconds=5)
