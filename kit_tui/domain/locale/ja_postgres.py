"""Japanese wording of a register on PostgreSQL, and of moving one between databases."""

WORDS: dict[str, str] = {
    # opening a database
    "Databases with {scheme}:// are not known here: give a path, or postgresql://USER@HOST/NAME.": (
        "{scheme}:// のデータベースには対応していません。"
        "ファイルの場所かpostgresql://（利用者）@（ホスト）/（名前）を指定してください。"
    ),
    'PostgreSQL takes one thing more: pip install "kit-tui[postgres]".': (
        'PostgreSQLを使うには、pip install "kit-tui[postgres]" を実行してください。'
    ),
    "That is no address of a database: give postgresql://USER@HOST/NAME.": (
        "データベースの指定が正しくありません。postgresql://（利用者）@（ホスト）/（名前）の形で指定してください。"
    ),
    "There are tables in {path} already: give another database.": (
        "{path}には既に表があります。別のデータベースを指定してください。"
    ),
    "There is no register in {path}: make one with kit-tui init.": (
        "{path}に台帳がありません。kit-tui initで作成してください。"
    ),
    "There is no database at {path}: have one made with createdb, then make the register with kit-tui init.": (
        "{path}にデータベースがありません。createdbで作ってもらい、kit-tui initで台帳を作成してください。"
    ),
    "PostgreSQL {version} is too old, {oldest} is needed.": (
        "PostgreSQL {version}は古すぎます。{oldest}以降が必要です。"
    ),
    "{path} keeps texts in {encoding}: have it made with createdb -T template0 -E UTF8.": (
        "{path}の文字コードは{encoding}です。createdb -T template0 -E UTF8で作り直してもらってください。"
    ),
    "{path} is kept by a server: back it up and restore it with pg_dump and pg_restore, or copy it to a file with "
    "kit-tui copy.": (
        "{path}はサーバーにあります。pg_dumpとpg_restoreでバックアップと復元を行うか、"
        "kit-tui copyでファイルに複写してください。"
    ),
    # troubles of an open database
    "The database {path} can't be reached: see that its server runs and that the network leads there.": (
        "データベース{path}に接続できません。サーバーの稼働とネットワークを確認してください。"
    ),
    "The server of {path} is away: reconnecting.": "{path}のサーバーにつながりません。再接続しています。",
    "The server of {path} lets you in by another name or password only: ask who keeps it.": (
        "{path}のサーバーに接続を断られました（利用者名かパスワードの違い）。サーバーの管理者に確認してください。"
    ),
    "The server of {path} takes no more connections: try again in a moment.": (
        "{path}のサーバーの接続数が上限に達しています。少し待ってからやり直してください。"
    ),
    "The server of {path} failed: nothing was saved. See to the server, then try again.": (
        "{path}のサーバーで異常が起きました。何も保存されていません。サーバーを確認してからやり直してください。"
    ),
    "The database {path} can't be written: nothing was saved. Its server is a standby, or read-only.": (
        "データベース{path}に書き込めません。何も保存されていません。サーバーが待機系か、読み取り専用です。"
    ),
    "You may not use all of {path}: ask who keeps the server to allow it.": (
        "{path}の利用が許可されていません。サーバーの管理者に許可を依頼してください。"
    ),
    "The database is damaged ({what}): restore a backup.": (
        "データベースが壊れています（{what}）。バックアップを復元してください。"
    ),
    "The server was away while the rows were written, and none of them are: import the file again.": (
        "書き込み中にサーバーとの接続が切れました。1件も取り込まれていません。もう一度取り込んでください。"
    ),
    # moving a register
    "{path} holds records already: copy into an empty one.": (
        "{path}には既に記録があります。空の台帳を複写先にしてください。"
    ),
    "{table} is not the same after copying: nothing was kept.": (
        "複写した{table}が元と一致しません。複写先には何も残していません。"
    ),
    "Copy the register into another database": "台帳を別のデータベースに複写する",
    "Copy a register with its log, settings and accounts into an empty database, of whichever kind, and compare "
    "the two record by record.": (
        "台帳を、履歴・設定・利用者とともに空のデータベース（種類は問いません）に複写し、1件ずつ照合します。"
    ),
    "{n} records were copied and are the same.": "{n}件を複写し、一致を確認しました。",
}
