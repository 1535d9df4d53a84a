"""authorized_keys: our lines come and go, those of others stay as they are."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kit_tui.access.authorized import add_key, forced_words, line_of, remove_keys
from kit_tui.access.keys import PublicKey
from kit_tui.domain.wording import Refused

KEY, OTHER = PublicKey("ssh-ed25519", "AAAA1"), PublicKey("ssh-ed25519", "AAAA2")
FOREIGN = b'# by hand\nssh-rsa BBBB root@x\n\ncommand="kit-tui ssh --user tanaka" ssh-rsa CCCC \xff\n'


def words(
    login: str = "tanaka", database: str = "/srv/kit.db", program: str = "/opt/kit/bin/kit-tui"
) -> tuple[str, ...]:
    return forced_words((program,), database, login)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / ".ssh" / "authorized_keys"


@pytest.fixture
def kept(keys: Path) -> Path:
    """The file with lines of others in it."""
    keys.parent.mkdir()
    keys.write_bytes(FOREIGN)
    return keys


def test_the_line_names_the_program_the_database_and_the_login() -> None:
    assert line_of(words(), KEY) == (
        'command="/opt/kit/bin/kit-tui --db /srv/kit.db ssh --user tanaka",restrict,pty ssh-ed25519 AAAA1 tanaka'
    )


@pytest.mark.parametrize(
    "database", ["/srv/o'hara/kit.db", '/srv/a "b"/kit.db', "/srv/$(id);x/kit.db", "/srv/国際課/k.db"]
)
def test_a_path_stays_one_word_to_the_shell_that_sshd_starts(database: str) -> None:
    line = line_of(words(database=database), KEY)
    command = line.removeprefix('command="').partition('",restrict')[0].replace('\\"', '"')
    assert shlex.split(command)[2] == database


def test_a_path_that_would_break_the_line_is_refused() -> None:
    with pytest.raises(Refused, match="control characters"):
        line_of(words(database="/srv/a\nb"), KEY)


def test_a_file_and_its_folder_are_made_for_their_owner_alone(keys: Path) -> None:
    add_key(keys, words(), KEY)
    assert keys.read_text() == line_of(words(), KEY) + "\n"
    assert (keys.stat().st_mode & 0o777, keys.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_key_is_added_once_and_other_lines_stay_as_they_are(kept: Path) -> None:
    for _ in range(2):
        add_key(kept, words(), KEY)
    assert kept.read_bytes() == FOREIGN + line_of(words(), KEY).encode() + b"\n"


def test_a_file_without_an_end_of_line_gets_one(kept: Path) -> None:
    kept.write_bytes(b"ssh-rsa BBBB root@x")
    add_key(kept, words(), KEY)
    assert kept.read_bytes().splitlines() == [b"ssh-rsa BBBB root@x", line_of(words(), KEY).encode()]


def test_somebody_may_have_two_keys(keys: Path) -> None:
    add_key(keys, words(), KEY)
    add_key(keys, words(), OTHER)
    assert len(keys.read_text().splitlines()) == 2


def test_a_key_that_lets_in_another_is_refused(keys: Path) -> None:
    add_key(keys, words("sato"), KEY)
    with pytest.raises(Refused, match="lets in sato already"):
        add_key(keys, words(), KEY)


def test_a_key_that_is_there_for_something_else_is_refused(kept: Path) -> None:
    with pytest.raises(Refused, match="for something else"):
        add_key(kept, words(), PublicKey("ssh-rsa", "BBBB"))
    assert kept.read_bytes() == FOREIGN


def test_all_keys_of_a_login_are_removed_and_no_others(kept: Path) -> None:
    for login, key in (("tanaka", KEY), ("tanaka", OTHER), ("sato", PublicKey("ssh-ed25519", "AAAA3"))):
        add_key(kept, words(login), key)
    assert remove_keys(kept, words()) == 2
    assert kept.read_bytes() == FOREIGN + line_of(words("sato"), PublicKey("ssh-ed25519", "AAAA3")).encode() + b"\n"


def test_a_key_to_another_register_stays(keys: Path) -> None:
    add_key(keys, words(database="/srv/other.db"), KEY)
    assert remove_keys(keys, words()) == 0


def test_a_key_is_removed_wherever_the_program_has_moved_to(keys: Path) -> None:
    add_key(keys, words(program="/old/kit-tui"), KEY)
    assert remove_keys(keys, words(program='/new "x"/kit-tui')) == 1


def test_a_file_that_is_a_link_stays_one(kept: Path, tmp_path: Path) -> None:
    target = kept.rename(tmp_path / "elsewhere")
    kept.symlink_to(target)
    add_key(kept, words(), KEY)
    assert kept.is_symlink()
    assert b"AAAA1" in target.read_bytes()


def test_without_a_file_there_is_nothing_to_remove(keys: Path) -> None:
    assert remove_keys(keys, words()) == 0
    assert not keys.parent.exists()
