"""The network folder: files read, written, indexed, watched; every write atomic and undoable."""
