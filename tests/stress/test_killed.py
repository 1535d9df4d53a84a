"""Programs that are killed at any moment: what they had acknowledged stands, the rest is whole or not there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import peewee as pw
import pytest

from kit_tui.domain.roles import Role
from kit_tui.models import Change, Operation
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor, Store
from kit_tui.store.core import Core
from kit_tui.store.log import decoded
from kit_tui.store.migrate import MIGRATIONS, known
from kit_tui.store.reader import Reader
from kit_tui.store.settings import policies
from kit_tui.store.sqlite_file import Database, SqliteFile
from tests.stress import jobs
from tests.stress.conftest import Tell
from tests.stress.crew import Hunt, Said, Worker
from tests.stress.effort import EFFORT

LATER = {
    "0002_room.py": """
import peewee as pw


def up(migrator, db):
    migrator.migrate(migrator.add_column("person", "room", pw.TextField(default="")))
    db.execute_sql("UPDATE person SET room = 'room of ' || name")
""",
    "0003_rooms.py": """
def up(migrator, db):
    db.execute_sql("CREATE TABLE room (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
    db.execute_sql("INSERT INTO room (name) SELECT DISTINCT room FROM person ORDER BY room")
""",
    "0004_sure.py": """
def up(migrator, db):
    migrator.migrate(migrator.drop_not_null("person", "notes"))
""",
}
"""The migrations of a later program: a column that is filled in, a table, and a table that is made anew."""


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


class Ledger:
    """What the log of a register holds, looked at after each kill."""

    def __init__(self, url: str) -> None:
        self._url = url
        kit = jobs.opened(url)
        self._seen = kit.latest(1)[0].operation
        kit.close()

    def compare(self, heard: list[Said], name: pw.Field) -> None:
        """See that the register is whole, and holds all that was acknowledged and at most one operation more.

        `name` is the field of an operation by which it was acknowledged.
        """
        kit = jobs.opened(self._url)
        acknowledged = {said.more for said in heard if said.what == "done"}
        new = Operation.select(Operation.id, name, Operation.rows).where(Operation.id > self._seen)
        found = kit.reader.rows(new.order_by(Operation.id))
        stand = {called for _, called, _ in found}
        assert acknowledged <= stand
        assert len(stand - acknowledged) <= 1
        for operation, _, rows in found:
            changes = kit.reader.scalar(Change.select(pw.fn.COUNT(Change.id)).where(Change.operation == operation))
            assert rows == changes
        self._see_that_records_are_as_logged(kit)
        assert kit.check() == []
        self._seen = max((operation for operation, *_ in found), default=self._seen)
        kit.close()

    def _see_that_records_are_as_logged(self, kit: Store) -> None:
        logged: dict[int, dict[str, object]] = {}
        query = Change.select(Change.table, Change.record, Change.after).where(Change.operation > self._seen)
        for table, record, after in kit.reader.rows(query.order_by(Change.id)):
            logged.setdefault(record, {}).update(decoded(kit._core.models[table], after))
        values = kit.reader.values(kit._core.models["person"], logged)
        for record, expected in logged.items():
            assert {name: values[record][name] for name in expected} == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("job", "name"),
    [("save", Operation.uuid), ("take_in", Operation.id), ("undo", Operation.id)],
    ids=["saves", "imports", "undo"],
)
def test_a_kill_loses_nothing_that_was_acknowledged_and_leaves_nothing_half_done(
    url: str, worker: Worker, job: str, name: pw.Field, chance: Random, tell: Tell
) -> None:
    hunt, ledger = Hunt(worker, chance), Ledger(url)
    while hunt.kills < EFFORT.kills or hunt.inside * 2 < hunt.kills:
        other = jobs.opened(url) if chance.random() < 0.5 else None  # what the dead have left is then still in use
        heard = hunt.kill_in(job, url=url, seed=chance.randrange(2**32))
        ledger.compare(heard, name)
        if other:
            other.close()
    tell(str(hunt))


@pytest.fixture
def old(url: str) -> Path:
    """A register of an earlier program."""
    kit = jobs.opened(url)
    chance = Random(1)
    for _ in range(6):
        jobs.one_import(kit, chance)
    kit.close()
    return Path(url)


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The migrations of a later program."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in LATER.items():
        (folder / name).write_text(text)
    return folder


def contents(path: Path) -> tuple[str, ...]:
    """All that is in a register, but for when it was migrated."""
    database = Database(path)
    lines = tuple(line for line in database.connection().iterdump() if "migration" not in line)
    database.close()
    return lines


@pytest.mark.slow
def test_a_kill_leaves_every_migration_done_or_not_begun_and_the_next_does_the_rest(
    old: Path, later: Path, tmp_path: Path, worker: Worker, chance: Random, tell: Tell
) -> None:
    path = tmp_path / "migrated.db"
    steps = list(stages(old, later, tmp_path))
    hunt, found = Hunt(worker, chance), [0] * len(steps)
    while hunt.kills < EFFORT.kills or hunt.inside * 2 < hunt.kills:
        for each in tmp_path.glob("migrated.db*"):
            each.unlink()
        shutil.copy(old, path)
        heard = hunt.kill_in("migrate", url=str(path), migrations=str(later))
        stage = steps.index(contents(path))
        found[stage] += 1
        if any(said.what == "done" for said in heard):
            assert stage == len(steps) - 1
        SqliteFile(str(path), later).migrate(lambda version: None)
        database = SqliteFile(str(path), later).connect()
        assert database.pragma("user_version") == known(later)
        core = Core(database, Actor("checker"), Role.ADMIN, REGISTERS, policies(Reader(database)))
        assert Store(core, str(path)).check() == []
        database.close()
        assert contents(path) == steps[-1]
    tell(f"{hunt}; {found} found after 0 to {len(steps) - 1} migrations")


def stages(old: Path, later: Path, folder: Path) -> Iterator[tuple[str, ...]]:
    """What is in the register after each of the later migrations, done one after another without a kill."""
    path, some = Path(shutil.copy(old, folder / "stages.db")), folder / "some"
    shutil.copytree(MIGRATIONS, some, ignore=shutil.ignore_patterns("__pycache__"))
    yield contents(path)
    for name in LATER:
        shutil.copy(later / name, some)
        SqliteFile(str(path), some).migrate(lambda version: None)
        yield contents(path)
