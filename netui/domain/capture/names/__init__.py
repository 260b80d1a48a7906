"""Names in a log line: who is named, and lists of participants."""
