"""Data types of a network: contact, entry, promise, opportunity, goal, date, and changes to files."""
