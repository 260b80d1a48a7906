"""Dates in words: parse "last fri", "14 mar", "in 3 weeks" into dates."""
