"""What kind of file system a file lies on.

SQLite's locks and the memory that its readers and writers share don't work across hosts.
"""

from __future__ import annotations

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
NETWORK = frozenset(
    {
        *("9p", "afs", "beegfs", "ceph", "cifs", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4"),
        *("orangefs", "smb2", "smb3", "smbfs"),
        *("fuse.ceph", "fuse.davfs", "fuse.gcsfuse", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs"),
        *("fuse.smbnetfs", "fuse.sshfs"),
    }
)
"""Kinds of file systems that other hosts write to as well, by the kernel's names for them."""

_ESCAPED = re.compile(r"\\([0-7]{3})")


def network_kind(path: Path) -> str:
    """The kind of network file system that the absolute `path` lies on; empty on a disk of this host.

    Empty, too, where the kernel doesn't list its mounts in /proc.
    """
    try:
        table = MOUNTS.read_text(errors="surrogateescape")
    except OSError:
        return ""
    kind, deepest = "", -1
    for line in table.splitlines():
        mount, _, source = line.partition(" - ")
        point = Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), mount.split(" ")[4]))
        if len(point.parts) >= deepest and path.is_relative_to(point):  # of two at one place, the later covers it
            kind, deepest = source.split(" ")[0], len(point.parts)
    return kind if kind in NETWORK else ""
