"""Japanese wording of `store`."""

WORDS: dict[str, str] = {
    # opening a database
    "SQLite {version} is too old, {oldest} is needed: use a Python with a newer one.": (
        "SQLite {version}は古すぎます。{oldest}以降を含むPythonを使ってください。"
    ),
    "There is no folder {folder}: make it, or give another path.": (
        "フォルダー{folder}がありません。作成するか、別の場所を指定してください。"
    ),
    "{path} is a folder: give the path of a file.": "{path}はフォルダーです。ファイルの場所を指定してください。",
    "{path} is on a network file system ({kind}), where SQLite loses records: keep it on a disk of this computer.": (
        "{path}はネットワーク上のファイルシステム（{kind}）にあり、SQLiteでは記録が失われます。"
        "このコンピューターのディスクに置いてください。"
    ),
    "You may not write in the folder {folder}, as the database needs: ask {owner} to allow it.": (
        "データベースに必要なフォルダー{folder}への書き込みが許可されていません。{owner}に許可を依頼してください。"
    ),
    "There is a file at {path} already: move it away, or give another path.": (
        "{path}には既にファイルがあります。移動するか、別の場所を指定してください。"
    ),
    "There is no database at {path}: make one with kit-tui init.": (
        "{path}にデータベースがありません。kit-tui initで作成してください。"
    ),
    "You may not read and write {path}: ask {owner} to allow it.": (
        "{path}の読み書きが許可されていません。{owner}に許可を依頼してください。"
    ),
    "{path} is not a database: give another path.": (
        "{path}はデータベースではありません。別の場所を指定してください。"
    ),
    "{path} is a database of another program: give another path.": (
        "{path}は別のプログラムのデータベースです。別の場所を指定してください。"
    ),
    "{path} is of a newer kit-tui (its tables are at {version}, here at {known}): update kit-tui.": (
        "{path}は新しい版のkit-tuiのものです（表の版は{version}、このプログラムは{known}）。kit-tuiを更新してください。"
    ),
    "{path} is of an older kit-tui (its tables are at {version}, here at {known}): run kit-tui migrate.": (
        "{path}は古い版のkit-tuiのものです（表の版は{version}、このプログラムは{known}）。"
        "kit-tui migrateを実行してください。"
    ),
    # who else is in
    "{n} others are in the register ({who}): ask them to leave it, then try again. A session that has been forgotten "
    "is ended by kit-tui sessions --end.": (
        "台帳をほかに{n}人が使用中です（{who}）。終了してもらってからやり直してください。"
        "放置されたものはkit-tui sessions --endで終了できます。"
    ),
    "{login}, process {n}": "{login}（プロセス{n}）",
    "The register is just being migrated or restored: try again in a moment.": (
        "台帳の更新か復元の途中です。少し待ってからやり直してください。"
    ),
    "Another program has {path} open (Litestream, say): end it, then try again.": (
        "ほかのプログラム（Litestreamなど）が{path}を使用中です。終了させてからやり直してください。"
    ),
    # backups
    "copying {path}": "{path}を複製中",
    "checking {path}": "{path}を検査中",
    "The copy is damaged ({what}), and perhaps the register itself: nothing was kept of it. Run kit-tui check.": (
        "複製が壊れています（{what}）。台帳自体も壊れている可能性があります。複製は残していません。"
        "kit-tui checkを実行してください。"
    ),
    "The disk of {folder} has no room for the copy: it takes {needed} MB, and {free} MB are free.": (
        "{folder}のディスクに複製を置く空きがありません（必要{needed} MB、空き{free} MB）。"
    ),
    "The copy {path} can't be written ({why}): nothing was kept of it. Make room, or give another path.": (
        "複製{path}を書き込めません（{why}）。複製は残していません。空きを作るか、別の場所を指定してください。"
    ),
    "The folder {folder} can't be made ({why}): give the path of a file or of a folder.": (
        "フォルダー{folder}を作成できません（{why}）。ファイルかフォルダーの場所を指定してください。"
    ),
    "There is no file {path}: name a backup.": "ファイル{path}がありません。バックアップを指定してください。",
    "{path} is the register itself: name a backup of it.": (
        "{path}は台帳そのものです。バックアップを指定してください。"
    ),
    "{path} is no backup of a register: name another file.": (
        "{path}は台帳のバックアップではありません。別のファイルを指定してください。"
    ),
    "{path} is damaged ({what}): restore another backup.": (
        "{path}は壊れています（{what}）。別のバックアップから復元してください。"
    ),
    "A migration failed ({why}) and was taken back. The register as it was is in {path}: restore that to work on with "
    "the older kit-tui.": (
        "更新に失敗し、取り消しました（{why}）。更新前の台帳は{path}にあります。"
        "古い版のkit-tuiで作業を続けるには、そこから復元してください。"
    ),
    # troubles of an open database
    "Someone else is writing to the database, an import perhaps: nothing was saved. Try again in a moment.": (
        "ほかの人が書き込み中です（取込など）。何も保存されていません。少し待ってからやり直してください。"
    ),
    "The database {path} can't be written: nothing was saved. See who may write it and its folder.": (
        "データベース{path}に書き込めません。何も保存されていません。"
        "ファイルとフォルダーの書き込み権限を確認してください。"
    ),
    "The disk is full: nothing was saved. Make room on it, then try again.": (
        "ディスクに空きがありません。何も保存されていません。空きを作ってからやり直してください。"
    ),
    "The database {path} has been moved, replaced or deleted while it was open, and nothing is saved: "
    "put it back, or quit and start again.": (
        "使用中にデータベース{path}が移動・差し替え・削除されたため、保存できません。"
        "元に戻すか、終了して起動し直してください。"
    ),
    "The database {path} can't be opened: see that it is still there and that you may read and write it.": (
        "データベース{path}を開けません。ファイルがあることと、読み書きの権限を確認してください。"
    ),
    "The disk failed while {path} was in use: nothing was saved. See to the disk, then try again.": (
        "{path}の使用中にディスクの異常が起きました。何も保存されていません。ディスクを確認してからやり直してください。"
    ),
    "The database {path} is damaged: work on with a backup of it.": (
        "データベース{path}が壊れています。バックアップに切り替えてください。"
    ),
    "The database {path} has lost a part of itself: work on with a backup of it.": (
        "データベース{path}の一部が失われています。バックアップに切り替えてください。"
    ),
    "This Python's SQLite has no full-text search (FTS5): use a Python that has it.": (
        "このPythonのSQLiteには全文検索（FTS5）がありません。FTS5を含むPythonを使ってください。"
    ),
    # what the store refuses
    '"{text}" stands for {n} records: {matches}. Name one by its id.': (
        "「{text}」に当てはまる記録が{n}件あります（{matches}）。番号で1件を指定してください。"
    ),
    "{id} {title} ({what})": "{id} {title}（{what}）",
    "others": "ほか",
    "{title} can't be deleted: {n} records point to it ({pointing}). Delete or change those first.": (
        "{title}は{n}件の記録（{pointing}）から参照されているため削除できません。"
        "先にそれらを削除するか変更してください。"
    ),
    "{login} changed {title} in the meantime. Take theirs or keep yours.": (
        "{title}は、この間に{login}が変更しました。相手の内容を採るか、自分の内容を残すかを選んでください。"
    ),
    "Somebody changed these records while the file was read: import it again.": (
        "ファイルを読み込む間に、ほかの人がこれらの記録を変更しました。もう一度取り込んでください。"
    ),
    "Another record has the id {id}: give this one another.": (
        "番号{id}は別の記録が使っています。別の番号にしてください。"
    ),
    "Row {line} is about the same record: delete one of them.": (
        "{line}行目も同じ記録についての行です。どちらかを削除してください。"
    ),
    "Row {line} has the same {fields} already.": "{line}行目と{fields}が同じです。どちらかを直してください。",
    "{title} has the same {fields} already.": "同じ{fields}の記録が既にあります（{title}）。",
    "This overlaps with row {line}.": "{line}行目と期間が重なっています。",
    "This overlaps with {title}.": "「{title}」と期間が重なっています。",
    "{title} (no. {id}) has the same name. Is it the same?": (
        "同じ名前の記録があります（{title}、番号{id}）。同じものではありませんか？"
    ),
    "{title}: {field} is {value}.": "{title}の{field}は「{value}」です。",
    "Also in this time: {title}.": "同じ期間に次の記録があります：{title}。",
    "The employment starts on that day: edit it instead.": (
        "その日に始まる雇用が既にあります。その雇用を編集してください。"
    ),
    "There is no employment on {day}: add one instead.": "{day}の時点の雇用がありません。雇用を追加してください。",
    'There is no register "{slug}". The registers are: {known}.': (
        "「{slug}」という台帳はありません。台帳は次のとおりです：{known}。"
    ),
    'There is no field "{name}". The fields are: {known}.': (
        "「{name}」という項目はありません。項目は次のとおりです：{known}。"
    ),
    "Which TOEIC score of a person counts: best (ever), latest, recent (best of 24 months)": (
        "数えるTOEICスコア：best（過去最高）、latest（最新）、recent（直近2年の最高）"
    ),
    "The TOEIC score to reach": "目標とするTOEICスコア",
    "Whose scores count: full_time (full-time staff only), all (all contracts)": (
        "対象とする職員：full_time（常勤のみ）、all（全雇用形態）"
    ),
    "Days after the return within which the briefing is held": "帰国後、報告会を開くまでの日数",
    "Days after the return within which the report is handed in": "帰国後、報告書を提出するまでの日数",
    "The office's timezone, by which a day begins": "日付の基準とするタイムゾーン",
    "Of how many days a backup is kept": "バックアップを残す日数（1日1個）",
    "Of how many weeks a backup is kept": "バックアップを残す週数（1週1個）",
    "Of how many months a backup is kept": "バックアップを残す月数（1か月1個）",
    'There is no setting "{key}". The settings are: {known}.': (
        "「{key}」という設定はありません。設定は次のとおりです：{known}。"
    ),
    "{register} has no record {id}.": "{register}に番号{id}の記録はありません。",
    "{title} has been deleted. Bring it back first.": "{title}は削除されています。先に復元してください。",
    '{register} has no record "{text}".': "{register}に「{text}」という記録はありません。",
    # undo
    "There is no operation {n}.": "操作{n}はありません。",
    "You have nothing to undo.": "元に戻せる操作はありません。",
    "Operation {n} has been undone already.": "操作{n}は既に元に戻してあります。",
    "Operation {n} changed no records: there is nothing to undo.": (
        "操作{n}では記録が変わっていません。元に戻すものはありません。"
    ),
    # settings
    '{key} can\'t be "{value}": give one of {known}.': (
        "{key}を「{value}」にはできません。{known}のどれかを指定してください。"
    ),
    '{key} can\'t be "{value}": give a number from {low} to {high}.': (
        "{key}を「{value}」にはできません。{low}から{high}までの数を指定してください。"
    ),
    '{key} can\'t be "{value}": give a day such as 2018-11-22.': (
        "{key}を「{value}」にはできません。2018-11-22のような日付を指定してください。"
    ),
    # what a check finds
    "The file is damaged ({what}): restore a backup with kit-tui restore FILE.": (
        "ファイルが壊れています（{what}）。kit-tui restore FILEでバックアップから復元してください。"
    ),
    "Record {id} of {table} points to a record that is not there: name another with kit-tui edit, or restore a backup "
    "with kit-tui restore FILE.": (
        "{table}の記録{id}が、存在しない記録を参照しています。kit-tui editで別の記録を指定するか、"
        "kit-tui restore FILEでバックアップから復元してください。"
    ),
    "Record {id} of {table} points to a deleted record by {field}: bring that back with kit-tui undo, or name another "
    "with kit-tui edit {register} {id} {field}=...": (
        "{table}の記録{id}の{field}が、削除された記録を参照しています。kit-tui undoで参照先を復元するか、"
        "kit-tui edit {register} {id} {field}=...で別の記録を指定してください。"
    ),
    "The search index does not match the records: run kit-tui reindex.": (
        "検索索引が記録と一致しません。kit-tui reindexを実行してください。"
    ),
    "The log of record {id} of {table} does not match its version: another program has changed it. To have it as it "
    "was, restore a backup with kit-tui restore FILE.": (
        "{table}の記録{id}の履歴が版と一致しません。ほかのプログラムで変更されています。"
        "元の内容が必要なら、kit-tui restore FILEでバックアップから復元してください。"
    ),
    "The log knows record {id} of {table}, which is not there: another program has removed it. Restore a backup with "
    "kit-tui restore FILE.": (
        "履歴にある{table}の記録{id}がありません。ほかのプログラムで取り除かれています。"
        "kit-tui restore FILEでバックアップから復元してください。"
    ),
    "{n} changes in the log belong to no operation: another program has been at it. Restore a backup with kit-tui "
    "restore FILE.": (
        "どの操作にも属さない変更が履歴に{n}件あります。ほかのプログラムで変更されています。"
        "kit-tui restore FILEでバックアップから復元してください。"
    ),
    "Operation {operation} changed {rows} records, and the log has {there} of the changes: another program has been at "
    "it. Restore a backup with kit-tui restore FILE.": (
        "操作{operation}では{rows}件の記録が変わったはずですが、履歴には{there}件しかありません。"
        "ほかのプログラムで変更されています。kit-tui restore FILEでバックアップから復元してください。"
    ),
    "The clock ({now}) is behind the log ({then}): set it right.": (
        "時計（{now}）が履歴（{then}）より遅れています。合わせてください。"
    ),
    # Accounts
    "{login} has no account here: ask an administrator for one.": (
        "{login}は利用者として登録されていません。管理者に依頼してください。"
    ),
    "The account {login} has been disabled: ask an administrator.": (
        "利用者{login}は停止されています。管理者に問い合わせてください。"
    ),
    '"{login}" can\'t be a login: use letters, digits and . _ @ - (at most 64).': (
        "「{login}」は利用者名にできません。使えるのは半角の英数字と記号（. _ @ -）で、64文字までです。"
    ),
    "There is an account {login} already.": "利用者{login}はすでに登録されています。",
    "The first account must be an administrator's: --role admin.": (
        "最初の利用者は管理者でなければなりません（--role admin）。"
    ),
    "Make an account for yourself first ({login}): you could make no other then.": (
        "先に自分（{login}）を登録してください。そうしないと、ほかの人を登録できなくなります。"
    ),
    'There is no account "{login}".': "利用者「{login}」は登録されていません。",
    "{login} is the last administrator: make somebody else an administrator first.": (
        "{login}は最後の管理者です。先にほかの人を管理者にしてください。"
    ),
}
