"""A program that does jobs on a register as it is told, and whose process can be killed at any moment.

A line on standard input is a job: its name and what it takes, in JSON.  Each is done in a process of its own, which
says on standard output what it comes to: `inside` a transaction, `committing`, `outside` again, and what the job says.
"""

from __future__ import annotations

import io
import json
import os
import time
import traceback
from typing import Any

import peewee as pw
import playhouse.migrations  # noqa: F401  loaded once, not by every job

from tests.stress import jobs

_told = io.FileIO(0)
_begin, _commit = pw._transaction._begin, pw._transaction.commit


def main() -> None:
    """Do what is told until nothing more is."""
    following = _told.readline()
    while line := following:
        name, options = json.loads(line)
        process = os.fork()
        if not process:
            _do(name, options)
        ended = os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
        say("ended", ended.si_status)
        following = _told.readline()
        os.waitpid(process, 0)  # not before: until then its number is nobody else's, and a late kill hits nobody


def say(what: str, more: Any = None) -> None:
    """Tell whoever listens, in one piece: a kill leaves no half of it."""
    os.write(1, json.dumps([what, more, time.monotonic()]).encode() + b"\n")


def _do(name: str, options: dict[str, Any]) -> None:
    say("started", os.getpid())
    pw._transaction._begin, pw._transaction.commit = _begin_and_say, _commit_and_say
    try:
        getattr(jobs, name)(say, _told.readline, **options)
    except BaseException:  # noqa: BLE001  it is the listener's
        say("failed", traceback.format_exc())
        os._exit(1)
    os._exit(0)


def _begin_and_say(transaction: pw._transaction) -> None:
    _begin(transaction)
    say("inside")


def _commit_and_say(transaction: pw._transaction, begin: bool = True) -> None:
    say("committing")
    _commit(transaction, begin)
    say("outside")


if __name__ == "__main__":
    main()
