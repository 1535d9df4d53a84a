"""Picking one of a field's answers by typing."""

from __future__ import annotations

import datetime as dt

import pytest

from kit_tui.domain.fields import Choice, Field
from kit_tui.domain.wording import message, say
from kit_tui.tui.widgets.picking import PickSlot

ANSWERS = ("enrolled student", "joint paper", "joint project", "new agreement", "e-learning", "workshop")


def slot(kind: str = "choice") -> PickSlot:
    choices = tuple(Choice(label.replace(" ", "_"), message(label)) for label in ANSWERS)
    return PickSlot(Field("kind", message("Kind"), kind, choices=choices if kind == "choice" else ()))


def typed(text: str, kind: str = "choice") -> PickSlot:
    picking = slot(kind)
    for character in text:
        picking.key("x", character, "en")
    return picking


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("論文", "joint_paper"),
        ("paper", "joint_paper"),
        ("p", "joint_paper"),
        ("joint pr", "joint_project"),
        ("elearning", "e-learning"),
        ("ワーク", "workshop"),
        ("ﾜｰｸｼｮｯﾌﾟ", "workshop"),
        ("わーくしょっぷ", "workshop"),
        ("ｎｅｗ", "new_agreement"),
        ("w", "workshop"),
        ("2", "joint_paper"),
    ],
)
def test_an_answer_is_picked_by_any_part_of_it_its_beginning_first(text: str, value: str) -> None:
    picking = typed(text)
    assert (picking.value, picking.problem) == (value, None)


def test_letters_that_no_answer_holds_stand_in_the_field_and_are_told_of() -> None:
    picking = typed("こうぎ")
    assert picking.words == "こうぎ"
    assert say(picking.problem or "", "en") == 'No answer holds "こうぎ": Space lists them.'
    assert picking.value == ""


def test_what_no_answer_holds_is_a_problem_until_it_is_corrected() -> None:
    picking = typed("paperx")
    picking.read(dt.date(2018, 11, 22), {})
    assert picking.problem
    picking.key("backspace", "\x7f", "en")
    picking.read(dt.date(2018, 11, 22), {})
    assert (picking.value, picking.problem) == ("joint_paper", None)


def test_delete_clears_what_no_answer_holds_and_then_the_answer() -> None:
    picking = typed("paperxyz")
    picking.key("delete", None, "en")
    assert (picking.value, picking.missed) == ("joint_paper", False)
    picking.key("delete", None, "en")
    assert picking.value == ""


def test_a_letter_that_does_not_go_on_begins_anew() -> None:
    assert typed("papere").value == "enrolled_student"


def test_space_lists_the_answers_unless_more_words_may_follow() -> None:
    assert not typed("joint ").options
    assert typed("j ").options
    assert typed("こうぎ ").options


def test_a_flag_says_what_may_be_typed() -> None:
    assert say(typed("x", "flag").problem or "", "en") == 'Kind: type yes or no, not "x".'
    assert typed("はい", "flag").value == 1
