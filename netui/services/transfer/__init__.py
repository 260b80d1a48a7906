"""Import, export, backup, the trash and the demo network."""
