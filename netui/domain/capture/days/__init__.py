"""Days in a log line: which is the day of the entry, and which belongs to what was said."""
