"""Japanese wording of what was done and undone, and of several people at one record."""

WORDS: dict[str, str] = {
    # two people, one record
    "Saved; also changed meanwhile by {login}: {fields}": ("保存しました（この間に{login}さんも変更：{fields}）"),
    "{login}, {time}": "{login}さん（{time}）",
    "{day} {time}": "{day}　{time}",
}
