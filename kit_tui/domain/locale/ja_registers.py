"""Japanese wording of `registers`."""

WORDS: dict[str, str] = {}
