"""Japanese wording of `domain`."""

WORDS: dict[str, str] = {}
