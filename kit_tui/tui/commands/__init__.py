"""Every command, declared once as a small class, in groups by the place where it holds."""

from kit_tui.tui.commands import cards, confirm, everywhere, find, forms, lists, looking, palette
from kit_tui.tui.commands.base import REGISTRY, Command, HasCommands, bindings

__all__ = [
    "REGISTRY", "Command", "HasCommands", "bindings",
    "cards", "confirm", "everywhere", "find", "forms", "lists", "looking", "palette",
]  # fmt: skip
