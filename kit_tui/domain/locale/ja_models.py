"""Japanese wording of `models`."""

WORDS: dict[str, str] = {}
