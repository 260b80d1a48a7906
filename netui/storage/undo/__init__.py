"""The undo journal and its JSON encoding."""
