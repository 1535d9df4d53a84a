"""Lists: sorted, filtered, searched in, shown by windows, and kept in order after every change."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from filling import Filling, day, open_as
from playhouse.test_utils import count_queries

from kit_tui import store
from kit_tui.domain.wording import Message
from kit_tui.registers import REGISTERS
from kit_tui.store import Condition, NotFound, Ordering, Query, Ref, Store, Touched
from kit_tui.store.declare import Computed
from tests.places import Places

SLUGS = [register.slug for register in REGISTERS]
COLUMNS = [(info.slug, name) for info in (r.describe() for r in REGISTERS) for name in info.column_names]


@pytest.fixture(scope="module")
def example(places: Places) -> Iterator[Store]:
    """The example, to be read."""
    with places.example() as path:
        example = open_as(path)
        yield example
        example.close()


@pytest.fixture
def working(example_path: str) -> Iterator[Store]:
    """The example, to be written to."""
    working = open_as(example_path)
    yield working
    working.close()


# In order


def in_order(kit: Store, slug: str, name: str, down: bool) -> list[int]:
    """The ids of a register sorted in Python by what its column holds, then by the stored key, then by id."""
    register = kit.declared(slug)
    column = next(c.of for c in register.columns if (c.of.field.name if isinstance(c.of, Computed) else c.of) == name)
    model = register.model
    every = kit.ordering(Query(slug)).ids.tolist()
    stored = dict(kit.reader.rows(model.select(model.id, model.sort_key)))
    if isinstance(column, Computed):
        order = (column.order or column.expression)()
        values = dict(kit.reader.rows(model.select(model.id, order)))
    else:
        values = {entry.id: value_of(kit, entry, column) for entry in kit.each(Query(slug))}

    by_key = sorted(sorted(every, reverse=down), key=lambda record: stored[record])
    return sorted(by_key, key=lambda record: () if values[record] is None else (values[record],), reverse=down)


def value_of(kit: Store, entry: store.Entry, path: str) -> Any:
    """What a list is sorted by for a field, or for a field of what a record refers to."""
    first, _, last = path.partition(".")
    register = kit.declared(entry.register)
    value = entry.values[first]
    model = register.model
    if isinstance(value, Ref):
        far = getattr(model, first).rel_model
        field = far.sort_key if not last or last in far.read_as else getattr(far, last)
        return kit.reader.scalar(far.select(field).where(far.id == value.id))
    if first in model.read_as:
        return kit.reader.scalar(model.select(model.sort_key).where(model.id == entry.id))
    return value


@pytest.mark.parametrize("down", [False, True], ids=["up", "down"])
@pytest.mark.parametrize(("slug", "name"), COLUMNS)
def test_a_list_is_sorted_by_any_column(example: Store, slug: str, name: str, down: bool) -> None:
    assert example.ordering(Query(slug, sort=((name, down),))).ids.tolist() == in_order(example, slug, name, down)


def test_people_stand_by_their_reading_whatever_their_kanji(kit: Store, fill: Filling) -> None:
    roman = fill.person("", "visitor", name_roman="Álvarez")
    kanji = fill.person("亜")
    ota = fill.person("太田", name_kana="オオタ")
    aoki = fill.person("青木", name_kana="あおき")
    ohno = fill.person("大野", name_kana="オーノ")
    assert fill.listed("people") == [roman, aoki, ota, ohno, kanji]


def test_a_list_may_be_sorted_by_several_columns(kit: Store, fill: Filling) -> None:
    a, b, c = (fill.course(name, kind=kind) for name, kind in (("B", "other"), ("A", "other"), ("C", "elearning")))
    assert fill.listed("courses", sort=(("kind", True), ("name", False))) == [b, a, c]


def test_days_run_from_the_newest_unless_asked_otherwise(fill: Filling) -> None:
    days = ["2018-10-01", "2015-10-01", "2017-10-01"]
    old_to_new = [fill.event(start=start) for start in days]
    assert fill.listed("events") == [old_to_new[0], old_to_new[2], old_to_new[1]]


# What is in the list


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_counted_is_what_is_listed(example: Store, slug: str) -> None:
    assert example.count(Query(slug)) == len(example.ordering(Query(slug))) == len(list(example.each(Query(slug)))) > 0


def test_registers_of_one_table_hold_their_own_records_alone(kit: Store, fill: Filling) -> None:
    faculty, staff = fill.faculty_stay(), fill.staff_stay()
    assert (fill.listed("faculty-stays"), fill.listed("staff-stays")) == ([faculty], [staff])


def test_the_staff_are_the_people_of_that_category(fill: Filling) -> None:
    fill.person()
    aoki = fill.person("青木 恵", "admin")
    assert fill.listed("staff") == [aoki]


@pytest.fixture
def courses(fill: Filling) -> dict[str, int]:
    """Courses that differ in every kind of field."""
    return {
        "short": fill.course("Short", provider="British Council", hours=10, start="2018-04-10", academic_year=2018),
        "long": fill.course("Long", provider="", hours=90, start="2017-04-10", academic_year=2017),
        "open": fill.course("Open 100% free", provider="NHK", hours=None, kind="other", academic_year=2016),
    }


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([("hours", "=", 10)], {"short"}),
        ([("hours", "!=", 10)], {"long", "open"}),
        ([("hours", ">=", 10)], {"short", "long"}),
        ([("hours", "<=", 89)], {"short"}),
        ([("hours", "blank", None)], {"open"}),
        ([("hours", "filled", None)], {"short", "long"}),
        ([("provider", "=", "NHK")], {"open"}),
        ([("provider", "!=", "NHK")], {"short", "long"}),
        ([("provider", "contains", "council")], {"short"}),
        ([("provider", "blank", None)], {"long"}),
        ([("provider", "filled", None)], {"short", "open"}),
        ([("name", "contains", "%")], {"open"}),
        ([("name", "contains", "_")], set()),
        ([("name", "contains", "\ud800\x00")], {"short", "long", "open"}),
        ([("kind", "=", "other")], {"open"}),
        ([("kind", "!=", "other")], {"short", "long"}),
        ([("start", "=", dt.date(2018, 4, 10))], {"short"}),
        ([("start", ">=", dt.date(2018, 1, 1))], {"short"}),
        ([("start", "<=", dt.date(2018, 1, 1))], {"long"}),
        ([("start", "blank", None)], {"open"}),
        ([("academic_year", ">=", 2017), ("hours", "<=", 50)], {"short"}),
        ([("hours", ">=", 10), ("kind", "=", "other")], set()),
    ],
)
def test_a_list_is_filtered(
    fill: Filling, courses: dict[str, int], conditions: list[tuple[str, str, Any]], expected: set[str]
) -> None:
    listed = fill.listed("courses", where=tuple(Condition(*condition) for condition in conditions))
    assert {name for name, record in courses.items() if record in listed} == expected


@pytest.mark.parametrize(("op", "expected"), [("=", [1]), ("!=", [2, 3]), ("blank", [3]), ("filled", [1, 2])])
def test_a_list_is_filtered_by_what_its_records_refer_to(fill: Filling, op: str, expected: list[int]) -> None:
    eth, aalto = fill.institution(), fill.institution("Aalto", "FI")
    projects = [fill.project(institution=institution) for institution in (eth, aalto, None)]
    listed = fill.listed("projects", where=(Condition("institution", op, eth if op in ("=", "!=") else None),))
    assert sorted(listed) == [projects[n - 1] for n in expected]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (("best", ">=", 800), {"aoki"}),
        (("best", "blank", None), {"kato"}),
        (("qualifies", "=", 1), {"aoki"}),
        (("qualifies", "=", 0), {"ohno", "kato"}),
        (("best_on", "<=", dt.date(2017, 12, 31)), {"ohno"}),
        (("unit", "=", "国際課"), {"aoki"}),
        (("unit", "!=", "国際課"), {"ohno", "kato"}),
        (("unit", "blank", None), {"ohno"}),
        (("unit", "contains", "課"), {"aoki", "kato"}),
    ],
)
def test_a_list_is_filtered_by_what_it_works_out(
    fill: Filling, condition: tuple[str, str, Any], expected: set[str]
) -> None:
    staff = {name: fill.person(name, "admin") for name in ("aoki", "ohno", "kato")}
    fill.score(staff["aoki"], 815, "2018-06-17")
    fill.score(staff["ohno"], 600, "2017-06-17")
    fill.employment(staff["aoki"], unit="国際課")
    fill.employment(staff["kato"], unit="学務課")
    assert fill.listed("staff", where=(Condition(*condition),)) == sorted(
        (staff[name] for name in expected), key=lambda record: fill.kit.entry("people", record).title
    )


def test_a_filter_on_a_field_that_is_not_there_is_refused(kit: Store) -> None:
    with pytest.raises(NotFound, match='no field "shoe_size"'):
        kit.count(Query("people", where=(Condition("shoe_size", "=", 27),)))


@pytest.mark.parametrize(("start", "year"), [("2018-03-31", 2017), ("2018-04-01", 2018), ("2019-03-31", 2018)])
def test_an_academic_year_runs_from_april_to_march(fill: Filling, start: str, year: int) -> None:
    event = fill.event(start=start)
    assert [other for other in (2016, 2017, 2018, 2019) if event in fill.listed("events", year=other)] == [year]


def test_a_year_that_is_a_field_is_compared_as_such(fill: Filling) -> None:
    course = fill.course(academic_year=2017, start="2018-05-01")
    assert (fill.listed("courses", year=2017), fill.listed("courses", year=2018)) == ([course], [])


def test_a_register_without_years_keeps_all_its_records(fill: Filling) -> None:
    person = fill.person()
    assert fill.listed("people", year=2018) == [person]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_list_is_searched_by_the_words_of_its_records(example: Store, slug: str) -> None:
    """Each record of the example is found in its list by a word of one of its texts."""
    query = Query(slug)
    for entry in list(example.each(query))[:5]:
        fields = example.registers[slug].fields
        texts = [entry.values[name] for name, f in fields.items() if f.kind in ("text", "notes") and entry.values[name]]
        names = [v.title for v in entry.values.values() if isinstance(v, Ref) and v.register == "people"]
        for text in (texts + names)[:2] if slug != "targets" else [entry.title]:
            assert entry.id in example.ordering(Query(slug, text=str(text))).ids, text


def test_a_list_of_scores_is_searched_by_the_person_and_by_the_test(fill: Filling) -> None:
    ohno, aoki = fill.score(fill.person()), fill.score(fill.person("青木 恵"), test="toeic_lr")
    assert fill.listed("scores", text="大野") == [ohno]
    assert fill.listed("scores", text="青") == [aoki]
    assert fill.listed("scores", text="official") == fill.listed("scores", text="公開") == [aoki]
    assert fill.listed("scores", text="online") == []


SHOWN: dict[str, Callable[[Filling], tuple[int, int]]] = {
    "projects": lambda fill: (fill.project(status="implemented"), fill.project(status="planned")),
    "targets": lambda fill: (fill.target("staff-short-stays"), fill.target("staff-long-stays")),
    "published": lambda fill: (
        fill.add("published", gauge="unit-projects", academic_year=2015, value=40),
        fill.add("published", gauge="unit-visits", academic_year=2015, value=40),
    ),
    "agreements": lambda fill: (
        fill.agreement(fill.institution(), status="signed", start="2018-01-01"),
        fill.agreement(fill.institution(), status="draft"),
    ),
    "faculty-stays": lambda fill: (fill.faculty_stay(status="away"), fill.faculty_stay(status="planned")),
    "people": lambda fill: (fill.person("青木 恵", "admin"), fill.person("加藤 葵", "technical")),
}
"""By register, two records of which one shows an answer that the other does not."""


@pytest.mark.parametrize(
    ("register", "text"),
    [
        ("projects", "implemented"),
        ("projects", "Impl"),
        ("projects", "実施"),
        ("targets", "短期"),
        ("targets", "short stays"),
        ("published", "projects"),
        ("published", "プロジェクト"),
        ("agreements", "active"),
        ("agreements", "有効"),
        ("faculty-stays", "派遣中"),
        ("people", "事務"),
        ("people", "ADMINISTRATIVE"),
    ],
)
def test_a_list_is_searched_for_the_answers_that_it_shows_in_both_languages(
    fill: Filling, register: str, text: str
) -> None:
    record, _ = SHOWN[register](fill)
    assert fill.listed(register, text=text) == [record]


@pytest.mark.parametrize(("register", "text"), [("projects", "lemented"), ("targets", "staff-short"), ("people", "a")])
def test_no_list_is_searched_for_codes_single_letters_or_what_is_within_the_word_of_an_answer(
    fill: Filling, register: str, text: str
) -> None:
    SHOWN[register](fill)
    assert fill.listed(register, text=text) == []


@pytest.mark.parametrize(("register", "category"), [("people", "faculty"), ("staff", "admin")])
@pytest.mark.parametrize("text", ["国際課", "國際", "ＩＲ", "ir"])
def test_a_list_of_people_is_searched_for_the_unit_that_it_shows(
    fill: Filling, register: str, category: str, text: str
) -> None:
    here, was_here, named = (fill.person(name, category) for name in ("青木 恵", "加藤 葵", "国際課IR"))
    fill.employment(here, unit="国際課IR")
    fill.employment(was_here, unit="国際課IR", end="2017-03-31")
    fill.employment(was_here, start="2017-04-01", unit="総務課")
    assert set(fill.listed(register, text=text)) == {here, named}


def test_an_answer_and_a_name_are_found_together(fill: Filling) -> None:
    named, planned = fill.project("Planned cities", status="implemented"), fill.project(status="planned")
    assert set(fill.listed("projects", text="planned")) == {named, planned}


def test_the_staff_s_list_is_searched_as_the_people_s(fill: Filling) -> None:
    fill.person()
    aoki = fill.person("青木 恵", "admin")
    fill.person("加藤 葵", "admin")
    assert fill.listed("staff", text="青木") == [aoki]


@pytest.mark.parametrize("slug", ["people", "scores", "targets"])
def test_a_list_is_searched_for_text_and_not_by_commands(kit: Store, fill: Filling, slug: str) -> None:
    fill.score(fill.person())
    fill.target()
    for text in ("%", "\\", "' OR 1=1", "x" * 10_000):
        assert kit.count(Query(slug, text=text)) == 0, text


def test_a_list_searched_for_what_is_no_character_is_the_whole_list(kit: Store, fill: Filling) -> None:
    fill.score(fill.person())
    for slug in ("people", "scores"):
        assert kit.count(Query(slug, text="\ud800\x00")) == 1


def test_filter_year_and_text_hold_together(fill: Filling) -> None:
    fill.event("Silk", start="2017-10-01")
    fill.event("Timber")
    fill.event("Silk", kind="seminar")
    wanted = fill.event("Silk")
    assert fill.listed("events", text="silk", year=2018, where=(Condition("kind", "=", "lecture"),)) == [wanted]


# Windows


def row_ids(kit: Store, *arguments: Any) -> list[int]:
    return [row.id for row in kit.window(*arguments)]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_window_is_a_slice_of_the_order(example: Store, slug: str) -> None:
    query = Query(slug)
    ordering = example.ordering(query)
    for offset, limit in ((0, 5), (3, 4), (max(0, len(ordering) - 2), 10), (len(ordering), 3)):
        expected = ordering.ids.tolist()[offset : offset + limit]
        assert row_ids(example, query, offset, limit) == expected
        assert row_ids(example, query, offset, limit, ordering) == expected


@pytest.mark.parametrize("slug", SLUGS)
def test_a_row_holds_what_its_record_holds(example: Store, slug: str) -> None:
    info = example.registers[slug]
    for row in example.window(Query(slug), 0, 50):
        entry = example.entry(slug, row.id)
        shown = dict(zip(info.column_names, row.cells, strict=True))
        assert row.version == entry.version
        assert {name: cell for name, cell in shown.items() if name in entry.values} == {
            name: value for name, value in entry.values.items() if name in shown
        }


def test_a_cell_of_what_a_record_refers_to_holds_its_field(kit: Store, fill: Filling) -> None:
    fill.employment(fill.person(name_kana="オオノ ケン"))
    (row,) = kit.window(Query("employments"), 0, 1)
    assert row.cells[kit.registers["employments"].column_names.index("person.name_kana")] == "オオノ ケン"


def test_rows_stand_in_the_order_asked_for_and_what_is_not_there_is_left_out(kit: Store, fill: Filling) -> None:
    first, second = fill.person(), fill.person("青木 恵")
    assert [row.id for row in kit.rows("people", [second, 999, first])] == [second, first]


def test_a_window_is_read_with_few_statements_however_many_rows_it_has(example: Store) -> None:
    counts = []
    for limit in (2, 40):
        with count_queries() as counter:
            example.window(Query("projects"), 0, limit)
        counts.append(counter.count)
    assert counts[0] == counts[1] < 12


def test_each_gives_every_record_whole_and_in_order(example: Store) -> None:
    query = Query("projects", sort=(("title", False),))
    entries = list(example.each(query))
    assert [entry.id for entry in entries] == example.ordering(query).ids.tolist()
    assert entries[3] == example.entry("projects", entries[3].id)


def test_a_computed_cell_may_be_a_sentence_or_a_value_and_nothing_of_the_database(example: Store) -> None:
    kinds = {
        type(cell) for slug in example.registers for row in example.window(Query(slug), 0, 1000) for cell in row.cells
    }
    assert kinds <= {str, int, dt.date, type(None), Ref, Message}


# Positions


def test_a_position_is_where_a_record_stands(fill: Filling, kit: Store) -> None:
    ids = [fill.person(name, name_kana=name) for name in ("う", "あ", "い")]
    ordering = kit.ordering(Query("people"))
    assert [ordering.position(record) for record in ids] == [2, 0, 1]
    assert ordering.position(999) is None


# After a change


def heard_by(kit: Store) -> list[Touched]:
    """What is told from now on."""
    told: list[Touched] = []
    kit.watch(told.append)
    return told


UPDATABLE = [
    Query("people"),
    Query("people", where=(Condition("category", "=", "admin"),)),
    Query("people", text="a"),
    Query("people", sort=(("category", True),)),
    Query("people", sort=(("staff_no", False),)),
    Query("people", sort=(("staff_no", True),)),
    Query("people", deleted=True),
    Query("institutions", sort=(("city", True), ("name", True))),
    Query("events", year=2018),
    Query("events", sort=(("attendance", False), ("title", True))),
    Query("faculty-stays"),
    Query("faculty-stays", sort=(("person", False),)),
    Query("projects", sort=(("institution", True),)),
    Query("employments", sort=(("person.name_kana", False),)),
    Query("staff", sort=(("best", True),)),
    Query("scores"),
]


def something(fill: Filling, chance: random.Random) -> None:
    """Any one change of a small register."""
    kit = fill.kit
    name = "".join(chance.choice("abcあいう野") for _ in range(3))
    person, institution = chance.choice(fill.listed("people")), chance.choice(fill.listed("institutions"))
    start = f"201{chance.randrange(6, 10)}-0{chance.randrange(1, 10)}-01"
    changes: list[Callable[[], object]] = [
        lambda: fill.person(name, chance.choice(["admin", "faculty"]), staff_no=chance.choice([None, name])),
        lambda: kit.save("people", {"name": name, "category": chance.choice(["admin", "visitor"])}, person),
        lambda: kit.save("people", {"staff_no": chance.choice([None, name])}, person),
        lambda: fill.institution(name, city=chance.choice(["", "Zürich"])),
        lambda: kit.save("institutions", {"name": name}, institution),
        lambda: fill.event(name, start=start, attendance=chance.choice([None, 10, 20])),
        lambda: fill.faculty_stay(person, institution, start=start),
        lambda: fill.project(name, institution=chance.choice([None, institution])),
        lambda: fill.employment(person, start),
        lambda: fill.score(person, 5 * chance.randrange(100, 180), start),
        lambda: kit.delete("people", [person]),
        lambda: kit.delete("events", fill.listed("events")[:2]),
        lambda: kit.bring_back("people", fill.listed("people", deleted=True)[:1]),
        lambda: kit.undo(),
    ]
    try:
        chance.choice(changes)()
    except (store.Invalid, store.InUse):
        return


@pytest.mark.parametrize("seed", range(4))
def test_an_order_kept_up_is_the_one_read_anew_after_any_change(kit: Store, fill: Filling, seed: int) -> None:
    chance = random.Random(seed)
    for name in ("abc", "あい", "野"):
        fill.person(name)
        fill.institution(name)
    told = heard_by(kit)
    known = {query: kit.ordering(query) for query in UPDATABLE}
    kept_up = 0
    for _ in range(60):
        something(fill, chance)
        for touched in told:
            for query, ordering in known.items():
                updated = kit.update_ordering(ordering, touched)
                kept_up += updated is not None
                known[query] = updated or kit.ordering(query)
        told.clear()
        for query, ordering in known.items():
            assert ordering.ids == kit.ordering(query).ids, query
    assert kept_up > 300


@pytest.mark.parametrize(
    ("query", "change"),
    [
        (Query("employments", sort=(("person", False),)), {"person": frozenset({1})}),
        (Query("employments", sort=(("person.name_kana", False),)), {"person": frozenset({1})}),
        (Query("agreements"), {"institution": frozenset({1})}),
        (Query("staff", sort=(("best", True),)), {"score": frozenset({1})}),
        (Query("staff", where=(Condition("best", ">=", 730),)), {"score": frozenset({1})}),
        (Query("events", text="silk"), {"stay": frozenset({1})}),
        (Query("events", text="silk"), {"person": frozenset({1})}),
        (Query("events", text="silk"), {"institution": None}),
        (Query("scores", text="silk"), {"person": frozenset({1})}),
        (Query("people", text="silk"), {"employment": frozenset({1})}),
        (Query("people"), {"person": None}),
        (Query("people"), {"person": frozenset(range(1000))}),
    ],
)
def test_an_order_that_others_decide_or_that_changed_too_much_is_read_anew(
    example: Store, query: Query, change: dict[str, frozenset[int] | None]
) -> None:
    assert example.update_ordering(example.ordering(query), Touched(change)) is None


@pytest.mark.parametrize("query", [Query("events"), Query("employments"), Query("people", text="a")])
def test_an_order_stays_when_other_tables_change(example: Store, query: Query) -> None:
    ordering = example.ordering(query)
    updated = example.update_ordering(ordering, Touched({"course": None, "setting": None}))
    assert isinstance(updated, Ordering)
    assert updated.ids == ordering.ids


def test_an_order_is_not_changed_under_those_who_look_at_it(working: Store) -> None:
    ordering = working.ordering(Query("people"))
    before = ordering.ids.tolist()
    told = heard_by(working)
    working.save("people", {"name": "あ", "category": "admin"})
    updated = working.update_ordering(ordering, told[0])
    assert updated is not None
    assert (ordering.ids.tolist(), len(updated)) == (before, len(before) + 1)


def test_a_new_record_stands_in_its_place_in_the_list(working: Store) -> None:
    told = heard_by(working)
    ordering = working.ordering(Query("events"))
    (new,) = working.save("events", {"kind": "lecture", "title": "Silk", "start": day("2016-01-01")}).ids
    updated = working.update_ordering(ordering, told[0])
    assert updated is not None
    assert updated.position(new) == working.ordering(Query("events")).position(new)
