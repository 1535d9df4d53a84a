"""Lists: a window on a register, sorted, filtered and searched in, whatever its size."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import peewee as pw

from kit_tui.domain import years
from kit_tui.domain.fields import Value
from kit_tui.domain.text import clean_text
from kit_tui.models import Record
from kit_tui.models.fields import Day, Reference
from kit_tui.store.core import Core, references
from kit_tui.store.declare import Computed, Register
from kit_tui.store.holding import held_by, holding
from kit_tui.store.plain import Cell, Condition, Entry, Query, Ref, Row, Touched

_COMPARE: dict[str, Callable[[Any, Value], Any]] = {
    "=": lambda field, value: field == value,
    "!=": lambda field, value: (field != value) | field.is_null(),
    ">=": lambda field, value: field >= value,
    "<=": lambda field, value: field <= value,
    "contains": lambda field, value: field.contains(str(value)),
    "blank": lambda field, value: field.is_null() | (field == "") if _textual(field) else field.is_null(),
    "filled": lambda field, value: field.is_null(False) & (field != "") if _textual(field) else field.is_null(False),
}


_FEW = 50
"""More changed records than this are not put in their places one by one: the order is sooner read anew."""


class Ordering:
    """The ids of a list in its order: any place of it is a slice.  4 bytes a record."""

    def __init__(self, query: Query, ids: array[int]) -> None:
        self.query, self.ids = query, ids

    def __len__(self) -> int:
        return len(self.ids)

    def position(self, record: int) -> int | None:
        """Where a record stands, or None when it is not in the list."""
        try:
            return self.ids.index(record)
        except ValueError:
            return None


def _textual(field: Any) -> bool:
    return isinstance(field, pw.TextField)


def _worked_out(register: Register) -> dict[str, Computed]:
    """The columns of a register that are no fields, by name."""
    return {c.of.field.name: c.of for c in register.columns if isinstance(c.of, Computed)}


def condition(core: Core, query: Query, *, whole: bool = False) -> Any:
    """What a record must fulfil to be in the list, which the database looks through as a `whole` or by an index."""
    register = core.readable(query.register)
    model = register.model
    deleted_at = core.database.past_indexes(model.deleted_at) if whole else model.deleted_at
    wanted = deleted_at.is_null(not query.deleted)
    for name, codes in register.fixed.items():
        wanted &= getattr(model, name) == codes[0] if len(codes) == 1 else getattr(model, name).in_(codes)
    for one in query.where:
        wanted &= _filter(core, register, one)
    if query.year is not None and register.year_field:
        wanted &= _in_year(getattr(model, register.year_field), query.year)
    if query.text.strip():
        wanted &= holding(core, register, query.text, query.deleted)
    return wanted


def _filter(core: Core, register: Register, one: Condition) -> Any:
    value = clean_text(one.value)[0] if isinstance(one.value, str) else one.value
    if computed := _worked_out(register).get(one.field):
        stored = value.isoformat() if isinstance(value, dt.date) else value
        return _COMPARE[one.op](_as_field(computed), stored)
    core.field(register.slug, one.field)
    return _COMPARE[one.op](getattr(register.model, one.field), value)


def _as_field(computed: Computed) -> Any:
    """What a column works out, to be compared as a field is: no text is blank, and no answer is no."""
    blank = computed.field.blank
    if blank == "":
        return pw.fn.NULLIF(computed.expression(), blank)
    return pw.NodeList((computed.expression(),)) if blank is None else pw.fn.COALESCE(computed.expression(), blank)


def _in_year(field: Any, year: int) -> Any:
    if isinstance(field, Day):
        return field.between(years.first_day(year), years.last_day(year))
    return field == year


def count(core: Core, query: Query) -> int:
    """How many records the list holds."""
    model = core.register(query.register).model
    found: int = core.reader.scalar(model.select(pw.fn.COUNT(model.id)).where(condition(core, query)))
    return found


def ordered(core: Core, query: Query, *, keys: bool = False, all_of_them: bool = False) -> Any:
    """The select of the list's ids in its order, with the `keys` that decide it.

    Where `all_of_them` are asked for that hold a text, they are found first and then sorted: an index of the order
    would lead to all the others too.
    """
    register = core.register(query.register)
    model = register.model
    terms, joins = sort_terms(register, query)
    by_index = terms[0][0] is model.sort_key or query.where or query.year is not None or query.text or register.fixed
    wanted = condition(core, query, whole=not by_index)
    select = model.select(model.id, *(term for term, _ in terms if keys)).where(wanted)
    for field, alias in joins:
        select = select.join_from(model, alias, pw.JOIN.LEFT_OUTER, on=(field == alias.id))
    past = all_of_them and bool(query.text.strip())
    direction = [_directed(core, term, down, past) for term, down in terms]
    return select.order_by(*direction)


def sort_terms(register: Register, query: Query) -> tuple[list[tuple[Any, bool]], list[tuple[Any, Any]]]:
    """What the list is sorted by (expression, whether downwards), and the joins that this takes."""
    model, joins = register.model, []
    terms: list[tuple[Any, bool]] = []
    computed = _worked_out(register)
    for name, down in query.sort or register.sort:
        if name in computed:
            terms.append(((computed[name].order or computed[name].expression)(), down))
            continue
        first, _, last = name.partition(".")
        if isinstance(getattr(model, first), Reference):
            far = getattr(model, first).rel_model
            alias = far.alias()
            joins.append((getattr(model, first), alias))
            terms.append((getattr(alias, "sort_key" if not last or last in far.read_as else last), down))
        else:
            terms.append((model.sort_key if name in model.read_as else getattr(model, name), down))
    if not any(term is model.sort_key for term, _ in terms):
        terms.append((model.sort_key, False))
    terms.append((model.id, bool(terms[0][1])))
    return terms, joins


def _directed(core: Core, term: Any, down: bool, past: bool) -> Any:
    joined = isinstance(term, pw.FieldAlias)  # perhaps with nothing
    never_null = isinstance(term, pw.Field) and not joined and not term.null
    if never_null:
        term = core.database.past_indexes(term) if past else term
        return pw.Desc(term) if down else pw.Asc(term)
    return pw.Desc(term, nulls="last") if down else pw.Asc(term, nulls="first")


def ordering(core: Core, query: Query) -> Ordering:
    """The whole order of the list; at a million records, for the slow lane."""
    return Ordering(query, core.reader.ids(ordered(core, query, all_of_them=True)))


def update_ordering(core: Core, known: Ordering, touched: Touched) -> Ordering | None:
    """The order after a commit, with the touched records put in their places; None when it has to be read anew."""
    query = known.query
    changed = touched.tables.get(core.register(query.register).model._meta.table_name, frozenset())
    if changed is None or len(changed) > _FEW or _depends_on(core, query) & touched.tables.keys():
        return None
    ids = known.ids[:]
    for record in changed:
        with suppress(ValueError):
            ids.remove(record)
    mended = Ordering(query, ids)
    for record, *key in _keys(core, query, changed):
        ids.insert(_place(core, mended, key), record)
    return mended


def _depends_on(core: Core, query: Query) -> set[str]:
    """The other tables whose changes can move records of the list."""
    register = core.register(query.register)
    terms = [name for name, _ in query.sort or register.sort]
    far = references(register.model)
    tables = {far[first]._meta.table_name for name in terms if (first := name.partition(".")[0]) in far}
    if _worked_out(register).keys() & {*terms, *(one.field for one in query.where)}:
        tables |= core.models.keys()
    if query.text.strip():
        tables |= _named_in(register.model) | {model._meta.table_name for model in far.values()}
        tables |= {core.declared[by.register].model._meta.table_name for by in held_by(register)}
    return tables - {register.model._meta.table_name}


def _named_in(model: type[Record]) -> set[str]:
    """The tables by whose names a model's records are found, by way of others too."""
    far = [references(model)[name] for name in model.words_of]
    return {each._meta.table_name for each in far}.union(*map(_named_in, far))


