"""The commands of `kit-tui`."""
