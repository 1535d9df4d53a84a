"""Which status follows which."""

from __future__ import annotations

import pytest

from kit_tui.domain.statuses import next_status
from kit_tui.registers import REGISTERS

_STATUS = {register.slug: register.describe().fields.get("status") for register in REGISTERS}


@pytest.mark.parametrize(
    ("register", "now", "following"),
    [
        ("faculty-stays", "planned", "approved"),
        ("faculty-stays", "away", "returned"),
        ("faculty-stays", "reported", None),
        ("visits", "approved", "on_site"),
        ("visits", "finished", None),
        ("projects", "planned", "implemented"),
        ("participations", "enrolled", "completed"),
        ("agreements", "negotiating", "signed"),
        ("agreements", "signed", None),
    ],
)
def test_a_status_is_followed_by_the_next_answer_of_its_field(register: str, now: str, following: str | None) -> None:
    status = _STATUS[register]
    assert status is not None
    assert next_status(status, now) == following


@pytest.mark.parametrize("over", ["cancelled", ""])
def test_nothing_follows_a_cancelled_or_unknown_status(over: str) -> None:
    status = _STATUS["faculty-stays"]
    assert status is not None
    assert next_status(status, over) is None
