"""Themes and the palette of roles."""
