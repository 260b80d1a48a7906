"""Lookup: the goal, promise, people or correspondents that words on the command line mean."""
