"""Japanese wording of `gauges`."""

WORDS: dict[str, str] = {}
