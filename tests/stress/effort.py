"""How much is tried: the counts that the numbers in the README stand on."""

from __future__ import annotations

import os
from dataclasses import dataclass

SEED = "KIT_STRESS_SEED"
"""The environment's name for the number that decides on all that is left to chance: a run can be had again."""


@dataclass(frozen=True)
class Effort:
    """How many writers, how often each thing is done, and of how many people the registers are."""

    writers: int = 8
    updates: int = 1200
    people: int = 40
    kills: int = 50
    hang_ups: int = 50
    seats: int = 5


EFFORT = Effort()


def seed() -> int:
    """The number that was asked for, or a new one."""
    return int(os.environ.get(SEED) or int.from_bytes(os.urandom(3)))
