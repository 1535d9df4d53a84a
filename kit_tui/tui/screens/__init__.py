"""One module for each screen, imported when the screen is first opened."""
