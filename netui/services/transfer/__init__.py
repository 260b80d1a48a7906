"""Import, check and the demo network."""
