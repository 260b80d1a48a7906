"""Text sanitizing: strip what a terminal would obey."""
