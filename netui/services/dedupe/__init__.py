"""Duplicates: contacts that may be one person, and merging them."""
