"""Everything that a user reads has its Japanese, in one place, and no Japanese is left that nothing says."""

from __future__ import annotations

import ast
import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click

import kit_tui
from kit_tui.cli.main import commands
from kit_tui.cli.ssh import allowed
from kit_tui.cli.worded import HELP
from kit_tui.domain.countries import japanese_names
from kit_tui.domain.dates import MONTHS, WEEKDAYS
from kit_tui.domain.locale import ja
from kit_tui.domain.targets import Status
from kit_tui.models import RECORDS
from kit_tui.registers.attention import _CONTRADICTIONS
from kit_tui.registers.columns import STATES
from kit_tui.store import postgres_troubles
from kit_tui.store.sqlite_troubles import _MISSING, _SENTENCES
from kit_tui.tui.keymap import _NAMED

SAME = {
    *("L", "R", "DOI", "ORCID", "ROR"),
    *("Enter", "Esc", "Tab", "Backspace", "Del", "Ins", "Home", "End", "PgUp", "PgDn"),
}
"""Words that are the same in Japanese."""


class Said(NamedTuple):
    """A text of a message, where it is written, and the names of its values (None where they are not written there)."""

    text: str
    where: str
    values: frozenset[str] | None = None
    one: str = ""
    refusal: bool = False


def _commands(group: click.Group) -> Iterator[click.Command]:
    """A group and all that is in it."""
    yield group
    for name in group.list_commands(context := click.Context(group)):
        command = group.get_command(context, name)
        assert command is not None
        yield from _commands(command) if isinstance(command, click.Group) else (command,)


def _helps() -> Iterator[str]:
    """The help texts of the command line, as it words them: by paragraphs."""
    for command in (*_commands(commands), *_commands(allowed)):
        yield from (command.help or "").split("\n\n")
        if command.short_help:
            yield command.short_help
        for param in command.params:
            if isinstance(param, click.Option):
                yield param.help or HELP.text


def _fields() -> Iterator[str]:
    """What the fields of the tables say: labels, help and answers."""
    for model in RECORDS:
        for described in model.described().values():
            field = described.describe()
            yield field.label.text
            if field.help:
                yield field.help.text
            yield from (choice.label.text for choice in field.choices)


FROM_TABLES: dict[str, Iterable[str]] = {
    "cli/worded.py": _helps(),
    "domain/countries.py": japanese_names(),
    "domain/dates.py": [name for full in (*MONTHS, *WEEKDAYS) for name in (full, full[:3])],
    "domain/targets.py": [status.value for status in Status],
    "domain/wording.py": (),
    "models/fields.py": _fields(),
    "registers/attention.py": _CONTRADICTIONS.values(),
    "registers/columns.py": [state.label.text for state in STATES],
    "store/postgres_troubles.py": [*postgres_troubles._SENTENCES.values()],
    "store/sqlite_troubles.py": [*_SENTENCES.values(), *_MISSING.values()],
    "tui/keymap.py": _NAMED.values(),
}
"""The modules that make messages of texts written elsewhere, and those texts."""


class _Reader(ast.NodeVisitor):
    """Reads the messages that a module makes."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.said: list[Said] = []
        self.takes_texts = False
        self._raised: set[ast.AST] = set()

    def visit_Raise(self, node: ast.Raise) -> None:
        if isinstance(node.exc, ast.Call):
            self._raised.update(node.exc.args)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in ("message", "Message"):
            self._read(node)
        self.generic_visit(node)

    def _read(self, node: ast.Call) -> None:
        (first,) = node.args if len(node.args) == 1 else node.args[:1]
        texts = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
        named = {keyword.arg: keyword.value for keyword in node.keywords}
        values = None if None in named else frozenset(name for name in named if name and name != "one")
        one = ast.literal_eval(named["one"]) if "one" in named else ""
        for text in texts:
            if isinstance(text, ast.Constant):
                where = f"{self.module}:{node.lineno}"
                self.said.append(Said(str(text.value), where, values, one, node in self._raised))
            else:
                self.takes_texts = True


@cache
def _modules() -> dict[str, _Reader]:
    root = Path(kit_tui.__path__[0])
    readers = {}
    for path in sorted(root.rglob("*.py")):
        if path.parent.name != "locale":
            reader = readers[str(path.relative_to(root))] = _Reader(str(path.relative_to(root)))
            reader.visit(ast.parse(path.read_text(encoding="utf-8")))
    return readers


@cache
def said() -> tuple[Said, ...]:
    """Every text that a message may have."""
    written = [one for reader in _modules().values() for one in reader.said]
    taken = [Said(text, module) for module, texts in FROM_TABLES.items() for text in texts]
    return (*written, *taken)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _without_places(text: str) -> str:
    return re.sub(r"\{\w*\}", "", text)


def _is_worded(text: str) -> bool:
    """Whether a text is in words of its language."""
    bare = _without_places(text).strip()
    return any(map(str.isalpha, bare)) and bare not in SAME


def test_messages_of_texts_written_elsewhere_are_known() -> None:
    assert {module for module, reader in _modules().items() if reader.takes_texts} == FROM_TABLES.keys()


def test_every_text_has_its_japanese() -> None:
    missing = {one.text: one.where for one in said() if _is_worded(one.text) and one.text not in ja.WORDS}
    assert not missing, "\n".join(f'{where}  "{text}"' for text, where in missing.items())


def test_japanese_is_not_english() -> None:
    assert not [text for text, japanese in ja.WORDS.items() if japanese == text]


def test_no_japanese_is_left_that_nothing_says() -> None:
    assert not ja.WORDS.keys() - {one.text for one in said()}


def test_an_english_text_has_one_japanese() -> None:
    times = Counter(text for part in ja.PARTS for text in part.WORDS)
    assert not [text for text, n in times.items() if n > 1]


def test_both_languages_have_the_same_places_and_values_for_them() -> None:
    wrong = []
    for text, where, values, one, _ in said():
        places, japanese = _places(text), _places(ja.WORDS.get(text, text))
        given = places if values is None else values
        if not places <= japanese <= given or not _places(one) <= given:
            wrong.append(f'{where}  "{text}": {sorted(places)}, {sorted(japanese)}, given {sorted(given)}')
    assert not wrong, "\n".join(wrong)


def test_refusals_are_sentences() -> None:
    refusals = [one for one in said() if one.refusal]
    assert len(refusals) > 50
    assert not [f"{one.where}  {one.text}" for one in refusals if not one.text.endswith(".")]
    assert not [japanese for one in refusals if not (japanese := ja.WORDS.get(one.text, "。")).endswith("。")]


def test_japanese_is_typed_as_the_office_types_it() -> None:
    """Kana, letters and digits each in the one width they have in office papers, and full-width punctuation."""
    japanese = r"[\u3040-\u30ff\u4e00-\u9fff]"
    wrong = re.compile(rf"[｡-ﾟ０-９Ａ-Ｚａ-ｚ]|{japanese}(?:[,:;!?(]|\.(?!\w))|[,:;!?)]{japanese}")
    assert not [text for text in ja.WORDS.values() if wrong.search(_without_places(text))]


def test_no_text_brings_its_own_margin() -> None:
    assert not [one for one in said() if one.text != one.text.strip()]
    assert not [japanese for japanese in ja.WORDS.values() if japanese != japanese.strip()]


def test_no_text_has_a_character_of_ambiguous_width() -> None:
    texts = {text for pair in ja.WORDS.items() for text in pair}
    assert not [text for text in texts if any(unicodedata.east_asian_width(letter) == "A" for letter in text)]
