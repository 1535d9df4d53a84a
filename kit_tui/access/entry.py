"""The entry by SSH: what a session may keep of its environment, and its command, read without a shell.

Standard library only: `__main__` cleans the environment before anything else is imported.
"""

from __future__ import annotations

import shlex
from collections.abc import MutableMapping

from kit_tui.domain.wording import Refused, message

ALLOWED = (
    "find",
    "list",
    "show",
    "add",
    "edit",
    "delete",
    "import",
    "export",
    "gauges",
    "report",
    "abroad",
    "history",
    "undo",
    "settings",
    "check",
)
"""The commands of kit-tui that may be run by SSH; the store says who may what.  Those that name files of the host, make
databases or let people in are not among them."""

_KEPT = frozenset({
    "TERM", "COLORTERM", "NO_COLOR", "LANG", "TZ", "HOME", "USER", "LOGNAME", "KIT_DATABASE",
    "SSH_ORIGINAL_COMMAND", "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY",
})  # fmt: skip
_LONGEST = 64 * 1024
_OPERATORS = frozenset({"|", "||", "&", "&&", ";", ">", ">>", "<", "<<", "2>", "2>&1", "&>"})


class BadCommand(Refused):
    """What was sent to be run is no command of kit-tui."""


def clean(environment: MutableMapping[str, str]) -> None:
    """Leave of an environment what a session needs: nothing that whoever connects can send changes what is run."""
    for name in list(environment):
        if name not in _KEPT and not name.startswith("LC_"):
            del environment[name]


def words_of(command: str) -> list[str]:
    """The words of a command as it was sent; no shell sees them.  Raises `BadCommand`."""
    if len(command) > _LONGEST:
        raise BadCommand(message("The command is too long."))
    if not _is_text(command):
        raise BadCommand(message("The command is not text in UTF-8."))
    try:
        words = shlex.split(command)
    except ValueError:
        raise BadCommand(message("A quotation mark in the command is opened and not closed.")) from None
    if operator := next((word for word in words if word in _OPERATORS), None):
        raise BadCommand(
            message('There is no shell here that would know "{word}": use that on your own machine.', word=operator)
        )
    if words[:1] == ["kit-tui"]:
        words = words[1:]
    return [*words[1:], "--help"] if words[:1] == ["help"] else words


def _is_text(command: str) -> bool:
    try:
        command.encode()
    except UnicodeEncodeError:  # bytes that are no UTF-8 stand as surrogates in the environment
        return False
    return True
