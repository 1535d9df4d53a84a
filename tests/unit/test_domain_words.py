"""Every sentence that the readers of dates, years, scores, identifiers and countries may say has its Japanese."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import kit_tui.domain
from kit_tui.domain.locale.ja import WORDS

MODULES = ["clock", "countries", "dates", "eras", "identifiers", "toeic", "years"]


def _sentences(module: str) -> Iterator[tuple[str, set[str]]]:
    """The text of each message that a module makes, with the names of its values."""
    source = (Path(kit_tui.domain.__path__[0]) / f"{module}.py").read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "message"
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value), {keyword.arg or "" for keyword in node.keywords}


SENTENCES = [
    (text, values) for module in MODULES for text, values in _sentences(module) if text != "{code}"
]  # an unknown code is shown as it is


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("text", "values"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_sentence_has_its_japanese_and_values_for_all_its_places(text: str, values: set[str]) -> None:
    assert WORDS[text] != text
    assert _places(text) <= values
    assert _places(WORDS[text]) <= values


def test_sentences_were_found() -> None:
    assert len(SENTENCES) > 40
