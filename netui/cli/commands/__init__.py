"""Shell commands, one module each."""
