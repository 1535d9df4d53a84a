"""Three nodes of Patroni and etcd on loopback, clerks who save, and the primary's host that dies.

Run as root on Debian after `apt-get install patroni etcd-server python3-etcd postgresql`:

    python -m tests.failover.patroni
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kit_tui import store
from kit_tui.registers import REGISTERS
from tests.cluster import folder, free_port, program, unprivileged
from tests.places import raw

NODES, WRITERS = 3, 4
PATIENCE = 120  # seconds

CONFIG = """
scope: kit
name: {name}
restapi: {{listen: "127.0.0.1:{rest}", connect_address: "127.0.0.1:{rest}"}}
etcd3: {{hosts: "{etcd}"}}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 5
    synchronous_mode: true
    postgresql: {{use_pg_rewind: true}}
  initdb: [{{encoding: UTF8}}, {{locale: C.UTF-8}}]
  pg_hba: ["host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust"]
postgresql:
  listen: "127.0.0.1:{port}"
  connect_address: "127.0.0.1:{port}"
  data_dir: {home}/data
  bin_dir: {bin}
  pgpass: {home}/pgpass
  authentication:
    superuser: {{username: kit, password: kit}}
    replication: {{username: copy, password: copy}}
  parameters: {{unix_socket_directories: {home}}}
"""


class Host:
    """What runs on one of the hosts: its etcd and its Patroni, which keeps its PostgreSQL."""

    def __init__(self, home: Path, name: str) -> None:
        self.home, self.name = home, name
        self.port, self.rest, self.client, self.peer = (free_port() for _ in range(4))
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, hosts: list[Host]) -> None:
        cluster = ",".join(f"{host.name}=http://127.0.0.1:{host.peer}" for host in hosts)
        client, peer = f"http://127.0.0.1:{self.client}", f"http://127.0.0.1:{self.peer}"
        self._run(
            *("etcd", "--name", self.name, "--data-dir", str(self.home / "etcd"), "--initial-cluster", cluster),
            *("--listen-client-urls", client, "--advertise-client-urls", client),
            *("--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer),
        )
        config = self.home / "patroni.yml"
        etcd = ",".join(f"127.0.0.1:{host.client}" for host in hosts)
        values = {"home": self.home, "name": self.name, "rest": self.rest, "port": self.port, "etcd": etcd}
        config.write_text(CONFIG.format(bin=Path(program("postgres")).resolve().parent, **values), encoding="utf-8")
        self._run("patroni", str(config))

    def _run(self, *words: str) -> None:
        with (self.home / "log").open("ab") as log:
            self._processes.append(
                subprocess.Popen(words, cwd=self.home, stdout=log, stderr=log, env=_environment(), **unprivileged())
            )

    def members(self) -> dict[str, str]:
        """Which node has which part, as this one's Patroni knows it."""
        cluster = f"http://127.0.0.1:{self.rest}/cluster"
        with contextlib.suppress(OSError), urllib.request.urlopen(cluster, timeout=5) as answer:
            return {m["name"]: m["role"] for m in json.load(answer)["members"] if _runs(m)}
        return {}

    def die(self) -> None:
        """As when the power goes: everything that runs here at once."""
        pids = [process.pid for process in self._processes if process.poll() is None]
        with contextlib.suppress(FileNotFoundError, ValueError):
            pids.append(int((self.home / "data" / "postmaster.pid").read_text().split("\n")[0]))
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for process in self._processes:
            process.wait(30)


def _environment() -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "ETCD_UNSUPPORTED_ARCH": "arm64"}


def _runs(member: dict[str, Any]) -> bool:
    return member["state"] in ("running", "streaming")


def say(what: str) -> None:
    sys.stdout.write(what + "\n")
    sys.stdout.flush()


def wait_until(holds: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.1)


@contextlib.contextmanager
def running() -> Iterator[list[Host]]:
    """The three hosts, with a primary, a synchronous standby and another one."""
    with contextlib.ExitStack() as stack:
        hosts = [Host(stack.enter_context(folder()), f"node{n}") for n in range(1, NODES + 1)]
        for host in hosts:
            stack.callback(host.die)
            host.start(hosts)
        wait_until(lambda: sorted(hosts[0].members().values()) == ["leader", "replica", "sync_standby"])
        yield hosts


def write(kit: store.Store, number: int, acknowledged: list[tuple[str, float]], stop: threading.Event) -> None:
    """One clerk's work: one person after another."""
    count = 0
    while not stop.is_set():
        count += 1
        kit.save("people", {"name": f"W{number}-{count}", "category": "admin"})
        acknowledged.append((f"W{number}-{count}", time.monotonic()))
    kit.close()


def main() -> int:
    """Whether nothing was lost and nothing done twice."""
    with running() as hosts:
        members = hosts[0].members()
        say(f"running: {members}")
        places = ",".join(f"127.0.0.1:{host.port}" for host in hosts)
        url = f"postgresql://kit@{places}/postgres"
        store.create(url)
        acknowledged: list[tuple[str, float]] = []
        stop = threading.Event()
        kits = [store.open(url, store.Actor(f"clerk{n}"), REGISTERS) for n in range(WRITERS)]
        kits[0].watch(lambda _: None, lambda what: say(f"told: {what}"))
        threads = [threading.Thread(target=write, args=(k, n, acknowledged, stop)) for n, k in enumerate(kits)]
        for thread in threads:
            thread.start()
        time.sleep(5)
        primary = next(host for host in hosts if members[host.name] == "leader")
        died = time.monotonic()
        primary.die()
        say(f"{primary.name} died after {len(acknowledged)} saves")
        wait_until(lambda: acknowledged[-1][1] > died + 1)
        resumed = next(at for _, at in acknowledged if at > died + 1)
        time.sleep(5)
        stop.set()
        for thread in threads:
            thread.join()
        rest = next(host for host in hosts if host is not primary)
        say(f"running: {rest.members()}")
        with raw(f"{url}?target_session_attrs=read-write") as connection:
            kept = [name for (name,) in connection.execute("SELECT name FROM person")]
        with contextlib.closing(store.open(url, store.Actor("clerk"), REGISTERS)) as kit:
            problems = kit.check()
        lost, doubled = {name for name, _ in acknowledged} - set(kept), len(kept) - len(set(kept))
        say(
            f"acknowledged {len(acknowledged)}, lost {len(lost)}, done twice {doubled}, "
            f"saving again after {resumed - died:.1f} s, problems {len(problems)}"
        )
        return 1 if lost or doubled or problems else 0


if __name__ == "__main__":
    os.environ["KIT_TEST_DATABASE"] = "postgres"
    sys.exit(main())
