"""Japanese wording of `domain`."""

from kit_tui.domain.countries import japanese_names
from kit_tui.domain.dates import KANJI_WEEKDAYS, MONTHS, WEEKDAYS

WORDS: dict[str, str] = {
    # The clock, eras and academic years
    'KIT_TODAY is "{text}": set it to a date such as 2018-11-22, or unset it.': (
        "KIT_TODAYが「{text}」になっています。2018-11-22のような日付にするか、設定を外してください。"
    ),
    'The timezone "{name}" is not known here: use a name such as Asia/Tokyo.': (
        "タイムゾーン「{name}」は見つかりません。Asia/Tokyoのような名前を指定してください。"
    ),
    "Meiji": "明治",
    "Taisho": "大正",
    "Showa": "昭和",
    "Heisei": "平成",
    "Reiwa": "令和",
    "AY {academic_year}": "{academic_year}年度（{era_year}年度）",
    "AY {year}": "{year}年度",
    '"{text}" is not an academic year: type it as 2018, H30 or R5.': (
        "「{text}」は年度として読めません。2018、H30、R5のように入力してください。"
    ),
    '"{text}" names two academic years, {year} and {other}: type one of them.': (
        "「{text}」は{year}年度とも{other}年度とも読めます。どちらか一方を入力してください。"
    ),
    '"{text}" is no academic year of that era: AY {year} is {right}.': (
        "「{text}」という年度はありません。{year}年度は{right}です。"
    ),
    '"{text}" is out of range: type an academic year from {first} to {last}.': (
        "「{text}」は範囲外です。{first}年度から{last}年度までを入力してください。"
    ),
    # Dates
    **{name: f"{number}月" for number, month in enumerate(MONTHS, 1) for name in (month, month[:3])},
    **{day[:3]: kanji for day, kanji in zip(WEEKDAYS, KANJI_WEEKDAYS, strict=True)},
    **{day: f"{kanji}曜日" for day, kanji in zip(WEEKDAYS, KANJI_WEEKDAYS, strict=True)},
    "{day} {month}": "{month}{day}日",
    "{day} {month} {year}": "{year}年{month}{day}日",
    "{weekday} {day} {month} {year}": "{year}年{month}{day}日（{weekday}）",
    "{day} or {other}": "{day}または{other}",
    '"{text}" is not a date: type it as 2018-04-01 or H30.4.1.': (
        "「{text}」は日付として読めません。2018-04-01、H30.4.1のように入力してください。"
    ),
    '"{text}" is not a date in a file: write the day itself.': (
        "「{text}」はファイルでは日付として読めません。その日の日付を書いてください。"
    ),
    '"{text}" has no year: in a file, write the whole date, such as 2018-04-01.': (
        "「{text}」には年がありません。ファイルには2018-04-01のように年から書いてください。"
    ),
    '"{text}" has a year of two digits: type it in full or with its era, such as 2018-04-01 or H30.4.1.': (
        "「{text}」は年が2桁です。2018-04-01のように4桁で、またはH30.4.1のように元号を付けて入力してください。"
    ),
    '"{text}" has its year last: type {choices}.': (
        "「{text}」は年が最後にあります。{choices}のように入力してください。"
    ),
    '"{text}" has a time of day: give the date alone.': "「{text}」には時刻があります。日付だけにしてください。",
    "The year {year} is out of range: type one from {first} to {last}.": (
        "{year}年は範囲外です。{first}年から{last}年までを入力してください。"
    ),
    "There is no month {month}: type one from 1 to 12.": "{month}月はありません。月は1から12までを入力してください。",
    "{year} has no {day} {month}: that month has {days} days.": (
        "{year}年{month}{day}日はありません。この年の{month}は{days}日までです。"
    ),
    "{era} has no year 0: its first year is {letter}1.": "{era}0年はありません。{era}元年は{letter}1です。",
    "{era} began on {first}: that day is {right}.": "{era}は{first}からです。その日は{right}です。",
    "{era} ended on {last}: that day is {right}.": "{era}は{last}までです。その日は{right}です。",
    "{day} is a {weekday}: correct the date or leave the weekday out.": (
        "{day}は{weekday}です。日付を直すか、曜日を省いてください。"
    ),
    # TOEIC
    "Listening": "リスニング",
    "Reading": "リーディング",
    "Total": "合計",
    "{field} is from {low} to {high} in steps of {step}, not {value}.": (
        "{field}は{low}から{high}まで{step}点刻みです。{value}は誤りです。"
    ),
    "Type the total, or both listening and reading.": (
        "合計を、またはリスニングとリーディングの両方を入力してください。"
    ),
    "{listening} and {reading} make {sum}, not {total}: correct one of the three.": (
        "{listening}と{reading}の合計は{sum}で、{total}ではありません。いずれかを直してください。"
    ),
    "A total of {total} with {part} in one part leaves {rest} for the other: correct one of them.": (
        "合計{total}から一方の{part}を引くと、もう一方が{rest}になります。どちらかを直してください。"
    ),
    # Identifiers and addresses
    '"{text}" is not an ORCID iD: type it as 0000-0002-1825-0097.': (
        "「{text}」はORCID iDではありません。0000-0002-1825-0097のように入力してください。"
    ),
    '"{text}" has a wrong digit: compare it with the ORCID iD you copied it from.': (
        "「{text}」は数字が誤っています。元のORCID iDと見比べてください。"
    ),
    '"{text}" is not a ROR id: type it as 00965ax52.': (
        "「{text}」はROR IDではありません。00965ax52のように入力してください。"
    ),
    '"{text}" has a wrong character: compare it with the ROR id you copied it from.': (
        "「{text}」は文字が誤っています。元のROR IDと見比べてください。"
    ),
    '"{text}" is not a DOI: type it as 10.1000/182.': (
        "「{text}」はDOIではありません。10.1000/182のように入力してください。"
    ),
    '"{text}" is not an e-mail address: type it as name@example.ac.jp.': (
        "「{text}」はメールアドレスではありません。name@example.ac.jpのように入力してください。"
    ),
    '"{text}" is not a web address: type it as https://www.kit.ac.jp.': (
        "「{text}」はウェブアドレスではありません。https://www.kit.ac.jpのように入力してください。"
    ),
    # Countries
    **japanese_names(),
    '"{text}" is not a country or region: type its name or code, perhaps {names}.': (
        "「{text}」という国・地域はありません。名称か2文字のコードを入力してください（候補：{names}）。"
    ),
    '"{text}" is not a country or region: type its name or two-letter code.': (
        "「{text}」という国・地域はありません。名称か2文字のコードを入力してください。"
    ),
    # Targets and roles
    "n/a": "算出不可",
    "met": "達成",
    "ahead": "前倒し",
    "on pace": "順調",
    "behind": "遅れ",
    "closed": "終了",
    "no target": "目標なし",
    '"{text}" is not a percentage: type a number from 0 to 100 with at most two decimals, such as 29.5.': (
        "「{text}」は割合（%）として読めません。0から100までの数を、29.5のように小数第2位までで入力してください。"
    ),
    "viewer": "閲覧者",
    "editor": "担当者",
    "administrator": "管理者",
    "This takes the role {needed} and yours is {role}: ask an administrator.": (
        "この操作には「{needed}」の権限が必要です（現在の権限は「{role}」）。管理者に依頼してください。"
    ),
    # What an operation of the log did
    "added": "追加",
    "changed": "変更",
    "deleted": "削除",
    "brought back": "復元",
    "imported": "取込",
    "moved": "異動",
    "left": "退職",
    "undone": "元に戻す",
    "setting changed": "設定変更",
    "account changed": "利用者の変更",
    "exported": "出力",
}
