"""`settings`: the policies of the office, by which everybody counts alike."""

from __future__ import annotations

import click

from kit_tui.cli.lines import out, print_columns
from kit_tui.cli.session import Session, pass_session
from kit_tui.cli.worded import WordedCommand
from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import message

_HEADINGS = (message("Setting"), message("Value"), message("What it settles"))


@click.command(
    cls=WordedCommand,
    help="Print the policies of the office, or change one: how scores are counted, when reports are due.\n\n"
    "With NAME alone its value is printed. The gauges on every screen follow a change at once.",
)
@click.argument("name", metavar="[NAME]", required=False)
@click.argument("value", metavar="[VALUE]", required=False)
@pass_session
def settings(session: Session, name: str | None, value: str | None) -> None:
    from kit_tui.store.settings import MEANINGS, no_setting

    known = session.store.settings()
    if name is None:
        print_columns(session, _HEADINGS, [(each, known[each], meaning) for each, meaning in MEANINGS.items()])
        return
    if name not in MEANINGS:
        raise no_setting(name)
    if value is None:
        out(session.say(known[name]))
        return
    session.store.set_setting(name, clean_text(value)[0])
    session.tell(message("{name} was {before} and is {value} now.", name=name, before=known[name], value=value))
