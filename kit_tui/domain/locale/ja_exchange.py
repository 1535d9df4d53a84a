"""Japanese wording of `exchange`."""

WORDS: dict[str, str] = {
    # Headings and cells
    '{file}: "{heading}" is not a field of {register}. Its fields are {fields}.': (
        "{file}：「{heading}」は{register}の項目ではありません。項目は次のとおりです：{fields}。"
    ),
    "{file}: column {n} has no heading. Name it or delete it.": (
        "{file}：{n}列目に見出しがありません。見出しを付けるか、列を削除してください。"
    ),
    '{file}: the columns "{first}" and "{second}" are the same field. Delete one of them.': (
        "{file}：「{first}」と「{second}」は同じ項目の列です。一方を削除してください。"
    ),
    "{file}: the column {missing} is missing.": "{file}：{missing}の列がありません。",
    "{label} ({name})": "{label}（{name}）",
    '"{text}" is not an id. Leave it blank for a new record.': (
        "「{text}」は番号ではありません。新規の記録では空欄にしてください。"
    ),
    '{field}: "{text}" is an id: put it in the column {column}.': (
        "{field}：「{text}」は番号です。{column}の列に入れてください。"
    ),
    "The row has {n} cells under {width} headings.": "見出しが{width}個の表に、セルが{n}個の行があります。",
    # CSV files
    "There is no file {file}.": "ファイル{file}がありません。",
    "{file} is a folder: name a file in it.": "{file}はフォルダーです。その中のファイルを指定してください。",
    "You may not read {file}: ask its owner for permission.": (
        "{file}の読み取りが許可されていません。所有者に許可を依頼してください。"
    ),
    "{file} can't be read: {why}.": "{file}を読み取れません（{why}）。",
    "{file} has no headings: its first row must name the columns.": (
        "{file}に見出しがありません。1行目に列の見出しを書いてください。"
    ),
    '{file} is a workbook. Save it as "CSV UTF-8" and import that file.': (
        "{file}はExcelなどのブックです。「CSV UTF-8」形式で保存し、そのファイルを取り込んでください。"
    ),
    '{file}, line {line}: the text is not in UTF-8. Save the file again as "CSV UTF-8".': (
        "{file}の{line}行目：文字コードがUTF-8ではありません。「CSV UTF-8」形式で保存し直してください。"
    ),
    "{file}, line {line}: there is a NUL character, so this is no CSV text in UTF-8. "
    'Save the file again as "CSV UTF-8".': (
        "{file}の{line}行目：NUL文字があり、UTF-8のCSVではありません。「CSV UTF-8」形式で保存し直してください。"
    ),
    '{file}, line {line}: a quotation mark is opened and not closed. Close it, or write "" for a mark inside a cell.': (
        '{file}の{line}行目：引用符（"）が閉じられていません。閉じるか、セルの中の引用符は""と書いてください。'
    ),
    # Folders
    "{file} is no folder: name the one that holds a CSV file for each register.": (
        "{file}はフォルダーではありません。台帳ごとのCSVファイルが入ったフォルダーを指定してください。"
    ),
    "{files}: no register is called like that. The registers are {registers}.": (
        "{files}：この名前の台帳はありません。台帳は次のとおりです：{registers}。"
    ),
    "There are no CSV files in {folder}.": "{folder}にCSVファイルがありません。",
    # Writing
    "{file} is there already. Choose another name, or replace it with --force.": (
        "{file}は既にあります。別の名前にするか、--forceで置き換えてください。"
    ),
    "{file} can't be written: {why}.": "{file}に書き込めません（{why}）。",
    "There is no folder {folder}.": "フォルダー{folder}がありません。",
    "You may not write to {folder}.": "{folder}への書き込みが許可されていません。",
    "Name a folder for CSV files, or a file that ends in .json.": (
        "CSVファイルを入れるフォルダーか、.jsonで終わるファイルを指定してください。"
    ),
    "Name a file that ends in .csv or .json.": ".csvか.jsonで終わるファイルを指定してください。",
}
