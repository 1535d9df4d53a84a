"""An open PostgreSQL database, as the store works with it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, repeat
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from weakref import WeakSet

import peewee as pw
import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.pq import TransactionStatus

from kit_tui.domain.wording import Message
from kit_tui.store.database import AnyDatabase
from kit_tui.store.errors import Away, StoreError
from kit_tui.store.plain import Touched
from kit_tui.store.postgres_troubles import is_away, translating
from kit_tui.store.search_tsvector import Tsvector

if TYPE_CHECKING:
    from kit_tui.store.watching import Watcher

T = TypeVar("T")

CHANNEL = "kit_tui"
"""What those who watch listen on; every write announces itself there when it is committed."""
WRITING = 0x4B495452
"""The advisory lock that a write holds to its end: the letters KITR."""

_BEGIN = f"BEGIN; SET LOCAL lock_timeout = {{patience}}; SELECT pg_advisory_xact_lock({WRITING}); NOTIFY {CHANNEL}"
_TIMEOUT = 15  # seconds that a write waits for another's
_PATIENCE = 60  # seconds that a server may be away before that is told instead of what was asked for
PAUSES = (0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds between attempts to connect, the last again and again."""
_BULK_MEMORY = "256MB"
_USUAL: dict[str, Any] = {
    "application_name": "kit-tui",
    "connect_timeout": 5,
    "target_session_attrs": "read-write",  # of several hosts, the one that may be written
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    "client_encoding": "UTF8",
}
"""How a connection is made unless the URL says otherwise."""


class Target(NamedTuple):
    """Which database it is: how to connect, and what to call it, without a password."""

    name: str
    parameters: dict[str, Any]

    def connect(self) -> Connection:
        """A new connection, which is in no transaction unless it is told to begin one."""
        connection = Connection.connect(make_conninfo(**(_USUAL | self.parameters)), autocommit=True)
        connection.execute("SET jit = off")  # it takes longer to compile a gauge than to read it
        return connection


class Connection(psycopg.Connection[tuple[Any, ...]]):
    """One that ends with its thread, without a word."""

    def __del__(self, _: object = None, /) -> None:
        """Nothing: what is below closes it."""


class _Adapter(pw.Psycopg3Adapter):
    """Peewee's way with psycopg, which it knows only if it has loaded that itself."""

    txn_idle = TransactionStatus.IDLE
    txn_inerror = TransactionStatus.INERROR
    txn_unknown = TransactionStatus.UNKNOWN


