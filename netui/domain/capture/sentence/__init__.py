"""Sentences in a log line: the main clause, its verb of contact, and negation."""
