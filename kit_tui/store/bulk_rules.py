"""The rules over several records, looked at for all the rows of an import together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kit_tui.domain.wording import message

if TYPE_CHECKING:
    from kit_tui.models.base import Unique
    from kit_tui.store.bulk import Import, Problem

_LIMIT = 1000


def together(importing: Import) -> list[Problem]:
    """What is wrong with the rows together, or with them among the register's own records."""
    found = list(_same_record(importing))
    found += [problem for unique in importing.model.uniques for problem in _shared(importing, unique)]
    if importing.model.no_overlap:
        found += _overlapping(importing, importing.model.no_overlap)
    return found


def _same_record(importing: Import) -> Iterator[Problem]:
    """Rows that name the record of an earlier one, by its id or its key."""
    from kit_tui.store.bulk import Problem

    record = "coalesce(given, target)"
    sql = (
        f"SELECT max(line), min(line) FROM temp.incoming WHERE {record} IS NOT NULL"
        f" GROUP BY {record} HAVING count(*) > 1 LIMIT {_LIMIT}"
    )
    for line, earlier in importing.core.execute(sql).fetchall():
        yield Problem(line, "id", message("Row {line} is about the same record: delete one of them.", line=earlier))


def _shared(importing: Import, unique: Unique) -> Iterator[Problem]:
    """Keys that two rows have, and keys of new or changed rows that another record has."""
    from kit_tui.store.bulk import Problem

    field, labels = unique.fields[0], [importing.fields[name].label for name in unique.fields]
    for line, earlier in _twice(importing, unique):
        yield Problem(line, field, message("Row {line} has the same {fields} already.", line=earlier, fields=labels))
    taken = _taken(importing, unique)
    refs = importing.core.refs(importing.model._meta.table_name, {record for _, record in taken})
    for line, record in taken:
        yield Problem(
            line, field, message("{title} has the same {fields} already.", title=refs[record].title, fields=labels)
        )


def _twice(importing: Import, unique: Unique) -> list[tuple[int, int]]:
    """Rows that share the key with an earlier one: (line, line of the earlier)."""
    columns = _columns(importing, unique)
    filled = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    sql = (
        f"SELECT max(line), min(line) FROM temp.incoming WHERE {filled} AND {_counts(unique, '')}"
        f" GROUP BY {', '.join(columns)} HAVING count(*) > 1 LIMIT {_LIMIT}"
    )
    found: list[tuple[int, int]] = importing.core.execute(sql).fetchall()
    return found


def _taken(importing: Import, unique: Unique) -> list[tuple[int, int]]:
    """Rows whose key another record has that no row changes: (line, record)."""
    table = importing.model._meta.table_name
    same = " AND ".join(f"t.{column} = i.{column}" for column in _columns(importing, unique))
    sql = (
        f'SELECT i.line, t.id FROM temp.incoming i JOIN "{table}" t ON {same} AND t.deleted_at IS NULL'
        f" WHERE t.id NOT IN (SELECT target FROM temp.incoming WHERE target IS NOT NULL)"
        f" AND {_counts(unique, 'i.')} AND {_counts(unique, 't.')} LIMIT {_LIMIT}"
    )
    found: list[tuple[int, int]] = importing.core.execute(sql).fetchall()
    return found


def _columns(importing: Import, unique: Unique) -> list[str]:
    return [f'"{getattr(importing.model, name).column_name}"' for name in unique.fields]


def _counts(unique: Unique, prefix: str) -> str:
    """The SQL by which a row's key must be its own at all."""
    return f"{prefix}\"{unique.unless[0]}\" != '{unique.unless[1]}'" if unique.unless else "1 = 1"


def _overlapping(importing: Import, owner: str) -> Iterator[Problem]:
    """Times of one owner that overlap, among the rows and with the records that they leave as they are."""
    from kit_tui.store.bulk import Problem

    table = importing.model._meta.table_name
    column = getattr(importing.model, owner).column_name
    sql = (
        f'WITH spans AS (SELECT "{column}" AS owner, "start", coalesce("end", \'9999-12-31\') AS until, line'
        f" FROM temp.incoming UNION ALL"
        f' SELECT "{column}", "start", coalesce("end", \'9999-12-31\'), NULL FROM "{table}"'
        f' WHERE deleted_at IS NULL AND "{column}" IN (SELECT "{column}" FROM temp.incoming)'
        " AND id NOT IN (SELECT target FROM temp.incoming WHERE target IS NOT NULL)),"
        ' met AS (SELECT line, "start", lag(line) OVER w AS earlier, max(until) OVER (PARTITION BY owner'
        ' ORDER BY "start", until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until FROM spans'
        ' WINDOW w AS (PARTITION BY owner ORDER BY "start", until))'
        f' SELECT coalesce(line, earlier), busy_until FROM met WHERE busy_until >= "start" LIMIT {_LIMIT}'
    )
    for line, _ in importing.core.execute(sql).fetchall():
        yield Problem(line or 0, "start", message("This overlaps with another employment of the same person."))
