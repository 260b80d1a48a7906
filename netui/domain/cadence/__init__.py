"""Cadence, how often two people are in touch: rhythm model, status (warm, due, quiet), explanations."""
