"""The capture language: :mod:`.parse` is its public API, everything else is behind it.

Pipeline: lexer (tokens), markers (``#tag ^goal >promise`` as fields), opening and grammar (head and
text), sentence (verbs of contact), negation (what did not take place), parse_state (the fields so far),
model (the result). serialize is the inverse; completion serves the prompt.
"""
