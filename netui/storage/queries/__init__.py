"""Questions asked of the index, each a named method; no SQL is written above this package."""
