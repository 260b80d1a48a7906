"""Lookup: the goal, promise or people that words on the command line mean."""
