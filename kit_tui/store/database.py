"""What the store asks of an open database, of whichever kind it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import peewee as pw

from kit_tui.domain.wording import Message, message
from kit_tui.store.entries import Held
from kit_tui.store.errors import StoreError
from kit_tui.store.plain import Touched

if TYPE_CHECKING:
    from kit_tui.store.watching import Watcher


T = TypeVar("T")


class SearchIndex(Protocol):
    """How words are looked up.  Its entries stand in `search_entry`; a range of their ids is one register."""

    every: str
    """What stands between the parts of an expression all of which must hold; `either`, between those of which one."""
    either: str

    def begins(self, token: str) -> str:
        """The expression for a token that begins so."""

    def stands(self, tokens: Sequence[str]) -> str:
        """The expression for tokens that stand next to each other, for one of them as it is."""

    def held(self, expression: str, phrases: Sequence[str], first: int, last: int) -> Held:
        """The entries from `first` to `last` for which an expression holds; the folded `phrases` are in it."""

    def subquery(self, held: Held, first: int) -> pw.SQL:
        """The ids of entries less `first`, as a part of a condition."""

    def put(self, entries: Sequence[tuple[int, str, str]]) -> None:
        """Take in new entries: id, words and tokens."""

    def put_many(self, entry: str, rows: str, parameters: Sequence[object]) -> None:
        """Take in what SQL from FROM on finds, with the columns `words` and `tokens`; `entry` is an id in SQL."""

    def drop(self, entries: Sequence[int]) -> None:
        """Forget the entries of those ids, if there are any."""

    def many(self) -> AbstractContextManager[None]:
        """Within it, many entries are taken in or forgotten."""

    def clear(self) -> None:
        """Forget all entries."""

    def agrees(self) -> bool:
        """Whether what is looked up agrees with the entries that it was made from."""


class AnyDatabase(pw.Database, ABC):
    """An open database; every thread that asks has a connection of its own.

    Statements of the store's own mark their parameters with `?`; `run` and `fetch` put them as the database has them.
    `timeout` is how many seconds a write waits for another's.
    """

    timeout: Any
    index: SearchIndex

    @property
    @abstractmethod
    def name(self) -> str:
        """What the database is called: the same for everybody who has it open, and no secret in it."""

    @property
    @abstractmethod
    def owned(self) -> bool:
        """Whether who runs this program can do with what is kept as they like, past all rules."""

    @property
    @abstractmethod
    def lost(self) -> StoreError | None:
        """What there is to say when what was opened is not there any more."""

    @abstractmethod
    def interrupt(self) -> None:
        """Stop what all threads are reading, with an error; a write goes on to its end."""

    @abstractmethod
    def leave(self) -> None:
        """Let go of this thread's connection, and stop what the others are reading."""

    @abstractmethod
    def make_room(self, *, bulk: bool) -> None:
        """Let this thread's connection use more memory while it writes a bulk of records, or no longer."""

    @abstractmethod
    def translating(self) -> AbstractContextManager[None]:
        """Within it, what the database refuses is raised as `Busy` or `StoreError`."""

    @abstractmethod
    def past_indexes(self, field: pw.Field) -> Any:
        """A field in a condition for whose sake the database does not go by an index."""

    @abstractmethod
    def lay_down(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put many rows in a table as fast as can be; outside a transaction, without keeping others from writing."""

    @abstractmethod
    def learn(self, table: str) -> None:
        """Take note of what a table has come to hold, if that decides how it is read."""

    @abstractmethod
    def renumber(self, table: str) -> None:
        """Have the ids that the database itself gives to a table's rows follow on the highest there is."""

    @abstractmethod
    def damage(self, tables: Container[str]) -> Iterator[Message]:
        """What is wrong with the storage, and with the references between the records of some tables."""

    @abstractmethod
    def watcher(self, own: set[str], heard: Callable[[Touched], None], lost: Callable[[Message], None]) -> Watcher:
        """What tells of the commits of others."""

    def steadily(self, work: Callable[[], T]) -> T:
        """What `work` gives, its errors in words; again from its beginning if the connection was lost in the middle."""
        with self.translating():
            return work()

    def marked(self, sql: str) -> str:
        """A statement with its parameters marked as this database has them."""
        return sql

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Carry out a statement on this thread's connection; how many rows it wrote."""
        with self.translating():
            written: int = self.execute_sql(self.marked(sql), parameters).rowcount
        return written

    def fetch(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a select finds."""

        def read() -> list[tuple[Any, ...]]:
            found: list[tuple[Any, ...]] = self.execute_sql(self.marked(sql), parameters).fetchall()
            return found

        return self.steadily(read)


def dangling(table: str, record: int) -> Message:
    """What there is to say of a record that points to nothing."""
    return message(
        "Record {id} of {table} points to a record that is not there: name another with kit-tui edit, or restore a "
        "backup with kit-tui restore FILE.",
        id=record,
        table=table,
    )
