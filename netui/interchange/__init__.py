"""Other programs' formats: one module reads (and writes) one format."""
