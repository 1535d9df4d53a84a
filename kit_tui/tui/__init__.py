"""The screens: what is seen and pressed.  Textual is imported here only."""
