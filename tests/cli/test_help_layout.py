"""Help texts are laid out for the terminal in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from kit_tui.cli.main import COMMANDS, commands
from kit_tui.cli.worded import wrapped
from kit_tui.domain.text import cell_width
from kit_tui.domain.wording import translation


def helps() -> Iterator[str]:
    context = click.Context(commands)
    for command in (commands, *(commands.get_command(context, name) for name in COMMANDS)):
        assert command is not None
        yield from (command.help or "").split("\n\n")
        for param in command.params:
            if isinstance(param, click.Option):
                yield param.help or ""
    yield from (what.text for _, what in COMMANDS.values())


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_help_fits_a_narrow_terminal(lang: str) -> None:
    for text in helps():
        for line in wrapped(translation(text, lang), 40):
            assert cell_width(line) <= 42  # a full stop may hang over


def test_wrapping_loses_nothing() -> None:
    text = "一二三四五六七八九十 kit-tui list、abc"
    assert "".join(wrapped(text, 10)).replace(" ", "") == text.replace(" ", "")
