"""The rules over several records, looked at for all the rows of an import together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit_tui.domain.wording import Message, message
from kit_tui.store.core import references
from kit_tui.store.rules import not_living

if TYPE_CHECKING:
    from kit_tui.models.base import Unique
    from kit_tui.store.bulk import Import

_LIMIT = 1000
_OTHERS = "t.deleted_at IS NULL AND t.id NOT IN (SELECT target FROM incoming WHERE target IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row of a file: its line, the field at fault, and the sentence."""

    line: int
    field: str
    message: Message


def together(importing: Import) -> Iterable[Problem]:
    """What is wrong with the rows together, or with them among the register's own records."""
    same = list(_same_record(importing))
    yield from same
    told = {problem.line for problem in same}
    yield from (problem for problem in _among_others(importing) if problem.line not in told)


def _among_others(importing: Import) -> Iterator[Problem]:
    yield from _unknown(importing)
    for unique in importing.model.uniques:
        yield from _shared(importing, unique)
    if importing.model.no_overlap:
        yield from _overlapping(importing, importing.model.no_overlap)


def _same_record(importing: Import) -> Iterator[Problem]:
    """Rows that name the record of an earlier one, by its id or its key, or have the id of another to keep."""
    for line, earlier in _after_another(importing, ["coalesce(target, given)"], "1 = 1"):
        yield Problem(line, "id", message("Row {line} is about the same record: delete one of them.", line=earlier))
    if importing.keep_ids:
        table = importing.model._meta.table_name
        for line, record in _rows(importing, f'SELECT i.line, t.id FROM incoming i JOIN "{table}" t ON t.id = given'):
            yield Problem(line, "id", message("Another record has the id {id}: give this one another.", id=record))


def _unknown(importing: Import) -> Iterator[Problem]:
    """References to what is not there, or deleted; a row may refer to another one that changes it or keeps its id."""
    for name, far in references(importing.model).items():
        column = f'i."{getattr(importing.model, name).column_name}"'
        coming = "coalesce(target, given)" if importing.keep_ids else "target"
        among_rows = f" AND {column} NOT IN (SELECT {coming} FROM incoming WHERE {coming} IS NOT NULL)"
        found = _rows(
            importing,
            f'SELECT i.line, {column} FROM incoming i LEFT JOIN "{far._meta.table_name}" t'
            f" ON t.id = {column} AND t.deleted_at IS NULL WHERE {column} IS NOT NULL AND t.id IS NULL"
            + (among_rows if far is importing.model else ""),
        )
        refs = importing.core.refs(far._meta.table_name, {record for _, record in found})
        for line, record in found:
            yield Problem(line, name, not_living(importing.core, far, record, refs.get(record)))


def _shared(importing: Import, unique: Unique) -> Iterator[Problem]:
    """Keys that two rows have, and keys of new or changed rows that another record has."""
    field, labels = unique.fields[0], [importing.fields[name].label for name in unique.fields]
    columns = [f'"{getattr(importing.model, name).column_name}"' for name in unique.fields]
    for line, earlier in _after_another(importing, columns, _counts(unique, "")):
        yield Problem(line, field, message("Row {line} has the same {fields} already.", line=earlier, fields=labels))
    same = " AND ".join(f"t.{column} = i.{column}" for column in columns)
    counted = f"{_counts(unique, 'i.')} AND {_counts(unique, 't.')}"
    for line, title in _met(importing, f"{same} AND {counted}"):
        yield Problem(line, field, message("{title} has the same {fields} already.", title=title, fields=labels))


def _counts(unique: Unique, prefix: str) -> str:
    """The SQL by which a row's key must be its own at all."""
    return f"{prefix}\"{unique.unless[0]}\" != '{unique.unless[1]}'" if unique.unless else "1 = 1"


def _overlapping(importing: Import, owner: str) -> Iterator[Problem]:
    """Times of one owner that overlap, among the rows and with the records that they leave as they are."""
    column = f'"{getattr(importing.model, owner).column_name}"'
    importing.core.execute(f"CREATE INDEX IF NOT EXISTS incoming_owner ON incoming ({column})")
    in_time = (
        f"""t.{column} = i.{column} AND t."start" <= coalesce(i."end", '9999-12-31')"""
        """ AND coalesce(t."end", '9999-12-31') >= i."start\""""
    )
    earlier = f"SELECT i.line, t.line FROM incoming i JOIN incoming t ON t.number < i.number AND {in_time}"
    for line, other in dict(_rows(importing, earlier)).items():
        yield Problem(line, "start", message("This overlaps with row {line}.", line=other))
    for line, title in dict(_met(importing, in_time)).items():
        yield Problem(line, "start", message("This overlaps with {title}.", title=title))


def _after_another(importing: Import, key: list[str], condition: str) -> list[tuple[int, Any]]:
    """Rows with the key of an earlier one: (line, line of the first)."""
    filled = " AND ".join(f"{part} IS NOT NULL" for part in key)
    return _rows(
        importing,
        f"SELECT line, first FROM (SELECT line, min(line) OVER (PARTITION BY {', '.join(key)}) AS first"
        f" FROM incoming WHERE {filled} AND {condition}) AS shared WHERE line > first",
    )


def _met(importing: Import, condition: str) -> list[tuple[int, Message | str]]:
    """Rows (i) that meet a living record (t) which no row changes: (line, the record's title)."""
    table = importing.model._meta.table_name
    found = _rows(importing, f'SELECT i.line, t.id FROM incoming i JOIN "{table}" t ON {condition} AND {_OTHERS}')
    refs = importing.core.refs(table, {record for _, record in found})
    return [(line, refs[record].title) for line, record in found]


def _rows(importing: Import, sql: str) -> list[tuple[int, Any]]:
    return importing.core.rows(f"{sql} LIMIT {_LIMIT}")
