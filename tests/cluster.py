"""A PostgreSQL server of the tests' own: on loopback, as a user without rights, in a folder that is thrown away."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
"""What is only for tests, whose records nobody misses."""


def program(name: str) -> str:
    """Where one of PostgreSQL's programs is; Debian keeps them off the path."""
    found = shutil.which(name) or next(iter(sorted(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")))), None)
    if not found:
        raise FileNotFoundError(f"no {name}: install PostgreSQL (apt-get install postgresql)")
    return found


def unprivileged() -> dict[str, Any]:
    """For subprocess: who PostgreSQL runs as, which refuses to be root."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise RuntimeError("there is no user postgres and no nobody")


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


class Node:
    """One server with its data folder."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.data, self.socket, self.port, self.settings = folder / "data", folder, free_port(), settings
        self.process: subprocess.Popen[bytes] | None = None

    def run(self, name: str, *words: str) -> None:
        """One of PostgreSQL's programs, as the server's user."""
        ran = subprocess.run(
            [program(name), *words], cwd=self.socket, capture_output=True, text=True, check=False, **unprivileged()
        )
        if ran.returncode:
            raise RuntimeError(f"{name}: {ran.stdout}{ran.stderr}")

    def make(self) -> None:
        self.run("initdb", "-D", str(self.data), "-U", "kit", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")

    def start(self) -> None:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": str(self.socket),
            "max_connections": "300",
            "log_min_messages": "fatal",
        } | self.settings
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.socket / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [program("postgres"), "-D", str(self.data), *words],
                cwd=self.socket,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **unprivileged(),
            )
        self._wait()

    def _wait(self) -> None:
        for _ in range(300):
            with contextlib.suppress(psycopg.OperationalError):
                psycopg.connect(self.url("postgres"), connect_timeout=5).close()
                return
            time.sleep(0.05)
        raise RuntimeError((self.socket / "log").read_text())

    def stop(self) -> None:
        """Stop at once, and wait until it has."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)

    def url(self, name: str) -> str:
        return f"postgresql://kit@127.0.0.1:{self.port}/{name}"

    def sql(self, statement: str, name: str = "postgres") -> list[tuple[Any, ...]]:
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            found = connection.execute(statement)
            return found.fetchall() if found.description else []


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """A folder that the server's user may enter, thrown away in the end."""
    path = Path(tempfile.mkdtemp(prefix="kit-pg-", dir="/tmp"))
    try:
        if user := unprivileged():
            os.chown(path, user["user"], user["group"])
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def server() -> Iterator[Node]:
    """A running server."""
    with folder() as path:
        node = Node(path, **FAST)
        node.make()
        node.start()
        try:
            yield node
        finally:
            node.stop()