class Database(AnyDatabase, pw.PostgresqlDatabase):
    """Peewee's database, which knows the connections of its threads, so that they can be interrupted."""

    psycopg2_adapter = psycopg3_adapter = _Adapter

    def __init__(self, target: Target) -> None:
        self.target = target
        self.timeout: float = _TIMEOUT
        self._left = Event()
        self._connections: WeakSet[Connection] = WeakSet()
        self._writing: WeakSet[Connection] = WeakSet()
        super().__init__(target.name)
        self.index = Tsvector(self)

    @property
    def name(self) -> str:
        """The URL without a password."""
        return self.target.name

    @property
    def owned(self) -> bool:
        """No: a password opens the server to whoever has it, and says nothing of who keeps it."""
        return False

    @property
    def lost(self) -> StoreError | None:
        """Nothing: a server that is away may come back, and what is kept there is the same then."""
        return None

    def begin(self, isolation_level: str | None = None) -> None:
        """Begin to write, when no other writes any more: one after another, so that the log is in order.

        Raises PostgreSQL's refusal when another takes too long.
        """
        connection = self.connection()
        self._writing.add(connection)
        try:
            connection.execute(_BEGIN.format(patience=max(1, int(self.timeout * 1000))), prepare=False)
        except BaseException:
            self.rollback()
            raise

    def commit(self) -> None:
        """Commit, and let others write."""
        super().commit()
        self._writing.discard(self.connection())

    def rollback(self) -> None:
        """Take back what was written since the transaction began; a connection that is no more has done so."""
        connection = self.connection()
        self._writing.discard(connection)
        with suppress(psycopg.OperationalError):
            connection.execute("ROLLBACK", prepare=False)

    def interrupt(self) -> None:
        """Have the server stop what all threads are reading; a write goes on to its end."""
        for connection in list(self._connections):
            if connection not in self._writing and connection.pgconn.transaction_status == TransactionStatus.ACTIVE:
                with suppress(psycopg.Error):
                    connection.cancel_safe(timeout=2)

    def leave(self) -> None:
        """Let go of this thread's connection, stop what the others are reading, and try nothing again."""
        self._left.set()
        if not self.is_closed():
            with suppress(pw.OperationalError):  # in the middle of a write
                self.close()
        self.interrupt()

    def make_room(self, *, bulk: bool) -> None:
        """Let this thread's connection sort and compare more rows in memory, or no longer."""
        self.run(f"SET work_mem = '{_BULK_MEMORY}'" if bulk else "RESET work_mem")

    @contextmanager
    def translating(self) -> Iterator[None]:
        """Within it, PostgreSQL's errors are raised in words; broken rules stay `IntegrityError`.

        A connection that is no more is let go of, so that the next who asks gets another.
        """
        with translating(self.name):
            try:
                yield
            except (pw.PeeweeException, psycopg.Error) as error:
                if is_away(error) and not self.in_transaction():
                    self.drop()
                raise

    def steadily(self, work: Callable[[], T]) -> T:
        """What `work` gives; while the server is away it is tried again, on whichever of the hosts is the primary."""
        if self.in_transaction():  # which is begun again as a whole
            return super().steadily(work)
        until = monotonic() + _PATIENCE
        for pause in chain(PAUSES, repeat(PAUSES[-1])):
            try:
                return super().steadily(work)
            except Away:
                if monotonic() > until or self._left.wait(pause):
                    raise
        raise AssertionError

    def drop(self) -> None:
        """Let go of this thread's connection, whatever state it is in."""
        if not self.is_closed():
            connection = self.connection()
            self.dispose()
            with suppress(psycopg.Error):
                connection.close()

    def past_indexes(self, field: pw.Field) -> Any:
        """The field itself: PostgreSQL keeps statistics and decides better."""
        return field

    def lay_down(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put many rows in a table by COPY."""
        names = ", ".join(f'"{column}"' for column in columns)
        laying = f'COPY "{table}" ({names}) FROM STDIN'
        with self.translating(), self.connection().cursor() as cursor, cursor.copy(laying) as copy:
            for row in rows:
                copy.write_row(row)

    def learn(self, table: str) -> None:
        """Have the planner know how many rows a table holds, and which."""
        self.run(f'ANALYZE "{table}"')

    def renumber(self, table: str) -> None:
        """Have the table's sequence, if it has one, follow on the highest id."""
        if any(column.name == "id" for column in self.get_columns(table)):
            sequence = f"""pg_get_serial_sequence('"{table}"', 'id')"""
            self.run(f'SELECT setval({sequence}, greatest(max(id), 1), count(*) > 0) FROM "{table}"')

    def damage(self, tables: Container[str]) -> Iterator[Message]:
        """What reading everything meets, indexes that are not in use, and references that lead nowhere."""
        from kit_tui.store.postgres_checks import damage

        return damage(self, tables)

    def watcher(self, own: set[str], heard: Callable[[Touched], None], lost: Callable[[Message], None]) -> Watcher:
        """What listens for what writes announce."""
        from kit_tui.store.listening import Listening

        return Listening(self.target, own, heard, lost)

    def marked(self, sql: str) -> str:
        """A statement with %s for ? in it."""
        return sql.replace("%", "%%").replace("?", "%s")

    def _connect(self) -> Connection:
        connection = self.target.connect()
        self._connections.add(connection)
        return connection
