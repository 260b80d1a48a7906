"""Insights: brief, digest, expertise search, history, balance of giving and getting."""
