"""The register of a university's international-affairs office, in a terminal."""

from __future__ import annotations

import sys

__version__ = "0.1.0"


class _LaterThanPeewee:
    """Keeps Peewee from loading PostgreSQL's drivers for every command, which takes longer than Peewee itself.

    Peewee does without what it can't import; whoever opens a PostgreSQL database loads psycopg then.
    """

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        peewee = sys.modules.get("peewee")
        if name in ("psycopg", "psycopg2", "psycopg2cffi") and peewee and not hasattr(peewee, "Database"):
            raise ModuleNotFoundError(f"{name} waits until peewee is loaded", name=name)


sys.meta_path.insert(0, _LaterThanPeewee)
