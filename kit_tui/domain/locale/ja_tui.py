"""Japanese wording of the screens."""

WORDS: dict[str, str] = {
    # forms
    "next field": "次の項目",
    "Take what is offered, and on to the next field; on the last one to the line that saves": (
        "かっこ内の値があれば入れて次の項目へ（最後の項目では保存の行へ）"
    ),
    "save": "保存",
    "Save the record": "記録を保存します",
    "save and new": "保存して次へ",
    "Save the record and enter the next one": "記録を保存し、続けて次の記録を入力します",
    "as in the last one": "前回と同じ",
    "Fill the field as in the record entered last": "前回入力した記録と同じ内容を項目に入れます",
    "leave": "閉じる",
    "Leave the form; it asks only if something was typed": "入力画面を閉じます（入力があるときだけ確認します）",
    "field below": "下の項目",
    "To the field below, in a list to the next line": "下の項目へ（候補の一覧では次の行へ）",
    "field above": "上の項目",
    "To the field above, in a list to the line before": "上の項目へ（候補の一覧では前の行へ）",
    "new line": "改行",
    "Begin a new line in notes": "備考の中で改行します",
    "back to the form": "入力画面に戻る",
    "Do not save after all": "保存を取りやめます",
    "go on with it": "続ける",
    "Go on with the draft": "下書きの続きを入力します",
    "throw it away": "破棄",
    "Throw the draft away": "下書きを破棄します",
    "later": "あとで",
    "Keep the draft for later": "下書きを残しておきます",
    "* required": "* 必須",
    "Save": "保存",
    "Save and new": "保存して次へ",
    "New {record}": "{record}の新規入力",
    "Edit: {title}": "編集：{title}",
    "Saved: {title}": "保存しました：{title}",
    "Saved: {title}. {warning}": "保存しました：{title}。{warning}",
    "Not saved: {n} fields need another look.": "保存していません。{n}項目を確認してください。",
    "Leave without saving?": "保存せずに閉じますか？",
    "throws it away": "破棄する",
    "goes on typing": "入力を続ける",
    "Part of a name; Space lists the latest": "名前の一部を入力（スペースで最近の記録）",
    "Part of a name; Space lists them all": "名前の一部を入力（スペースですべて表示）",
    'New {record}: "{text}"': "{record}を新規入力：「{text}」",
    'Nothing chosen for "{text}": choose from the list, or clear the field.': (
        "「{text}」に当たる記録が選ばれていません。一覧から選ぶか、項目を空にしてください。"
    ),
    'No answer holds "{text}": Space lists them.': "「{text}」を含む選択肢はありません（スペースで一覧）。",
    "{n} characters that can't be stored were left out.": "保存できない文字を{n}字除きました。",
    "last time: {value}": "前回：{value}",
    "{key} takes it, {other} leaves it empty": "{key}でこの値を入れます（{other}で空欄）",
    "{day}, {n} days": "{day}、{n}日間",
    "{day}, {n} days after the end": "{day}、終了の{n}日後",
    "{day}, {year}": "{day}、{year}",
    "changed by {login}": "{login}が変更",
    '{login}: "{value}" ({key} takes it)': "{login}：「{value}」（{key}でこの値にします）",
    "{login} changed this record at {time}. Save again to keep yours; {key} on a field takes theirs.": (
        "{login}さんが{time}にこの記録を変更しました。もう一度保存すると自分の入力を残します。"
        "相手の値にするには、その項目で{key}を押してください。"
    ),
    "{login} deleted this record at {time}. Save again to bring it back as it stands here.": (
        "{login}さんが{time}にこの記録を削除しました。もう一度保存すると、この内容で復元します。"
    ),
    "This has to wait a moment: it is done as soon as the register is free.": (
        "ほかの書き込みを待っています。空き次第、実行します。"
    ),
    "Somebody else is writing: the record is saved as soon as the register is free.": (
        "ほかの利用者が書き込み中です。空き次第、記録を保存します。"
    ),
    "draft kept {time}": "下書き保存 {time}",
    "no draft can be kept": "下書きを保存できません",
    "Draft kept: open the form of the {record} again to go on with it.": (
        "下書きを残しました。{record}の入力画面をもう一度開くと続きを入力できます。"
    ),
    "A draft from {time} was kept: {record} {words}.": "{time}の下書きがあります：{record} {words}",
    "The draft had fields that no longer exist: {names}.": "下書きのうち、今はない項目を除きました：{names}",
    # the frame: everywhere, the palette, help, keys and settings
    "International Office": "国際課",
    "example": "見本",
    "{short_day} {year}": "{year}年{short_day}",
    "{login} ({role})": "{login}（{role}）",
    "Show {area}": "「{area}」を表示します",
    "find anywhere": "全体検索",
    "Find anything in all registers": "すべての台帳から探します",
    "commands": "操作一覧",
    "Every command of this place, by arrows and Enter": "この画面でできることを一覧から選びます",
    "all keys": "キー一覧",
    "The keys of this place": "この画面で使えるキーを表示します",
    "abroad today": "海外滞在中",
    "Who is overseas today, by country": "今日海外にいる人を国・地域別に表示します",
    "year": "年度",
    "Look at the academic year before": "前の年度を表示します",
    "Look at the academic year after": "次の年度を表示します",
    "undo": "元に戻す",
    "Take back what you did last": "自分が最後に行った操作を元に戻します",
    "日本語": "English",
    "Switch between English and Japanese": "日本語と英語を切り替えます",
    "colours": "配色",
    "Switch between dark, light and the terminal's own colours": "配色を切り替えます（暗い、明るい、端末の色）",
    "quit": "終了",
    "Quit kit-tui": "kit-tuiを終了します",
    "back": "戻る",
    "Back to where you were": "前の画面に戻ります",
    "Yes": "はい",
    "No": "いいえ",
    "do it": "実行",
    "Do what the cursor is on": "選んだ操作を実行します",
    "choose": "選ぶ",
    "The command above": "上の操作へ",
    "The command below": "下の操作へ",
    "A part of a command's name": "操作の名前の一部を入力",
    "No command here has this name.": "この画面にその名前の操作はありません。",
    "Here": "この画面",
    "Everywhere": "どの画面でも",
    "Moving": "移動",
    "From line to line, from field to field": "行から行へ、項目から項目へ",
    "A screenful up or down": "1画面ずつ上、下へ",
    "To the first line, to the last": "最初の行へ、最後の行へ",
    "To the next part of the screen, and back": "画面の次の部分へ、前の部分へ",
    "Keys, language and colours can be changed in {path}": "キー、言語、配色は次のファイルで変更できます：{path}",
    "Space": "スペース",
    "Up": "上",
    "Down": "下",
    "Left": "左",
    "Right": "右",
    "Quit kit-tui?": "kit-tuiを終了しますか？",
    "quits": "終了する",
    "goes on": "続ける",
    "Taken back: {title} ({what})": "元に戻しました：{title}（{what}）",
    "Taken back: {title} and {n} more ({what})": "元に戻しました：{title}ほか{n}件（{what}）",
    "This can't be remembered: {why}.": "次回のために保存できません：{why}",
    "kit-tui was closed after {n} minutes without a key; what was half typed has been kept.": (
        "{n}分間キー入力がなかったため、kit-tuiを終了しました。入力途中の内容は保存してあります。"
    ),
    "kit-tui has made a mistake and had to stop; what was half typed has been kept. "
    "Please send {path} to whoever looks after it.": (
        "kit-tuiに不具合が起きたため終了しました。入力途中の内容は保存してあります。"
        "次のファイルを管理者に送ってください：{path}"
    ),
    "This terminal draws u-umlaut in two cells, so such letters are shown plain. "
    "Set its ambiguous width to narrow to see them.": (
        "この端末はウムラウトなどの付いた文字を全角の幅で表示するため、記号を省いて表示します。"
        "端末の「曖昧な文字幅」を半角に設定すると、そのまま表示できます。"
    ),
    "This terminal can't show the app (TERM is {term}). Use another terminal, or the commands that "
    '"kit-tui --help" lists.': (
        "この端末では画面を表示できません（TERMは{term}）。"
        "別の端末を使うか、「kit-tui --help」にあるコマンドを使ってください。"
    ),
    "The settings file {path} can't be read: {why}.": "設定ファイル{path}を読めません：{why}",
    'Settings: {name} is "{value}", but must be one of {known}.': (
        "設定：{name}が「{value}」になっています。{known}のどれかにしてください。"
    ),
    "Settings: idle_minutes must be a number of minutes; 0 is no limit.": (
        "設定：idle_minutesには分数を入れてください。0は無制限です。"
    ),
    'Settings: keys stand below a line [keys], such as "list.new" = "n,f4".': (
        '設定：キーは[keys]の行の下に、"list.new" = "n,f4"のように書いてください。'
    ),
    'Settings: there is no setting "{name}".': "設定：「{name}」という設定はありません。",
    'Keys: there is no command "{id}".': "キー：「{id}」という操作はありません。",
    'Keys: "{id}" is left without a key; it keeps its own.': "キー：「{id}」のキーが空のため、元のキーのままにします。",
    'Keys: "{id}" can\'t have {key}, which is a key of "{other}"; it keeps its own.': (
        "キー：{key}は「{other}」のキーなので、「{id}」には使えません。元のキーのままにします。"
    ),
    'Keys: "{id}" can\'t have {key}, which moves the cursor.': (
        "キー：{key}はカーソルの移動に使うため、「{id}」のキーにはできません。"
    ),
    "Keys: {key} is what an input method types and can't be a key: write it in ASCII.": (
        "キー：{key}は日本語入力の文字のためキーにはできません。半角で書いてください。"
    ),
    "Keys: {key} converts kana under a Japanese input method and can't be a key.": (
        "キー：{key}は日本語入力の変換に使うため、割り当てられません。"
    ),
    "Keys: a terminal can't tell {key} from {other}: choose another key.": (
        "キー：端末では{key}と{other}を区別できません。別のキーにしてください。"
    ),
    'Keys: "{id}" holds where text is typed, and {key} is text.': (
        "キー：「{id}」は文字を入力する画面の操作で、{key}は文字として入力されるため使えません。"
    ),
    'Keys: there is no key "{key}": write n, ?, f4, ctrl+s, enter, space, left and the like.': (
        "キー：「{key}」というキーはありません。n、?、f4、ctrl+s、enter、space、leftのように書いてください。"
    ),
    # lists, gauges and the overview
    "blank": "空欄",
    "not blank": "空欄以外",
    "{field}: {value}": "{field}：{value}",
    "{low} or more": "{low}以上",
    '"{text}"': "「{text}」",
    "from {low}": "{low}以降",
    "up to {high}": "{high}まで",
    "{low} to {high}": "{low}～{high}",
    "Deleted {n} records. Ctrl+Z brings them back.": "{n}件を削除しました（Ctrl+Zで元に戻せます）。",
    "Show only records with this text": "この文字を含む記録だけを表示",
    "{done}: {record} {title}": "{done}：{record} {title}",
    "{done}: {register}": "{done}：{register}",
    "An administrator has changed your account, so kit-tui was closed; what was half typed has been kept.": (
        "管理者が利用者の設定を変更したため、kit-tuiを終了しました。入力途中の内容は保存してあります。"
    ),
    "{done}: {record}, {n} records": "{done}：{record} {n}件",
    "check": "要確認",
    "overdue": "期限超過",
    "today": "本日",
    "in {n} d": "{n}日後",
    "Needs attention": "要対応",
    "Latest changes": "最近の変更",
    "Nothing is due.": "期限の近いものはありません。",
    "{register}: filter by": "{register}：絞り込み",
    "Type a value, or choose one below": "値を入力するか、下から選んでください",
    "{field} is": "{field}の値",
    "A range has two dots: 2015..2018, 2015.., ..2018": "範囲はピリオド二つで：2015..2018、2015..、..2018",
    "{register}: sort by": "{register}：並べ替え",
    "ascending; Enter turns it round": "昇順（Enterで逆順）",
    "descending; Enter turns it round": "降順（Enterで逆順）",
    "of {target}": "目標 {target}",
    "of {target} by {year}": "目標 {target}（{year}）",
    "{n} of {whole}": "{whole}{unit}中{n}{unit}",
    "{n} more needed": "あと{n}{unit}",
    "{n} more": "あと{n}{unit}",
    "{n} overdue": "期限超過 {n}",
    "published {figure}": "公表値 {figure}",
    "No records yet. n makes the first one.": "まだ記録がありません。nで新規入力します。",
    "Nothing found. Esc shows all records.": "該当する記録がありません。Escですべて表示します。",
    "Esc: all records": "Esc：すべて表示",
    "{count} records": "{count}件",
    "{count} people": "{count}人",
    "{count}+": "{count}件以上",
    "{count}, ordering...": "{count}件（並べ替え中）",
    "ordering...": "並べ替え中",
    "go there": "開く",
    "Go to the target or the record under the cursor": "カーソル位置の指標または記録を開きます",
    "open": "開く",
    "Open the record under the cursor": "カーソル位置の記録を開きます",
    "edit": "編集",
    "Edit the record": "記録を編集します",
    "new": "新規",
    "Enter a new record": "新しい記録を入力します",
    "search list": "一覧検索",
    "Show only the records with some text": "ある文字を含む記録だけを表示します",
    "filter": "絞り込み",
    "Show only the records with some value": "項目の値で記録を絞り込みます",
    "sort": "並べ替え",
    "Sort by a column": "列を選んで並べ替えます",
    "mark": "選択",
    "Mark the record, or unmark it": "記録を選択します（もう一度で解除）",
    "delete": "削除",
    "Delete the record, or those marked; Ctrl+Z brings them back": (
        "記録（選択したものがあればそのすべて）を削除します（Ctrl+Zで元に戻せます）"
    ),
    "history": "履歴",
    "Who changed what in the record": "記録の変更履歴を表示します",
    "view": "台帳",
    "The view to the left": "左の台帳を表示します",
    "The view to the right": "右の台帳を表示します",
    "all records": "すべて表示",
    "Back to the whole list: no marks, no search, no filters": "選択・検索・絞り込みを解除してすべて表示します",
    "Filter by the field or the value under the cursor": "カーソル位置の項目または値で絞り込みます",
    "remove": "解除",
    "Filter by this field no longer": "この項目での絞り込みを解除します",
    "Sort by the column under the cursor; once more, the other way round": (
        "カーソル位置の列で並べ替えます（もう一度で逆順）"
    ),
    # gauges
    "published {figure}, records {by}": "公表値 {figure}（登録は{by}）",
    "{n} {label}": "{label} {n}",
    "{n} overdue or due today, below": "期限超過・本日期限 {n}件（下）",
    "baseline {figure}": "基準値 {figure}",
    "milestone {figure}": "中間目標 {figure}",
    "final target {figure}": "最終目標 {figure}",
    "By academic year": "年度別",
    "Nearest": "達成に近い順",
    "Not counted": "未計上",
    # cards
    "Open the related record under the cursor": "カーソル位置の記録を開きます",
    "{record} ({field})": "{record}（{field}）",
    "{records}: {field}": "{records}：{field}",
    "add related": "関連を追加",
    "Add a record that belongs to this one": "この記録に関連する記録を追加します",
    "Add to {title}": "「{title}」に追加",
    "add": "追加",
    "Enter such a record": "その記録を入力します",
    "Delete the record; Ctrl+Z brings it back": "記録を削除します。Ctrl+Zで元に戻せます",
    "Deleted. Enter brings it back.": "削除済です。Enterで復元します。",
    "bring back": "復元",
    "Bring the deleted record back": "削除した記録を復元します",
    "{title} is back": "復元しました：{title}",
    "The record has been deleted. Bring it back first.": "この記録は削除されています。先に復元してください。",
    "next status": "次の状況へ",
    "On to the next status: planned, approved, away, returned ...; Ctrl+Z takes it back": (
        "状況を次に進めます（予定、承認済、派遣中など）。Ctrl+Zで元に戻せます"
    ),
    "{status}, {field} {day}": "{status}、{field}{day}",
    "{name} has no employment: add one first.": "{name}さんの雇用がありません。先に雇用を追加してください。",
    "{title}: {status}. Ctrl+Z takes it back.": "{title}：{status}（Ctrl+Zで元に戻せます）",
    "{title} has no next status.": "「{title}」に次の状況はありません。",
    "moves": "異動",
    "The person moves to another unit or position": "ほかの所属や職名への異動を記録します",
    "{name} moves": "{name}の異動",
    "leaves": "退職",
    "The person leaves the university": "退職を記録します",
    "{name} leaves": "{name}の退職",
    "Last day": "退職日",
    "History": "履歴",
    "History of {title}": "履歴：{title}",
    "take this back": "元に戻す",
    "Take back the operation under the cursor": "カーソル位置の操作を元に戻します",
    # find anywhere
    "A name, a place, a title, a number": "氏名、地名、名称、番号など",
    "{n} found": "{n}件",
    "{n}+ found": "{n}件以上",
    'Nothing is called or holds "{text}".': "「{text}」に当たる記録はありません。",
    "Try fewer letters, another spelling, or the reading.": "文字を減らすか、別の表記や読みで試してください。",
    'New person "{name}"': "「{name}」を名簿に新規登録",
    "Deleted: Enter brings one back": "削除済（Enterで復元）",
    "deleted, {record}": "削除済、{record}",
    "and more: type more of what you look for": "ほかにもあります。続けて入力すると絞り込めます",
    "Worked on last": "最近の記録",
    "{record}, {what} by {login}": "{record}、{login}さんが{what}",
    "Open the record; a deleted one comes back": "記録を開きます（削除済なら復元します）",
    "The record above": "上の記録へ",
    "The record below": "下の記録へ",
    "turn the page": "ページ送り",
    "A screenful up": "1画面分、上へ",
    "A screenful down": "1画面分、下へ",
    # abroad today
    "Overseas on {day}: {people} in {countries}": "{day}現在、{countries}に{people}が滞在中",
    "{country} ({n})": "{country}（{n}）",
    "{n} people": "{n}人",
    "{n} countries": "{n}か国・地域",
    "Nobody: no stay holds this day.": "この日に海外滞在中の人はいません。",
    "{n} days left": "あと{n}日",
    "Open the stay under the cursor": "カーソル位置の派遣を開きます",
    "day": "日付",
    "Who was overseas the day before": "前の日に海外にいた人を表示します",
    "Who will be overseas the day after": "次の日に海外にいる人を表示します",
}
