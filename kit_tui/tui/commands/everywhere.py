"""Commands of every place."""

from __future__ import annotations

from kit_tui.domain.wording import message
from kit_tui.tui.commands.base import Command


class Overview(Command):
    id, keys, action = "everywhere.overview", ("1",), "app.area('overview')"
    label = message("Overview")
    help = message("Every target, what needs attention, the latest changes")


class FacultyMobility(Command):
    id, keys, action = "everywhere.faculty", ("2",), "app.area('faculty')"
    label = message("Faculty mobility")
    help = message("Faculty sent abroad, their briefings and outcomes")


class StaffTraining(Command):
    id, keys, action = "everywhere.staff", ("3",), "app.area('staff')"
    label = message("Staff training")
    help = message("Scores, courses and stays of administrative staff")


class VisitingUnits(Command):
    id, keys, action = "everywhere.units", ("4",), "app.area('units')"
    label = message("Visiting units")
    help = message("Unit projects, visits, events and agreements")


class Directory(Command):
    id, keys, action = "everywhere.directory", ("5",), "app.area('directory')"
    label = message("Directory")
    help = message("People, institutions, targets and published figures")


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


AREAS: dict[str, type[Command]] = {
    "overview": Overview,
    "faculty": FacultyMobility,
    "staff": StaffTraining,
    "units": VisitingUnits,
    "directory": Directory,
}
"""The five tabs by the slugs of their areas."""

EVERYWHERE = (
    *AREAS.values(),
    FindAnywhere,
    Palette,
    Help,
    Abroad,
    EarlierYear,
    LaterYear,
    Undo,
    Language,
    Theme,
    Quit,
)
