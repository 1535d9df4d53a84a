"""Where kit-tui keeps its files on this machine."""

from __future__ import annotations

from pathlib import Path

APP = "kit-tui"


def default_database() -> Path:
    """The database of a user who names none; its folder is made."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False, ensure_exists=True) / "register.db"


def example_database() -> Path:
    """The example that comes with the program, to be copied and never opened in place."""
    return Path(__file__).parent.parent / "data" / "kit.db.example"
