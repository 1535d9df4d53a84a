"""Names for the sample: made by putting parts together, so that they are nobody's in particular."""

from __future__ import annotations

FAMILIES = [
    ("青木", "アオキ", "Aoki"),
    ("井上", "イノウエ", "Inoue"),
    ("大野", "オオノ", "Ohno"),
    ("加藤", "カトウ", "Kato"),
    ("木村", "キムラ", "Kimura"),
    ("佐藤", "サトウ", "Sato"),
    ("鈴木", "スズキ", "Suzuki"),
    ("髙橋", "タカハシ", "Takahashi"),
    ("田中", "タナカ", "Tanaka"),
    ("中村", "ナカムラ", "Nakamura"),
    ("林", "ハヤシ", "Hayashi"),
    ("森", "モリ", "Mori"),
    ("小大野", "コオオノ", "Koono"),
    ("渡邊", "ワタナベ", "Watanabe"),
    ("山﨑", "ヤマサキ", "Yamasaki"),
    ("齋藤", "サイトウ", "Saito"),
    ("西村", "ニシムラ", "Nishimura"),
    ("藤原", "フジワラ", "Fujiwara"),
    ("清水", "シミズ", "Shimizu"),
    ("上田", "ウエダ", "Ueda"),
]
GIVEN = [
    ("恵", "メグミ", "Megumi"),
    ("翔", "ショウ", "Sho"),
    ("由美", "ユミ", "Yumi"),
    ("葵", "アオイ", "Aoi"),
    ("陽子", "ヨウコ", "Yoko"),
    ("悠", "ユウ", "Yu"),
    ("凛", "リン", "Rin"),
    ("直樹", "ナオキ", "Naoki"),
    ("光", "ヒカル", "Hikaru"),
    ("健", "ケン", "Ken"),
    ("美咲", "ミサキ", "Misaki"),
    ("由紀", "ユキ", "Yuki"),
    ("隆", "タカシ", "Takashi"),
    ("純", "ジュン", "Jun"),
    ("真一", "シンイチ", "Shin'ichi"),
]
ABROAD = [
    ("Rossi", "IT"),
    ("Lindqvist", "SE"),
    ("Novák", "CZ"),
    ("Müller", "DE"),
    ("Silva", "PT"),
    ("Nguyen", "VN"),
    ("Dubois", "FR"),
    ("O'Hara", "IE"),
    ("Kowalska", "PL"),
    ("Fischer", "CH"),
    ("Wang", "CN"),
    ("Suwannarat", "TH"),
]
ABROAD_GIVEN = ["Alba", "Bruno", "Clara", "David", "Elena"]


def japanese(number: int) -> tuple[str, str, str]:
    """The name, its reading and its romanised form: the same for the same number, each number another."""
    family = FAMILIES[number % len(FAMILIES)]
    given = GIVEN[(number + number // len(FAMILIES) * 4) % len(GIVEN)]
    return f"{family[0]} {given[0]}", f"{family[1]} {given[1]}", f"{family[2]} {given[2]}"


def foreign(number: int) -> tuple[str, str]:
    """The name of a visitor, family name first, and their country."""
    family, country = ABROAD[number % len(ABROAD)]
    return f"{family} {ABROAD_GIVEN[number // len(ABROAD) % len(ABROAD_GIVEN)]}", country
