"""The derived SQLite index: schema, build, update."""
