"""Finding records by what one knows of them: find anywhere, a form's references, names on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kit_tui.domain.fields import Field, Value
from kit_tui.domain.fold import fold_name
from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import Message, message, spellings
from kit_tui.store import searching
from kit_tui.store.core import Core
from kit_tui.store.declare import Register
from kit_tui.store.errors import Ambiguous, NotFound
from kit_tui.store.plain import Hit, Ref
from kit_tui.store.searching import Found


def find(core: Core, text: str, limit: int = 10, slugs: Sequence[str] | None = None) -> list[Hit]:
    """The best matches of each register, at most `limit` each: of those first in which something is called just so.

    Else they come in the registers' order; deleted records are last.
    """
    registers = [
        r
        for r in core.declared.values()
        if r.findable and not r.view_of and (slugs is None or r.slug in slugs) and core.may_read(r)
    ]
    by_number = {register.number: register for register in registers}
    found = searching.look(core, text, registers, deleted=True)
    exact = {match.register for match in found if match.rank == 0 and not match.deleted}
    hits: list[Hit] = []
    for register in sorted(registers, key=lambda register: register.number not in exact):
        mine = [match for match in found if match.register == register.number and not match.deleted]
        hits += _hits(core, register, mine, limit)
    for register in registers:
        gone = [match for match in found if match.register == register.number and match.deleted]
        hits += _hits(core, by_number[register.number], gone, limit)
    return hits


def _hits(core: Core, register: Register, found: Sequence[Found], limit: int) -> list[Hit]:
    """The best `limit` of one register's matches: by fit, then in the register's own order."""
    best = _ranked(core, register, found)[:limit]
    titles = core.reader.titles(register.model, [match.record for match in best])
    answers = core.answers(register, [match.record for match in best if not match.deleted])
    return [
        Hit(register.slug, match.record, titles[match.record], answers.get(match.record, ""), match.deleted)
        for match in best
    ]


def _ranked(core: Core, register: Register, found: Sequence[Found]) -> list[Found]:
    """Matches by fit, then in the register's own order."""
    model = register.model
    query = model.select(model.id, model.sort_key).where(model.id.in_([match.record for match in found]))
    keys = dict(core.reader.rows(query)) if found else {}
    newest_first = bool(register.sort and register.sort[0][1])
    ordered = sorted((m for m in found if m.record in keys), key=lambda m: keys[m.record], reverse=newest_first)
    return sorted(ordered, key=lambda match: match.rank)


ANY: Mapping[str, Value] = MappingProxyType({})
"""No record is likelier than another."""


def choices(
    core: Core, table: str, text: str, limit: int = 20, likely: Mapping[str, Value] = ANY
) -> list[tuple[Ref, Message | str]]:
    """Living records that a reference may point to, the best match first; without a text, the latest ones.

    Those with the values of `likely` come before the others.
    """
    model = core.models[table]
    if text.strip():
        keepers = core.keepers[table]
        ids = [match.record for match in _ranked(core, keepers[0], searching.look(core, text, keepers))]
        query = model.select(model.id).where(model.id.in_(ids))
    else:
        query = model.select(model.id).where(model.deleted_at.is_null()).order_by(model.id.desc()).limit(limit)
        ids = core.reader.ids(query).tolist()
    if likely:
        these = core.reader.ids(query.where(*(getattr(model, name) == value for name, value in likely.items())))
        ids = sorted(dict.fromkeys([*ids, *these]), key=lambda record: record not in these)
    return _answered(core, table, ids[:limit])


def _answered(core: Core, table: str, ids: Sequence[int]) -> list[tuple[Ref, Message | str]]:
    """Records with what stands on their lines."""
    refs = core.refs(table, ids)
    answers: dict[int, Message | str] = {}
    for register in core.keepers[table]:
        answers |= core.answers(register, [i for i, ref in refs.items() if ref.register == register.slug])
    return [(refs[i], answers.get(i, "")) for i in ids if i in refs]


SHOWN = 10
"""As many records as a refusal names that share a name."""
_KEYS = ("staff_no", "code", "ror", "orcid")
"""Fields by which a record is named outright: "staff_no:0123"."""


def resolve(core: Core, table: str, text: str, deleted: bool = False) -> int:
    """The one living record that `text` names: an id, "staff_no:0123" (code, ror), else its exact name.

    With `deleted` an id may be a deleted record's.  Raises `NotFound` or `Ambiguous`.
    """
    model = core.models[table]
    living = model.deleted_at.is_null()
    wanted, _ = clean_text(text)
    key, colon, value = wanted.partition(":")
    if wanted.isascii() and wanted.isdigit():
        condition = model.id == (int(wanted) if len(wanted) < 19 else None)
        condition = condition if deleted else condition & living
    elif colon and key in _KEYS and key in model.described():
        condition = (getattr(model, key) == value.strip()) & living
    else:
        return _by_name(core, table, wanted)
    found = core.reader.scalar(model.select(model.id).where(condition))
    if found is None:
        raise _unknown(core, table, wanted)
    return int(found)


def _unknown(core: Core, table: str, text: str) -> NotFound:
    return NotFound(message('{register} has no record "{text}".', register=core.keepers[table][0].label, text=text))


def _by_name(core: Core, table: str, text: str) -> int:
    """The record that bears the name, else the one that has it for a title."""
    found = searching.find(core, text, core.keepers[table], most=searching.EVERY)
    bearers = [match.record for match in found if match.rank == 0]
    exact = _exact(core, table, text, bearers) or _exact(
        core, table, text, [match.record for match in found[: searching.CANDIDATES]]
    )
    if not exact:
        raise _unknown(core, table, text)
    if len(exact) > 1:
        raise Ambiguous(text, _told_apart(core, table, exact[:SHOWN]), len(exact))
    return exact[0]


def _exact(core: Core, table: str, text: str, candidates: Sequence[int]) -> list[int]:
    """Those of some records that are called so, as names are compared."""
    model = core.models[table]
    records = core.reader.values(model, candidates)
    titles = core.reader.named(model, records)
    called = {i: [*model.names(values), *spellings(titles[i])] for i, values in records.items()}
    return [i for i, names in called.items() if fold_name(text) in map(fold_name, names)]


def _told_apart(core: Core, table: str, ids: Sequence[int]) -> list[tuple[Ref, Message | str]]:
    """Records with what tells them from others of their name: a key, and what stands on their lines."""
    records = core.reader.values(core.models[table], ids)
    keys = {i: next((values[key] for key in _KEYS if values.get(key)), "") for i, values in records.items()}
    told = [
        (ref, [clause for clause in (keys[ref.id], answer) if clause]) for ref, answer in _answered(core, table, ids)
    ]
    return [(ref, message("{clauses}", clauses=clauses) if clauses else "") for ref, clauses in told]


def resolve_field(core: Core, field: Field, text: str) -> int | None:
    """What a reference's text stands for; nothing for a blank text."""
    return resolve(core, field.table, text) if text.strip() else None
