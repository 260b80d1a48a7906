"""The query language: parser, predicates over contacts and entries, comparisons."""
