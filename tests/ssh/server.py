"""A real OpenSSH server on loopback, and a host with a register that people come to by their keys."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import kit_tui
from kit_tui.cli.main import main

SSHD = "/usr/sbin/sshd"
ROOT = Path(kit_tui.__path__[0]).parent
USER = pwd.getpwuid(os.geteuid()).pw_name
LIMIT = 20
"""Seconds after which what was waited for counts as never coming."""
_CONFIG = """
ListenAddress 127.0.0.1:{port}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
AcceptEnv *
AllowTcpForwarding yes
AllowAgentForwarding yes
X11Forwarding yes
PermitTunnel yes
PermitUserRC yes
Subsystem sftp internal-sftp
SetEnv HOME={home} PYTHONPATH={root}
"""
"""As trusting as a server can be: what holds, holds by the line of the key and by kit-tui."""


class Server:
    """A running sshd of the tests' own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home = folder, folder / "home"
        self.home.mkdir()
        self.authorized_keys = folder / "authorized_keys"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        make_key(folder / "host_key")
        config = folder / "sshd_config"
        config.write_text(_CONFIG.format(port=self.port, folder=folder, home=self.home, root=ROOT))
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self.log = folder / "sshd.log"
        self.process = subprocess.Popen([SSHD, "-D", "-E", str(self.log), "-f", str(config)])
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + LIMIT
        while time.monotonic() < end and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError(f"sshd has not started:\n{self.log.read_text()}")

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(LIMIT)


def make_key(path: Path) -> Path:
    """A new key; its public half stands beside it."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", path.name, "-f", str(path)], check=True)
    return path


@dataclass
class Host:
    """A register, and the people whose keys let them in to it."""

    server: Server
    register: Path
    folder: Path

    @property
    def state(self) -> Path:
        """What kit-tui keeps for those who come in."""
        return self.server.home / ".local" / "state" / "kit-tui"

    def exchange(self, login: str) -> Path:
        """A login's exchange folder."""
        return self.state / "exchange" / login

    def kit(self, *words: str | Path) -> int:
        """kit-tui as the service account runs it."""
        return main(["--db", str(self.register), *map(str, words)])

    def add(self, login: str, role: str) -> Path:
        """An account with a key of its own."""
        key = make_key(self.folder / login)
        public = key.with_name(f"{login}.pub")
        keys = self.server.authorized_keys
        assert self.kit("accounts", "add", login, "--role", role, "--key", public, "--authorized-keys", keys) == 0
        return key

    def command(self, login: str, *words: str, options: Sequence[str] = ()) -> list[str]:
        """How `login` calls ssh from a machine of theirs."""
        given = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "IdentitiesOnly=yes", "LogLevel=ERROR")
        settings = [word for option in given for word in ("-o", option)]
        place = ["-p", str(self.server.port), f"{USER}@127.0.0.1"]
        return [
            "ssh",
            "-F",
            "none",
            "-i",
            str(self.folder / login),
            *settings,
            *options,
            *place,
            *(["--", *words] if words else []),
        ]

    def ssh(
        self,
        login: str,
        *words: str,
        stdin: bytes = b"",
        options: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        """What comes of a command by SSH."""
        return subprocess.run(
            self.command(login, *words, options=options),
            input=stdin,
            capture_output=True,
            timeout=LIMIT,
            env={**os.environ, **(environment or {})},
            check=False,
        )


def new_host(server: Server, folder: Path, register: Path) -> Host:
    """A host with an administrator, an editor and a viewer."""
    server.authorized_keys.write_text("# kept by hand\n")
    shutil.rmtree(server.home / ".local", ignore_errors=True)
    host = Host(server, register, folder)
    for login, role in (("head", "admin"), ("sato", "editor"), ("mori", "viewer")):
        host.add(login, role)
    return host


def processes_of(register: Path) -> list[int]:
    """The processes that let somebody in to a register, by their command lines."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--user" in words and str(register).encode() in words and sys.executable.encode() in words:
            found.append(int(place.name))
    return found
