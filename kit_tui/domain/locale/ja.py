"""All Japanese wording in one table."""

from kit_tui.domain.locale import (
    ja_cli,
    ja_domain,
    ja_exchange,
    ja_gauges,
    ja_models,
    ja_registers,
    ja_store,
    ja_tui,
)

WORDS: dict[str, str] = {}
for _part in (ja_domain, ja_models, ja_registers, ja_store, ja_gauges, ja_exchange, ja_tui, ja_cli):
    WORDS |= _part.WORDS
