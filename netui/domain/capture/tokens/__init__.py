"""Tokens of a log line: lexer, marks as fields, due dates of promises, and the view that grammar reads."""
