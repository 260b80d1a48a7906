"""Rhythms that the user sets: of new people by one key, of all with a tag or role, and what they would do."""
