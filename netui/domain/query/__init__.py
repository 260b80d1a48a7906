"""The query language (search and filter): parser, predicates over contacts and entries, comparisons."""
