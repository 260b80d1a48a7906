"""Forgetting someone: where they are named, and what a file holds without them."""
