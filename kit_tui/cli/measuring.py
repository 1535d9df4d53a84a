"""`gauges` and `abroad`: how far each target is, and who is overseas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kit_tui.cli.lines import out, print_columns, print_json
from kit_tui.cli.session import Misused, Session, pass_session
from kit_tui.cli.worded import Read, WordedCommand
from kit_tui.domain.wording import Message, Refused, message
from kit_tui.domain.years import read_year, short_year

if TYPE_CHECKING:
    from kit_tui.gauges import Standing
    from kit_tui.registers import Abroad

NOTHING = ""
_GAUGES = (
    message("Gauge"),
    message("Value"),
    message("Measured in"),
    message("Counted"),
    message("Target"),
    message("Target year"),
    message("Still needed"),
    message("Status"),
    message("Published"),
)
_ABROAD = (
    message("Country"),
    message("Name"),
    message("Kana"),
    message("Unit"),
    message("Host institution"),
    message("City"),
    message("From"),
    message("To"),
    message("E-mail"),
    "",
)


@click.command(cls=WordedCommand, help="Print every gauge beside its target and the published figure.")
@click.option("--ay", type=Read("year", read_year), metavar="N", help="The academic year; otherwise the current one.")
@click.option("--as-of", metavar="DATE", help="As things stood on a day.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def gauges(session: Session, ay: int | None, as_of: str | None, as_json: bool) -> None:
    from kit_tui import gauges as measured

    if ay is not None and as_of is not None:
        raise Misused(message("Choose --ay or --as-of, not both."))
    policy = measured.Policy.of(session.store.settings())
    day = _read_day(session, as_of)
    if ay is not None:
        day = measured.as_of(ay, day)
    standings = measured.standings(session.store.reader, policy, day, year=ay)
    if as_json:
        print_json(measured.as_json(standing, session.lang) for standing in standings)
    else:
        _print_gauges(session, standings, day)


@click.command(cls=WordedCommand, help="Print who is overseas, by country.")
@click.option("--as-of", metavar="DATE", help="On a day; otherwise today.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def abroad(session: Session, as_of: str | None, as_json: bool) -> None:
    from kit_tui.registers import abroad as who_is_abroad

    people = who_is_abroad(session.store.reader, _read_day(session, as_of))
    if as_json:
        print_json(_flat(one) for one in people)
        return
    print_columns(session, _ABROAD, [_abroad_line(one) for one in people])


def _read_day(session: Session, text: str | None) -> dt.date:
    """A day as it is typed, today without one.  Raises `Misused`."""
    day = session.today()
    if text is None:
        return day
    from kit_tui.domain.dates import read_date

    try:
        return read_date(text, today=day)
    except Refused as refused:
        raise Misused(refused.message) from None


def _print_gauges(session: Session, standings: list[Standing], day: dt.date) -> None:
    out(session.say(message("{year}, as of {day}", year=short_year(standings[0].academic_year), day=day)))
    out("")
    print_columns(
        session,
        _GAUGES,
        [_gauge_line(standing) for standing in standings],
        right=(False, True, False, True, True, False, True, False, True),
    )
    for standing in standings:
        for note in (*_beside(standing), *standing.notes):
            out(session.say(message("{label}: {note}", label=standing.label, note=note)))


def _beside(standing: Standing) -> Iterator[Message]:
    """What stands apart from the value."""
    if standing.planned:
        yield message("{n} planned", n=standing.planned)
    for part, n in standing.parts:
        yield message("{part} {n}", part=part, n=n)


def _gauge_line(standing: Standing) -> list[Message | str]:
    return [
        standing.label,
        standing.text,
        standing.unit,
        NOTHING if standing.denominator is None else f"{standing.numerator}/{standing.denominator}",
        NOTHING if standing.target is None else standing.show(standing.target),
        NOTHING if standing.target_academic_year is None else short_year(standing.target_academic_year),
        NOTHING if standing.need is None else str(standing.need),
        standing.status.label,
        NOTHING if standing.published is None else standing.show(standing.published),
    ]


def _abroad_line(one: Abroad) -> list[Message | str]:
    return [
        one.country_label,
        one.name,
        one.kana,
        one.unit,
        one.institution,
        one.city,
        one.start.isoformat(),
        one.end.isoformat() if one.end else message("not fixed"),
        one.email,
        one.doubt,
    ]


def _flat(one: Abroad) -> dict[str, str | int | bool | None]:
    return {
        "country": one.country,
        "person": one.name,
        "person_id": one.person,
        "name_kana": one.kana,
        "email": one.email,
        "unit": one.unit,
        "institution": one.institution,
        "institution_id": one.institution_id,
        "city": one.city,
        "start": one.start.isoformat(),
        "end": one.end.isoformat() if one.end else None,
        "days_left": one.days_left,
        "programme": one.programme,
        "purpose": one.purpose,
        "status": one.status,
        "confirmed": one.confirmed,
        "register": one.register,
        "id": one.stay,
    }
