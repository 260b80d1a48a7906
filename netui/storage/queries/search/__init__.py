"""Search: full text, topics, and words of the same stem."""
