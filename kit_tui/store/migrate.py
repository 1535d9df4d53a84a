"""Bring a database's tables to those of this program, by the numbered files in `migrations`.

Opening a database that is up to date asks `known` alone, and loads nothing of playhouse.
"""

from __future__ import annotations

import os
from pathlib import Path

import peewee as pw

MIGRATIONS = Path(__file__).with_name("migrations")


def known(directory: Path = MIGRATIONS) -> int:
    """How many migrations this program has: the version of the schema that it works with."""
    return sum(name[:1].isdigit() and name.endswith(".py") for name in os.listdir(directory))


def migrate(database: pw.Database, directory: Path = MIGRATIONS) -> int:
    """Apply what is pending, each migration in a transaction of its own; the version that comes of it.

    The caller keeps others from doing the same.
    """
    from playhouse.migrations import Runner

    runner = Runner(database, str(directory))
    runner.up()
    return len(runner.applied())
