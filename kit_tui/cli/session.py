"""What the commands of one run share: the language, the database, and how they speak."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kit_tui.domain.clock import today
from kit_tui.domain.text import safe_text
from kit_tui.domain.wording import Message, Refused, message, say

if TYPE_CHECKING:
    from kit_tui.store import Actor, Store
    from kit_tui.store.plain import RegisterInfo


class Misused(Refused):
    """The command was not typed as it is meant to be: exit status 2."""


class Session:
    """One run of the command line.  The database is opened when a command first asks for it.

    `lang_asked` says that the language was asked for with an option, and is not just the locale's.  `login` is who
    asks: by the operating system's word, or `by_ssh` by a key of theirs.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.lang_asked = False
        self.database: str | None = None
        self.login = login()
        self.by_ssh = False
        self._store: Store | None = None

    @property
    def url(self) -> str:
        """The database: `--db`, else `$KIT_DATABASE`, else `register.db` in the user's data folder, which is made."""
        named = self.database or os.environ.get("KIT_DATABASE")
        if named:
            return named
        from kit_tui.cli.places import default_database

        return str(default_database())

    @property
    def store(self) -> Store:
        """The open database.  Raises `StoreError` when it can't be opened."""
        if self._store is None:
            from kit_tui import store
            from kit_tui.registers import REGISTERS

            self._store = store.open(self.url, self.actor, REGISTERS)
        return self._store

    @property
    def actor(self) -> Actor:
        """Who asks, as the store is told."""
        from kit_tui.store import Actor, CameBy

        return Actor(self.login, by=CameBy.SSH if self.by_ssh else CameBy.SYSTEM)

    def register(self, slug: str) -> RegisterInfo:
        """The register of that name.  Raises `Misused`, with the names of all."""
        try:
            return self.store.registers[slug]
        except KeyError:
            raise Misused(
                message(
                    'There is no register "{slug}". The registers are {registers}.',
                    slug=slug,
                    registers=list(self.store.registers),
                )
            ) from None

    def keeper(self, slug: str) -> RegisterInfo:
        """The register of that name, if it keeps records of its own.  Raises `Misused` for a view of another."""
        info = self.register(slug)
        if info.base != info.slug:
            raise Misused(message('"{slug}" only shows records of "{base}". Name that one.', slug=slug, base=info.base))
        return info

    def today(self) -> dt.date:
        """Today by the clock of the database, which may be the example's."""
        _ = self.store
        return today()

    def word(self, what: Message | str) -> str:
        """The words in the language of the run, as they are: for programs to read."""
        return say(what, self.lang)

    def say(self, what: Message | str) -> str:
        """The words in the language of the run, as a terminal may be sent them."""
        return safe_text(self.word(what))

    def tell(self, what: Message | str) -> None:
        """One sentence on standard error."""
        sys.stderr.write(self.say(what) + "\n")

    def tell_removed(self, characters: int) -> None:
        """How many characters were left out of texts because a terminal would obey or hide them, if any were."""
        if characters:
            self.tell(
                message(
                    "{n} control characters were left out.", one="{n} control character was left out.", n=characters
                )
            )

    @contextmanager
    def progress(self) -> Iterator[Callable[[Message], None]]:
        """Shows on a terminal how far something is, on a line of standard error that is gone afterwards."""
        if not sys.stderr.isatty():
            yield lambda what: None
            return

        def show(what: Message) -> None:
            sys.stderr.write(f"\r\x1b[K{self.say(what)}")
            sys.stderr.flush()

        try:
            yield show
        finally:
            sys.stderr.write("\r\x1b[K")

    def close(self) -> None:
        """Close the database, if it was opened."""
        if self._store is not None:
            self._store.close()
            self._store = None


def complete_register(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The registers that begin with what has been typed, for the shell."""
    from kit_tui.registers import REGISTERS

    return [register.slug for register in REGISTERS if register.slug.startswith(incomplete)]


pass_session = click.make_pass_decorator(Session)


def login() -> str:
    """Who the operating system says is asking."""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
