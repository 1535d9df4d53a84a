"""Japanese wording of the screens."""

WORDS: dict[str, str] = {
    # forms
    "next field": "次の項目",
    "To the next field; on the last one to the line that saves": "次の項目へ（最後の項目では保存の行へ）",
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
    "Save": "保存",
    "Save and new": "保存して次へ",
    "New {record}": "{record}の新規入力",
    "Edit: {title}": "編集：{title}",
    "Saved: {title}": "保存しました：{title}",
    "Leave without saving?": "保存せずに閉じますか？",
    "throws it away": "破棄する",
    "goes on typing": "入力を続ける",
    "Type part of a name; Space lists the latest": "名前の一部を入力（スペースで最近の記録）",
    'New {record}: "{text}"': "{record}を新規入力：「{text}」",
    'Nothing chosen for "{text}": choose from the list, or clear the field.': (
        "「{text}」に当たる記録が選ばれていません。一覧から選ぶか、項目を空にしてください。"
    ),
    "{n} characters that can't be stored were left out.": "保存できない文字を{n}字除きました。",
    "{key} takes it": "{key}でこの値を入れます",
    "{day}, {n} days": "{day}、{n}日間",
    "{day}, {n} days after the end": "{day}、終了の{n}日後",
    "{day}, {year}": "{day}、{year}",
    "changed by {login}": "{login}さんが変更",
    '{login}: "{value}" ({key} takes it)': "{login}さん：「{value}」（{key}でこの値にします）",
    "{login} changed this record at {time}. Save again to keep yours; {key} on a field takes theirs.": (
        "{login}さんが{time}にこの記録を変更しました。もう一度保存すると自分の入力を残します。"
        "相手の値にするには、その項目で{key}を押してください。"
    ),
    "Somebody else is writing: the record is saved as soon as the register is free.": (
        "ほかの利用者が書き込み中です。空き次第、記録を保存します。"
    ),
    "draft kept {time}": "下書き保存 {time}",
    "no draft can be kept": "下書きを保存できません",
    "A draft from {time} was kept: {record}.": "{time}の下書きがあります：{record}",
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
    "yes": "はい",
    "Yes": "はい",
    "no": "いいえ",
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
    "Move in lists; in forms, from field to field": "一覧の中を移動します（入力画面では項目の間）",
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
    "Taken back: {title}": "元に戻しました：{title}",
    "Taken back: {title} and {n} more": "元に戻しました：{title}ほか{n}件",
    "This can't be remembered: {why}.": "次回のために保存できません：{why}",
    "kit-tui was closed after {n} minutes without a key; what was half typed has been kept.": (
        "{n}分間キー入力がなかったため、kit-tuiを終了しました。入力途中の内容は保存してあります。"
    ),
    "This terminal draws u-umlaut in two cells, so such letters are shown plain. "
    "Set its ambiguous width to narrow to see them.": (
        "この端末はウムラウトなどの文字を2桁で表示するため、記号を除いて表示します。"
        "端末の「曖昧な文字幅」を半角にすると、そのまま表示できます。"
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
}
