"""`find`: anything, in any register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kit_tui.cli.lines import DELETED, print_columns, print_json
from kit_tui.cli.session import Session, pass_session
from kit_tui.cli.worded import Read, WordedCommand, whole_number
from kit_tui.domain.wording import Message, message

if TYPE_CHECKING:
    from kit_tui.store.plain import Hit


@click.command(
    cls=WordedCommand,
    help="Find people, institutions, stays and all else by any part of a name or title, in any script.",
)
@click.argument("text", metavar="TEXT")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--limit", type=Read("number", whole_number), default="10", metavar="N", help="At most N of each register."
)
@pass_session
def find(session: Session, text: str, as_json: bool, limit: int) -> None:
    hits = session.store.find(text, limit)
    if as_json:
        print_json(
            {"register": h.register, "id": h.id, "title": session.word(h.title), "detail": session.word(_detail(h))}
            for h in hits
        )
        return
    print_columns(
        session,
        (message("Register"), message("No."), message("Title"), message("Detail")),
        ((h.register, str(h.id), h.title, _detail(h)) for h in hits),
        right=(False, True, False, False),
    )


def _detail(hit: Hit) -> Message | str:
    return DELETED if hit.deleted else hit.detail
