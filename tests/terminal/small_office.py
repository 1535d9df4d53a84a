"""A few records of an office, for tests in a terminal that begin where others have typed them in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kit_tui.cli.session import login
from kit_tui.registers import REGISTERS
from kit_tui.store import Actor, Store
from kit_tui.store import open as open_store

STAY = "山本 太郎, ETH Zürich, 2018-09-01"


def opened(register: Path, actor: str = "") -> Store:
    """The register's store, for the clerk's own login or for another's."""
    return open_store(str(register), Actor(actor or login()), REGISTERS)


def fill(register: Path) -> None:
    """Two people, one employed and one away, their host institution, and a unit project of it."""
    store = opened(register)
    aoki = {"name": "青木 恵", "name_kana": "アオキ メグミ", "category": "admin", "staff_no": "A0001"}
    yamamoto = {"name": "山本 太郎", "name_kana": "ヤマモト タロウ", "name_roman": "Yamamoto Taro"}
    employment = {"person": 1, "contract": "full_time", "unit": "国際課", "start": dt.date(2012, 4, 1)}
    stay = {"person": 2, "institution": 1, "status": "away", "start": dt.date(2018, 9, 1), "end": dt.date(2019, 2, 28)}
    briefing = {"kind": "briefing", "title": "帰国報告会", "stay": 1, "start": dt.date(2019, 3, 5), "time": "13:00"}
    project = {"title": "Timber futures", "field": "architecture", "academic_year": 2018, "institution": 1}
    eth = {"name": "ETH Zürich", "country": "CH"}
    for slug, values in (
        ("people", aoki), ("people", {**yamamoto, "category": "faculty"}), ("institutions", eth),
        ("employments", employment), ("faculty-stays", stay), ("events", briefing), ("projects", project),
    ):  # fmt: skip
        store.save(slug, values)
    store.close()
