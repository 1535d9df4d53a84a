"""A register on a PostgreSQL server: how it is made and opened, and every refusal with its reason."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import peewee as pw
import pytest
from filling import Filling, open_as

from kit_tui.store import Store, opening
from kit_tui.store.database import AnyDatabase
from kit_tui.store.errors import Busy, StoreError
from kit_tui.store.migrate import MIGRATIONS
from kit_tui.store.postgres import Server
from tests.places import SERVER, raw


def refusal(url: str) -> str:
    with pytest.raises(StoreError) as refused:
        opening.connect(url).close()
    return str(refused.value)


def server() -> str:
    return os.environ[SERVER].removeprefix("postgresql://kit@")


# What it is called


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("postgresql://kit:secret@db1/kit", "postgresql://kit@db1/kit"),
        ("postgres://kit@db1:5433/kit?password=secret&sslpassword=secret", "postgresql://kit@db1:5433/kit"),
        ("postgresql://db1:5432,db2:5433/kit", "postgresql://db1:5432,db2:5433/kit"),
        ("postgresql:///kit", "postgresql:///kit"),
        ("postgresql://k%40t@[::1]:5432/k%2Ft", "postgresql://k%40t@[::1]:5432/k%2Ft"),
        ("postgresql://%2Fvar%2Frun/kit", "postgresql://%2Fvar%2Frun/kit"),
    ],
)
def test_a_password_is_never_part_of_the_name(url: str, name: str) -> None:
    assert opening.called(url) == name
    assert opening.called(name) == name


def test_an_address_that_is_none_is_refused_without_repeating_it() -> None:
    assert refusal("postgresql://kit:secret@db1/kit?colour=blue") == (
        "That is no address of a database: give postgresql://USER@HOST/NAME."
    )


def test_without_psycopg_it_is_said_what_to_install() -> None:
    program = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from kit_tui.store import opening, errors\n"
        "try: opening.connect('postgresql:///kit')\n"
        "except errors.StoreError as refused: print(refused)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == 'PostgreSQL takes one thing more: pip install "kit-tui[postgres]".\n'


def test_psycopg_is_loaded_for_a_server_alone() -> None:
    program = "import sys, kit_tui.store, kit_tui.registers; print('psycopg' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


# Making and opening


def test_of_eight_that_make_one_register_all_but_one_are_told(new_path: str) -> None:
    told: list[str] = []

    def make() -> None:
        try:
            opening.create(new_path)
        except StoreError as refused:
            told.append(str(refused))

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [f"There are tables in {new_path} already: give another database."] * 7
    assert open_as(new_path).check() == []


def test_a_making_that_fails_leaves_nothing(new_path: str, tmp_path: Path) -> None:
    (tmp_path / "torn.db").write_bytes(b"SQLite format 3\0" + b"\0" * 4096)
    with pytest.raises(StoreError):
        opening.create(new_path, tmp_path / "torn.db")
    assert not opening.is_made(new_path)


def test_a_database_without_a_register(new_path: str) -> None:
    assert refusal(new_path) == f"There is no register in {new_path}: make one with kit-tui init."


def test_a_database_of_another_program_is_left_as_it_is(new_path: str) -> None:
    with raw(new_path) as connection:
        connection.execute("CREATE TABLE person (id integer)")
    assert refusal(new_path).endswith("is a database of another program: give another path.")
    with pytest.raises(StoreError):
        opening.create(new_path)
    with raw(new_path) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(1,)]


def test_a_register_of_a_newer_program(register_path: str) -> None:
    with raw(register_path) as connection:
        connection.execute("INSERT INTO schema_migration (name, applied) VALUES ('0099_later', now())")
        assert "is of a newer kit-tui" in refusal(register_path)
        connection.execute("DELETE FROM schema_migration WHERE name = '0099_later'")


def test_a_register_of_an_earlier_program_is_brought_up_to_date(new_path: str, tmp_path: Path) -> None:
    opening.create(new_path)
    for file in MIGRATIONS.glob("0*.py"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "0099_later.py").write_text(
        "def up(migrator, db):\n    db.execute_sql('CREATE TABLE later (id int)')\n"
    )
    server = Server(new_path, tmp_path)
    server.migrate(lambda version: None)
    database = server.connect()
    assert "later" in database.get_tables()
    database.close()
    assert "is of a newer kit-tui" in refusal(new_path)


def test_a_database_that_is_not_there() -> None:
    assert "have one made with createdb" in refusal(f"{os.environ[SERVER]}/nowhere")


def test_a_server_that_is_not_there() -> None:
    assert "can't be reached" in refusal("postgresql://kit@127.0.0.1:1/kit")


def test_somebody_whom_the_server_does_not_know() -> None:
    assert "lets you in by another name" in refusal(f"postgresql://nobody:secret@{server()}/kit_empty")


def test_texts_in_another_encoding(new_path: str) -> None:
    with raw(f"{os.environ[SERVER]}/postgres") as connection:
        connection.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
        assert "keeps texts in LATIN1" in refusal(f"{os.environ[SERVER]}/latin")
        connection.execute("DROP DATABASE latin WITH (FORCE)")


def test_texts_sort_by_code_point_whatever_the_language(database: AnyDatabase) -> None:
    wrong = database.fetch(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
        " AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C' AND table_name <> 'schema_migration'"
    )
    assert wrong == []


# An open one


def test_writes_come_one_after_another_and_the_log_is_in_their_order(kit: Store, fill: Filling) -> None:
    person = fill.person()

    def write(login: str) -> None:
        own = open_as(kit.path, login)
        for _ in range(10):
            with own.whole():
                cost = int(own.entry("people", person).plain()["notes"] or 0)
                own.save("people", {"notes": str(cost + 1)}, person)
        own.close()

    threads = [threading.Thread(target=write, args=(f"clerk{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fill.value("people", person, "notes") == "40"
    assert [step.version for step in kit.history("people", person)] == list(range(41, 0, -1))
    operations = [step.operation for step in kit.history("people", person)]
    assert operations == sorted(operations, reverse=True)


def test_a_write_waits_its_time_for_anothers_and_then_says_so(kit: Store, database: AnyDatabase) -> None:
    kit._core.database.timeout = 0.05
    with database.atomic(), pytest.raises(Busy):
        kit.save("people", {"name": "大野 健", "category": "admin"})
    assert kit.save("people", {"name": "大野 健", "category": "admin"}).ids == (1,)


def test_reads_wait_for_nobody(kit: Store, fill: Filling, database: AnyDatabase) -> None:
    fill.person()
    with database.atomic():
        database.run("UPDATE person SET name = 'silk'")
        assert fill.found("大野") == [1]


def run(database: AnyDatabase, sql: str) -> tuple[threading.Thread, list[BaseException]]:
    """A statement on a thread of its own, which is known to the server when this comes back."""
    raised: list[BaseException] = []

    def on_thread() -> None:
        try:
            with database.translating():
                database.execute_sql(sql)
        except BaseException as error:  # noqa: BLE001
            raised.append(error)
        finally:
            database.close()

    thread = threading.Thread(target=on_thread)
    thread.start()
    asked = "SELECT 1 FROM pg_stat_activity WHERE query = ? AND state = 'active'"
    while not database.fetch(asked, (sql,)):
        time.sleep(0.01)
    return thread, raised


def test_a_long_read_can_be_stopped(database: AnyDatabase) -> None:
    thread, raised = run(database, "SELECT pg_sleep(60)")
    database.interrupt()
    thread.join(10)
    assert [type(error) for error in raised] == [pw.OperationalError]


def test_a_write_is_not_stopped_with_the_reads(database: AnyDatabase) -> None:
    other = opening.connect(database.name)
    with other.atomic():
        stopper = threading.Timer(0.1, other.interrupt)
        stopper.start()
        other.execute_sql("SELECT pg_sleep(0.3)")
        other.run("INSERT INTO setting (key, value) VALUES ('a', 'b')")
        stopper.join()
    other.close()
    assert database.fetch("SELECT value FROM setting") == [("b",)]


def test_a_database_without_a_reference_is_noticed(kit: Store, fill: Filling) -> None:
    stay = fill.faculty_stay()
    with raw(kit.path) as connection:
        connection.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'stay_sort_key'::regclass")
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE stay SET institution_id = 99")
        told = [str(what) for what in kit.check()]
        connection.execute("UPDATE pg_index SET indisvalid = true WHERE indexrelid = 'stay_sort_key'::regclass")
    assert "The database is damaged (stay_sort_key): restore a backup." in told
    assert any(said.startswith(f"Record {stay} of stay points to a record that is not there") for said in told)
