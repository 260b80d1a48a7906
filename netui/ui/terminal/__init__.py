"""The terminal engine: a Textual driver that sends only changed cells, and the splash."""
