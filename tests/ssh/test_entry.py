"""What a key lets its login do: the allowed commands, in its own name and role, and nothing beside them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from server import Host

CSV = "name,category\n木村 花,admin\n".encode()


def told(ran: subprocess.CompletedProcess[bytes]) -> str:
    """The sentences on standard error."""
    return ran.stderr.decode()


# What is there


def test_a_command_is_run_and_its_output_is_data(host: Host) -> None:
    ran = host.ssh("mori", "find", "青木", "--json")
    assert (ran.returncode, told(ran)) == (0, "")
    assert [hit["title"] for hit in json.loads(ran.stdout)] == ["青木 恵"]


def test_the_help_lists_what_may_be_used(host: Host) -> None:
    listed = host.ssh("mori", "help").stdout.decode()
    assert host.ssh("mori", "--help").stdout.decode() == listed
    assert {"find", "put", "get", "undo"} <= set(listed.split())
    assert not {"init", "demo", "locate", "doctor", "reindex", "--db"} & set(listed.split())


def test_what_is_done_is_done_in_the_name_of_the_key(host: Host) -> None:
    assert host.ssh("sato", "edit", "people", "1", "notes=x").returncode == 0
    assert " sato " in host.ssh("mori", "history", "people", "1").stdout.decode()
    assert host.ssh("head", "undo").returncode == 1
    assert host.ssh("sato", "undo").returncode == 0


@pytest.mark.parametrize(
    "words", ["add people name=x category=admin", "edit people 1 notes=x", "delete people 1", "import people x.csv",
              "export people", "undo", "put x.csv", "get x.csv", "list scores", "settings briefing_days 30"],
)  # fmt: skip
def test_a_viewer_is_refused_what_a_viewer_may_not(one_host: Host, words: str) -> None:
    ran = one_host.ssh("mori", words, stdin=CSV)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert told(ran).count("\n") == 1
    assert "yours is viewer" in told(ran)


@pytest.mark.parametrize(
    "command", ["init", "demo", "ssh --user head", "accounts", "sessions", "locate", "doctor", "reindex"]
)
def test_what_is_the_host_s_business_is_refused_to_everyone(one_host: Host, command: str) -> None:
    ran = one_host.ssh("head", command)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "can't be used by SSH" in told(ran)


def test_a_disabled_account_is_refused_although_its_key_is_still_there(host: Host) -> None:
    assert host.kit("accounts", "disable", "sato", "--authorized-keys", "-") == 0
    ran = host.ssh("sato", "find", "青木")
    assert (ran.returncode, told(ran)) == (1, "The account sato has been disabled: ask an administrator.\n")


def test_disabling_an_account_takes_its_key_away(host: Host) -> None:
    assert host.kit("accounts", "disable", "sato", "--authorized-keys", host.server.authorized_keys) == 0
    assert host.ssh("sato", "find", "青木").returncode == 255
    assert host.ssh("mori", "find", "青木").returncode == 0


def test_without_a_terminal_there_is_no_app(host: Host) -> None:
    ran = host.ssh("sato")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert "needs a terminal" in told(ran)


# Files


def test_a_file_is_put_imported_exported_and_got_back(host: Host) -> None:
    assert host.ssh("sato", "put", "people.csv", stdin=CSV).returncode == 0
    assert host.ssh("sato", "import", "people", "people.csv").returncode == 0
    assert host.ssh("sato", "export", "people", "-o", "all.json").returncode == 0
    got = host.ssh("sato", "get", "all.json")
    assert "木村 花" in [person["name"] for person in json.loads(got.stdout)]
    assert {path.name for path in host.exchange("sato").iterdir()} == {"people.csv", "all.json"}


def test_an_export_goes_to_standard_output(host: Host) -> None:
    ran = host.ssh("sato", "export", "people")
    assert ran.returncode == 0
    assert ran.stdout.decode().startswith("id,name,")


def test_any_bytes_come_back_as_they_went(host: Host) -> None:
    data = bytes(range(256)) * 4096
    assert host.ssh("sato", "put", "any.bin", stdin=data).returncode == 0
    assert host.ssh("sato", "get", "any.bin").stdout == data


def test_everybody_has_a_folder_of_their_own(host: Host) -> None:
    host.ssh("sato", "put", "mine.csv", stdin=CSV)
    ran = host.ssh("head", "get", "mine.csv")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert host.exchange("sato").stat().st_mode & 0o777 == 0o700


def test_a_file_that_is_not_needed_is_removed(host: Host) -> None:
    host.ssh("sato", "put", "mine.csv", stdin=CSV)
    assert "mine.csv" in host.ssh("sato", "files").stdout.decode()
    assert host.ssh("sato", "files", "--remove", "mine.csv").returncode == 0
    assert list(host.exchange("sato").iterdir()) == []


def test_what_is_wrong_in_an_import_goes_to_a_file_in_the_folder(host: Host) -> None:
    host.ssh("sato", "put", "bad.csv", stdin=b"name,category\nx,nobody\n")
    ran = host.ssh("sato", "import", "people", "bad.csv", "--errors", "wrong.csv")
    assert ran.returncode == 1
    assert b"nobody" in host.ssh("sato", "get", "wrong.csv").stdout


# Ways out


@pytest.mark.parametrize(
    "command",
    [
        "; sh", "sh", "sh -c id", "-c id", "bash -i", "`touch {mark}`", "$(touch {mark})", "find x; touch {mark}",
        "find x && touch {mark}", "find x | tee {mark}", "find x > {mark}", "find x\ntouch {mark}",
        "find $(touch {mark})", "find `touch {mark}`", 'find "x', "find 'x\ntouch {mark}",
        "--help | tee {mark}", "--db={mark} check",
        "--db {mark} init", "find --db {mark} x", "export people -o {mark}", "export people -o ../../x.csv",
        "export all -o folder", "import people {mark}.csv", "import people /etc/passwd", "import people ../x.csv",
        "import all .", "import people people.csv --errors {mark}", "put {mark}", "put ../x", "put .ssh", "put a/b",
        "put -- -x", "put ''", "get /etc/passwd", "get ../../../../../etc/passwd", "get .", "get ..", "get %00",
        "files --remove /etc/hostname", "ssh --user head", "kit-tui ssh --user head", "kit-tui --db {mark} init",
        "scp -t {mark}", "/usr/lib/openssh/sftp-server", "internal-sftp", "rsync --server . {mark}",
        "git-upload-pack {mark}", "＄（touch {mark}）", "find \\; touch {mark}", "exec sh", "!sh", "find x &",
    ],
)  # fmt: skip
def test_there_is_no_way_out(one_host: Host, command: str, tmp_path: Path) -> None:
    host, mark = one_host, tmp_path / "mark"
    before = {path: path.stat().st_mtime_ns for path in host.server.home.parent.rglob("*") if path.is_file()}
    ran = host.ssh("sato", command.format(mark=mark), stdin=CSV)
    assert not mark.exists()
    assert b"root:" not in ran.stdout + ran.stderr
    assert b"uid=" not in ran.stdout
    assert b"Traceback" not in ran.stderr
    made = {path for path in host.server.home.parent.rglob("*") if path.is_file()} - before.keys()
    assert {path for path in made if path.parent != host.exchange("sato")} <= {host.server.log}
    assert list(host.exchange("sato").glob("*")) == []


@pytest.mark.parametrize("command", ["find '" + "x" * 70_000 + "'", "x" * 100_000])
def test_a_very_long_command_is_refused(host: Host, command: str) -> None:
    ran = host.ssh("sato", command)
    assert ran.returncode in (1, 2)
    assert "too long" in told(ran)


def test_what_is_no_text_is_refused(host: Host) -> None:
    ran = subprocess.run([*map(str.encode, host.command("sato")), b"find \xff\xfe"], capture_output=True, check=False)
    assert ran.returncode == 1
    assert "not text in UTF-8" in told(ran)


def test_a_link_in_the_folder_leads_nowhere(host: Host, tmp_path: Path) -> None:
    host.ssh("sato", "files")
    secret = tmp_path / "secret.csv"
    secret.write_bytes(CSV)
    (host.exchange("sato") / "link.csv").symlink_to(secret)
    (host.exchange("sato") / "hard.csv").hardlink_to(secret)
    for name in ("link.csv", "hard.csv"):
        for command in (f"get {name}", f"import people {name}"):
            ran = host.ssh("sato", command)
            assert (ran.returncode, ran.stdout) == (1, b"")
    for command in ("put link.csv", "export people --force -o link.csv"):
        assert host.ssh("sato", command, stdin=b"x").returncode == 0
    assert secret.read_bytes() == CSV
    assert not (host.exchange("sato") / "link.csv").is_symlink()


def test_a_pipe_or_a_folder_in_the_folder_is_no_file(host: Host) -> None:
    import os

    host.ssh("sato", "files")
    os.mkfifo(host.exchange("sato") / "pipe.csv")
    (host.exchange("sato") / "folder.csv").mkdir()
    for name in ("pipe.csv", "folder.csv"):
        for command in (f"get {name}", f"import people {name}"):
            ran = host.ssh("sato", command)
            assert (ran.returncode, ran.stdout) == (1, b"")
    assert host.ssh("sato", "put folder.csv", stdin=b"x").returncode == 1


def test_a_file_over_the_limit_is_refused_and_leaves_nothing(host: Host) -> None:
    ran = host.ssh("sato", "put", "big.bin", stdin=bytes(65 << 20))
    assert ran.returncode == 1
    assert "64 MB are the limit" in told(ran)
    assert list(host.exchange("sato").iterdir()) == []


def test_a_put_that_breaks_off_leaves_what_was_there(host: Host) -> None:
    host.ssh("sato", "put", "people.csv", stdin=CSV)
    host.ssh("sato", "put", "people.csv", stdin=bytes(65 << 20))
    assert host.ssh("sato", "get", "people.csv").stdout == CSV


def test_nothing_that_a_client_sends_along_changes_what_is_run(host: Host, tmp_path: Path) -> None:
    evil = tmp_path / "evil"
    sent = {
        "KIT_DATABASE": "/etc/passwd", "KIT_TODAY": "2030-01-01", "XDG_STATE_HOME": str(evil), "PAGER": "touch",
        "XDG_CONFIG_HOME": str(evil), "_KIT_TUI_COMPLETE": "bash_source", "PYTHONSTARTUP": str(evil), "EDITOR": "touch",
        "TEXTUAL_LOG": str(evil), "SSH_ORIGINAL_COMMAND": "accounts",
    }  # fmt: skip
    options = [word for name in sent for word in ("-o", f"SendEnv={name}")]
    ran = host.ssh("sato", "find", "青木", "--json", options=options, environment=sent)
    assert [hit["title"] for hit in json.loads(ran.stdout)] == ["青木 恵"]
    host.ssh("sato", "put", "x.csv", stdin=CSV, options=options, environment=sent)
    assert not evil.exists()


@pytest.mark.parametrize(
    "options",
    [
        ["-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"],
        ["-W", "127.0.0.1:22"],
        ["-s"],
    ],
    ids=["remote forwarding", "a direct connection", "a subsystem"],
)
def test_a_key_opens_no_other_channel(host: Host, options: list[str]) -> None:
    words = ["sftp"] if options == ["-s"] else [] if options[0] == "-W" else ["find", "青木"]
    ran = host.ssh("sato", *words, options=options)
    assert ran.returncode != 0
    assert ran.stdout == b""


def test_local_forwarding_leads_nowhere(host: Host) -> None:
    import socket
    import time

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ["-N", "-L", f"{port}:127.0.0.1:{host.server.port}"]
    with subprocess.Popen(host.command("sato", options=options), stderr=subprocess.PIPE) as client:
        end = time.monotonic() + 10
        while True:
            try:
                with socket.create_connection(("127.0.0.1", port), 5) as through:
                    assert through.recv(64) == b""
                break
            except ConnectionResetError:
                break
            except ConnectionRefusedError:
                assert time.monotonic() < end
        client.terminate()


def test_sftp_and_scp_bring_nothing_in_or_out(host: Host, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("x")
    ssh = host.command("sato")
    options, there = ssh[1:-3], ssh[-1]
    port = ["-P", str(host.server.port)]
    for command in (
        ["scp", *options, *port, str(mine), f"{there}:x"],
        ["scp", "-O", *options, *port, str(mine), f"{there}:x"],
        ["scp", *options, *port, f"{there}:/etc/hostname", str(tmp_path / "got")],
    ):
        assert subprocess.run(command, capture_output=True, check=False, timeout=20).returncode != 0
    assert not (tmp_path / "got").exists()
    assert list(host.exchange("sato").glob("*")) == []
