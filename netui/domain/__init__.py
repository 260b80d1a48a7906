"""What netui is about: people, what was said, what it is for. No clock, no I/O."""
