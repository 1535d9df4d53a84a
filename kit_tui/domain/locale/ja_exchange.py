"""Japanese wording of `exchange`."""

WORDS: dict[str, str] = {}
