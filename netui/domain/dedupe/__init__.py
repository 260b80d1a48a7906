"""Duplicate contacts: find them, compare them, merge them, redirect references to them."""
