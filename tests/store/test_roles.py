"""Each role at each way into the register: what it may, what it is refused, and what it is not shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from filling import Filling, day, open_as

from kit_tui.domain.roles import Role
from kit_tui.exchange.exporting import export, write_csv
from kit_tui.exchange.importing import import_csv
from kit_tui.gauges import Policy, who
from kit_tui.registers import abroad
from kit_tui.store import Condition, Edit, NotAllowed, Query, Store, StoreError

TODAY = day("2018-11-22")
TOTAL = 815
"""The one personal score of the office, which stands in nothing else."""


class Desk(NamedTuple):
    """The register as somebody has it open, the ids in it, and a folder for files."""

    store: Store
    person: int
    score: int
    operation: int
    folder: Path


Do = Callable[[Desk], Any]
ALL, WRITERS, ADMINS = frozenset(Role), frozenset({Role.EDITOR, Role.ADMIN}), frozenset({Role.ADMIN})


def _csv(desk: Desk) -> Path:
    path = desk.folder / "people.csv"
    path.write_text("name,category\n木村 花,admin\n", encoding="utf-8")
    return path


def _field(desk: Desk, register: str, name: str) -> Any:
    return desk.store.registers[register].fields[name]


def _score_reference(desk: Desk) -> Any:
    return replace(_field(desk, "scores", "person"), table="score")


def _back_up(desk: Desk) -> None:
    with suppress(StoreError):  # a server keeps its own backups
        desk.store.back_up(desk.folder / "copy.db", lambda doing, share: None)


def _import(desk: Desk) -> Any:
    info = desk.store.registers["people"]
    return import_csv(desk.store, info, _csv(desk), dry_run=False, progress=lambda file, rows: None)


WAYS: dict[str, tuple[frozenset[Role], Do]] = {
    # Lists, cards and find
    "count": (ALL, lambda d: d.store.count(Query("people"))),
    "count scores": (WRITERS, lambda d: d.store.count(Query("scores"))),
    "window": (ALL, lambda d: d.store.window(Query("people"), 0, 9)),
    "window of scores": (WRITERS, lambda d: d.store.window(Query("scores"), 0, 9)),
    "window of the staff with their best": (WRITERS, lambda d: d.store.window(Query("staff"), 0, 9)),
    "rows": (ALL, lambda d: d.store.rows("people", [d.person])),
    "rows of scores": (WRITERS, lambda d: d.store.rows("scores", [d.score])),
    "rows of the staff": (WRITERS, lambda d: d.store.rows("staff", [d.person])),
    "ordering": (ALL, lambda d: d.store.ordering(Query("people"))),
    "ordering by the best score": (WRITERS, lambda d: d.store.ordering(Query("staff", sort=(("best", True),)))),
    "filter by the best score": (
        WRITERS,
        lambda d: d.store.count(Query("staff", where=(Condition("best", ">=", TOTAL),))),
    ),
    "filter by qualifying": (WRITERS, lambda d: d.store.count(Query("staff", where=(Condition("qualifies", "=", 1),)))),
    "deleted scores": (WRITERS, lambda d: d.store.window(Query("scores", deleted=True), 0, 9)),
    "each": (ALL, lambda d: list(d.store.each(Query("people")))),
    "each score": (WRITERS, lambda d: list(d.store.each(Query("scores")))),
    "entry": (ALL, lambda d: d.store.entry("people", d.person)),
    "entry of a score": (WRITERS, lambda d: d.store.entry("scores", d.score)),
    "card": (ALL, lambda d: d.store.card("people", d.person)),
    "card of a score": (WRITERS, lambda d: d.store.card("scores", d.score)),
    "card from the staff": (ALL, lambda d: d.store.card("staff", d.person)),
    "refs": (ALL, lambda d: d.store.refs("person", [d.person])),
    "refs of scores": (WRITERS, lambda d: d.store.refs("score", [d.score])),
    "find": (ALL, lambda d: d.store.find("青木")),
    "find among scores": (ALL, lambda d: d.store.find("青木", registers=["scores", "staff", "people"])),
    "choices": (ALL, lambda d: d.store.choices("person", "")),
    "choices of scores": (WRITERS, lambda d: d.store.choices("score", "")),
    "resolve": (ALL, lambda d: d.store.resolve(_field(d, "scores", "person"), "青木 恵")),
    "resolve a score": (WRITERS, lambda d: d.store.resolve(_score_reference(d), str(d.score))),
    "resolve a record": (ALL, lambda d: d.store.resolve_record("people", "青木 恵")),
    "resolve a record of scores": (WRITERS, lambda d: d.store.resolve_record("scores", str(d.score))),
    # The log, gauges and what is due
    "history": (ALL, lambda d: d.store.history("people", d.person)),
    "history of a score": (WRITERS, lambda d: d.store.history("scores", d.score)),
    "latest": (ALL, lambda d: d.store.latest()),
    "operations": (ALL, lambda d: d.store.operations()),
    "operations on scores": (WRITERS, lambda d: d.store.operations([Condition("register", "=", "scores")])),
    "operation": (ALL, lambda d: d.store.operation(d.operation)),
    "deeds": (ALL, lambda d: d.store.deeds(d.operation)),
    "logins": (ALL, lambda d: d.store.logins()),
    "attention": (ALL, lambda d: d.store.attention(TODAY)),
    "who counts": (ALL, lambda d: who(d.store.reader, Policy(), "staff-toeic", TODAY)),
    "abroad": (ALL, lambda d: abroad(d.store.reader, TODAY)),
    "settings": (ALL, lambda d: d.store.settings()),
    "check": (ALL, lambda d: d.store.check()),
    # Writing
    "add": (WRITERS, lambda d: d.store.save("people", {"name": "木村", "category": "admin"})),
    "edit": (WRITERS, lambda d: d.store.save("people", {"name": "木村"}, d.person)),
    "delete": (WRITERS, lambda d: d.store.delete("scores", [d.score])),
    "bring back": (WRITERS, lambda d: d.store.bring_back("scores", [d.score])),
    "apply": (WRITERS, lambda d: d.store.apply([Edit("scores", d.score, values={"total": 820})])),
    "move": (WRITERS, lambda d: d.store.move(d.person, TODAY, "総務課", "")),
    "leave": (WRITERS, lambda d: d.store.leave(d.person, TODAY)),
    "warnings": (WRITERS, lambda d: d.store.warnings("scores", {"person": d.person, "date": TODAY})),
    "problems": (WRITERS, lambda d: d.store.problems("scores", {"person": d.person, "date": TODAY})),
    "suggestions": (WRITERS, lambda d: d.store.suggestions("faculty-stays", {})),
    "worked out": (WRITERS, lambda d: d.store.worked_out("faculty-stays", {})),
    "last values": (WRITERS, lambda d: d.store.last_values("people")),
    "last values to be used again": (WRITERS, lambda d: d.store.last_used("people")),
    "undo one's own": (WRITERS, lambda d: (d.store.save("people", {"name": "木"}, d.person), d.store.undo())),
    "undo another's": (ADMINS, lambda d: d.store.undo(d.operation)),
    "a target": (
        ADMINS,
        lambda d: d.store.save("targets", {"gauge": "faculty-stays", "academic_year": 2018, "value": 5}),
    ),
    "a published figure": (
        ADMINS,
        lambda d: d.store.save("published", {"gauge": "faculty-stays", "academic_year": 2018, "value": 5}),
    ),
    # Files
    "import": (WRITERS, _import),
    "import targets": (ADMINS, lambda d: d.store.importing("targets").close()),
    "export": (WRITERS, lambda d: export(d.store, [d.store.registers["people"]], d.folder / "people.json")),
    "export scores": (WRITERS, lambda d: export(d.store, [d.store.registers["scores"]], d.folder / "scores.csv")),
    "export to a stream": (WRITERS, lambda d: write_csv(d.store, d.store.registers["people"], StringIO())),
    "leave to export": (WRITERS, lambda d: d.store.note_export(["people"])),
    # The office's and the house's
    "a policy": (ADMINS, lambda d: d.store.set_setting("briefing_days", "30")),
    "reindex": (WRITERS, lambda d: d.store.reindex()),
    "backup": (ADMINS, _back_up),
    "accounts": (ADMINS, lambda d: d.store.accounts.all()),
    "an account": (ADMINS, lambda d: d.store.accounts.add("kimura", Role.ADMIN)),
    "another role": (ADMINS, lambda d: d.store.accounts.set_role("mori", Role.EDITOR)),
    "shut out": (ADMINS, lambda d: d.store.accounts.disable("mori")),
    "let in again": (ADMINS, lambda d: d.store.accounts.enable("mori")),
    "may read": (ALL, lambda d: d.store.require_read("people")),
    "may read scores": (WRITERS, lambda d: d.store.require_read("staff")),
    "may write": (WRITERS, lambda d: d.store.require_write("people")),
}
"""Every way into the store: who may go it, and how it is gone."""

TRIED = {
    "accounts", "apply", "attention", "back_up", "bring_back", "card", "check", "choices", "count", "deeds", "delete",
    "each", "entry", "find", "history", "importing", "last_used", "last_values", "latest", "leave", "logins", "move",
    "note_export", "operation", "operations", "ordering",
    "problems", "reader", "refs", "reindex", "require_read", "require_write", "resolve", "resolve_record", "rows",
    "save", "set_setting", "settings", "suggestions", "take_in", "undo", "warnings", "window",
    "worked_out",
}  # fmt: skip
"""What of the store the ways above use."""
NO_WAYS = {"clock_trouble", "close", "declared", "registers", "role", "see_role", "update_ordering", "watch", "whole"}
"""What tells nothing of the records, or takes what another way has given."""


@pytest.fixture
def office(kit: Store, fill: Filling) -> tuple[int, int, int]:
    """A member of staff with a score, accounts of every role, and what they are numbered."""
    person = fill.person("青木 恵", category="admin")
    fill.employment(person)
    score = fill.score(person, total=TOTAL)
    kit.accounts.add("head", Role.ADMIN)
    return person, score, kit.latest(2)[1].operation


@pytest.fixture
def desk_of(kit: Store, office: tuple[int, int, int], tmp_path: Path) -> Callable[[Role], Desk]:
    """The register as a role has it open: by an account, as everybody has it."""
    head = open_as(kit.path, "head")
    head.accounts.add("mori", Role.VIEWER)

    def at(role: Role) -> Desk:
        if role != Role.VIEWER:
            head.accounts.add(role.value, role)
        store = open_as(kit.path, "mori" if role == Role.VIEWER else role.value)
        assert store.role == role
        return Desk(store, *office, tmp_path)

    return at


def test_every_way_into_the_store_is_tried() -> None:
    assert {name for name in dir(Store) if not name.startswith("_")} == TRIED | NO_WAYS


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("way", WAYS)
def test_a_role_may_what_it_may_and_nothing_else(desk_of: Callable[[Role], Desk], way: str, role: Role) -> None:
    may, do = WAYS[way]
    desk = desk_of(role)
    before = desk.store.latest(1)
    if role in may:
        do(desk)
    else:
        with pytest.raises(NotAllowed):
            do(desk)
        assert desk.store.latest(1) == before


@pytest.mark.parametrize("way", [way for way, (may, _) in WAYS.items() if Role.VIEWER in may])
def test_nothing_that_a_viewer_is_given_holds_a_score(desk_of: Callable[[Role], Desk], way: str) -> None:
    assert str(TOTAL) not in repr(WAYS[way][1](desk_of(Role.VIEWER)))


@pytest.mark.parametrize("way", ["find", "card", "who counts", "choices"])
def test_what_a_viewer_is_not_shown_an_editor_is(desk_of: Callable[[Role], Desk], way: str) -> None:
    assert str(TOTAL) in repr(WAYS[way][1](desk_of(Role.EDITOR)))
