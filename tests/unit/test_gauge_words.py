"""Every sentence of the gauges has its Japanese, with the same places for values."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import kit_tui.gauges
from kit_tui.domain.locale.ja import WORDS


def _sentences() -> Iterator[str]:
    for module in sorted(Path(kit_tui.gauges.__path__[0]).glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message":
                yield ast.literal_eval(node.args[0])


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("text", sorted(set(_sentences())))
def test_a_sentence_has_its_japanese_with_the_same_places(text: str) -> None:
    assert WORDS[text] != text
    assert _places(WORDS[text]) == _places(text)
