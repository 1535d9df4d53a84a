"""The registers, declared: what is shown, asked for, found and answered, one module an area."""

from kit_tui.registers import directory, faculty, staff, targets, units
from kit_tui.registers.abroad import Abroad, abroad
from kit_tui.registers.areas import AREAS, Area
from kit_tui.store.declare import Register

REGISTERS: tuple[Register, ...] = (
    directory.PEOPLE,
    faculty.STAYS,
    staff.STAYS,
    units.PROJECTS,
    units.VISITS,
    faculty.EVENTS,
    faculty.OUTCOMES,
    directory.INSTITUTIONS,
    directory.AGREEMENTS,
    staff.STAFF,
    staff.SCORES,
    staff.COURSES,
    staff.PARTICIPATIONS,
    directory.EMPLOYMENTS,
    staff.HEADCOUNTS,
    targets.TARGETS,
    targets.PUBLISHED,
)
"""Every register, in the order in which find anywhere shows what it found."""

__all__ = ["AREAS", "REGISTERS", "Abroad", "Area", "abroad"]
