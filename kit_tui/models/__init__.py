"""The tables, one module an area.  What is said about a field or a record is said here, on the field or the model."""

from __future__ import annotations

import peewee as pw

from kit_tui.models.base import Record, Values
from kit_tui.models.directory import Agreement, Employment, Institution, Person
from kit_tui.models.log import Account, Change, Operation, SearchEntry, Setting, Snapshot
from kit_tui.models.mobility import Event, Outcome, Stay
from kit_tui.models.tables import complete
from kit_tui.models.targets import Published, Target
from kit_tui.models.training import Course, Headcount, Participation, Score
from kit_tui.models.units import Project, Visit

RECORDS: tuple[type[Record], ...] = (
    Institution,
    Person,
    Employment,
    Agreement,
    Project,
    Stay,
    Outcome,
    Event,
    Course,
    Participation,
    Score,
    Visit,
    Headcount,
    Target,
    Published,
)
"""The tables of the registers, each after those it refers to."""

HOUSEKEEPING: tuple[type[pw.Model], ...] = (Account, Operation, Change, Setting, Snapshot, SearchEntry)

for _model in RECORDS:
    complete(_model)

__all__ = [
    "HOUSEKEEPING",
    "RECORDS",
    "Account",
    "Agreement",
    "Change",
    "Course",
    "Employment",
    "Event",
    "Headcount",
    "Institution",
    "Operation",
    "Outcome",
    "Participation",
    "Person",
    "Project",
    "Published",
    "Record",
    "Score",
    "SearchEntry",
    "Setting",
    "Snapshot",
    "Stay",
    "Target",
    "Values",
    "Visit",
]
