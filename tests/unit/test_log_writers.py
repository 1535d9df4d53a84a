"""The log can't be changed through the program: it is only ever added to, and in few places."""

from __future__ import annotations

import re
from pathlib import Path

import kit_tui

ROOT = Path(kit_tui.__file__).parent
WRITERS = {"store/accounts.py", "store/writing.py", "store/bulk_writing.py", "store/bulk_undoing.py"}
"""Where operations and their changes are added."""

_ADDS = re.compile(r'(Operation|Change)\.(insert|insert_many|create|save)\b|INSERT INTO "?(operation|change)\b')
_ALTERS = re.compile(
    r"(Operation|Change)\.(update|delete|replace|replace_many|set_by_id|delete_by_id|drop_table|truncate_table)\b"
    r'|(UPDATE|DELETE FROM|REPLACE INTO|DROP TABLE) "?(operation|change)\b'
)


def holding(pattern: re.Pattern[str]) -> set[str]:
    """The modules in which something like this is written."""
    modules = ROOT.rglob("*.py")
    return {str(path.relative_to(ROOT)) for path in modules if pattern.search(path.read_text(encoding="utf-8"))}


def test_only_the_writes_of_the_store_add_to_the_log() -> None:
    assert holding(_ADDS) == WRITERS


def test_nothing_alters_what_the_log_holds() -> None:
    assert holding(_ALTERS) == set()
