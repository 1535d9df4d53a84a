"""What is kept of a login between sessions: the settings file, which the user writes, and what was last chosen."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kit_tui.access.places import APP, file_name, state_folder
from kit_tui.domain.wording import LANGUAGES, Message, message

_IDLE_MINUTES = 12 * 60


class Settings(NamedTuple):
    """The settings file as it was read: the keys by command id, as typed, and a sentence for whatever is wrong with it.

    `idle_minutes` is after how long a forgotten session ends; 0 is never.
    """

    lang: str = ""
    theme: str = ""
    idle_minutes: int = _IDLE_MINUTES
    keys: Mapping[str, str] = MappingProxyType({})
    problems: tuple[Message, ...] = ()


def settings_file(login: str) -> Path:
    """The login's own settings file if there is one, else that of everyone who shares the account."""
    from platformdirs import user_config_path

    folder = user_config_path(APP, appauthor=False)
    own = folder / f"{file_name(login)}.toml"
    return own if own.exists() else folder / "settings.toml"


def read_settings(login: str) -> Settings:
    """The settings file of a login; what can't be read of it is left out and told of."""
    path = settings_file(login)
    if not path.exists():
        return Settings()
    import tomllib  # the start of those who have no such file does without it

    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Settings(
            problems=(message("The settings file {path} can't be read: {why}.", path=str(path), why=str(error)),)
        )
    problems: list[Message] = []

    def one_of(name: str, known: tuple[str, ...]) -> str:
        value = read.pop(name, "")
        if value in ("", *known):
            return str(value)
        problems.append(
            message('Settings: {name} is "{value}", but must be one of {known}.', name=name, value=value, known=known)
        )
        return ""

    lang, theme = one_of("language", LANGUAGES), one_of("theme", ("dark", "light", "ansi"))
    idle = read.pop("idle_minutes", _IDLE_MINUTES)
    if not isinstance(idle, int) or idle < 0:
        problems.append(message("Settings: idle_minutes must be a number of minutes; 0 is no limit."))
        idle = _IDLE_MINUTES
    keys = read.pop("keys", {})
    if not isinstance(keys, dict):
        problems.append(message('Settings: keys stand below a line [keys], such as "list.new" = "n,f4".'))
        keys = {}
    problems += [message('Settings: there is no setting "{name}".', name=name) for name in read]
    return Settings(lang, theme, idle, {name: str(value) for name, value in keys.items()}, tuple(problems))


def remembered(login: str) -> dict[str, str]:
    """What the login chose last: `lang`, `theme`.  Nothing where it can't be read."""
    try:
        chosen = json.loads((state_folder() / f"{file_name(login)}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: value for name, value in chosen.items() if isinstance(value, str)} if isinstance(chosen, dict) else {}


def remember(login: str, **chosen: str) -> None:
    """Keep a choice for the login's next session.  Raises `OSError`."""
    path = state_folder() / f"{file_name(login)}.json"
    new = path.with_suffix(f".{os.getpid()}")
    new.write_text(json.dumps(remembered(login) | chosen), encoding="utf-8")
    new.replace(path)


def keep_report(report: str) -> str:
    """Write what went wrong into a file beside the choices; its path, or where it failed, the report itself."""
    name = f"mistake-{dt.datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        path = state_folder() / name
        path.write_text(report, encoding="utf-8")
    except OSError:
        return report
    return str(path)
