"""TOML documents: parse, edit in place, append, verify."""
