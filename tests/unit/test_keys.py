"""Public keys as people hand them in, and what is no public key."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from pathlib import Path

import pytest

from kit_tui.access.keys import parse_key, read_key
from kit_tui.domain.wording import Refused


def packed(*strings: bytes) -> str:
    return b64encode(b"".join(len(s).to_bytes(4) + s for s in strings)).decode()


ED = packed(b"ssh-ed25519", bytes(range(32)))
KEYS = {
    "ssh-ed25519": ED,
    "sk-ssh-ed25519@openssh.com": packed(b"sk-ssh-ed25519@openssh.com", bytes(32), b"ssh:"),
    "ecdsa-sha2-nistp256": packed(b"ecdsa-sha2-nistp256", b"nistp256", bytes(65)),
    "ecdsa-sha2-nistp521": packed(b"ecdsa-sha2-nistp521", b"nistp521", bytes(133)),
    "sk-ecdsa-sha2-nistp256@openssh.com": packed(
        b"sk-ecdsa-sha2-nistp256@openssh.com", b"nistp256", bytes(65), b"ssh:"
    ),
    "ssh-rsa": packed(b"ssh-rsa", b"\x01\x00\x01", b"\0\x80" + bytes(255)),
}
PUTTY = f"""---- BEGIN SSH2 PUBLIC KEY ----
Comment: "a key: of \\
two lines"
{ED[:40]}
{ED[40:]}
---- END SSH2 PUBLIC KEY ----
"""


def refusal(text: str) -> str:
    with pytest.raises(Refused) as refused:
        parse_key(text)
    return str(refused.value)


@pytest.mark.parametrize("kind", KEYS)
def test_every_kind_that_openssh_takes_is_taken(kind: str) -> None:
    assert parse_key(f"{kind} {KEYS[kind]} tanaka@pc") == (kind, KEYS[kind])


@pytest.mark.parametrize("text", [f"ssh-ed25519 {ED}", f"# mine\r\n\r\n  ssh-ed25519 {ED} a b c\r\n"])
def test_comments_blanks_and_windows_lines_do_not_matter(text: str) -> None:
    assert parse_key(text) == ("ssh-ed25519", ED)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_putty_s_form_is_the_same_key(end: str) -> None:
    assert parse_key(PUTTY.replace("\n", end)) == ("ssh-ed25519", ED)


def test_a_real_key_is_read_in_either_form(tmp_path: Path) -> None:
    path = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", str(path)], check=True)
    other = subprocess.run(["ssh-keygen", "-e", "-f", f"{path}.pub"], capture_output=True, check=True).stdout
    assert read_key(path.with_suffix(".pub")) == parse_key(other.decode())


def test_a_file_that_powershell_wrote_is_read(tmp_path: Path) -> None:
    path = tmp_path / "key.pub"
    path.write_text(f"ssh-ed25519 {ED}\r\n", encoding="utf-16")
    assert read_key(path).text == ED


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn",
        "PuTTY-User-Key-File-3: ssh-ed25519\n",
        "-----BEGIN RSA PRIVATE KEY-----",
    ],
)
def test_a_private_key_is_sent_back(text: str) -> None:
    assert "private key" in refusal(text)


@pytest.mark.parametrize("options", ['command="sh"', "pty,no-pty", 'from="*",restrict', 'environment="A=b c"'])
def test_options_in_the_file_are_refused(options: str) -> None:
    assert "options before it" in refusal(f"{options} ssh-ed25519 {ED} tanaka")


def test_two_keys_are_refused() -> None:
    assert "holds 2" in refusal(f"ssh-ed25519 {ED}\nssh-ed25519 {ED}\n")


@pytest.mark.parametrize("text", ["", "# nothing", "hello", "\0\1", "<html>"])
def test_what_holds_no_key_is_refused(text: str) -> None:
    assert "no public key" in refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "ssh-ed25519", f"ssh-ed25519 {ED[:-6]}", f"ssh-ed25519 {ED[:20]}!{ED[20:]}", f"ssh-rsa {ED}",
        f"ssh-ed25519 {packed(b'ssh-ed25519', bytes(31))}", f"ssh-ed25519 {packed(b'ssh-ed25519')}",
        f"ecdsa-sha2-nistp256 {packed(b'ecdsa-sha2-nistp256', b'nistp384', bytes(65))}",
        f"ssh-ed25519 {ED}AAAA", f"ssh-ed25519 {b64encode(b'xxxx').decode()}", PUTTY.replace(ED[40:], "AAA"),
    ],
)  # fmt: skip
def test_a_damaged_key_is_refused(text: str) -> None:
    assert "damaged" in refusal(text)


def test_an_old_kind_is_refused_by_name() -> None:
    dss = packed(b"ssh-dss", bytes(1), bytes(1), bytes(1), bytes(1))
    text = PUTTY.replace(ED[:40], dss[:40]).replace(ED[40:], dss[40:])
    assert "ssh-dss" in refusal(text)


def test_a_short_rsa_key_is_refused() -> None:
    assert "less than 2048 bits" in refusal("ssh-rsa " + packed(b"ssh-rsa", b"3", b"\x7f" + bytes(127)))


def test_a_key_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="can't be read"):
        read_key(tmp_path / "key.pub")
