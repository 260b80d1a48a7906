"""The user's editor: its command, and files that are edited in it."""
