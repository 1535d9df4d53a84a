"""Commands whose help and errors are in the user's language, where Click would use its own English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from kit_tui.cli.session import Misused, Session
from kit_tui.domain.text import cell_width, pad
from kit_tui.domain.wording import Message, Refused, message, say

if TYPE_CHECKING:  # generic in Click's newer versions alone
    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType

T = TypeVar("T")

HELP = message("Show this message and exit.")
_WORD = re.compile(r"[^\s\u3000-\u9fff\uff00-\uffef]+|\S|\s+")
_INDENT = 2


class WordedCommand(click.Command):
    """A command whose `help` and whose options' `help` are message ids."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language_of(ctx)
        usage = " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)])
        formatter.write(say(message("Usage: {usage}", usage=usage), lang) + "\n")
        for paragraph in (self.help or "").split("\n\n"):
            formatter.write("\n")
            for line in wrapped(say(message(paragraph), lang), formatter.width - _INDENT):
                formatter.write(" " * _INDENT + line + "\n")
        for heading, entries in self.sections(ctx):
            formatter.write("\n" + say(heading, lang) + "\n")
            _write_entries(formatter, [(names, say(what, lang)) for names, what in entries])

    def sections(self, ctx: click.Context) -> Iterable[tuple[Message, list[tuple[str, Message]]]]:
        """The lists below the help text: names with what they do."""
        options = [
            (record[0], HELP if param.name == "help" else message(getattr(param, "help", None) or ""))
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
        ]
        yield message("Options:"), options


class WordedGroup(WordedCommand, click.Group):
    """Commands under one name, each with its `short_help` in the list."""

    def sections(self, ctx: click.Context) -> Iterable[tuple[Message, list[tuple[str, Message]]]]:
        yield from super().sections(ctx)
        yield (
            message("Commands:"),
            [(name, message(command.short_help or "")) for name, command in self.commands.items()],
        )


class Read(_ParamType, Generic[T]):
    """A parameter read by a function that raises `Refused` with the sentence for what it can't read."""

    def __init__(self, name: str, read: Callable[[str], T]) -> None:
        self.name = name
        self._read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> T:
        """The value read.  Raises `Misused`."""
        try:
            return self._read(str(value))
        except Refused as refused:
            raise Misused(refused.message) from None


def whole_number(text: str) -> int:
    """A whole number above 0.  Raises `Refused`."""
    if text.isascii() and text.isdigit() and int(text[:19]) > 0 and len(text) < 19:
        return int(text)
    raise Refused(message('"{text}" is not a whole number above 0.', text=text))


def language_of(ctx: click.Context) -> str:
    """The language of the run."""
    session = ctx.find_object(Session)
    return session.lang if session else "en"


def usage_problem(error: click.UsageError) -> Message:
    """What is wrong with the words after `kit-tui`, in a sentence of ours."""
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        return message("{name} is missing.", name=error.param.make_metavar(error.ctx))
    if isinstance(error, click.NoSuchOption):
        return message("There is no option {name}.", name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return message("The option {name} is not used like that.", name=error.option_name)
    return message("The command has words too many, or they are not in their order.")


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces and between Japanese characters."""
    lines = [""]
    for word in _WORD.findall(text):
        if cell_width(lines[-1] + word.rstrip()) > width and word not in "。、）」":
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
    return [line.rstrip() for line in lines]


def _write_entries(formatter: click.HelpFormatter, entries: list[tuple[str, str]]) -> None:
    left = max(len(names) for names, _ in entries) + 2
    for names, what in entries:
        for n, line in enumerate(wrapped(what, max(formatter.width - left - _INDENT, 20))):
            formatter.write(" " * _INDENT + pad("" if n else names, left) + line + "\n")
