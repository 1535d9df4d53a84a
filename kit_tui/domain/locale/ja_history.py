"""Japanese wording of what was done and undone, and of several people at one record."""

WORDS: dict[str, str] = {
    # screens
    "{title} and {n} more are back": "復元しました：{title}ほか{n}件",
    "deleted ones": "削除済み",
    "The deleted records, which Enter brings back; once more, the others": (
        "削除済みの記録を表示します（Enterで復元。もう一度押すと元の一覧に戻ります）"
    ),
    "Open the record under the cursor; a deleted one comes back": (
        "カーソル位置の記録を開きます（削除済みの記録は復元します）"
    ),
    "redo": "やり直す",
    "Do again what you took back last": "元に戻した直前の操作をやり直します",
    "Who did what, in all registers, and taking it back": "全台帳の変更履歴を表示します（元に戻すこともできます）",
    "All that was done together: who, when, and each record": "その操作の担当・日時・各記録を表示します",
    "Show only what a person did, in a register, on a day": "人・台帳・日付で履歴を絞り込みます",
    "There is nothing to do again.": "やり直す操作がありません。",
    "takes back the other {n}": "残りの{n}件を元に戻す",
    "leaves all as it is": "そのままにする",
    "Done again: {title} and {n} more": "やり直しました：{title}ほか{n}件",
    "Done again: {title}": "やり直しました：{title}",
    "History of everything": "全体の履歴",
    "Nothing was done there.": "該当する操作はありません。",
    "Operation {n}": "操作{n}",
    "back to the first": "最初に戻る",
    "and more: Enter shows the next": "続きがあります（Enterで次を表示）",
    "Your role is not shown these records.": "あなたの権限では、これらの記録は表示されません。",
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
    "{what} (operation {n})": "{what}（操作{n}）",
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
