"""Controllers of what the cursor stands on: entries, promises, goals, opportunities."""
