"""The capture language: :mod:`.parse` is its public API, everything else is behind it.

Pipeline: lexer (tokens), markers (``#tag ^goal >promise`` as fields), grammar (head and text),
parse_state (the fields so far), model (the result). serialize is the inverse; completion serves the
prompt.
"""
