"""Public keys as people hand them in: one line of OpenSSH, or the form in which PuTTY saves them (RFC 4716)."""

from __future__ import annotations

import binascii
import struct
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kit_tui.domain.wording import Message, Refused, message

KINDS = (
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
)
"""The kinds of keys that OpenSSH still takes."""
_PARTS = {"ssh-ed25519": 1, "ssh-rsa": 2, "ecdsa": 2, "sk-ssh-ed25519": 2, "sk-ecdsa": 3}
"""Of how many strings a key is packed, its kind apart."""
_MOST = 64 * 1024
_RSA_BITS = 2048
_BEGIN, _END = "---- BEGIN SSH2 PUBLIC KEY ----", "---- END SSH2 PUBLIC KEY ----"
_PRIVATE = ("PRIVATE KEY-----", "PuTTY-User-Key-File")


class PublicKey(NamedTuple):
    """A public key: its kind, and itself in base64, as they stand in authorized_keys."""

    kind: str
    text: str


def read_key(path: Path) -> PublicKey:
    """The one key in a file.  Raises `Refused` for everything else: a private key, options, several keys."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST)
    except OSError as error:
        raise Refused(message("{file} can't be read: {why}.", file=str(path), why=error.strerror or "?")) from None
    return parse_key(_text(data))


def parse_key(text: str) -> PublicKey:
    """The one key in a text.  Raises `Refused`."""
    if any(mark in text for mark in _PRIVATE):
        raise Refused(
            message("This is a private key, which nobody else may have: give the public one, whose name ends in .pub.")
        )
    lines = [line.strip() for line in text.splitlines()]
    if _BEGIN in lines:
        return _made("", _body(lines))
    keys = [line for line in lines if line and not line.startswith("#")]
    if len(keys) != 1:
        raise Refused(
            message("A key file holds one public key, and this one holds {n}.", n=len(keys)) if keys else _no_key()
        )
    kind, _, rest = keys[0].partition(" ")
    if kind not in KINDS:
        raise Refused(_options(keys[0]))
    return _made(kind, rest.split()[0] if rest.split() else "")


def _text(data: bytes) -> str:
    """PowerShell's `>` writes UTF-16; PuTTY and others end lines as Windows does."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def _no_key() -> Message:
    return message("There is no public key in this file: it would begin with ssh-ed25519 or the like.")


def _options(line: str) -> Message:
    if any(f" {kind} " in f" {line} " for kind in KINDS):
        return message("The key has options before it. Leave them out: what a key may is for kit-tui to say.")
    return _no_key()


def _body(lines: list[str]) -> str:
    """The base64 of the RFC 4716 form, without its headers, whose lines go on after a backslash."""
    if _END not in lines or lines.count(_BEGIN) != 1:
        raise Refused(_no_key())
    return "".join(_without_headers(lines[lines.index(_BEGIN) + 1 : lines.index(_END)]))


def _without_headers(lines: list[str]) -> Iterator[str]:
    goes_on = False
    for line in lines:
        if goes_on or ":" in line:
            goes_on = line.endswith("\\")
        else:
            yield line


def _made(kind: str, text: str) -> PublicKey:
    """The key, if it is whole and of a kind that is taken.  Raises `Refused`."""
    try:
        first, *parts = _strings(b64decode(text, validate=True))
        named = first.decode("ascii")
    except (binascii.Error, struct.error, ValueError):
        raise Refused(message("The key is damaged: copy the whole file again.")) from None
    if named not in KINDS:
        raise Refused(
            message("Keys of the kind {kind} are not taken: make one with ssh-keygen -t ed25519.", kind=named)
        )
    if kind not in ("", named) or not parts or not _fits(named, parts):
        raise Refused(message("The key is damaged: copy the whole file again."))
    if named == "ssh-rsa" and int.from_bytes(parts[1]).bit_length() < _RSA_BITS:
        raise Refused(message("An RSA key of less than {bits} bits is not taken.", bits=_RSA_BITS))
    return PublicKey(named, text)


def _fits(kind: str, parts: list[bytes]) -> bool:
    """Whether a key of that kind has such parts."""
    family, _, curve = kind.partition("@")[0].partition("-sha2-")
    if len(parts) != _PARTS[family]:
        return False
    return parts[0] == curve.encode() if curve else kind == "ssh-rsa" or len(parts[0]) == 32


def _strings(data: bytes) -> Iterator[bytes]:
    """The strings that a key is packed of, each with its length before it."""
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        at += 4 + length
        if at > len(data):
            raise ValueError(length)
        yield data[at - length : at]
