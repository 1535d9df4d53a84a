"""Where what belongs to a login is kept on this host."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

APP = "kit-tui"


def state_folder() -> Path:
    """Where choices, drafts, sessions and exchange folders are kept; it is made, closed to others."""
    from platformdirs import user_state_path

    folder = user_state_path(APP, appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def exchange_folder(login: str) -> Path:
    """The one folder that a login's session by SSH reads and writes; it is made, closed to others."""
    folder = state_folder() / "exchange" / quote(login, safe="")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def file_name(login: str) -> str:
    """A login as the name of a file."""
    return re.sub(r"[^\w@-]", "_", login) or "_"
