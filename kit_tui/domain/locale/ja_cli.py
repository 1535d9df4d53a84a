"""Japanese wording of the command line."""

WORDS: dict[str, str] = {}
