"""A form whose record somebody else changes meanwhile: what is merged, what is chosen, and how it is told."""

from __future__ import annotations

import datetime as dt
import re

from formdesk import Desk
from listdesk import another_session


async def test_another_field_that_somebody_changed_meanwhile_is_merged_and_told(desk: Desk) -> None:
    await desk.open("faculty-stays", 1)
    with another_session(desk) as other:
        other.save("faculty-stays", {"funding": "SGU"}, 1)
    await desk.go_to("purpose")
    await desk.type("Mine", "ctrl+s")
    await desk.until(lambda: "also changed meanwhile by suzuki: Funding" in desk.told)
    values = desk.store.entry("faculty-stays", 1).values
    assert (values["purpose"], values["funding"]) == ("Mine", "SGU")


async def test_a_rule_that_mine_breaks_only_with_theirs_is_shown_with_theirs_in_its_field(desk: Desk) -> None:
    form = await desk.open("faculty-stays", 1)
    with another_session(desk) as other:
        other.save("faculty-stays", {"start": dt.date(2018, 8, 1)}, 1)
    await desk.go_to("end")
    await desk.press("ctrl+u")
    await desk.type("2018-7-1", "ctrl+s")
    await desk.sees("is before the start, 2018-08-01")
    assert form.sheet.slots["start"].editor.text == "2018-08-01"
    assert form.sheet.slots["end"].value == dt.date(2018, 7, 1)
    assert form.sheet.current is form.sheet.slots["end"]


async def test_theirs_stands_beside_mine_when_both_changed_a_field(desk: Desk) -> None:
    form = await desk.open("faculty-stays", 1)
    with another_session(desk) as other:
        other.save("faculty-stays", {"purpose": "Theirs", "funding": "SGU"}, 1)
    await desk.go_to("purpose")
    await desk.type("Mine", "ctrl+s")
    await desk.sees('"Theirs"')
    assert re.search(r'suzuki, [0-9]{2}:[0-9]{2}: "Theirs"', desk.text)
    assert "changed this record at" in desk.text
    assert form.sheet.slots["funding"].editor.text == "SGU"
    assert form.sheet.current is form.sheet.slots["purpose"]
    await form._take_advice()
    assert "changed this record at" in desk.text
    await desk.press("ctrl+s")
    await desk.until(lambda: desk.store.entry("faculty-stays", 1).values["purpose"] == "Mine")
    assert desk.store.entry("faculty-stays", 1).values["funding"] == "SGU"


async def test_f5_takes_theirs(desk: Desk) -> None:
    form = await desk.open("faculty-stays", 1)
    with another_session(desk) as other:
        other.save("faculty-stays", {"purpose": "Theirs"}, 1)
    await desk.go_to("purpose")
    await desk.type("Mine", "ctrl+s")
    await desk.sees('"Theirs"')
    await desk.press("f5")
    assert form.sheet.slots["purpose"].editor.text == "Theirs"
    assert '"Theirs"' not in desk.text
