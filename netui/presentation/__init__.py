"""Presentation: pure functions from values to lines of text, and the table of actions; no Textual."""
