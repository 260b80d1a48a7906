"""Verbs and bare nouns that say there was contact, and of what kind."""
