"""The capture language: parse a log line into an entry, and write an entry back as a line."""
