"""Japanese wording of what was done and undone, and of several people at one record."""

WORDS: dict[str, str] = {
    # the history of everything
    "Who changed what, in a record or in all": "記録または全体の変更履歴",
    "Print who changed what in a record, the latest change first; without a record, the latest operations of all.": (
        "記録を誰がどう変更したかを、新しい順に表示します。記録を指定しなければ、全体の最近の操作を表示します。"
    ),
    "Only what this login has done.": "このログイン名の人の操作だけ",
    "Only in this register.": "この台帳の操作だけ",
    "Only on this day.": "この日の操作だけ",
    "At most N operations.": "最大N件の操作",
    "These options are for the history of all, without a register and an ID.": (
        "これらのオプションは、台帳とIDを指定しない全体の履歴のためのものです。"
    ),
    "When": "日時",
    "Who": "担当",
    "What": "内容",
    "Day": "日付",
    "{what} (operation {n} taken back)": "{what}（操作{n}を元に戻す）",
    "{what} (taken back)": "{what}（元に戻し済み）",
    "{what} ({n} of {total} taken back)": "{what}（{total}件中{n}件を元に戻し済み）",
    # taking back
    "done again": "やり直し",
    "{title} has been changed since by {operations}: take that back first, or edit the record.": (
        "{title}は、その後{operations}で変更されています。先にそれを元に戻すか、記録を編集してください。"
    ),
    "{n} of {total} records can't be taken back: {why}": "{total}件中{n}件は元に戻せません：{why}",
    "they have been changed since, or are in use, by {operations}.": (
        "その後の{operations}で変更または参照されています。"
    ),
    "operation {n} ({login}, {time}, {what})": "操作{n}（{login}さん、{time}、{what}）",
    '"kit-tui undo {operation} --rest" takes back the other {n}.': (
        "「kit-tui undo {operation} --rest」で残りの{n}件を元に戻します。"
    ),
    "Leave out the records that later changes stand in the way of.": (
        "その後の変更のため元に戻せない記録は、そのままにします。"
    ),
    "Somebody changed these records in this very moment: do it again.": (
        "ちょうど今、他の人がこれらの記録を変更しました。もう一度実行してください。"
    ),
    # two people, one record
    "Saved; also changed meanwhile by {login}: {fields}": ("保存しました（この間に{login}さんも変更：{fields}）"),
    "{login}, {time}": "{login}さん（{time}）",
    "{day} {time}": "{day}　{time}",
}
