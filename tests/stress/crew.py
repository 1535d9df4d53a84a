"""Workers as the tests see them, who give them jobs, listen, and kill them."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, NamedTuple, Self

_ROOT = Path(__file__).parents[2]
_LIMIT = 60.0


class Said(NamedTuple):
    """What a worker has said, and when."""

    what: str
    more: Any
    at: float


class Worker:
    """A worker.  `process` is the one that does its present job."""

    def __init__(self) -> None:
        self.process = 0
        self._pending = b""
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.stress.worker"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        assert self._program.stdin
        assert self._program.stdout
        self._program.stdin.close()
        self._program.stdout.close()
        self._program.wait()

    def begin(self, job: str, **options: Any) -> None:
        """Have a job begun."""
        self._write(json.dumps([job, options]))
        self.process = self.hear("started").more

    def go_on(self) -> None:
        """Tell a job that waits for it."""
        self._write("")

    def hear(self, what: str, limit: float = _LIMIT) -> Said:
        """The next time that the worker says this; what it says before is passed over."""
        return self.hear_all(what, limit)[-1]

    def hear_all(self, what: str, limit: float = _LIMIT) -> list[Said]:
        """All that the worker says until it says this, or that the job has ended."""
        heard, end = [], time.monotonic() + limit
        while not heard or heard[-1].what not in (what, "ended"):
            line, newline, rest = self._pending.partition(b"\n")
            if newline:
                heard.append(Said(*json.loads(line)))
                self._pending = rest
                assert heard[-1].what != "failed", heard[-1].more
                if heard[-1].what == "ended":
                    self.process = 0
                continue
            assert select.select([self._out], [], [], end - time.monotonic())[0], f"{what!r} was never said"
            data = os.read(self._out, 65536)
            assert data, "the worker is gone"
            self._pending += data
        return heard

    def kill(self) -> list[Said]:
        """Kill the process at once; what it has said since."""
        if not self.process:
            return []
        os.kill(self.process, signal.SIGKILL)
        return self.hear_all("ended")

    @property
    def _out(self) -> int:
        assert self._program.stdout
        return self._program.stdout.fileno()

    def _write(self, line: str) -> None:
        assert self._program.stdin
        self._program.stdin.write(line.encode() + b"\n")


class Hunt:
    """Kills a worker at random moments, now and then at one that is likely to be inside a transaction.

    `inside` counts the kills that certainly were: the last that was heard is that a transaction had begun, and not yet
    that it was being committed.
    """

    def __init__(self, worker: Worker, chance: Random) -> None:
        self.kills = self.inside = self.committing = self.done = 0
        self._worker, self._chance = worker, chance
        self._span, self._cycle = 0.005, 0.01

    def kill_in(self, job: str, **options: Any) -> list[Said]:
        """All that a worker has said that was killed in this job, or had ended it a moment before."""
        self._worker.begin(job, **options)
        heard: list[Said] = []
        if self.inside <= 0.6 * self.kills:
            for _ in range(self._chance.randint(1, 4)):
                if not heard or heard[-1].what != "ended":
                    heard += self._worker.hear_all("inside")
            time.sleep(self._chance.uniform(0, self._span))
        else:
            time.sleep(self._chance.uniform(0, 8 * self._cycle))
        heard += self._worker.kill()
        if heard[-1].more == signal.SIGKILL:
            self._count(heard)
        self._learn(heard)
        return heard

    def _count(self, heard: list[Said]) -> None:
        self.kills += 1
        last = next((said.what for said in reversed(heard) if said.what in ("inside", "committing", "outside")), "")
        self.inside += last == "inside"
        self.committing += last == "committing"
        self.done += sum(said.what == "done" for said in heard)

    def _learn(self, heard: list[Said]) -> None:
        """How long a transaction lasts, and from one to the next."""
        begun = [said.at for said in heard if said.what == "inside"]
        ended = [said.at for said in heard if said.what == "committing"]
        if ended:
            self._span = median(end - begin for begin, end in zip(begun, ended, strict=False))
        if begun[1:]:
            self._cycle = median(later - earlier for earlier, later in zip(begun, begun[1:], strict=False))

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.inside} inside a transaction and {self.committing} in its commit; "
            f"{self.done} acknowledged"
        )
