"""Head of a log line: what may stand before its text, its kind, its day and its place."""
