"""A register on a network file system is refused; the list of mounts that is read is the tests' own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit_tui.store import mounts, opening
from kit_tui.store.errors import StoreError

pytestmark = pytest.mark.sqlite_file


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
def test_a_network_file_system(register_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(mounts, "MOUNTS", mounted(tmp_path, f"{tmp_path} rw shared:1 - {kind} host:/kit rw"))
    with pytest.raises(StoreError) as refused:
        opening.connect(str(register_path))
    assert f"on a network file system ({kind})" in str(refused.value)


@pytest.mark.parametrize(
    "line",
    [
        "/elsewhere rw - nfs4 host:/kit rw",
        "{folder}x rw - nfs4 host:/kit rw",
        "/ rw - nfs4 host:/ rw\n28 1 0:1 / {folder} rw - ext4 /dev/vdb rw",
        "{folder} rw - nfs4 host:/kit rw\n28 1 0:1 / {folder} rw - tmpfs none rw",
    ],
    ids=["another place", "a like name", "a disk below it", "covered by another"],
)
def test_a_disk_of_this_host_beside_network_file_systems(
    register_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr(mounts, "MOUNTS", mounted(tmp_path, line.format(folder=tmp_path)))
    opening.connect(str(register_path)).close()


def test_a_mount_point_with_a_space_in_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "shared drive"
    folder.mkdir()
    monkeypatch.setattr(mounts, "MOUNTS", mounted(tmp_path, f"{tmp_path}/shared\\040drive rw - cifs //host/kit rw"))
    assert mounts.network_kind(folder / "kit.db") == "cifs"


def mounted(folder: Path, line: str) -> Path:
    table = folder / "mountinfo"
    table.write_text(f"26 1 254:0 / / rw - ext4 /dev/vda rw\n27 26 0:1 / {line}\n")
    return table
