"""Japanese wording of the screens."""

WORDS: dict[str, str] = {}
