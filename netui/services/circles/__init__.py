"""Circles: their status, what their pages show, and setting them."""
