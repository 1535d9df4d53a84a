"""The office's policies: kept with the register, so that every reader counts alike."""

from __future__ import annotations

from kit_tui.domain import roles
from kit_tui.domain.clock import stamp
from kit_tui.domain.wording import Refused, message
from kit_tui.models import Setting
from kit_tui.store.core import Core
from kit_tui.store.opening import translated
from kit_tui.store.plain import Touched
from kit_tui.store.writing import log_operation

DEFAULTS = {
    "score_policy": "best",
    "score_threshold": "730",
    "score_scope": "full_time",
    "briefing_days": "60",
    "report_days": "30",
    "timezone": "Asia/Tokyo",
    "example": "",
}
"""What holds until somebody decides otherwise; days count from the return."""


def policies(core: Core) -> dict[str, str]:
    """Every policy by name."""
    return DEFAULTS | dict(core.reader.rows(Setting.select(Setting.key, Setting.value)))


def set_setting(core: Core, key: str, value: str) -> Touched:
    """Change a policy; raises `Refused` for a name that is none."""
    roles.require(core.role, roles.Action.SETTINGS)
    if key not in DEFAULTS:
        raise Refused(message('There is no setting "{key}". The settings are: {known}.', key=key, known=list(DEFAULTS)))
    with translated(core.database), core.database.atomic():
        core.database.execute(Setting.delete().where(Setting.key == key))
        core.database.execute(Setting.insert(key=key, value=value))
        number = log_operation(core, "setting", ["setting"], 0, stamp())
    return Touched({"setting": None}, (number,), own=True)
