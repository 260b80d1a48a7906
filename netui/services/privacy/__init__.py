"""Privacy: forgetting someone for good, and keeping them forgotten."""
