"""The first tables, with their indexes, rules and search index: a frozen copy that later models do not change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import peewee as pw


def _checks(table: str, rules: str) -> list[Any]:
    """The rules, one a line after their names, as constraints named after the table."""
    lines = (line.strip().partition(": ") for line in rules.strip().splitlines())
    return [pw.Check(rule, f"{table}_{name}") for name, _, rule in lines]


class Table(pw.Model):
    class Meta:
        legacy_table_names = False


class Record(Table):
    version = pw.IntegerField()
    created_at = pw.TextField()
    updated_at = pw.TextField()
    deleted_at = pw.TextField(null=True)
    sort_key = pw.TextField()


class Institution(Record):
    name = pw.TextField()
    name_native = pw.TextField()
    aliases = pw.TextField()
    country = pw.TextField()
    city = pw.TextField()
    ror = pw.TextField(null=True)
    website = pw.TextField()

    class Meta:
        constraints = _checks(
            "institution",
            """
            name: "name" <> ''
            country: "country" <> ''
            """,
        )


class Person(Record):
    staff_no = pw.TextField(null=True)
    name = pw.TextField()
    name_kana = pw.TextField()
    name_roman = pw.TextField()
    category = pw.TextField()
    email = pw.TextField()
    orcid = pw.TextField(null=True)
    nationality = pw.TextField()
    home_institution = pw.ForeignKeyField(Institution, backref="+", null=True, on_delete="RESTRICT")
    notes = pw.TextField()

    class Meta:
        constraints = _checks(
            "person",
            """
            category: "category" IN ('faculty', 'admin', 'technical', 'visitor')
            has_name: "name" <> '' OR "name_roman" <> ''
            """,
        )


class Employment(Record):
    person = pw.ForeignKeyField(Person, backref="+", on_delete="RESTRICT", index=False)
    contract = pw.TextField()
    unit = pw.TextField()
    position = pw.TextField()
    start = pw.DateField()
    end = pw.DateField(null=True)

    class Meta:
        constraints = _checks(
            "employment",
            """
            contract: "contract" IN ('full_time', 'reemployed', 'fixed_term', 'part_time', 'dispatched')
            days: "end" >= "start"
            """,
        )


class Agreement(Record):
    institution = pw.ForeignKeyField(Institution, backref="+", on_delete="RESTRICT")
    title = pw.TextField()
    ref_no = pw.TextField()
    level = pw.TextField()
    kind = pw.TextField()
    field = pw.TextField()
    coordinator = pw.ForeignKeyField(Person, backref="+", null=True, on_delete="RESTRICT")
    signed = pw.DateField(null=True)
    start = pw.DateField(null=True)
    end = pw.DateField(null=True)
    auto_renew = pw.IntegerField()
    status = pw.TextField()

    class Meta:
        constraints = _checks(
            "agreement",
            """
            title: "title" <> ''
            level: "level" IN ('university', 'department')
            kind: "kind" IN ('general', 'student_exchange', 'academic_unit', 'memorandum')
            auto_renew: "auto_renew" IN (0, 1)
            status: "status" IN ('draft', 'negotiating', 'signed', 'terminated')
            days: "end" >= "start"
            ended: "status" <> 'terminated' OR "end" IS NOT NULL
            valid_from: "status" NOT IN ('signed', 'terminated') OR "start" IS NOT NULL
            """,
        )


class Project(Record):
    code = pw.TextField(null=True)
    title = pw.TextField()
    field = pw.TextField()
    academic_year = pw.IntegerField()
    institution = pw.ForeignKeyField(Institution, backref="+", null=True, on_delete="RESTRICT")
    lead = pw.ForeignKeyField(Person, backref="+", null=True, on_delete="RESTRICT")
    agreement = pw.ForeignKeyField(Agreement, backref="+", null=True, on_delete="RESTRICT")
    status = pw.TextField()
    start = pw.DateField(null=True)
    end = pw.DateField(null=True)
    notes = pw.TextField()

    class Meta:
        constraints = _checks(
            "project",
            """
            title: "title" <> ''
            field: "field" IN ('design', 'architecture', 'polymer_fiber', 'green_innovation', 'other')
            academic_year: "academic_year" BETWEEN 1949 AND 2100
            status: "status" IN ('planned', 'implemented', 'cancelled')
            days: "end" >= "start"
            """,
        )


class Stay(Record):
    person = pw.ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    programme = pw.TextField()
    institution = pw.ForeignKeyField(Institution, backref="+", on_delete="RESTRICT")
    purpose = pw.TextField()
    status = pw.TextField()
    start = pw.DateField()
    end = pw.DateField(null=True)
    funding = pw.TextField()
    cost = pw.IntegerField(null=True)
    ref_no = pw.TextField()
    briefing_due = pw.DateField(null=True)
    report_due = pw.DateField(null=True)
    reported_on = pw.DateField(null=True)
    notes = pw.TextField()

    class Meta:
        constraints = _checks(
            "stay",
            """
            programme: "programme" IN ('faculty_training', 'staff_long', 'staff_internship', 'staff_short')
            status: "status" IN ('planned', 'approved', 'away', 'returned', 'reported', 'cancelled')
            cost: "cost" BETWEEN 0 AND 999999999
            days: "end" >= "start"
            back: "status" NOT IN ('returned', 'reported') OR "end" IS NOT NULL
            """,
        )


class Outcome(Record):
    stay = pw.ForeignKeyField(Stay, backref="+", null=True, on_delete="RESTRICT")
    project = pw.ForeignKeyField(Project, backref="+", null=True, on_delete="RESTRICT")
    kind = pw.TextField()
    title = pw.TextField()
    date = pw.DateField(null=True)
    doi = pw.TextField()
    verified = pw.IntegerField()
    notes = pw.TextField()

    class Meta:
        constraints = _checks(
            "outcome",
            """
            kind: "kind" IN ('enrolled_student', 'joint_paper', 'joint_project', 'new_agreement', 'other')
            title: "title" <> ''
            verified: "verified" IN (0, 1)
            one_origin: ("stay_id" IS NULL) <> ("project_id" IS NULL)
            """,
        )


class Event(Record):
    kind = pw.TextField()
    title = pw.TextField()
    start = pw.DateField()
    end = pw.DateField(null=True)
    time = pw.TextField()
    place = pw.TextField()
    language = pw.TextField()
    stay = pw.ForeignKeyField(Stay, backref="+", null=True, on_delete="RESTRICT")
    project = pw.ForeignKeyField(Project, backref="+", null=True, on_delete="RESTRICT")
    attendance = pw.IntegerField(null=True)

    class Meta:
        constraints = _checks(
            "event",
            """
            kind: "kind" IN ('lecture', 'briefing', 'workshop', 'seminar', 'other')
            title: "title" <> ''
            attendance: "attendance" BETWEEN 0 AND 999999999
            days: "end" >= "start"
            """,
        )


class Course(Record):
    name = pw.TextField()
    kind = pw.TextField()
    academic_year = pw.IntegerField()
    start = pw.DateField(null=True)
    end = pw.DateField(null=True)
    provider = pw.TextField()
    hours = pw.IntegerField(null=True)

    class Meta:
        constraints = _checks(
            "course",
            """
            name: "name" <> ''
            kind: "kind" IN ('elearning', 'conversation', 'toeic_prep', 'other')
            academic_year: "academic_year" BETWEEN 1949 AND 2100
            hours: "hours" BETWEEN 0 AND 999999999
            days: "end" >= "start"
            """,
        )


class Participation(Record):
    course = pw.ForeignKeyField(Course, backref="+", on_delete="RESTRICT")
    person = pw.ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    status = pw.TextField()
    hours = pw.IntegerField(null=True)
    certificate_date = pw.DateField(null=True)

    class Meta:
        constraints = _checks(
            "participation",
            """
            status: "status" IN ('invited', 'enrolled', 'completed', 'withdrawn', 'no_show')
            hours: "hours" BETWEEN 0 AND 999999999
            """,
        )


class Score(Record):
    person = pw.ForeignKeyField(Person, backref="+", on_delete="RESTRICT", index=False)
    test = pw.TextField()
    date = pw.DateField()
    listening = pw.IntegerField(null=True)
    reading = pw.IntegerField(null=True)
    total = pw.IntegerField(null=True)
    course = pw.ForeignKeyField(Course, backref="+", null=True, on_delete="RESTRICT")

    class Meta:
        constraints = _checks(
            "score",
            """
            test: "test" IN ('toeic_lr', 'toeic_lr_ip', 'toeic_lr_ip_online')
            listening: "listening" BETWEEN 5 AND 495 AND "listening" / 5 * 5 = "listening"
            reading: "reading" BETWEEN 5 AND 495 AND "reading" / 5 * 5 = "reading"
            total: "total" BETWEEN 10 AND 990 AND "total" / 5 * 5 = "total"
            has_total: "total" IS NOT NULL
            sum: "total" = "listening" + "reading"
            rest: "total" - "listening" BETWEEN 5 AND 495 AND "total" - "reading" BETWEEN 5 AND 495
            """,
        )


class Visit(Record):
    visitor = pw.ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    project = pw.ForeignKeyField(Project, backref="+", null=True, on_delete="RESTRICT")
    institution = pw.ForeignKeyField(Institution, backref="+", null=True, on_delete="RESTRICT")
    host = pw.ForeignKeyField(Person, backref="+", null=True, on_delete="RESTRICT")
    basis = pw.TextField()
    visa = pw.TextField()
    start = pw.DateField()
    end = pw.DateField(null=True)
    ref_no = pw.TextField()
    applied_on = pw.DateField(null=True)
    extends = pw.ForeignKeyField("self", backref="+", null=True, on_delete="RESTRICT")
    status = pw.TextField()

    class Meta:
        constraints = _checks(
            "visit",
            """
            basis: "basis" IN ('1', '2', '3', '4', '5', '6', '')
            visa: "visa" IN ('short', 'other', 'none')
            status: "status" IN ('planned', 'applied', 'approved', 'on_site', 'finished', 'cancelled')
            days: "end" >= "start"
            prolongs_another: "extends_id" <> "id"
            """,
        )


class Headcount(Record):
    category = pw.TextField()
    scope = pw.TextField()
    academic_year = pw.IntegerField()
    as_of = pw.DateField()
    count = pw.IntegerField()
    source = pw.TextField()

    class Meta:
        constraints = _checks(
            "headcount",
            """
            category: "category" IN ('faculty', 'admin', 'technical', 'visitor')
            scope: "scope" IN ('full_time', 'all')
            academic_year: "academic_year" BETWEEN 1949 AND 2100
            count: "count" BETWEEN 0 AND 999999999
            """,
        )


class Target(Record):
    gauge = pw.TextField()
    academic_year = pw.IntegerField()
    role = pw.TextField()
    value = pw.IntegerField()

    class Meta:
        constraints = _checks(
            "target",
            """
            gauge: "gauge" <> ''
            academic_year: "academic_year" BETWEEN 1949 AND 2100
            role: "role" IN ('baseline', 'milestone', 'final')
            value: "value" BETWEEN 0 AND 999999999
            """,
        )


class Published(Record):
    gauge = pw.TextField()
    academic_year = pw.IntegerField()
    value = pw.IntegerField()
    source = pw.TextField()
    note = pw.TextField()

    class Meta:
        constraints = _checks(
            "published",
            """
            gauge: "gauge" <> ''
            academic_year: "academic_year" BETWEEN 1949 AND 2100
            value: "value" BETWEEN 0 AND 999999999
            """,
        )


class Account(Table):
    login = pw.TextField(unique=True)
    role = pw.TextField()
    created_at = pw.TextField()
    disabled_at = pw.TextField(null=True)

    class Meta:
        constraints = _checks(
            "account",
            """
            role: "role" IN ('viewer', 'editor', 'admin')
            """,
        )


class Operation(Table):
    uuid = pw.TextField(unique=True)
    login = pw.TextField(index=True)
    at = pw.TextField()
    kind = pw.TextField()
    tables = pw.TextField()
    rows = pw.IntegerField()
    undoes = pw.ForeignKeyField("self", backref="+", null=True)


class Change(Table):
    operation = pw.ForeignKeyField(Operation, backref="+")
    table = pw.TextField()
    record = pw.IntegerField()
    version = pw.IntegerField()
    before = pw.TextField(null=True)
    after = pw.TextField(null=True)

    class Meta:
        indexes = ((("table", "record", "version"), False),)


class Setting(Table):
    key = pw.TextField(primary_key=True)
    value = pw.TextField()


class Snapshot(Table):
    gauge = pw.TextField()
    academic_year = pw.IntegerField()
    as_of = pw.DateField()
    reading = pw.TextField()
    taken_at = pw.TextField()
    login = pw.TextField()

    class Meta:
        indexes = ((("gauge", "academic_year", "as_of"), False),)


class SearchEntry(Table):
    id = pw.BigIntegerField(primary_key=True)
    words = pw.TextField()
    tokens = pw.TextField()


LIVING = (
    ("institution", "sort_key"),
    ("person", "category", "sort_key", "deleted_at"),
    ("person", "sort_key"),
    ("employment", "person_id", "start", "end", "contract", "deleted_at"),
    ("employment", "sort_key"),
    ("agreement", "status", "end"),
    ("agreement", "sort_key"),
    ("project", "academic_year", "status"),
    ("project", "sort_key"),
    ("stay", "programme", "start"),
    ("stay", "sort_key"),
    ("outcome", "kind", "date"),
    ("outcome", "doi"),
    ("outcome", "sort_key"),
    ("event", "kind", "start"),
    ("event", "sort_key"),
    ("course", "academic_year"),
    ("course", "sort_key"),
    ("participation", "sort_key"),
    ("score", "person_id", "date", "total", "deleted_at"),
    ("score", "sort_key"),
    ("visit", "start"),
    ("visit", "sort_key"),
    ("headcount", "sort_key"),
    ("target", "sort_key"),
    ("published", "gauge", "academic_year"),
    ("published", "sort_key"),
)
UNIQUE_IF_FILLED = (("institution", "ror"), ("person", "staff_no"), ("person", "orcid"), ("project", "code"))
UNIQUE = (
    ("participation", "course_id", "person_id"),
    ("score", "person_id", "test", "date"),
    ("headcount", "category", "scope", "as_of"),
    ("target", "gauge", "academic_year"),
)

SEARCH_INDEX = [
    """
    CREATE VIRTUAL TABLE "search_index" USING fts5(
        "tokens", content='search_entry', content_rowid='id', tokenize='ascii', prefix='1 2 3', columnsize=0
    )
    """
]
"""Tokens come folded, with spaces between; "ascii" leaves all other letters alone, those of a later Unicode too."""


VECTORS = [
    'ALTER TABLE "search_entry" ADD COLUMN "vector" tsvector',
    'CREATE INDEX "search_entry_vector" ON "search_entry" USING gin ("vector") WITH (fastupdate = off)',
]
"""The same on PostgreSQL: the tokens as they are, without places and without a language.

