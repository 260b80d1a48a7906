"""The domain: contacts, log lines, goals, rhythms, queries, duplicates. Pure functions: no clock, no I/O."""
