"""The primary dies under load: nothing that was acknowledged is lost, nothing is done twice, and work goes on."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from filling import open_as

from kit_tui.store import Store, opening
from tests.cluster import Node, folder
from tests.places import raw

WRITERS = 4
SLOWEST = 3.0
"""Seconds within which saving goes on after the standby has been promoted."""


@dataclass
class Pair:
    """A primary and the standby that has every commit before it is acknowledged."""

    primary: Node
    standby: Node

    @property
    def url(self) -> str:
        ports = f"127.0.0.1:{self.primary.port},127.0.0.1:{self.standby.port}"
        return f"postgresql://kit@{ports}/kit?target_session_attrs=read-write"

    def kill_primary(self) -> None:
        """As a power cut: the server's own process first, whose children end when they notice."""
        assert self.primary.process is not None
        os.kill(self.primary.process.pid, signal.SIGKILL)
        self.primary.process.wait(30)


@pytest.fixture
def pair() -> Iterator[Pair]:
    """Both, running, with an empty register."""
    with folder() as one, folder() as two:
        primary = Node(one, wal_level="replica", synchronous_standby_names="*", fsync="off")
        standby = Node(two, fsync="off")
        primary.make()
        primary.start()
        try:
            source = f"host=127.0.0.1 port={primary.port} user=kit"
            standby.run("pg_basebackup", "-D", str(standby.data), "-d", source, "-R", "-X", "stream", "-c", "fast")
            standby.start()
            wait_until(lambda: primary.sql("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'") != [])
            primary.sql("CREATE DATABASE kit")
            opening.create(primary.url("kit"))
            yield Pair(primary, standby)
        finally:
            standby.stop()
            primary.stop()


def wait_until(holds: object) -> None:
    until = time.monotonic() + 30
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.01)


@dataclass
class Writer:
    """A clerk who adds one person after another; what was acknowledged, and when."""

    kit: Store
    number: int
    acknowledged: list[tuple[str, float]] = field(default_factory=list)
    attempted: int = 0
    failed: list[BaseException] = field(default_factory=list)

    def work(self, stop: threading.Event) -> None:
        try:
            while not stop.is_set():
                self.attempted += 1
                name = f"W{self.number}-{self.attempted}"
                self.kit.save("people", {"name": name, "category": "admin"})
                self.acknowledged.append((name, time.monotonic()))
        except BaseException as error:  # noqa: BLE001
            self.failed.append(error)
        finally:
            self.kit.close()


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("run", range(10))
def test_a_dead_primary_costs_nothing_that_was_saved(pair: Pair, run: int) -> None:
    told: list[str] = []
    watching = open_as(pair.url, "watcher")
    heard: list[object] = []
    watching.watch(heard.append, lambda what: told.append(str(what)))
    writers = [Writer(open_as(pair.url, f"clerk{n}"), n) for n in range(WRITERS)]
    stop = threading.Event()
    threads = [threading.Thread(target=writer.work, args=(stop,)) for writer in writers]
    for thread in threads:
        thread.start()
    wait_until(lambda: all(len(writer.acknowledged) > 20 for writer in writers))
    pair.kill_primary()
    pair.standby.run("pg_ctl", "promote", "-D", str(pair.standby.data), "-w")
    promoted = time.monotonic()
    known = [len(writer.acknowledged) for writer in writers]
    wait_until(lambda: all(len(w.acknowledged) > n + 20 for w, n in zip(writers, known, strict=True)))
    stop.set()
    for thread in threads:
        thread.join()
    wait_until(lambda: told)
    count = len(heard)
    watching.save("people", {"name": "after", "category": "admin"})
    wait_until(lambda: len(heard) > count)
    watching.close()

    assert [writer.failed for writer in writers] == [[]] * WRITERS
    with raw(pair.standby.url("kit")) as connection:
        kept = [name for (name,) in connection.execute("SELECT name FROM person WHERE name <> 'after'")]
    acknowledged = [name for writer in writers for name, _ in writer.acknowledged]
    lost, doubled = set(acknowledged) - set(kept), len(kept) - len(set(kept))
    pause = min(at for writer in writers for _, at in writer.acknowledged if at > promoted) - promoted
    sys.stdout.write(
        f"acknowledged {len(acknowledged)}, lost {len(lost)}, doubled {doubled}, next save after {pause:.2f} s\n"
    )
    assert (len(lost), doubled) == (0, 0)
    assert pause < SLOWEST
    assert told[0].endswith("is away: reconnecting.")
    assert open_as(pair.url).check() == []