What is written goes into the index at once: entries that wait beside it make every search read them all.
"""


def up(migrator: Any, db: pw.Database) -> None:
    sqlite = isinstance(db, pw.SqliteDatabase)
    tables = [*Record.__subclasses__(), *(model for model in Table.__subclasses__() if model is not Record)]
    if not sqlite:
        _sort_by_code_point(tables)
    db.bind(tables)
    db.create_tables(tables)
    for table, *columns in LIVING:
        _living_index(db, table, columns)
    for table, *columns in UNIQUE:
        _living_index(db, table, columns, unique=True)
    for table, column in UNIQUE_IF_FILLED:
        _living_index(db, table, [column], unique=True, only=f'("{column}" IS NOT NULL)')
    _living_index(db, "target", ["gauge", "role"], unique=True, only="""("role" != 'milestone')""")
    for statement in SEARCH_INDEX if sqlite else VECTORS:
        db.execute_sql(statement)


def _living_index(db: pw.Database, table: str, columns: list[str], *, unique: bool = False, only: str = "") -> None:
    name = "_".join([table, *(column.removesuffix("_id") for column in columns), *(["unique"] if unique else [])])
    kind = "UNIQUE INDEX" if unique else "INDEX"
    over = ", ".join(f'"{column}"' for column in columns)
    living = '("deleted_at" IS NULL)'
    db.execute_sql(f'CREATE {kind} "{name}" ON "{table}" ({over}) WHERE {f"({living} AND {only})" if only else living}')


def _sort_by_code_point(tables: Iterable[type[pw.Model]]) -> None:
    """Have PostgreSQL compare texts as SQLite does, whatever the language of its cluster."""
    for table in tables:
        for field in table._meta.sorted_fields:
            if isinstance(field, pw.TextField):
                field.constraints = [pw.SQL('COLLATE "C"')]
