"""The command line; the screen is imported only when it is opened."""