def _keys(core: Core, query: Query, ids: Iterable[int]) -> list[tuple[Any, ...]]:
    """Ids with their sort values, of those among `ids` that are in the list."""
    some = core.register(query.register).model.id.in_(list(ids))
    return list(core.reader.each(ordered(core, query, keys=True).where(some)))


def _place(core: Core, within: Ordering, key: Sequence[Any]) -> int:
    """Where a record with this key belongs: a binary search that asks the database for the keys it meets."""
    terms, _ = sort_terms(core.register(within.query.register), within.query)
    low, high = 0, len(within.ids)
    while low < high:
        middle = (low + high) // 2
        met = _keys(core, within.query, [within.ids[middle]])
        if met and _before(met[0][1:], key, [down for _, down in terms]):
            low = middle + 1
        else:
            high = middle
    return low


def _before(a: Sequence[Any], b: Sequence[Any], down: Sequence[bool]) -> bool:
    for x, y, reverse in zip(a, b, down, strict=True):
        left, right = (x is not None, x), (y is not None, y)
        if left != right:
            return (left < right) != reverse
    return False


def window(core: Core, query: Query, offset: int, limit: int, known: Ordering | None = None) -> list[Row]:
    """The rows from `offset` on.  Without an ordering the database counts them off, which far down takes longer."""
    if known is not None:
        ids = known.ids[offset : offset + limit].tolist()
    else:
        ids = [row[0] for row in core.reader.rows(ordered(core, query).limit(limit).offset(offset))]
    return rows(core, query.register, ids)


