"""Japanese wording of the command line."""

WORDS: dict[str, str] = {
    # Commands in one line
    "Open the app on a throw-away copy of the example": "見本の写しで画面を開く（写しは後で消える）",
    "Make the database": "データベースを作成する",
    "Find anything, in any register": "すべての台帳から検索する",
    "The rows of a register": "台帳の一覧",
    "One record with all that points to it": "記録の詳細と、それを参照する記録",
    "Add a record": "記録を追加する",
    "Change a record": "記録を変更する",
    "Delete a record": "記録を削除する",
    "Take in a CSV file, all or nothing": "CSVファイルを取り込む（全件か、まったく取り込まないか）",
    "Write a register to a file": "台帳をファイルに出力する",
    "How far each target is": "指標と目標の達成状況",
    "Who is overseas, by country": "海外滞在中の人（国・地域別）",
    "Take back an operation": "操作を元に戻す",
    "See whether the database is whole": "データベースを検査する",
    "Take a copy of the database while others work": "使用中のままバックアップを取る",
    "Put a backup in the database's place": "バックアップから復元する",
    "Bring an older database up to date": "古い版のデータベースを更新する",
    "Make the search index anew": "検索索引を作り直す",
    "What this terminal can do": "この端末でできること",
    "Where the files are": "ファイルの場所",
    # Help
    "Usage: {usage}": "使い方：{usage}",
    "Options:": "オプション：",
    "Commands:": "コマンド：",
    "Show this message and exit.": "この説明を表示する。",
    "The register of an international-affairs office. Without a command it opens the app.": (
        "国際課の台帳です。コマンドを付けなければ画面を開きます。"
    ),
    "The database; otherwise $KIT_DATABASE, otherwise the user's own.": (
        "データベース。省略時は$KIT_DATABASE、それもなければ利用者自身のもの。"
    ),
    "The language; otherwise that of the locale.": "言語。省略時はロケールの言語。",
    "Print JSON.": "JSONで出力する。",
    "Print CSV.": "CSVで出力する。",
    "ID is the record's number, staff_no:0123, code:... or ror:..., or its exact name.": (
        "IDは記録の番号、staff_no:0123、code:...、ror:...、または正確な名称です。"
    ),
    "ID is as for show.": "IDはshowと同じです。",
    # Open the app
    "Open the app on a copy of the example that is thrown away afterwards.": (
        "見本の写しで画面を開きます。写しは終了時に消えます。"
    ),
    "There is no register at {path} yet.": "{path}にはまだ台帳がありません。",
    "1  Begin with an empty one": "1  空の台帳で始める",
    "2  Begin with the example": "2  見本で始める",
    "Any other key and Enter: leave": "その他のキーとEnter：終了",
    'The app needs a terminal. "kit-tui --help" lists the commands that do without.': (
        "画面を開くには端末が必要です。端末なしで使えるコマンドは「kit-tui --help」で確かめてください。"
    ),
    # Find, list, show
    "Find people, institutions, stays and all else by any part of a name or title, in any script.": (
        "人、機関、派遣などを、氏名や名称の一部から検索します。漢字、かな、ローマ字のいずれでも探せます。"
    ),
    "At most N of each register.": "台帳ごとに最大N件。",
    "Register": "台帳",
    "Detail": "内容",
    "(deleted)": "（削除済）",
    "Print the rows of a register.": "台帳の一覧を出力します。",
    "FIELD is a field's name or its label, VALUE is read as it would be typed; FIELD>=VALUE, FIELD<=VALUE and "
    "FIELD!=VALUE compare, FIELD= asks for blanks.": (
        "FIELDは項目名か見出し、VALUEは入力欄と同じ書き方です。FIELD>=VALUE、FIELD<=VALUE、FIELD!=VALUEで比較し、"
        "FIELD=だけなら空欄のものを探します。"
    ),
    "Only rows like this; may be given several times.": "条件に合うものだけ。何度でも指定できる。",
    "At most N rows.": "最大N件。",
    "Choose --json or --csv, not both.": "--jsonと--csvはどちらか一方を指定してください。",
    "Print a record with all that points to it.": "記録の詳細と、それを参照する記録を出力します。",
    "{label} ({n})": "{label}（{n}）",
    "and {n} more": "ほか{n}件",
    "and {n} more: {command}": "ほか{n}件（{command}）",
    # Add, edit, delete
    "Add a record and print its id.": "記録を追加し、その番号を出力します。",
    "FIELD is a field's name or its label, VALUE is read as it would be typed. A record that it refers to is named by "
    "its id, staff_no:0123, code:... or ror:..., or its exact name.": (
        "FIELDは項目名か見出し、VALUEは入力欄と同じ書き方です。参照する記録は、番号、staff_no:0123、code:...、ror:...、"
        "または正確な名称で指定します。"
    ),
    "Deadlines and academic years that are not named are worked out from the rest; FIELD= leaves one empty.": (
        "指定のない期限と年度は、ほかの項目から求めます。「FIELD=」とすれば空欄のままです。"
    ),
    "Change fields of a record and print its id.": "記録の項目を変更し、その番号を出力します。",
    "FIELD= empties a field; fields that are not named stay as they are. ID, FIELD and VALUE are as for show "
    "and add.": (
        "FIELD=だけなら項目を空欄にします。指定しない項目はそのままです。ID、FIELD、VALUEはshowとaddと同じです。"
    ),
    "Delete a record and print its id.": "記録を削除し、その番号を出力します。",
    'It can be brought back by "kit-tui undo". A record that others point to is not deleted; they are named instead. '
    "ID is as for show.": (
        "「kit-tui undo」で元に戻せます。ほかの記録から参照されている記録は削除せず、参照元を示します。"
        "IDはshowと同じです。"
    ),
    '"{word}" is not FIELD=VALUE.': "「{word}」はFIELD=VALUEの形になっていません。",
    '"{word}" has no value to compare with.': "「{word}」には比較する値がありません。",
    '"{name}" is not a field of {register}. Its fields are {fields}.': (
        "「{name}」は{register}の項目ではありません。項目は次のとおりです：{fields}。"
    ),
    'There is no register "{slug}". The registers are {registers}.': (
        "「{slug}」という台帳はありません。台帳は次のとおりです：{registers}。"
    ),
    '"{slug}" only shows records of "{base}". Name that one.': (
        "「{slug}」は「{base}」の記録を表示するだけです。「{base}」を指定してください。"
    ),
    # Import and export
    "Take a CSV file in UTF-8 into a register, all of it or nothing.": (
        "UTF-8のCSVファイルを台帳に取り込みます。誤りが1件でもあれば、まったく取り込みません。"
    ),
    "The headings are names of fields or their labels. A row whose id or unique key is there changes that record, any "
    "other makes a new one, whose deadlines and academic year are worked out where they are blank. With the register "
    '"all", FILE is a folder as "kit-tui export all" writes it; into an empty register the ids are kept.': (
        "見出しは項目名か画面の見出しです。番号や一意の項目が既にある行はその記録を変更し、ほかの行は新規になります。"
        "新規の記録で期限や年度が空欄のときは、ほかの項目から求めます。"
        "台帳に「all」を指定すると、「kit-tui export all」が出力したフォルダーを取り込みます。"
        "空の台帳には番号もそのまま取り込みます。"
    ),
    "--errors names the file that is to be imported: name another.": (
        "--errorsに取り込むファイル自体が指定されています。別のファイルを指定してください。"
    ),
    "Only say what would be done.": "取り込まずに、結果の予定だけを示す。",
    "Write what is wrong to a CSV file.": "誤りをCSVファイルに書き出す。",
    "{file}: row {n}": "{file}：{n}行目",
    "Row {row}, {column}: {what}": "{row}行目の{column}：{what}",
    "Row {row}: {what}": "{row}行目：{what}",
    "{n} more are wrong: --errors FILE writes them all to a file.": (
        "誤りはほかに{n}件あります。--errors FILEですべてファイルに書き出せます。"
    ),
    "After {n} faults the rest was not looked at.": "誤りが{n}件に達したため、残りは調べていません。",
    "{file}: {n} faults, nothing was imported.": "{file}：誤りが{n}件あり、何も取り込みませんでした。",
    "{new} new, {changed} changed, {unchanged} unchanged": "新規{new}件、変更{changed}件、変更なし{unchanged}件",
    "{counts} (nothing was written: a dry run)": "{counts}（予定のみで、何も取り込んでいません）",
    "{n} control characters were left out.": "制御文字を{n}個取り除きました。",
    "Write a register to a file: .csv (UTF-8, for Excel too) or .json by its ending; without a file, CSV to standard "
    "output.": (
        "台帳をファイルに出力します。形式は拡張子（.csvか.json）で決まり、CSVはExcelでも開けるUTF-8です。"
        "ファイルを指定しなければCSVを標準出力に書きます。"
    ),
    '"all" writes every register, to a .json file or as CSV files to a folder. Texts are written as they are: one that '
    'begins with "=" is a formula to a spreadsheet.': (
        "「all」はすべての台帳を、.jsonファイルか、CSVファイルのフォルダーに出力します。値はそのまま出力するので、"
        "「=」で始まる値は表計算ソフトでは数式になります。"
    ),
    "The file or folder to write.": "出力するファイルかフォルダー。",
    "Replace a file that is there.": "既にあるファイルを置き換える。",
    "Name the folder or the .json file to write: kit-tui export all -o NAME.": (
        "出力するフォルダーか.jsonファイルを指定してください（kit-tui export all -o NAME）。"
    ),
    # Gauges, abroad
    "Print every gauge beside its target and the published figure.": "指標を、目標と公表値とともに出力します。",
    "The academic year; otherwise the current one.": "年度。省略時は現在の年度。",
    "As things stood on a day.": "指定した日現在の値。",
    "Choose --ay or --as-of, not both.": "--ayと--as-ofはどちらか一方を指定してください。",
    "{year}, as of {day}": "{year}、{day}現在",
    "{label}: {note}": "{label}：{note}",
    "{n} planned": "予定{n}件",
    "Measured in": "単位",
    "Counted": "計上",
    "Target": "目標",
    "Target year": "目標年度",
    "Still needed": "あと",
    "Published": "公表値",
    "Print who is overseas, by country.": "海外滞在中の人を国・地域別に出力します。",
    "On a day; otherwise today.": "日付。省略時は今日。",
    "not fixed": "未定",
    # Backup, restore, migrate
    "Take a copy of the database while others work, and prove that it is whole.": (
        "ほかの人が使用中のままデータベースのバックアップを取り、壊れていないことを確かめます。"
    ),
    "Without FILE it goes to the folder backups beside the database, named by the time, and of those made earlier the "
    'last one of each day, week and month is kept, for as long as "kit-tui settings" says. The same is done in FILE if '
    "that is a folder.": (
        "FILEを省略すると、データベースと同じ場所のフォルダーbackupsに日時の名前で置きます。以前のものは、"
        "「kit-tui settings」で決めた期間、日・週・月ごとに最後の1個を残します。"
        "FILEがフォルダーならその中で同じようにします。"
    ),
    "The backup is made and proven: {path}": "バックアップを取り、検査しました：{path}",
    "{n} older backups were deleted: {paths}": "古いバックアップを{n}個削除しました：{paths}",
    "Put a copy of the backup FILE in the database's place, if it is whole and nobody is in.": (
        "バックアップFILEの写しをデータベースに置き換えます。FILEが壊れている場合と、使用中の人がいる場合は行いません。"
    ),
    "What was there is kept beside it. FILE stays where it is.": (
        "置き換え前のデータベースは同じ場所に残します。FILEはそのまま残ります。"
    ),
    "nothing yet": "なし",
    "{path} is in place: the last thing in its log is of {last}.": (
        "{path}から復元しました。履歴の最後の操作：{last}。"
    ),
    "What was there before is kept: {path}": "以前のデータベースは残してあります：{path}",
    "It is of an older kit-tui: run kit-tui migrate.": (
        "古い版のkit-tuiのものです。kit-tui migrateを実行してください。"
    ),
    "Bring a database of an older kit-tui up to date, when nobody is in.": (
        "古い版のkit-tuiのデータベースを更新します。使用中の人がいる場合は行いません。"
    ),
    "A backup is made and proven first. Nothing else migrates a database.": (
        "先にバックアップを取り、検査します。ほかの操作でデータベースが更新されることはありません。"
    ),
    "The database is up to date: its tables are at {version}.": "データベースは最新です（表の版は{version}）。",
    "The database was at {before} and is at {after} now.": "データベースを版{before}から版{after}に更新しました。",
    "{doing}: {n} %": "{doing}：{n} %",
    # History and undo
    "Take back your last operation, or the one of the number that history prints, and say what was taken back.": (
        "自分の直前の操作か、historyが示す番号の操作を元に戻し、その内容を示します。"
    ),
    "operation {n}": "操作{n}",
    "(blank)": "（空欄）",
    "{field}: {before} -> {after}": "{field}：{before} -> {after}",
    "Operation {n} ({what}: {title}) has been taken back.": "操作{n}（{what}：{title}）を元に戻しました。",
    "Operation {n} ({what}, {rows} records) has been taken back.": "操作{n}（{what}、{rows}件）を元に戻しました。",
    # The database
    "Make the database. One that exists is left alone.": ("データベースを作成します。既にある場合は何も変えません。"),
    "Fill it with the example.": "見本の記録を入れる。",
    "The database is ready: {path}": "データベースを作成しました：{path}",
    "See whether the database is whole; every fault is told. This only reads.": (
        "データベースを検査し、問題をすべて示します。データは変更しません。"
    ),
    "The database is whole.": "データベースに問題はありません。",
    "Make the search index anew from the records.": "記録から検索索引を作り直します。",
    "The search index is new: {n} records.": "検索索引を作り直しました（{n}件）。",
    # The machine
    "Say what this terminal and this machine can do, and what would not work.": (
        "この端末とコンピューターでできることと、動作しないことを示します。"
    ),
    "Say where the database, the settings and the drafts are.": "データベース、設定、下書きの場所を示します。",
    "terminal": "端末",
    "number of colours": "色数",
    "window": "画面の大きさ",
    "encoding": "文字コード",
    "ambiguous width": "曖昧幅の文字",
    "asked when the app starts": "画面を開くときに確認",
    "database": "データベース",
    "settings": "設定",
    "drafts": "下書き",
    "not named": "名称なし",
    "16 million": "1600万色",
    "none (NO_COLOR is set)": "なし（NO_COLORの指定による）",
    "This is no terminal: the commands work, the app does not.": (
        "端末ではないため、コマンドは使えますが画面は開けません。"
    ),
    "The window has {columns} x {lines} characters: make it 80 x 24.": (
        "画面の大きさは{columns} x {lines}文字です。80 x 24以上にしてください。"
    ),
    "TERM names no terminal that can be drawn on: set it to what yours is, such as xterm-256color.": (
        "TERMの値では画面を描けません。xterm-256colorなど、お使いの端末の名称を設定してください。"
    ),
    "The locale is not UTF-8: Japanese would be garbled. Set LANG to ja_JP.UTF-8 or en_US.UTF-8.": (
        "ロケールがUTF-8ではないため、日本語が文字化けします。LANGをja_JP.UTF-8などにしてください。"
    ),
    "The policies of the office": "運用設定を表示・変更する",
    "Print the policies of the office, or change one: how scores are counted, when reports are due.": (
        "スコアの数え方や報告書の期限などの運用設定を表示または変更します。"
    ),
    "With NAME alone its value is printed. The gauges on every screen follow a change at once.": (
        "NAMEだけを指定するとその値を表示します。変更は開いている画面の指標にもすぐ反映されます。"
    ),
    "Setting": "設定",
    "What it settles": "内容",
    "{name} was {before} and is {value} now.": "{name}を{before}から{value}に変更しました。",
    # What was typed wrongly
    'There is no command "{name}". "kit-tui --help" lists them.': (
        "「{name}」というコマンドはありません。「kit-tui --help」で一覧を確かめてください。"
    ),
    '"{command} --help" says how it is used.': "使い方は「{command} --help」で確かめてください。",
    '"{text}" is not a language here: choose en or ja.': "「{text}」は使えません。enかjaを指定してください。",
    '"{text}" is not a whole number above 0.': "「{text}」は1以上の整数ではありません。",
    "{name} is missing.": "{name}が指定されていません。",
    "There is no option {name}.": "{name}というオプションはありません。",
    "The option {name} is not used like that.": "オプション{name}の使い方が正しくありません。",
    "The command has words too many, or they are not in their order.": "コマンドの語が多すぎるか、順序が違います。",
}
