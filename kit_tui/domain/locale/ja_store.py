"""Japanese wording of `store`."""

WORDS: dict[str, str] = {
    # opening a database
    "SQLite {version} is too old, {oldest} is needed: use a Python with a newer one.": (
        "SQLite {version} は古すぎます。{oldest} 以降を含む Python を使ってください。"
    ),
    "There is no folder {folder}: make it, or give another path.": (
        "フォルダー {folder} がありません。作成するか、別の場所を指定してください。"
    ),
    "{path} is a folder: give the path of a file.": "{path} はフォルダーです。ファイルの場所を指定してください。",
    "{path} is on a network file system ({kind}), where SQLite loses records: keep it on a disk of this computer.": (
        "{path} はネットワーク上のファイルシステム（{kind}）にあり、SQLite では記録が失われます。"
        "このコンピューターのディスクに置いてください。"
    ),
    "You may not write in the folder {folder}, as the database needs: ask {owner} to allow it.": (
        "データベースに必要なフォルダー {folder} への書き込みが許可されていません。{owner} に許可を依頼してください。"
    ),
    "There is a file at {path} already: move it away, or give another path.": (
        "{path} には既にファイルがあります。移動するか、別の場所を指定してください。"
    ),
    "There is no database at {path}: make one with kit-tui init.": (
        "{path} にデータベースがありません。kit-tui init で作成してください。"
    ),
    "You may not read and write {path}: ask {owner} to allow it.": (
        "{path} の読み書きが許可されていません。{owner} に許可を依頼してください。"
    ),
    "{path} is not a database: give another path.": (
        "{path} はデータベースではありません。別の場所を指定してください。"
    ),
    "{path} is a database of another program: give another path.": (
        "{path} は別のプログラムのデータベースです。別の場所を指定してください。"
    ),
    "{path} is of a newer kit-tui (its tables are at {version}, here at {known}): update kit-tui.": (
        "{path} は新しい版の kit-tui のものです（表の版は {version}、このプログラムは {known}）。"
        "kit-tui を更新してください。"
    ),
    "Databases with {scheme}:// are not known here: give a path, or sqlite:///PATH.": (
        "{scheme}:// のデータベースには対応していません。ファイルの場所か sqlite:///（場所）を指定してください。"
    ),
    # troubles of an open database
    "Someone else is writing to the database, an import perhaps: nothing was saved. Try again in a moment.": (
        "ほかの人が書き込み中です（取込など）。何も保存されていません。少し待ってからやり直してください。"
    ),
    "The database {path} can't be written: nothing was saved. See who may write it and its folder.": (
        "データベース {path} に書き込めません。何も保存されていません。"
        "ファイルとフォルダーの書き込み権限を確認してください。"
    ),
    "The disk is full: nothing was saved. Make room on it, then try again.": (
        "ディスクに空きがありません。何も保存されていません。空きを作ってからやり直してください。"
    ),
    "The database {path} can't be opened: see that it is still there and that you may read and write it.": (
        "データベース {path} を開けません。ファイルがあることと、読み書きの権限を確認してください。"
    ),
    "The disk failed while {path} was in use: nothing was saved. See to the disk, then try again.": (
        "{path} の使用中にディスクの異常が起きました。何も保存されていません。"
        "ディスクを確認してからやり直してください。"
    ),
    "The database {path} is damaged: work on with a backup of it.": (
        "データベース {path} が壊れています。バックアップに切り替えてください。"
    ),
    "The database {path} has lost a part of itself: work on with a backup of it.": (
        "データベース {path} の一部が失われています。バックアップに切り替えてください。"
    ),
    "This Python's SQLite has no full-text search (FTS5): use a Python that has it.": (
        "この Python の SQLite には全文検索（FTS5）がありません。FTS5 を含む Python を使ってください。"
    ),
    # what the store refuses
    '"{text}" stands for {n} records: {matches}. Name one by its id.': (
        "「{text}」に当てはまる記録が{n}件あります（{matches}）。idで1件を指定してください。"
    ),
    "{title} can't be deleted: {n} records point to it ({pointing}). Delete or change those first.": (
        "{title} は{n}件の記録（{pointing}）から参照されているため削除できません。"
        "先にそれらを削除するか変更してください。"
    ),
    "{login} changed {title} in the meantime. Take theirs or keep yours.": (
        "{title} は、この間に {login} が変更しました。相手の内容を採るか、自分の内容を残すかを選んでください。"
    ),
}