def rows(core: Core, slug: str, ids: Sequence[int]) -> list[Row]:
    """Some records as rows of a list, in the order of `ids`; those that are gone are left out."""
    register = core.readable(slug)
    model = register.model
    computed = list(_worked_out(register).values())
    records = core.reader.values(model, ids)
    worked_out: dict[int, dict[str, Value]] = {}
    if computed:
        select = model.select(model.id, *(c.expression() for c in computed)).where(model.id.in_(list(ids)))
        for record, *results in core.reader.rows(select):
            worked_out[record] = {c.field.name: v for c, v in zip(computed, results, strict=True)}
    cell = _Cells(core, register, records, worked_out)
    return [Row(i, records[i]["version"], cell.row(i)) for i in ids if i in records]


class _Cells:
    """The cells of some rows: what they refer to is read once a table, not once a row."""

    def __init__(
        self, core: Core, register: Register, records: dict[int, dict[str, Any]], computed: dict[int, dict[str, Value]]
    ) -> None:
        self.records, self.computed = records, computed
        self.paths = [c.of.field.name if isinstance(c.of, Computed) else c.of for c in register.columns]
        self.refs: dict[str, dict[int, Ref]] = {}
        self.far: dict[str, dict[int, dict[str, Any]]] = {}
        for name, model in references(register.model).items():
            ids = {r[name] for r in records.values() if r[name] is not None}
            if name in self.paths:
                self.refs[name] = core.refs(model._meta.table_name, ids)
            if any(path.startswith(f"{name}.") for path in self.paths):
                self.far[name] = core.reader.values(model, ids)

    def row(self, record: int) -> tuple[Cell, ...]:
        return tuple(self._cell(record, path) for path in self.paths)

    def _cell(self, record: int, path: str) -> Cell:
        values = self.records[record]
        if path in self.refs:
            return self.refs[path].get(values[path])
        first, _, last = path.partition(".")
        if last:
            found: Cell = self.far[first].get(values[first], {}).get(last)
            return found
        if path in values:
            plain: Cell = values[path]
            return plain
        return self.computed.get(record, {}).get(path)


def each(core: Core, query: Query, limit: int | None = None, batch: int = 500) -> Iterator[Entry]:
    """The first records of a list, or all, whole, in its order; the list is fixed when the first is asked for."""
    ids = core.reader.ids(ordered(core, query).limit(limit))
    model = core.register(query.register).model
    for start in range(0, len(ids), batch):
        yield from core.entries(model, ids[start : start + batch].tolist())
