"""Japanese wording of accounts, keys, sessions and the entry by SSH."""

WORDS: dict[str, str] = {
    # Keys
    "The path of the program or the database holds control characters: move it.": (
        "プログラムかデータベースの場所に制御文字が含まれています。別の場所に移してください。"
    ),
    "This key lets in {login} already: everybody needs a key of their own.": (
        "この鍵は{login}のものとして登録済みです。鍵は一人ずつ別のものにしてください。"
    ),
    "This key is in {file} already, for something else.": "この鍵はほかの用途で{file}に登録されています。",
    "This is a private key, which nobody else may have: give the public one, whose name ends in .pub.": (
        "これは秘密鍵で、他人に渡してはいけません。.pubで終わる公開鍵を指定してください。"
    ),
    "A key file holds one public key, and this one holds {n}.": (
        "鍵のファイルには公開鍵を1個だけ入れてください。このファイルには{n}個あります。"
    ),
    "There is no public key in this file: it would begin with ssh-ed25519 or the like.": (
        "このファイルに公開鍵がありません。公開鍵はssh-ed25519などで始まります。"
    ),
    "The key has options before it. Leave them out: what a key may is for kit-tui to say.": (
        "鍵の前にオプションがあります。削除してください。鍵でできることはkit-tuiが決めます。"
    ),
    "The key is damaged: copy the whole file again.": "鍵が壊れています。ファイル全体をもう一度コピーしてください。",
    "Keys of the kind {kind} are not taken: make one with ssh-keygen -t ed25519.": (
        "{kind}という種類の鍵は使えません。ssh-keygen -t ed25519で作成してください。"
    ),
    "An RSA key of less than {bits} bits is not taken.": "{bits}ビット未満のRSA鍵は使えません。",
    # The entry
    "The command is too long.": "コマンドが長すぎます。",
    "The command is not text in UTF-8.": "コマンドがUTF-8の文字ではありません。",
    "A quotation mark in the command is opened and not closed.": "コマンドの引用符が閉じられていません。",
    'There is no shell here that would know "{word}": use that on your own machine.': (
        "ここにはシェルがないため「{word}」は使えません。手元のコンピューターで使ってください。"
    ),
    '"{name}" can\'t be used by SSH. "help" lists what can.': (
        "「{name}」はSSHでは使えません。「help」で使えるコマンドを確かめてください。"
    ),
    "There is no register here yet: ask an administrator.": "台帳がまだありません。管理者に依頼してください。",
    "The entry for keys in authorized_keys": "authorized_keysの鍵のための入口",
    "The entry for a forced command in authorized_keys, which is all that a key may run.": (
        "authorized_keysの強制コマンドのための入口です。鍵で実行できるのはこれだけです。"
    ),
    "It opens the app for an account, or runs the command that was sent if it is one of those allowed. No shell sees "
    'it, and files go by plain names in the login\'s exchange folder. "kit-tui accounts" writes the lines.': (
        "利用者として画面を開くか、送られたコマンドが許可されたものであれば実行します。シェルは通しません。"
        "ファイルは利用者ごとの受け渡しフォルダーにある名前だけで指定します。行は「kit-tui accounts」が書き込みます。"
    ),
    "The account that the key is for.": "鍵の持ち主の利用者名。",
    "The register by SSH: ssh opens the app, ssh with a command runs that.": (
        "SSHで使う台帳です。sshだけなら画面を開き、コマンドを付ければそれを実行します。"
    ),
    # The exchange folder
    "Put a file into your exchange folder": "受け渡しフォルダーにファイルを入れる",
    "Get a file out of your exchange folder": "受け渡しフォルダーからファイルを取り出す",
    "The files in your exchange folder": "受け渡しフォルダーのファイル",
    "Put a file into your exchange folder, from which it can be imported: ssh kit@host put NAME < FILE": (
        "受け渡しフォルダーにファイルを入れます。そこから取り込めます：ssh kit@host put NAME < FILE"
    ),
    "Get a file out of your exchange folder: ssh kit@host get NAME > FILE": (
        "受け渡しフォルダーからファイルを取り出します：ssh kit@host get NAME > FILE"
    ),
    "Print the files in your exchange folder, or remove one.": (
        "受け渡しフォルダーのファイルを表示するか、1個を削除します。"
    ),
    "Remove this file.": "このファイルを削除する。",
    'The file comes from standard input: type "ssh kit@host put NAME < FILE".': (
        "ファイルは標準入力から読みます。「ssh kit@host put NAME < FILE」のように入力してください。"
    ),
    'The file goes to standard output: type "ssh kit@host get NAME > FILE".': (
        "ファイルは標準出力に書きます。「ssh kit@host get NAME > FILE」のように入力してください。"
    ),
    "{file}: {n} bytes": "{file}：{n}バイト",
    "File": "ファイル",
    "Bytes": "バイト",
    "{file} is no plain file.": "{file}は通常のファイルではありません。",
    "The file is too large: {n} MB are the limit.": "ファイルが大きすぎます。上限は{n} MBです。",
    "Your exchange folder is full: {n} MB are the limit. Remove files that are not needed.": (
        "受け渡しフォルダーがいっぱいです。上限は{n} MBです。不要なファイルを削除してください。"
    ),
    '"{name}" is no plain name of a file: give one without a folder.': (
        "「{name}」はファイル名として使えません。フォルダーを付けずに指定してください。"
    ),
    "The name of the file is too long.": "ファイル名が長すぎます。",
    "{file}: there are no folders in an exchange folder. Use one .json file.": (
        "{file}：受け渡しフォルダーの中にフォルダーは作れません。1個の.jsonファイルを使ってください。"
    ),
    # Sessions
    "There is no session {n}.": "セッション{n}はありません。",
    "Session {n} can't be ended: {why}.": "セッション{n}を終了できません（{why}）。",
    "Session {n} of {login} has been told to end.": "{login}のセッション{n}に終了を指示しました。",
    "Who is in": "現在の利用状況",
    "Login": "利用者",
    "Since": "開始",
    "Idle for": "無操作",
    "Database": "データベース",
    "Print who has the app open from this account of the host, or end a session.": (
        "ホストのこのアカウントで画面を開いている人を表示するか、セッションを終了します。"
    ),
    "A session that is ended keeps what is half typed, and offers it at the next start.": (
        "終了したセッションの入力途中の内容は保存され、次に開いたときに表示されます。"
    ),
    "End the session of that number.": "この番号のセッションを終了する。",
    # Accounts
    "Role": "権限",
    "Disabled since": "停止日",
    '"{text}" is not a role: choose one of {roles}.': "「{text}」という権限はありません。{roles}から選んでください。",
    "{login} may come in as {role}.": "{login}は{role}として利用できます。",
    "The key lets in {login}.": "この鍵で{login}が利用できます。",
    "{login} is shut out, {n} keys were removed.": "{login}を停止し、鍵を{n}個削除しました。",
    "{login} may come in again.": "{login}は再び利用できます。",
    "Who may come in, and as what": "利用者とその権限",
    "Print the accounts, or change them.": "利用者を表示または変更します。",
    "While there are none, everybody on this host may do everything. The first must be an administrator's; from then "
    "on who has none is not let in, except for the owner of the database's file.": (
        "利用者が登録されていない間は、このホストの誰でもすべての操作ができます。最初の利用者は管理者でなければ"
        "なりません。それ以降、登録されていない人は、データベースのファイルの所有者を除いて利用できません。"
    ),
    "Make an account; with --key the key may come in by SSH, to kit-tui alone.": (
        "利用者を登録します。--keyを付けると、その鍵でSSHからkit-tuiだけを利用できます。"
    ),
    "Make an account": "利用者を登録する",
    "What it may do.": "権限。",
    "The public key, as OpenSSH or PuTTY has it.": "公開鍵（OpenSSHまたはPuTTYの形式）。",
    'The file for the lines of keys, by default ~/.ssh/authorized_keys; "-" prints them.': (
        "鍵の行を書くファイル。省略時は~/.ssh/authorized_keys。「-」なら画面に出力する。"
    ),
    "Shut an account out and remove its keys. Its sessions end at once; what it did stays in the log.": (
        "利用者を停止し、鍵を削除します。開いている画面はすぐに終了します。操作の履歴は残ります。"
    ),
    "Shut an account out": "利用者を停止する",
    "Let a disabled account in again, with a key if one is given: its old ones were removed.": (
        "停止した利用者を再開します。以前の鍵は削除されているため、必要なら鍵を指定してください。"
    ),
    "Let a disabled account in again": "停止した利用者を再開する",
    "Let in one more key of an account: somebody's second computer.": (
        "利用者の鍵を追加します（2台目のコンピューターなど）。"
    ),
    "Let in one more key": "鍵を追加する",
    "Give an account another role.": "利用者の権限を変更します。",
    "Give another role": "権限を変更する",
}
