"""The tables behind the registers: who may come in, what was done, settings, frozen readings, the search index."""

from __future__ import annotations

import peewee as pw

from kit_tui.domain.roles import ROLES
from kit_tui.models.tables import one_of


class Account(pw.Model):
    """A login and what it may do."""

    id = pw.AutoField()
    login = pw.TextField(unique=True)
    role = pw.TextField()
    created_at = pw.TextField()
    disabled_at = pw.TextField(null=True)

    class Meta:
        legacy_table_names = False
        constraints = [pw.Check(one_of('"role"', ROLES), "account_role")]


class Operation(pw.Model):
    """One thing that somebody did, whole: a save, a delete, an import, an undo.

    `tables` names what it touched, separated by spaces, so that an operation of many rows can be announced
    without reading its changes.
    """

    id = pw.AutoField()
    uuid = pw.TextField(unique=True)
    login = pw.TextField(index=True)
    at = pw.TextField()
    kind = pw.TextField()
    tables = pw.TextField()
    rows = pw.IntegerField()
    undoes = pw.ForeignKeyField("self", backref="+", null=True)

    class Meta:
        legacy_table_names = False


class Change(pw.Model):
    """One record's part in an operation; `before` and `after` are JSON of the fields that changed.

    A created row needs no copy: both are empty and `version` is 1.
    """

    id = pw.AutoField()
    operation = pw.ForeignKeyField(Operation, backref="+")
    table = pw.TextField()
    record = pw.IntegerField()
    version = pw.IntegerField()
    before = pw.TextField(null=True)
    after = pw.TextField(null=True)

    class Meta:
        legacy_table_names = False
        indexes = ((("table", "record", "version"), False),)


class Setting(pw.Model):
    """A policy of the office by name."""

    key = pw.TextField(primary_key=True)
    value = pw.TextField()

    class Meta:
        legacy_table_names = False


class Snapshot(pw.Model):
    """A reading of a gauge that has been frozen."""

    id = pw.AutoField()
    gauge = pw.TextField()
    academic_year = pw.IntegerField()
    as_of = pw.DateField()
    reading = pw.TextField()
    taken_at = pw.TextField()
    login = pw.TextField()

    class Meta:
        legacy_table_names = False
        indexes = ((("gauge", "academic_year", "as_of"), False),)


class SearchEntry(pw.Model):
    """The search words of one record, folded (`words`), and the tokens that the index is made of.

    `id` packs whether the record is deleted, its register's number and its id, in this order: a range of ids is
    one register, and deleted records come last.
    """

    id = pw.BigIntegerField(primary_key=True)
    words = pw.TextField()
    tokens = pw.TextField()

    class Meta:
        legacy_table_names = False
