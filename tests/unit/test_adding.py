"""What a record that is added from a card takes along."""

from __future__ import annotations

import datetime as dt

import pytest

from kit_tui.registers import REGISTERS
from kit_tui.store import Cell, Entry, Ref
from kit_tui.tui.adding import Addition, additions

_INFOS = {register.slug: register.describe() for register in REGISTERS}
_START, _END = dt.date(2018, 4, 10), dt.date(2018, 9, 30)


def added_to(register: str, **values: Cell) -> dict[tuple[str, str], Addition]:
    """What can be added to a record, by register and reference."""
    entry = Entry(register, 7, 1, "it", values, "", "")
    return {(one.register, one.field): one for one in additions(_INFOS, entry)}


def test_a_visit_takes_the_institution_and_the_dates_of_its_project_along() -> None:
    added = added_to("projects", institution=Ref("institutions", 3, "ETH"), start=_START, end=_END)
    assert added["visits", "project"].values == {"project": 7, "institution": 3, "start": _START, "end": _END}


def test_a_visit_to_a_project_is_received_by_who_leads_it() -> None:
    added = added_to("projects", lead=Ref("people", 5, "H"))
    assert added["visits", "project"].values == {"project": 7, "host": 5}


@pytest.mark.parametrize(
    ("category", "first"),
    [
        ("admin", {"scores", "participations", "staff-stays"}),
        ("faculty", {"faculty-stays", "agreements", "projects", "visits"}),
        ("visitor", {"visits"}),
    ],
)
def test_what_is_about_such_a_person_comes_first(category: str, first: set[str]) -> None:
    assert {register for register, _ in list(added_to("people", category=category))[: len(first)]} == first


def test_what_cannot_be_without_the_record_comes_before_what_only_may_name_it() -> None:
    assert [register for register, _ in added_to("courses")] == ["participations", "scores"]


def test_an_event_has_a_day_of_its_own_and_takes_none_along() -> None:
    added = added_to("faculty-stays", institution=Ref("institutions", 3, "ETH"), start=_START, end=_END)
    assert added["events", "stay"].values == {"stay": 7}


def test_an_outcome_of_a_stay_has_the_stay_alone() -> None:
    added = added_to("faculty-stays", person=Ref("people", 2, "X"), start=_START, end=_END)
    assert added["outcomes", "stay"].values == {"stay": 7}


def test_a_visit_that_prolongs_another_begins_on_the_day_after_it_with_the_same_people() -> None:
    visitor, host = Ref("people", 4, "V"), Ref("people", 5, "H")
    added = added_to("visits", visitor=visitor, host=host, start=_START, end=_END)
    assert added["visits", "extends"].values == {
        "visitor": 4,
        "host": 5,
        "start": dt.date(2018, 10, 1),
        "extends": 7,
    }


def test_what_points_to_a_record_in_two_ways_is_offered_for_each() -> None:
    added = added_to("people")
    assert str(added["visits", "host"].label) == "visit (Host)"
    assert str(added["scores", "person"].label) == "score"


def test_a_view_of_other_records_is_not_offered() -> None:
    assert "staff" not in {register for register, _ in added_to("institutions")}


def test_a_deleted_record_is_not_taken_along() -> None:
    added = added_to("projects", institution=Ref("institutions", 3, "ETH", deleted=True))
    assert added["visits", "project"].values == {"project": 7}
