"""What the office has settled about the TOEIC target, from its settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kit_tui.domain.toeic import THRESHOLD
from kit_tui.domain.wording import Message, message

SCORE_POLICIES = {
    "best": message("best ever"),
    "latest": message("latest score"),
    "recent": message("best within 24 months"),
}
SCOPES = {"full_time": message("full-time only"), "all": message("all contracts")}


class Policy(NamedTuple):
    """Which score of a person is looked at (`scores`), what it must reach, and whose contracts count (`scope`)."""

    scores: str = "best"
    threshold: int = THRESHOLD
    scope: str = "full_time"

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> Policy:
        """The policy in the store's settings: `score_policy`, `score_threshold` and `score_scope`."""
        return cls(settings["score_policy"], int(settings["score_threshold"]), settings["score_scope"])

    @property
    def words(self) -> Message:
        """The policy as it is printed with the gauge: "best ever, 730, full-time only"."""
        return message(
            "{scores}, {threshold}, {scope}",
            scores=SCORE_POLICIES[self.scores],
            threshold=self.threshold,
            scope=SCOPES[self.scope],
        )
