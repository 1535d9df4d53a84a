"""The service account's authorized_keys: a line for each key, which lets its login into kit-tui and nowhere else."""

from __future__ import annotations

import os
import re
import secrets
import shlex
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kit_tui.access.keys import PublicKey
from kit_tui.domain.wording import Message, Refused, message

_OURS = re.compile(rb'command="((?:[^"\\]|\\.)*)",restrict,pty (\S+) (\S+)(?: .*)?')


class Line(NamedTuple):
    """A line that kit-tui has written: the words of its command, and the key."""

    words: tuple[str, ...]
    key: PublicKey

    @property
    def login(self) -> str:
        """Whom the key lets in."""
        return self.words[-1]


def forced_words(program: Sequence[str], database: str, login: str) -> tuple[str, ...]:
    """The command that a login's keys run, and no other."""
    return (*program, "--db", database, "ssh", "--user", login)


def line_of(words: Sequence[str], key: PublicKey) -> str:
    """The line of authorized_keys by which a key runs that command.  Raises `Refused` for what a line can't hold."""
    command = shlex.join(words)
    if not command.isprintable():
        raise Refused(message("The path of the program or the database holds control characters: move it."))
    command = command.replace("\\", "\\\\").replace('"', '\\"')
    return f'command="{command}",restrict,pty {key.kind} {key.text} {words[-1]}'


def add_key(path: Path, words: Sequence[str], key: PublicKey) -> None:
    """Add a key's line, once.  Raises `Refused` if the key is there already for another login or use."""
    line = line_of(words, key)

    def with_it(lines: list[bytes]) -> list[bytes]:
        for other in lines:
            if key.text.encode() in other.split() and other.strip() != line.encode():
                raise Refused(_taken(other, path))
        return lines if line.encode() in map(bytes.strip, lines) else [*lines, line.encode()]

    _rewrite(path, with_it)


def remove_keys(path: Path, words: Sequence[str]) -> int:
    """Remove the lines that run that command, whichever program they name; how many there were."""
    removed = 0

    def without(lines: list[bytes]) -> list[bytes]:
        nonlocal removed
        kept = [line for line in lines if not _runs(line, words)]
        removed = len(lines) - len(kept)
        return kept

    _rewrite(path, without)
    return removed


def _runs(line: bytes, words: Sequence[str]) -> bool:
    """Whether a line of ours lets in the same login to the same database."""
    return (ours := _read(line)) is not None and ours.words[-5:] == tuple(words[-5:])


def _read(line: bytes) -> Line | None:
    """The line, if kit-tui has written it."""
    match = _OURS.fullmatch(line.strip())
    if match is None:
        return None
    with suppress(ValueError):  # UnicodeDecodeError is one
        command = re.sub(r"\\(.)", r"\1", match[1].decode())
        words = tuple(shlex.split(command))
        if len(words) > 5 and (words[-5], *words[-3:-1]) == ("--db", "ssh", "--user"):
            return Line(words, PublicKey(match[2].decode(), match[3].decode()))
    return None


def _taken(line: bytes, path: Path) -> Message:
    if ours := _read(line):
        return message("This key lets in {login} already: everybody needs a key of their own.", login=ours.login)
    return message("This key is in {file} already, for something else.", file=str(path))


def _rewrite(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Change the lines of the file, which is replaced whole, and is its owner's alone.  Raises `Refused`."""
    target = Path(os.path.realpath(path))
    try:
        before = target.read_bytes() if target.exists() else b""
        lines = before.splitlines()
        changed = change(list(lines))
        if changed == lines:
            return
        target.parent.mkdir(mode=0o700, exist_ok=True)
        _replace(target, b"".join(line + b"\n" for line in changed))
    except OSError as error:
        raise Refused(message("{file} can't be written: {why}.", file=str(path), why=error.strerror or "?")) from None


def _replace(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with open(descriptor, "wb") as file:
            if os.geteuid() == 0:  # run for another's home: sshd reads it as its owner
                owner = target.parent.stat()
                os.fchown(file.fileno(), owner.st_uid, owner.st_gid)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
