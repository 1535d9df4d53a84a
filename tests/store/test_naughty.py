"""Whatever is typed is stored, found and shown again as it was, less what can't be shown at all."""

from __future__ import annotations

from typing import Any

import pytest
from filling import Filling, open_as

from kit_tui.domain.text import clean_text
from kit_tui.domain.wording import Refused, say
from kit_tui.store import Condition, Query, Store
from tests.naughty import NAUGHTY

KINDS = ("text", "notes")
every_text = pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY)


def cleaned(text: str, kind: str = "text") -> str:
    return clean_text(text, lines=kind == "notes")[0]


def filled(fill: Filling, text: str) -> dict[str, int]:
    """A record of each register that people type into, with the text in each of its text fields."""
    kit = fill.kit

    def add(register: str, **values: Any) -> int:
        texts = {name: text for name, f in kit.registers[register].fields.items() if f.kind in KINDS}
        return fill.add(register, **texts | values)

    person, institution = add("people", category="admin"), add("institutions", country="CH")
    stay = add("faculty-stays", person=person, institution=institution, start="2018-09-01", status="away")
    return {
        "people": person,
        "institutions": institution,
        "faculty-stays": stay,
        "employments": add("employments", person=person, contract="full_time", start="2012-04-01"),
        "agreements": add("agreements", institution=institution, level="university", kind="general"),
        "projects": add("projects", field="design", academic_year=2018, lead=person),
        "events": add("events", kind="lecture", start="2018-10-01", stay=stay),
        "outcomes": add("outcomes", kind="joint_paper", stay=stay),
        "courses": add("courses", kind="elearning", academic_year=2018),
        "headcounts": add("headcounts", category="admin", academic_year=2018, as_of="2018-05-01", count=54),
        "published": add("published", gauge="faculty-stays", academic_year=2018, value=5),
    }


@every_text
def test_a_text_is_stored_found_listed_and_opened(kit: Store, fill: Filling, text: str) -> None:
    with kit.whole():
        records = filled(fill, text)
    for register, record in records.items():
        info = kit.registers[register]
        entry = kit.entry(register, record)
        texts = {name: field for name, field in info.fields.items() if field.kind in KINDS}
        assert {name: entry.values[name] for name in texts} == {
            name: cleaned(text, field.kind) for name, field in texts.items()
        }
        (row,) = kit.window(Query(register), 0, 10)
        shown = dict(zip(info.column_names, row.cells, strict=True))
        assert {name: shown[name] for name in texts.keys() & shown.keys()} == {
            name: entry.values[name] for name in texts.keys() & shown.keys()
        }
        assert fill.listed(register, text=text) == [record]
    assert records.items() <= {(hit.register, hit.id) for hit in kit.find(text)}
    for op in ("=", "contains"):
        assert fill.listed("courses", where=(Condition("name", op, text),)) == [records["courses"]]
    assert kit.card("people", records["people"]).related
    assert kit.check() == []


@every_text
def test_a_text_is_said_in_a_refusal_as_it_stands(kit: Store, fill: Filling, text: str) -> None:
    person = fill.person(text, staff_no=text)
    fill.employment(person, unit=text)
    refusals = [
        lambda: fill.person("x", staff_no=text),
        lambda: kit.delete("people", [person]),
        lambda: kit.save("people", {"name": "x"}, person, version=7),
        lambda: fill.employment(person),
        lambda: kit.resolve_record("people", f"x{text}"),
    ]
    for refusal in refusals:
        with pytest.raises(Refused) as caught:
            refusal()
        for lang in ("en", "ja"):
            assert cleaned(text) in say(caught.value.message, lang)


@every_text
def test_a_text_names_its_record(kit: Store, fill: Filling, text: str) -> None:
    person = fill.person(text)
    fill.person("somebody else")
    if not cleaned(text).isascii() or not cleaned(text).isdigit():
        assert kit.resolve_record("people", text) == person
        assert kit.choices("person", text)[0][0].id == person


@every_text
def test_a_text_is_imported_as_it_is_saved(kit: Store, fill: Filling, text: str) -> None:
    saved = fill.person(text, notes=text, name_roman="x")
    importing = kit.importing("people")
    importing.add([(2, {"name": text, "notes": text, "name_roman": "x", "category": "faculty"})])
    importing.settle()
    assert importing.problems == []
    kit.take_in(importing)
    importing.close()
    assert kit.entry("people", saved + 1).values == kit.entry("people", saved).values
    assert set(fill.found(text)) == {saved, saved + 1}
    assert kit.check() == []


@every_text
def test_a_text_comes_back_by_undo(kit: Store, fill: Filling, text: str) -> None:
    person = fill.person(text, notes=text)
    before = kit.entry("people", person).values
    kit.save("people", {"name": "x", "notes": ""}, person)
    kit.undo()
    assert kit.entry("people", person).values == before
    assert open_as(kit.path).history("people", person)
