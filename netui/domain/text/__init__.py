"""Text sanitizing: strip escape sequences and invisible characters."""
