"""Text: sanitizing, fuzzy matching, and lists typed on one line."""
