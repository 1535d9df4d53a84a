"""A register of any size, made of syllables: nobody in it exists, and the same number gives the same register."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kit_tui import store
from kit_tui.domain.fields import Value
from kit_tui.registers import REGISTERS

FAMILIES = [
    ("佐藤", "サトウ", "Sato"),
    ("鈴木", "スズキ", "Suzuki"),
    ("高橋", "タカハシ", "Takahashi"),
    ("田中", "タナカ", "Tanaka"),
    ("伊藤", "イトウ", "Ito"),
    ("渡辺", "ワタナベ", "Watanabe"),
    ("山本", "ヤマモト", "Yamamoto"),
    ("中村", "ナカムラ", "Nakamura"),
    ("小林", "コバヤシ", "Kobayashi"),
    ("加藤", "カトウ", "Kato"),
    ("吉田", "ヨシダ", "Yoshida"),
    ("山田", "ヤマダ", "Yamada"),
    ("大野", "オオノ", "Ohno"),
    ("青木", "アオキ", "Aoki"),
    ("五十嵐", "イガラシ", "Igarashi"),
    ("森", "モリ", "Mori"),
    ("林", "ハヤシ", "Hayashi"),
    ("井上", "イノウエ", "Inoue"),
    ("木村", "キムラ", "Kimura"),
    ("髙橋", "タカハシ", "Takahashi"),
    ("清水", "シミズ", "Shimizu"),
    ("斎藤", "サイトウ", "Saito"),
    ("阿部", "アベ", "Abe"),
    ("橋本", "ハシモト", "Hashimoto"),
    ("池田", "イケダ", "Ikeda"),
    ("前田", "マエダ", "Maeda"),
    ("藤田", "フジタ", "Fujita"),
    ("岡田", "オカダ", "Okada"),
    ("長谷川", "ハセガワ", "Hasegawa"),
    ("石川", "イシカワ", "Ishikawa"),
]
_FIRST = [
    ("浩", "ヒロ", "Hiro"),
    ("恵", "メグ", "Megu"),
    ("健", "ケン", "Ken"),
    ("由", "ユ", "Yu"),
    ("美", "ミ", "Mi"),
    ("秋", "アキ", "Aki"),
    ("直", "ナオ", "Nao"),
    ("和", "カズ", "Kazu"),
    ("桜", "サク", "Saku"),
    ("英", "ヒデ", "Hide"),
    ("真", "マ", "Ma"),
    ("信", "ノブ", "Nobu"),
    ("春", "ハル", "Haru"),
    ("千", "チ", "Chi"),
    ("友", "トモ", "Tomo"),
]
_SECOND = [
    ("夫", "オ", "o"),
    ("子", "コ", "ko"),
    ("美", "ミ", "mi"),
    ("樹", "キ", "ki"),
    ("代", "ヨ", "yo"),
    ("人", "ト", "to"),
    ("江", "エ", "e"),
    ("平", "ヘイ", "hei"),
    ("香", "カ", "ka"),
    ("也", "ヤ", "ya"),
    ("一", "イチ", "ichi"),
]
UNITS = [
    "国際課",
    "総務課",
    "学務課",
    "工学研究科",
    "デザイン科学域",
    "情報学部",
    "研究推進課",
    "財務課",
    "図書館",
    "入試課",
]
RARE = ("鑢", "ヤスリ", "Yasuri")
"""A family name that one person in a register has."""


def people(count: int, seed: int = 1) -> Iterator[dict[str, Value]]:
    """The values of `count` people, common and less common names as they fall."""
    chance = random.Random(seed)
    weights = [len(FAMILIES) - i for i in range(len(FAMILIES))]
    categories = ("admin", "admin", "faculty", "technical")
    for number in range(1, count + 1):
        family = RARE if number == count // 2 else chance.choices(FAMILIES, weights)[0]
        first, second = chance.choice(_FIRST), chance.choice(_SECOND)
        yield {
            "staff_no": f"P{number:07}",
            "name": f"{family[0]} {first[0]}{second[0]}",
            "name_kana": f"{family[1]} {first[1]}{second[1]}",
            "name_roman": f"{family[2]} {first[2]}{second[2]}",
            "category": categories[number % 4],
            "email": f"p{number}@example.org",
            "nationality": "JP",
        }


def employments(count: int, seed: int = 2) -> Iterator[dict[str, Value]]:
    """One employment a person, full time for most."""
    chance = random.Random(seed)
    for number in range(1, count + 1):
        yield {
            "person": number,
            "contract": "full_time" if number % 5 else "part_time",
            "unit": UNITS[chance.randrange(len(UNITS))],
            "position": "",
            "start": dt.date(2000, 4, 1) + dt.timedelta(days=chance.randrange(7000)),
            "end": None,
        }


def scores(count: int, seed: int = 3) -> Iterator[dict[str, Value]]:
    """One score a person."""
    chance = random.Random(seed)
    for number in range(1, count + 1):
        listening, reading = 5 * chance.randrange(20, 100), 5 * chance.randrange(20, 100)
        yield {
            "person": number,
            "test": "toeic_lr_ip",
            "date": dt.date(2015, 4, 1) + dt.timedelta(days=chance.randrange(3000)),
            "listening": listening,
            "reading": reading,
            "total": listening + reading,
        }


def fill(register: store.Store, slug: str, rows: Iterator[dict[str, Value]]) -> Any:
    """Take rows into a register; what came of them."""
    importing = register.importing(slug)
    line = 1
    while batch := list(islice(rows, 2000)):
        importing.add([(line + i, values) for i, values in enumerate(batch)])
        line += len(batch)
    importing.settle()
    assert not importing.problems, importing.problems[:3]
    summary = register.take_in(importing)
    importing.close()
    return summary


def generate(path: Path, count: int) -> None:
    """Make the register at `path` with `count` people, an employment and a score each."""
    store.create(str(path))
    register = store.open(str(path), store.Actor("generator"), REGISTERS)
    register.save("institutions", {"name": "Polytechnic University of Nowhere", "country": "IT", "city": "Nowhere"})
    for slug, rows in (("people", people), ("employments", employments), ("scores", scores)):
        fill(register, slug, rows(count))
    register.close()
