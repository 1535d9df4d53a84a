"""What workers do.  Each job is given `say`, with which it tells what was done, and `hear`, which waits to be told."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from kit_tui import store
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor, Conflict, Edit, Store
from kit_tui.store.sqlite_file import SqliteFile

Say = Callable[..., None]
Hear = Callable[[], bytes]
LOGIN = "worker"
SOME = 400
"""Rows of an import, at most."""


def opened(url: str) -> Store:
    """The register, open for a clerk."""
    return store.open(url, Actor(LOGIN), REGISTERS)


def update(say: Say, hear: Hear, url: str, records: list[int], times: int, seed: int) -> None:
    """Add one to what stands in a record's notes, again and again, as a form does it: read, change, save, or merge.

    Says of all together how many conflicts there were, and how long the longest save took.
    """
    kit, chance = opened(url), Random(seed)
    conflicts, longest = 0, 0.0
    say("ready")
    hear()
    for _ in range(times):
        entry = kit.entry("people", chance.choice(records))
        while True:
            began = time.monotonic()
            try:
                kit.save("people", {"notes": str(int(str(entry.values["notes"])) + 1)}, entry.id, entry.version)
            except Conflict as conflict:
                conflicts += 1
                entry = conflict.theirs
                continue
            longest = max(longest, time.monotonic() - began)
            break
    say("done", {"conflicts": conflicts, "longest": longest})


def save(say: Say, hear: Hear, url: str, seed: int) -> None:
    """Save new people, one that is there, and many in one operation; says the name of each before and after."""
    kit, chance = opened(url), Random(seed)
    for n in count():
        name = f"{seed}-{n}"
        say("trying", name)
        kit.apply(some_edits(chance, name), operation=name)
        say("done", name)


def take_in(say: Say, hear: Hear, url: str, seed: int) -> None:
    """Import people, some of them new; says the number of each operation."""
    kit, chance = opened(url), Random(seed)
    while True:
        say("done", one_import(kit, chance))


def undo(say: Say, hear: Hear, url: str, seed: int) -> None:
    """Save many or import some, take it back, and take that back; says the number of each operation."""
    kit, chance = opened(url), Random(seed)
    for n in count():
        if chance.random() < 0.5:
            done = kit.apply(some_edits(chance, f"{seed}-{n}", most=30)).operation
        else:
            done = one_import(kit, chance, most=40)
        say("done", done)
        undone, _ = kit.undo(done)
        say("done", undone.operation)
        say("done", kit.undo(undone.operation)[0].operation)


def migrate(say: Say, hear: Hear, url: str, migrations: str) -> None:
    """Bring the tables of a register up to those of a later program."""
    SqliteFile(url, Path(migrations)).migrate(lambda version: None)
    say("done")


def hold(say: Say, hear: Hear, url: str) -> None:
    """Import people, and hold the register in the middle of it until told to go on."""
    kit = opened(url)
    with kit.whole():
        one_import(kit, Random(1))
        say("holding")
        hear()
    say("done")
    kit.close()


def some_edits(chance: Random, name: str, most: int = 60) -> list[Edit]:
    """One edit or many, of people that are there and of new ones, that write what only this name stands for."""
    return [_edit(chance, f"{name}.{i}") for i in range(chance.choice((1, 1, chance.randint(2, most))))]


def _edit(chance: Random, word: str) -> Edit:
    if chance.random() < 0.3:
        return Edit("people", values={"name": f"新人 {word}", "category": "admin", "notes": word})
    changed: dict[str, Any] = {"notes": word, "name_roman": f"Roman {word}"}
    return Edit("people", chance.randint(1, 20), values=changed)


def one_import(kit: Store, chance: Random, most: int = SOME) -> int:
    """Import some people, of whom the first are there already; the number of the operation."""
    importing = kit.importing("people")
    first = chance.randint(1, 10_000)
    numbers = chance.sample(range(1, 21), 10) + list(range(first + 20, first + chance.randint(21, most)))
    rows = [
        (line, {"staff_no": f"S{n}", "name": f"職員 {n}", "category": "admin", "notes": f"{first}-{line}"})
        for line, n in enumerate(numbers)
    ]
    importing.add(rows)
    importing.settle()
    done = kit.take_in(importing).operation
    importing.close()
    return done
