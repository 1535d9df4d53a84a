"""The directory that the three areas share: people, their employments, institutions and agreements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import jaconv

from kit_tui.domain.fields import Value
from kit_tui.domain.fold import has_kanji, reading, sort_key
from kit_tui.domain.wording import Message, message
from kit_tui.models.base import (
    Problem,
    Record,
    Unique,
    Values,
    day_key,
    name_key,
)
from kit_tui.models.fields import Answer, Country, Day, Email, Flag, Notes, Orcid, Reference, Ror, Text, Url

CATEGORIES = {
    "faculty": "faculty",
    "admin": "administrative staff",
    "technical": "technical staff",
    "visitor": "visitor",
}


class Institution(Record):
    """A university, institute or company, at home or abroad."""

    name = Text("Institution name", required=True, width=30, help="In English or as it calls itself abroad")
    name_native = Text("Native name", width=24, help="In its own language and script")
    aliases = Text("Also known as", width=20, help="Short forms and former names, separated by semicolons")
    country = Country("Country", required=True)
    city = Text("City", width=14)
    ror = Ror("ROR", alone=True, help="Research Organization Registry id, for example 05a28rw58")
    website = Url("Website")

    uniques = (Unique(("ror",)),)
    named_by = ("name", "name_native", "aliases", "ror")
    several = ("aliases",)
    read_as = ("name",)
    alike = ("name", "name_native", "aliases")
    alike_within = "country"

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return str(values["name"])

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return name_key(values, "name")

    @classmethod
    def texts(cls, values: Mapping[str, Value]) -> list[str]:
        from kit_tui.domain.countries import country_name
        from kit_tui.domain.wording import translation

        country = country_name(str(values["country"])).text if values.get("country") else ""
        return [*super().texts(values), country, translation(country, "ja")]


class Person(Record):
    """Somebody the office deals with: staff, faculty and visitors alike."""

    staff_no = Text("Staff no.", alone=True, width=9)
    name = Text("Name", width=16, help="As the person writes it, for example in kanji")
    name_kana = Text("Kana", width=18, help="The reading, in katakana or hiragana")
    name_roman = Text("Romanised name", width=20, help="Family name first, as on the passport")
    category = Answer("Category", CATEGORIES, width=12)
    email = Email("E-mail")
    orcid = Orcid("ORCID", alone=True)
    nationality = Country("Nationality")
    home_institution = Reference("Home institution", Institution, help="For visitors: where they come from")
    notes = Notes("Notes")

    uniques = (Unique(("staff_no",)), Unique(("orcid",)))
    indexed = (("category", "sort_key", "deleted_at"),)
    named_by = ("name", "name_kana", "name_roman", "staff_no")
    read_as = ("name", "name_kana")
    alike = ("name", "name_roman")
    checks = {"has_name": """"name" <> '' OR "name_roman" <> ''"""}

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return str(values["name"] or values["name_roman"])

    @classmethod
    def check(cls, values: Mapping[str, Value]) -> Iterator[Problem]:
        if not values.get("name") and not values.get("name_roman"):
            yield "name", message("Type a name, or a romanised name.")

    @classmethod
    def doubts(cls, values: Mapping[str, Value]) -> Iterator[Message]:
        if has_kanji(str(values.get("name_kana") or "")):
            yield message("{field} has kanji in it: is it the reading?", field=cls.name_kana.verbose_name)

    @classmethod
    def texts(cls, values: Mapping[str, Value]) -> list[str]:
        return [str(text) for name in ("email", "orcid", "notes") if (text := values.get(name))]

    @classmethod
    def names(cls, values: Mapping[str, Value]) -> list[str]:
        kana = str(values.get("name_kana") or "")
        return [*super().names(values), *([romaji_of(kana)] if kana else [])]

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return sort_key(
            str(values.get("name_kana") or ""), str(values.get("name_roman") or ""), str(values.get("name") or "")
        )


@lru_cache(maxsize=8192)
def romaji_of(kana: str) -> str:
    """A reading in Latin letters, so that a person is found by romaji although none was entered."""
    return " ".join(_romaji_of_name(name) for name in reading(kana).split())


@lru_cache(maxsize=16384)
def _romaji_of_name(name: str) -> str:
    return str(jaconv.kana2alphabet(name))


class Employment(Record):
    """A person's post at the university, from its first day to its last."""

    person = Reference("Person", Person, required=True, indexed=False)
    contract = Answer(
        "Contract",
        {
            "full_time": "full time",
            "reemployed": "re-employed",
            "fixed_term": "fixed term",
            "part_time": "part time",
            "dispatched": "dispatched",
        },
    )
    unit = Text("Unit", width=18, help="Faculty, office or section")
    position = Text("Position", width=14)
    start = Day("From", required=True)
    end = Day("To", help="Empty: still employed")

    indexed = (("person", "start", "end", "contract", "deleted_at"),)
    no_overlap = "person"
    repeated = ("unit", "position")
    read_as = ("start",)
    title_of = ("person",)

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return " ".join(part for part in (names["person"], str(values["unit"]), str(values["position"])) if part)

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return day_key(values)


class Agreement(Record):
    """What has been agreed with an institution; whether it is in force follows from its days."""

    institution = Reference("Institution", Institution, required=True, width=26)
    title = Text("Title", required=True, width=30)
    ref_no = Text("Reference no.")
    level = Answer("Level", {"university": "university level", "department": "department level"}, width=14)
    kind = Answer(
        "Kind",
        {
            "general": "general",
            "student_exchange": "student exchange",
            "academic_unit": "academic unit",
            "memorandum": "memorandum",
        },
        width=14,
    )
    field = Text("Field", width=16)
    coordinator = Reference("Coordinator", Person, width=16)
    signed = Day("Signed on")
    start = Day("From")
    end = Day("Expires", help="Empty: no expiry")
    auto_renew = Flag("Auto-renew", help="Renewed by itself unless terminated", width=10)
    status = Answer(
        "Status",
        {"draft": "draft", "negotiating": "negotiating", "signed": "signed", "terminated": "terminated"},
        default="draft",
    )

    indexed = (("status", "end"),)
    checks = {
        "ended": """"status" <> 'terminated' OR "end" IS NOT NULL""",
        "valid_from": """"status" NOT IN ('signed', 'terminated') OR "start" IS NOT NULL""",
    }
    named_by = ("title", "ref_no")
    worked_out = ("start",)
    words_of = ("institution", "coordinator")
    title_of = ("institution",)

    @classmethod
    def named(cls, values: Mapping[str, Value], names: Mapping[str, str]) -> str:
        return f"{values['title']}, {names['institution']}"

    @classmethod
    def check(cls, values: Mapping[str, Value]) -> Iterator[Problem]:
        yield from super().check(values)
        status = values.get("status")
        if status == "terminated" and not values.get("end"):
            yield "end", message("A terminated agreement needs the day on which it ended.")
        if status in ("signed", "terminated") and not values.get("start"):
            yield "start", message("A signed agreement needs the day from which it is valid.")

    @classmethod
    def suggest(cls, values: Mapping[str, Value], policies: Mapping[str, str]) -> Values:
        return {"start": values.get("signed")}

    @classmethod
    def sort_text(cls, values: Mapping[str, Value]) -> str:
        return name_key(values)
