"""Many write at once: each save stands on the one before, and nobody is told of a lock."""

from __future__ import annotations

from contextlib import ExitStack
from random import Random

import pytest

from tests.stress import jobs
from tests.stress.conftest import Tell
from tests.stress.crew import Worker
from tests.stress.effort import EFFORT


@pytest.mark.slow
@pytest.mark.parametrize("many", [False, True], ids=["one-record", "many-records"])
def test_no_update_of_many_writers_is_lost_or_refused(
    url: str, people: list[int], many: bool, chance: Random, tell: Tell
) -> None:
    records = people if many else people[:1]
    with ExitStack() as stack:
        writers = [stack.enter_context(Worker()) for _ in range(EFFORT.writers)]
        for writer in writers:
            writer.begin(
                "update",
                url=url,
                records=records,
                times=EFFORT.updates // EFFORT.writers,
                seed=chance.randrange(2**32),
            )
        for writer in writers:
            writer.hear("ready")
        for writer in writers:
            writer.go_on()
        done = [writer.hear("done").more for writer in writers]
    kit = jobs.opened(url)
    stand = [kit.entry("people", record) for record in records]
    counted = sum(int(str(entry.values["notes"])) for entry in stand)
    longest = max(each["longest"] for each in done)
    conflicts = sum(each["conflicts"] for each in done)
    tell(f"{counted} updates, {conflicts} conflicts resolved, the longest save {longest:.2f} s")
    assert counted == EFFORT.updates
    assert sum(entry.version - 1 for entry in stand) == EFFORT.updates
    assert all(entry.version - 1 == int(str(entry.values["notes"])) for entry in stand)
    assert kit.check() == []
    kit.close()
