"""Contacts: list, profile, edit, conflicts, reaching out."""
