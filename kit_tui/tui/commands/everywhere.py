"""Commands of every place."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.registers.areas import AREAS, Area
from kit_tui.tui.commands.base import Command


def _show(number: int, area: Area) -> type[Command]:
    class ShowArea(Command):
        id, keys, action = f"everywhere.{area.slug}", (str(number),), f"app.area('{area.slug}')"
        label = area.label
        help = message("Show {area}", area=area.label)

    return ShowArea


SHOW_AREAS = tuple(_show(number, area) for number, area in enumerate(AREAS, 1))
"""One command for each tab."""


class FindAnywhere(Command):
    id, keys, action = "everywhere.find", ("f3",), "app.find"
    label = message("find anywhere")
    help = message("Find anything in all registers")


class Palette(Command):
    id, keys, action = "everywhere.palette", ("f12", "ctrl+p"), "app.palette"
    label = message("commands")
    help = message("Every command of this place, by arrows and Enter")


class Help(Command):
    id, keys, action = "everywhere.help", ("?", "f1"), "app.help"
    label = message("all keys")
    help = message("The keys of this place")


class Abroad(Command):
    id, keys, action = "everywhere.abroad", ("a",), "app.abroad"
    label = message("abroad today")
    help = message("Who is overseas today, by country")


class EarlierYear(Command):
    id, keys, action = "everywhere.earlier", ("<",), "app.year(-1)"
    label = message("year")
    help = message("Look at the academic year before")


class LaterYear(Command):
    id, keys, action = "everywhere.later", (">",), "app.year(1)"
    label = message("year")
    help = message("Look at the academic year after")


class Undo(Command):
    id, keys, action = "everywhere.undo", ("ctrl+z",), "app.undo"
    label = message("undo")
    help = message("Take back what you did last")


class Redo(Command):
    id, keys, action = "everywhere.redo", ("ctrl+y",), "app.redo"
    label = message("redo")
    help = message("Do again what you took back last")


class History(Command):
    id, keys, action = "everywhere.history", ("H",), "app.history"
    label = message("history")
    help = message("Who did what, in all registers, and taking it back")


class Language(Command):
    id, keys, action = "everywhere.language", ("L",), "app.language"
    label = message("日本語")
    help = message("Switch between English and Japanese")


class Theme(Command):
    id, action = "everywhere.theme", "app.theme"
    label = message("colours")
    help = message("Switch between dark, light and the terminal's own colours")


class Quit(Command):
    id, keys, action = "everywhere.quit", ("q", "ctrl+q", "ctrl+c"), "app.quit"
    label = message("quit")
    help = message("Quit kit-tui")


class Back(Command):
    id, keys, action = "page.back", ("escape",), "back"
    label = message("back")
    help = message("Back to where you were")


EVERYWHERE: tuple[type[Command], ...] = (
    *SHOW_AREAS,
    FindAnywhere,
    Palette,
    Help,
    Abroad,
    EarlierYear,
    LaterYear,
    Undo,
    Redo,
    History,
    Language,
    Theme,
    Quit,
)
