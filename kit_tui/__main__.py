"""The way in: what must be settled before Textual is imported, then the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

_WITH_VALUE = ("--db", "--lang")


def opens_app(words: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether a command line opens the app: no command, `demo`, or `ssh` without a command of its own."""
    rest = _from_command_on(words)
    if rest[:1] == ["ssh"]:
        return not environment.get("SSH_ORIGINAL_COMMAND", "").strip()
    return not rest or rest == ["demo"]


def _from_command_on(words: Sequence[str]) -> list[str]:
    """The words without the options that may stand before a command."""
    rest = list(words)
    while rest and rest[0].startswith("-"):
        if rest[0] in _WITH_VALUE:
            del rest[:2]
        elif rest[0].startswith(tuple(f"{option}=" for option in _WITH_VALUE)):
            del rest[0]
        else:
            break
    return rest


def main() -> int:
    """Run kit-tui and give its exit status."""
    if _from_command_on(sys.argv[1:])[:1] == ["ssh"]:
        from kit_tui.access.entry import clean

        clean(os.environ)
    # With the kitty protocol, iTerm2, WezTerm and VS Code lose Japanese input.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    in_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if not (in_terminal and opens_app(sys.argv[1:], os.environ)):
        return _command_line()
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown"):
        return _refuse_dumb()
    import gc

    from kit_tui.tui import question

    gc.disable()  # until the app is drawn: all that is made until then stays
    question.ask()
    try:
        return _command_line()
    finally:
        question.give_back()


def _command_line() -> int:
    from kit_tui.cli.main import main as command_line

    return command_line()


def _refuse_dumb() -> int:
    from kit_tui.cli.main import locale_language
    from kit_tui.domain.wording import message, say

    why = message(
        "This terminal can't show the app (TERM is {term}). Use another terminal, or the commands that "
        '"kit-tui --help" lists.',
        term=os.environ.get("TERM", "") or "-",
    )
    sys.stderr.write(say(why, locale_language(os.environ)) + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
