"""The office's policies: kept with the register, so that every reader counts alike."""

from __future__ import annotations

import datetime as dt

from kit_tui.domain import roles
from kit_tui.domain.clock import stamp, use_timezone
from kit_tui.domain.retention import Retention
from kit_tui.domain.toeic import TOTAL_HIGH, TOTAL_LOW
from kit_tui.domain.wording import Refused, message
from kit_tui.models import Setting
from kit_tui.store.core import Core
from kit_tui.store.plain import Touched
from kit_tui.store.reader import Reader
from kit_tui.store.writing import log_operation, number_of

DEFAULTS = {
    "score_policy": "best",
    "score_threshold": "730",
    "score_scope": "full_time",
    "briefing_days": "60",
    "report_days": "30",
    "timezone": "Asia/Tokyo",
    **{f"backup_{kind}": str(count) for kind, count in Retention()._asdict().items()},
    "example": "",
}
"""What holds until somebody decides otherwise; days count from the return."""

MEANINGS = {
    "score_policy": message("Which TOEIC score of a person counts: best (ever), latest, recent (best of 24 months)"),
    "score_threshold": message("The TOEIC score to reach"),
    "score_scope": message("Whose scores count: full_time (full-time staff only), all (all contracts)"),
    "briefing_days": message("Days after the return within which the briefing is held"),
    "report_days": message("Days after the return within which the report is handed in"),
    "timezone": message("The office's timezone, by which a day begins"),
    "backup_daily": message("Of how many days a backup is kept"),
    "backup_weekly": message("Of how many weeks a backup is kept"),
    "backup_monthly": message("Of how many months a backup is kept"),
}
"""The policies that somebody decides on, and what each settles."""

_ANSWERS = {"score_policy": ("best", "latest", "recent"), "score_scope": ("full_time", "all")}
_NUMBERS = {
    "score_threshold": (TOTAL_LOW, TOTAL_HIGH),
    **dict.fromkeys(("briefing_days", "report_days"), (0, 366)),
    **dict.fromkeys(("backup_daily", "backup_weekly", "backup_monthly"), (0, 999)),
}


def policies(reader: Reader) -> dict[str, str]:
    """Every policy by name."""
    return DEFAULTS | dict(reader.rows(Setting.select(Setting.key, Setting.value)))


def retention(reader: Reader) -> Retention:
    """Which backups are kept."""
    found = policies(reader)
    return Retention(*(int(found[f"backup_{kind}"]) for kind in Retention._fields))


def set_setting(core: Core, key: str, value: str, operation: str = "") -> Touched:
    """Change a policy; raises `Refused` for a name that is none, or a value that would stop others from working."""
    roles.require(core.role, roles.Action.SETTINGS)
    if key not in DEFAULTS:
        raise no_setting(key)
    _check(key, value)
    if operation and (number := number_of(core, operation)):
        return Touched({"setting": None}, (number,), own=True)
    core.database.execute(Setting.delete().where(Setting.key == key))
    core.database.execute(Setting.insert(key=key, value=value))
    number = log_operation(core, "setting", ["setting"], 0, stamp(), operation)
    return Touched({"setting": None}, (number,), own=True)


def no_setting(key: str) -> Refused:
    """What there is to say of a name that is no policy's."""
    return Refused(message('There is no setting "{key}". The settings are: {known}.', key=key, known=list(MEANINGS)))


def _check(key: str, value: str) -> None:
    """Raises `Refused` unless the policy can have the value."""
    if key in _ANSWERS and value not in _ANSWERS[key]:
        raise Refused(
            message('{key} can\'t be "{value}": give one of {known}.', key=key, value=value, known=_ANSWERS[key])
        )
    if key in _NUMBERS:
        low, high = _NUMBERS[key]
        if not (value.isascii() and value.isdigit() and len(value) < 5 and low <= int(value) <= high):
            raise Refused(
                message(
                    '{key} can\'t be "{value}": give a number from {low} to {high}.',
                    key=key,
                    value=value,
                    low=low,
                    high=high,
                )
            )
    if key == "timezone":
        use_timezone(value)
    if key == "example" and value:
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            raise Refused(
                message('{key} can\'t be "{value}": give a day such as 2018-11-22.', key=key, value=value)
            ) from None
