"""Japanese wording of `store`."""

WORDS: dict[str, str] = {}
