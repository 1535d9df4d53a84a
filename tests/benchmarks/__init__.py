"""How fast everything is, on the example and on a register of a million people: see `__main__`."""
