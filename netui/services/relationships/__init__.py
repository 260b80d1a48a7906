"""Relationships between contacts: links from both ends, commands on relations, and the words for them."""
