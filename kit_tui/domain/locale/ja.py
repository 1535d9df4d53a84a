"""All Japanese wording in one table."""

from kit_tui.domain.locale import (
    ja_access,
    ja_cli,
    ja_domain,
    ja_exchange,
    ja_gauges,
    ja_history,
    ja_models,
    ja_postgres,
    ja_registers,
    ja_store,
    ja_tui,
)

PARTS = (
    ja_domain,
    ja_models,
    ja_registers,
    ja_store,
    ja_postgres,
    ja_gauges,
    ja_exchange,
    ja_access,
    ja_tui,
    ja_cli,
    ja_history,
)
WORDS: dict[str, str] = {text: japanese for part in PARTS for text, japanese in part.WORDS.items()}
