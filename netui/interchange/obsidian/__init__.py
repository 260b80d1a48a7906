"""Notes of people in an Obsidian vault: front matter and text."""
