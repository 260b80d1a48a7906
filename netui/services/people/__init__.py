"""Contacts: list, profile, edit, relationships, duplicates, merge."""
