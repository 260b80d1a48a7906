"""Controllers of what one does to people: add and edit, rhythm, links, circles, reaching out, merging."""
