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


def migrate(database: pw.Database, directory: Path = MIGRATIONS) -> None:
    """Apply what is pending, each migration in a transaction of its own.

    The caller keeps others from doing the same, and what has been done is marked by `applied`, whatever happens.
    """
    from playhouse.migrations import Runner

    Runner(database, str(directory)).up()


def applied(database: pw.Database, directory: Path = MIGRATIONS) -> int:
    """How many migrations the tables have had."""
    from playhouse.migrations import Runner

    return len(Runner(database, str(directory)).applied())
