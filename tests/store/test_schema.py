"""The tables as the migrations leave them are those that the models describe."""

from __future__ import annotations

from pathlib import Path

import peewee as pw
import pytest
from playhouse.schema_diff import diff_models

from kit_tui.models import HOUSEKEEPING, RECORDS, Agreement, Person, Score, Stay
from kit_tui.store.sqlite_database import Database

pytestmark = pytest.mark.sqlite_file

MODELS = [*RECORDS, *HOUSEKEEPING]


def schema(database: pw.Database) -> dict[str, str]:
    """The SQL of every table and index by name, but those of the search index and of the migrations themselves."""
    rows = database.execute_sql(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_index%'"
        " AND tbl_name <> 'schema_migration'"
    )
    return dict(rows.fetchall())


@pytest.fixture
def from_models(tmp_path: Path) -> pw.SqliteDatabase:
    database = pw.SqliteDatabase(str(tmp_path / "models.db"))
    with database.bind_ctx(MODELS):
        database.create_tables(MODELS)
    return database


def test_migrated_and_modelled_tables_are_the_same(database: Database, from_models: pw.SqliteDatabase) -> None:
    assert schema(database) == schema(from_models)


def test_peewee_sees_no_difference_either(database: Database) -> None:
    with database.bind_ctx(MODELS):
        assert not diff_models(database, MODELS)


@pytest.mark.parametrize("word", ["佐々", "アー", "𠮷田", "𮯰", "कुमार", "naïve", "x1", "ß"])
def test_a_token_of_any_letters_is_found_whole(database: Database, word: str) -> None:
    database.execute_sql(
        "INSERT INTO search_index (rowid, tokens) VALUES (1, ?), (2, 'other')", (f"before {word} after",)
    )
    found = database.execute_sql("SELECT rowid FROM search_index WHERE search_index MATCH ?", (f'"{word}"',)).fetchall()
    assert found == [(1,)]


def test_accents_are_left_to_the_folding_of_the_program(database: Database) -> None:
    database.execute_sql("INSERT INTO search_index (rowid, tokens) VALUES (1, 'naïve')")
    assert not database.execute_sql("SELECT 1 FROM search_index WHERE search_index MATCH '\"naive\"'").fetchall()


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_register_is_read_in_its_order_from_an_index(database: Database, model: type[pw.Model]) -> None:
    query = model.select(model.id).where(model.deleted_at.is_null()).order_by(model.sort_key, model.id)
    assert f"{model._meta.table_name}_sort_key" in plan(database, query)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (Person.select(Person.id).where(Person.staff_no == "0123"), "person_staff_no_unique"),
        (
            Score.select(Score.total).where(Score.person == 1, Score.date <= "2018-11-22"),
            "score_person_date_total_deleted_at",
        ),
        (
            Stay.select(Stay.id).where(Stay.programme == "staff_long", Stay.start >= "2018-04-01"),
            "stay_programme_start",
        ),
        (Agreement.select(Agreement.id).where(Agreement.status == "signed"), "agreement_status_end"),
    ],
    ids=["staff no.", "scores of a person", "stays of a year", "signed agreements"],
)
def test_a_look_up_among_the_living_uses_its_index(database: Database, query: pw.ModelSelect, index: str) -> None:
    assert f"INDEX {index} " in plan(database, query.where(query.model.deleted_at.is_null()))


def plan(database: pw.Database, query: pw.ModelSelect) -> str:
    sql, parameters = query.bind(database).sql()
    return " ".join(row[3] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", parameters))
