"""`show`: one record with all that points to it."""

from __future__ import annotations

from typing import Any

import click

from kit_tui.cli.lines import DELETED, out, shown
from kit_tui.cli.session import Session, complete_register, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.text import cell_width, pad
from kit_tui.domain.wording import Message, message
from kit_tui.exchange.naming import file_fields
from kit_tui.store.plain import Card, RegisterInfo, Related


@click.command(
    cls=WordedCommand,
    help="Print a record with all that points to it.\n\nID is the record's number, staff_no:0123, code:... or ror:..., "
    "or its exact name.",
)
@click.argument("register", metavar="REGISTER", shell_complete=complete_register)
@click.argument("record", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def show(session: Session, register: str, record: str, as_json: bool) -> None:
    info = session.register(register)
    card = session.store.card(register, session.store.resolve_record(register, record, deleted=True))
    if as_json:
        import json

        out(json.dumps(_flat_card(session, info, card), ensure_ascii=False, indent=1))
    else:
        _print_card(session, info, card)


def _flat_card(session: Session, info: RegisterInfo, card: Card) -> dict[str, Any]:
    from kit_tui.exchange.flat import flat

    return flat(info, card.entry) | {
        "title": session.word(card.entry.title),
        "detail": session.word(card.answer),
        "deleted_at": card.entry.deleted_at,
        "related": [
            {
                "register": related.register,
                "field": related.field,
                "total": related.total,
                "records": [
                    {"id": row.id, "title": session.word(title), "detail": session.word(detail)}
                    for row, title, detail in zip(related.rows, related.titles, related.details, strict=True)
                ],
            }
            for related in card.related
        ],
    }


def _print_card(session: Session, info: RegisterInfo, card: Card) -> None:
    out(session.say(card.entry.title))
    if detail := DELETED if card.entry.deleted_at else card.answer:
        out(session.say(detail))
    out("")
    beside = card.entry.plain()
    lines = [
        (session.say(field.label), session.word(shown(field, card.entry.values[field.name], beside)))
        for field in file_fields(info)
    ]
    left = max(cell_width(label) for label, _ in lines) + 2
    for label, words in lines:
        for n, line in enumerate(words.splitlines()):
            out(pad("" if n else label, left) + session.say(line))
    for related in card.related:
        _print_related(session, related, card.entry.id)


def _print_related(session: Session, related: Related, record: int) -> None:
    out("")
    out(session.say(message("{label} ({n})", label=related.label, n=related.total)))
    for row, title, detail in zip(related.rows, related.titles, related.details, strict=True):
        words: list[Message | str] = [str(row.id), title, detail]
        out("  " + "  ".join(session.say(word) for word in words).rstrip())
    if related.total > len(related.rows):
        out("  " + session.say(_rest(related, record)))


def _rest(related: Related, record: int) -> Message:
    rest = related.total - len(related.rows)
    if not related.field:
        return message("and {n} more", n=rest)
    command = f"kit-tui list {related.register} --where {related.field}={record}"
    return message("and {n} more: {command}", n=rest, command=command)
